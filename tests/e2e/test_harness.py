# SPDX-License-Identifier: GPL-2.0-or-later
"""The harness itself: content when all is well, and never when it is not."""

import json
import os
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.e2e.launch import launch
from tests.e2e.services_beside import services_beside

pytestmark = pytest.mark.e2e


@pytest.fixture
def empty_plugin(tmp_path):
    """A plugin that does nothing, or in initGui what the test writes there."""
    folder = tmp_path / "empty_plugin"
    folder.mkdir()

    def make(line="pass"):
        (folder / "metadata.txt").write_text(
            "[general]\nname=Empty\ndescription=x\nversion=1\nqgisMinimumVersion=3.0\nqgisMaximumVersion=4.99\n"
            "author=x\nemail=x@x\n"
        )
        (folder / "__init__.py").write_text(
            f"class Empty:\n    def initGui(self):\n        {line}\n    def unload(self):\n        pass\n\n"
            "def classFactory(iface):\n    return Empty()\n"
        )
        return folder

    return make


def drive(tmp_path, plugin, *lines, timeout=60):
    """Run a driver whose steps are `lines`."""
    driver = tmp_path / "driver.py"
    body = "".join(f"    {line}\n" for line in ("yield 50", *lines))
    driver.write_text(f"from startup import check, picture, run, when_modal\n\ndef steps():\n{body}\nrun(steps())\n")
    return launch(driver, plugin_dir=plugin, workdir=tmp_path / "work", timeout=timeout)


def test_it_is_content_with_a_plugin_that_does_nothing(empty_plugin, tmp_path):
    work = tmp_path / "work"
    expected = {"STERKESTEDEN_EXPECT": "empty_plugin"}
    result = launch("smoke.py", plugin_dir=empty_plugin(), workdir=work, env=expected, timeout=60)
    assert result.ok, result.explain()
    assert (work / "smoke.png").stat().st_size > 10_000
    assert result.record["record"]["locale"] == "nl"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("raise ValueError('in a step')", "in a step"),
        ("yield (lambda: False, 200)", "did not come true in 200 ms"),
        ("check(1 == 2, 'one is two')", "one is two"),
        ("from qgis.PyQt.QtCore import QTimer; QTimer.singleShot(0, lambda: 1 / 0); yield 200", "ZeroDivisionError"),
        (
            "from qgis.PyQt.QtWidgets import QMessageBox; QMessageBox.information(None, 'Wait', '')",
            "a dialog stayed up",
        ),
    ],
    ids=["raises", "waits in vain", "check", "slot raises", "dialog"],
)
def test_it_fails_when_the_driver_does(line, said, empty_plugin, tmp_path):
    result = drive(tmp_path, empty_plugin(), line)
    assert not result.ok
    assert result.exit_code not in (0, 124)
    assert said in result.explain()


def test_it_answers_a_dialog_that_was_expected(empty_plugin, tmp_path):
    box = "from qgis.PyQt.QtWidgets import QMessageBox; QMessageBox.about(None, 'Wait', '')"
    result = drive(tmp_path, empty_plugin(), "when_modal(lambda box: box.accept())", box)
    assert result.ok, result.explain()


def test_it_fails_when_the_plugin_raises_as_it_starts(empty_plugin, tmp_path):
    result = drive(tmp_path, empty_plugin("raise RuntimeError('in initGui')"))
    assert not result.ok
    assert "in initGui" in result.explain()


def test_it_fails_when_qgis_crashes(empty_plugin, tmp_path):
    result = drive(tmp_path, empty_plugin(), "import os; os.abort()")
    assert not result.ok
    assert result.exit_code != 0


def test_it_ends_what_hangs_and_leaves_no_process(empty_plugin, tmp_path):
    result = drive(tmp_path, empty_plugin(), "import time; time.sleep(600)", timeout=10)
    assert (result.ok, result.exit_code) == (False, 124)
    latest = time.monotonic() + 10  # the kernel may take a moment to carry out what was ended
    while _processes_of(tmp_path) and time.monotonic() < latest:
        time.sleep(0.1)
    assert _processes_of(tmp_path) == []


def _processes_of(folder):
    """The command lines of running processes that name the folder."""
    return [line for line in map(_read, Path("/proc").glob("[0-9]*/cmdline")) if os.fsencode(folder) in line]


def _read(path):
    try:
        return path.read_bytes()
    except OSError:
        return b""


def test_services_beside_qgis_end_with_who_started_them():
    with services_beside() as environment:
        address = environment["STERKESTEDEN_SERVICES"]
        with urlopen(f"{address}/addresses", timeout=30) as answer:
            addresses = json.load(answer)
    assert set(addresses) == {"ogcapi", "wfs", "odata3", "odata4", "arcgis", "locatieserver", "wmts"}
    for one in (address, *addresses.values()):
        with pytest.raises(OSError):
            urlopen(one, timeout=5)
