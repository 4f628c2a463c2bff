# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person does and sees in the tour: clicks, file names, rows, what the map shows."""

from __future__ import annotations

import os
from pathlib import Path

import qgis.utils
from qgis.core import QgsApplication, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractItemView, QApplication, QDialogButtonBox, QLineEdit, QToolButton
from startup import WORKDIR, check

iface = qgis.utils.iface
canvas = iface.mapCanvas()
project = QgsProject.instance()
plugin = qgis.utils.plugins["sterkesteden_plugin"].session()
target = Path(os.environ.get("STERKESTEDEN_TARGET", WORKDIR / "sterkesteden.gpkg"))
saved = target.with_suffix(".qgz")


def drawn(canvas):
    """To wait for: nothing was drawn for a while. A refresh begins a moment after it was asked for."""
    quiet = 0

    def is_drawn():
        nonlocal quiet
        quiet = 0 if canvas.isDrawing() else quiet + 1
        if quiet < 20:
            return False
        quiet = 0
        return True

    return is_drawn, 60_000  # without a network, the base map gives up late


DRAWN = drawn(canvas)


def click(widget, at=None):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())


def press(key, widget=None, held=Qt.KeyboardModifier.NoModifier):
    """Press a key where the keyboard is, or on a widget."""
    QTest.keyClick(widget or QApplication.focusWidget(), key, held)


def button_of(action):
    """The button of an action in a toolbar."""
    for button in iface.mainWindow().findChildren(QToolButton):
        if button.defaultAction() is action and button.isVisible():
            return button
    raise AssertionError(f"no visible button for {action.objectName()}")


def action(name):
    return next(action for action in plugin._actions if action.objectName() == name)


def name_the_file(path):
    """What to do with a file dialog: paste the path, and go on once the dialog has taken it in, as a person would."""

    def name(dialog):
        line = dialog.findChild(QLineEdit)
        line.setFocus()
        line.selectAll()
        QApplication.clipboard().setText(str(path))
        QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

        def go_on():
            if dialog.selectedFiles() == [str(path)]:
                click(dialog.findChild(QDialogButtonBox).buttons()[0])
            else:
                QTimer.singleShot(50, go_on)

        go_on()

    return name


def click_row(view, key):
    """Click on the row of a list that has this key."""
    row = next(i for i, row in enumerate(view.rows) if row.key == key)
    view._show_in_page(view.visualRect(view.model().index(row, 0)))
    click(view.viewport(), view.visualRect(view.model().index(row, 0)).center())


def shown_text(view):
    return view.toPlainText() if hasattr(view, "toPlainText") else view.document().toPlainText()


def located(*items):
    """The places of items that are on the map."""
    return {link.place.id for item in items for link in item.places if link.place.located}


def looks(look):
    """The panel at the narrowest and wider, in the light theme and in a dark one; `look` is told which."""
    window, width = iface.mainWindow(), plugin.dock.width()
    palette = QgsApplication.palette()
    before = {view: view.palette().base() for view in window.findChildren(QAbstractItemView)}
    for theme in ("default", "Night Mapping"):
        if theme != "default":
            QgsApplication.setUITheme(theme)
        for wide in (320, 460):
            window.resizeDocks([plugin.dock], [wide], Qt.Orientation.Horizontal)
            yield 600
            yield from look(f"{theme.split()[0].lower()}-{wide}")
    QgsApplication.setPalette(palette)  # which QGIS leaves as the dark theme made it; before the theme goes
    yield 100
    QgsApplication.setUITheme("default")
    window.resizeDocks([plugin.dock], [width], Qt.Orientation.Horizontal)
    yield 300
    views = [view for view in window.findChildren(QAbstractItemView) if view in before]
    check(all(view.palette().base() == before[view] for view in views), "the light theme is back everywhere")


def in_view(*items):
    """Of these the places that must be in view: not what others are only compared with, which may lie far off."""
    own = (link for item in items for link in item.places if link.role != "vergelijkt met")
    return {link.place.id for link in own if link.place.located} or located(*items)


def box_of(place_ids):
    box = QgsRectangle()
    box.setMinimal()
    for place in place_ids:
        box.combineExtentWith(plugin._link.geometries()[place].boundingBox())
    return box


def pixel_of(place_id):
    point = canvas.getCoordinateTransform().transform(plugin._link.geometries()[place_id].asPoint())
    return QPoint(round(point.x()), round(point.y()))


def marks():
    """What is marked on the map."""
    return plugin._link.highlight.marks()


def visible_layers():
    """The ids of the story layers that are on."""
    root = project.layerTreeRoot()
    on = [layer for layer in plugin._tree.layers() if root.findLayer(layer.id()).isVisible()]
    return {layer.customProperty("sterkesteden/laag") for layer in on}
