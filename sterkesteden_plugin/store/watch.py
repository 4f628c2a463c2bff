# SPDX-License-Identifier: GPL-2.0-or-later
"""Notices that another window, or another program, changed the open file.

It looks when QGIS becomes the active application: who works beside another window comes from there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication

from .database import reading
from .errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path


class Watch(QObject):
    """`changed` tells that history or loads of the file say something else than when `note` was called last."""

    changed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._number = 0
        _application().applicationStateChanged.connect(self._look)

    def close(self) -> None:
        """Look no longer."""
        _application().applicationStateChanged.disconnect(self._look)

    def note(self, path: Path) -> None:
        """The file is about to be read, or was just now: what is changed from here on is news."""
        self._path = path
        self._number = _last_change(path)

    def _look(self, state: Qt.ApplicationState) -> None:
        if self._path is None or state != Qt.ApplicationState.ApplicationActive:
            return
        if _last_change(self._path) not in (-1, self._number):
            self.changed.emit()


# Both only ever grow: changes of the words, and what was loaded (one more) or undone (one more; it may be gone then).
_COUNTS = (
    "SELECT ifnull(max(fid), 0) FROM geschiedenis",
    "SELECT 2 * total(seq) - (SELECT count(*) FROM lading WHERE NOT ongedaan) "
    "FROM sqlite_sequence WHERE name = 'lading'",
)


def _application() -> QGuiApplication:
    return cast("QGuiApplication", QGuiApplication.instance())


def _last_change(path: Path) -> int:
    """The number of the last change of the file; -1 where it cannot be read now, which is for others to tell."""
    try:
        with reading(path) as db:
            return sum(db.execute(query).fetchone()[0] for query in _COUNTS)
    except StoreError:
        return -1
