# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether the map may fly: not where the system asks for reduced motion, unless the user says otherwise."""

from __future__ import annotations

import os
import sys

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QObject, QProcess, QSettings, QStandardPaths, pyqtSlot
from qgis.PyQt.QtWidgets import QApplication, QStyle

SETTING = "SterkeSteden/presentation/fly"
_CLIENT_AREA_ANIMATION = 0x1042  # SPI_GETCLIENTAREAANIMATION


class Motion(QObject):
    """`flies` is the user's choice, else the system's. GNOME's is asked without waiting for its answer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reduced = reduced_by_system()
        self._asking: QProcess | None = None
        if not self._reduced and "GNOME" in os.environ.get("XDG_CURRENT_DESKTOP", ""):
            self._ask_gnome()

    @property
    def flies(self) -> bool:
        chosen = QgsSettings().value(SETTING, None)
        return not self._reduced if chosen is None else str(chosen).lower() in ("true", "1")

    def choose(self, flies: bool) -> None:
        """Keep what the user wants, from now on."""
        QgsSettings().setValue(SETTING, flies)

    def _ask_gnome(self) -> None:
        program = QStandardPaths.findExecutable("gsettings")
        if program:
            self._asking = QProcess(self)
            self._asking.finished.connect(self._hear_gnome)
            self._asking.start(program, ["get", "org.gnome.desktop.interface", "enable-animations"])

    @pyqtSlot()
    def _hear_gnome(self) -> None:
        if self._asking is not None:
            self._reduced = bytes(self._asking.readAllStandardOutput()).strip() == b"false"


def reduced_by_system() -> bool:
    """Whether the system asks for reduced motion, as far as that can be told at once."""
    style = QApplication.style()
    if style is not None and style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0:
        return True  # what Qt's own widgets go by, on KDE after its settings
    if sys.platform == "win32":
        return _reduced_on_windows()
    if sys.platform == "darwin":
        return bool(QSettings("apple.com", "universalaccess").value("reduceMotion", 0, type=int))
    return _reduced_in_files()


def _reduced_on_windows() -> bool:
    import ctypes

    animated = ctypes.c_int(1)
    # The type checker knows windll on Windows only; there it finds nothing to ignore.
    ctypes.windll.user32.SystemParametersInfoW(  # type: ignore[attr-defined,unused-ignore]
        _CLIENT_AREA_ANIMATION, 0, ctypes.byref(animated), 0
    )
    return not animated.value


def _reduced_in_files() -> bool:
    """What GTK and KDE keep in files."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    for version in ("gtk-3.0", "gtk-4.0"):
        settings = QSettings(f"{folder}/{version}/settings.ini", QSettings.Format.IniFormat)
        if str(settings.value("Settings/gtk-enable-animations", "true")).lower() in ("false", "0"):
            return True
    factor = QSettings(f"{folder}/kdeglobals", QSettings.Format.IniFormat).value("KDE/AnimationDurationFactor", "1")
    return str(factor).strip() in ("0", "0.0")
