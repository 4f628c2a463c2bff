# SPDX-License-Identifier: GPL-2.0-or-later
"""The checks of security and of Qt 6 find what they are there for."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tools import check_qt6
from tools.check_secrets import findings

ROOT = Path(__file__).resolve().parent.parent.parent

needs_types = pytest.mark.skipif(
    not (check_qt6.TYPES / "PyQt6").is_dir(), reason="the types of PyQt6 are not there: make setup"
)


def test_the_shipped_plugin_holds_no_secret(plugin_dir):
    assert findings(plugin_dir) == []


@pytest.mark.parametrize(
    "line",
    ["password = 'hunter2hunter2'", "token = 'ghp_" + "wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0p" + "INUx'"],
)
def test_a_secret_is_found(line, tmp_path):
    (tmp_path / "module.py").write_text(f"x = 1\n{line}\n", encoding="utf-8")
    found = findings(tmp_path)
    assert found
    assert all(one.startswith("module.py:2: ") for one in found)


@pytest.fixture
def code():
    """A folder inside the work tree: mypy names files from there on."""
    folder = ROOT / "build" / "test-qt6"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    yield folder
    shutil.rmtree(folder)


@needs_types
@pytest.mark.parametrize(
    "line",
    [
        "x = Qt.DisplayRole",
        "x = Qt.AlignLeft",
        "x = QStyle.State_Selected",
        "x: QFontMetrics\nx.width('a')",
        "def f(self) -> None:\n    QDialog().exec_()",
        "from qgis.PyQt.QtCore import QRegExp",
        "from qgis.PyQt.QtWidgets import QAction",
    ],
)
def test_what_qt_6_took_away_is_found(line, code):
    head = "from qgis.PyQt.QtCore import Qt\nfrom qgis.PyQt.QtGui import QFontMetrics\n"
    head += "from qgis.PyQt.QtWidgets import QDialog, QStyle\n"
    (code / "old.py").write_text(head + line + "\n", encoding="utf-8")
    assert len(check_qt6.faults(code)) == 1


@needs_types
def test_what_qt_5_and_6_have_passes(code):
    (code / "new.py").write_text(
        "from qgis.core import Qgis\n"
        "from qgis.PyQt.QtCore import Qt\n"
        "try:\n    from qgis.PyQt.QtGui import QAction\n"
        "except ImportError:  # Qt 5\n    from qgis.PyQt.QtWidgets import QAction\n"
        "x = Qt.ItemDataRole.DisplayRole, Qgis.MessageLevel.Warning, QAction\n",
        encoding="utf-8",
    )
    assert check_qt6.faults(code) == []


def test_without_root_and_sudo_the_setup_says_what_to_install(tmp_path):
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("setup.sh", "requirements.txt"):
        shutil.copy(ROOT / "tools" / name, tools)
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    for name, script in {"dpkg-query": "exit 1", "id": "echo 1000"}.items():
        (bin_ / name).write_text(f"#!/bin/sh\n{script}\n")
        (bin_ / name).chmod(0o755)
    for name in ("bash", "dirname", "env", "flock"):
        (bin_ / name).symlink_to(shutil.which(name))
    run = subprocess.run(
        [tools / "setup.sh"], env={**os.environ, "PATH": str(bin_)}, capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert "neither root nor sudo is at hand: qgis" in run.stderr
    assert "apt-get install" in run.stderr
