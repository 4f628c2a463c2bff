# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import sys

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QStandardPaths
from qgis.PyQt.QtWidgets import QApplication, QProxyStyle, QStyle

from sterkesteden_plugin.presentation.motion import SETTING, Motion, reduced_by_system


@pytest.fixture(autouse=True)
def system(qgis_app, tmp_path, monkeypatch):
    """No setting of the user, no files of the machine."""
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path))
    monkeypatch.delenv("XDG_CURRENT_DESKTOP", raising=False)
    QgsSettings().remove(SETTING)
    yield tmp_path
    QgsSettings().remove(SETTING)


@pytest.mark.skipif(sys.platform != "linux", reason="reads the files of Linux desktops")
@pytest.mark.parametrize(
    ("name", "text", "reduced"),
    [
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("kdeglobals", "kapot", False),
    ],
)
def test_what_desktops_keep_in_files(system, name, text, reduced):
    file = system / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    assert reduced_by_system() is reduced
    assert Motion().flies is not reduced


class Still(QProxyStyle):
    def styleHint(self, hint, option=None, widget=None, data=None):
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, data)


def test_a_style_without_animations(monkeypatch):
    style = Still()
    monkeypatch.setattr(QApplication, "style", lambda: style)
    assert reduced_by_system()


@pytest.mark.skipif(sys.platform != "linux", reason="GNOME")
@pytest.mark.parametrize("answer", ["false", "true"])
def test_gnome_is_asked_without_waiting(system, monkeypatch, qtbot, answer):
    program = system / "gsettings"
    program.write_text(f"#!/bin/sh\necho {answer}\n")
    program.chmod(0o755)
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    monkeypatch.setattr(QStandardPaths, "findExecutable", lambda _name: str(program))
    motion = Motion()
    assert motion.flies
    with qtbot.waitSignal(motion._asking.finished):
        pass
    assert motion.flies is (answer == "true")


def test_the_user_has_the_last_word(system):
    (system / "kdeglobals").write_text("[KDE]\nAnimationDurationFactor=0\n")
    motion = Motion()
    assert not motion.flies
    motion.choose(True)
    assert motion.flies and Motion().flies
    motion.choose(False)
    assert not Motion().flies
