# SPDX-License-Identifier: GPL-2.0-or-later
"""The real application under Xvfb: the tour, the zip in a clean profile, and the harness that says when it went wrong."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.e2e.launch import launch
from tools.package import write

pytestmark = pytest.mark.e2e

HERE = Path(__file__).resolve().parent
TOUR = HERE.parent.parent / "build" / "tour"


def test_the_tour_of_a_person_through_the_plugin(plugin_dir):
    shutil.rmtree(TOUR, ignore_errors=True)
    result = launch("tour.py", plugin_dir=plugin_dir, workdir=TOUR, timeout=600)
    assert result.ok, result.explain()
    assert (TOUR / "sterkesteden.gpkg").is_file() and (TOUR / "sterkesteden.qgz").is_file()
    assert len(list(TOUR.glob("*.png"))) > len(result.record["record"]["cities"])


def test_the_zip_installs_in_a_clean_profile_and_works_in_dutch(plugin_dir, tmp_path):
    archive = write(plugin_dir, tmp_path / "plugin.zip")
    result = launch("zip_install.py", plugin_dir=None, workdir=tmp_path, env={"STERKESTEDEN_ZIP": str(archive)})
    assert result.ok, result.explain()
    assert result.record["record"]["letters"] == list("HEMA")
    assert result.record["record"]["action"] == "Sterke Steden openen"


def test_a_tour_of_three_other_cities_finds_them(plugin_dir, small_pack_file, tmp_path):
    changed = tmp_path / plugin_dir.name
    shutil.copytree(plugin_dir, changed)
    shutil.copyfile(small_pack_file, changed / "data" / "sterkesteden.gpkg")
    result = launch("tour.py", plugin_dir=changed, workdir=tmp_path / "tour", timeout=600)
    assert result.ok, result.explain()
    assert len(result.record["record"]["letters"]) == 3


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
            "class Empty:\n"
            f"    def initGui(self):\n        {line}\n"
            "    def unload(self):\n        pass\n\n"
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


def test_the_harness_is_content_with_a_plugin_that_does_nothing(empty_plugin, tmp_path):
    result = launch(
        "smoke.py", plugin_dir=empty_plugin(), workdir=tmp_path / "work", env={"STERKESTEDEN_EXPECT": "empty_plugin"}
    )
    assert result.ok, result.explain()
    assert (tmp_path / "work" / "smoke.png").stat().st_size > 10_000
    assert result.record["record"]["locale"] == "nl"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("raise ValueError('in a step')", "in a step"),
        ("yield (lambda: False, 200)", "did not come true in 200 ms"),
        ("check(1 == 2, 'one is two')", "one is two"),
        ("from qgis.PyQt.QtCore import QTimer; QTimer.singleShot(0, lambda: 1 / 0); yield 200", "ZeroDivisionError"),
        ("from qgis.PyQt.QtWidgets import QMessageBox; QMessageBox.information(None, 'Wait', '')", "a dialog stayed up"),
    ],
)
def test_the_harness_fails_when_the_driver_does(line, said, empty_plugin, tmp_path):
    result = drive(tmp_path, empty_plugin(), line)
    assert not result.ok
    assert result.exit_code not in (0, 124)
    assert said in result.explain()


def test_the_harness_fails_when_the_plugin_raises_as_it_starts(empty_plugin, tmp_path):
    result = drive(tmp_path, empty_plugin("raise RuntimeError('in initGui')"))
    assert not result.ok
    assert "in initGui" in result.explain()


def test_the_harness_fails_when_qgis_crashes(empty_plugin, tmp_path):
    result = drive(tmp_path, empty_plugin(), "import os; os.abort()")
    assert not result.ok
    assert result.exit_code != 0


def test_the_harness_ends_what_hangs_and_leaves_no_process(empty_plugin, tmp_path):
    result = drive(tmp_path, empty_plugin(), "import time; time.sleep(600)", timeout=10)
    assert (result.ok, result.exit_code) == (False, 124)
    mine = os.fsencode(tmp_path)
    left = [path for path in Path("/proc").glob("[0-9]*/cmdline") if mine in _read(path)]
    assert left == []


def _read(path):
    try:
        return path.read_bytes()
    except OSError:
        return b""
