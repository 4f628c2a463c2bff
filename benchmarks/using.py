# SPDX-License-Identifier: GPL-2.0-or-later
"""Inside QGIS: opening the pack, choosing cities and items, and what QGIS itself needs for as much."""

from __future__ import annotations

import gc
from pathlib import Path
from time import perf_counter
from typing import Any

import qgis.utils
from qgis.core import QgsProviderRegistry, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QModelIndex, QObject, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QWidget
from startup import check

_canvas = qgis.utils.iface.mapCanvas()
_quiet = 0


def _is_still() -> bool:
    """Whether nothing was drawn for a while: a refresh begins a moment after it was asked for."""
    global _quiet
    _quiet = 0 if _canvas.isDrawing() else _quiet + 1
    if _quiet < 6:
        return False
    _quiet = 0
    return True


STILL = (_is_still, 60_000)


def paint_all() -> None:
    """Do what is pending of layout and painting, as the event loop would do next."""
    QApplication.sendPostedEvents()


def open_pack(session: Any, path: Path) -> float:
    """Seconds to open a pack in a plugin that has just been started: layers added, panel painted."""
    gc.collect()
    begin = perf_counter()
    done = session.open_pack(path)
    paint_all()
    seconds = perf_counter() - begin
    check(done, f"{path.name} opens")
    return seconds


def bare_layers(pack: Any, path: Path) -> float:
    """Seconds to make a QgsVectorLayer, with its style, of each view that the pack shows, and nothing more."""
    registry = QgsProviderRegistry.instance()
    tables = [spec.table for spec in pack.layers if spec.service is None]
    gc.collect()
    begin = perf_counter()
    layers = [
        QgsVectorLayer(registry.encodeUri("ogr", {"path": str(path), "layerName": table}), table, "ogr")
        for table in tables
    ]
    seconds = perf_counter() - begin
    check(layers and all(layer.isValid() for layer in layers), "the bare layers are valid")
    return seconds


def choose_city(button: QWidget) -> float:
    """Seconds from the click on a letter until the panel is painted."""
    begin = perf_counter()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    paint_all()
    return perf_counter() - begin


def type_letter(line: QWidget, letter: str) -> float:
    """Seconds from a letter until all that follows at once is painted."""
    begin = perf_counter()
    QTest.keyClicks(line, letter)
    paint_all()
    return perf_counter() - begin


def press(widget: QWidget, key: Qt.Key) -> float:
    """Seconds from a key until all that follows at once is painted."""
    begin = perf_counter()
    QTest.keyClick(widget, key)
    paint_all()
    return perf_counter() - begin


def repaint(panel: QWidget) -> float:
    begin = perf_counter()
    panel.repaint()
    return perf_counter() - begin


class Paints(QObject):
    """Counts the paintings of a panel, before and after `settled`."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__()
        self.in_time: list[str] = []
        self.late: list[str] = []
        self._list = self.in_time
        self._widgets = [panel, *panel.findChildren(QWidget)]
        for widget in self._widgets:
            widget.installEventFilter(self)

    def settled(self) -> None:
        self._list = self.late

    def close(self) -> None:
        for widget in self._widgets:
            widget.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._list.append(f"{type(watched).__name__} {watched.objectName()}".strip())
        return False


class Rendering:
    """The time from `begin` until the canvas starts to render."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._begin = 0.0
        self.seconds: float | None = None
        canvas.renderStarting.connect(self._note)

    def begin(self) -> None:
        self.seconds = None
        self._begin = perf_counter()

    def close(self) -> None:
        self._canvas.renderStarting.disconnect(self._note)

    def _note(self) -> None:
        if self.seconds is None:
            self.seconds = perf_counter() - self._begin


def row_in_view(view: Any, key: str) -> QModelIndex:
    """Scroll the page to the row with this key, as a person does before they click on it."""
    row = next(i for i, row in enumerate(view.rows) if row.key == key)
    index = view.model().index(row, 0)
    view._show_in_page(view.visualRect(index))
    return index


def click_row(view: Any, index: QModelIndex) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
