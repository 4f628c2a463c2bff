# SPDX-License-Identifier: GPL-2.0-or-later
"""The places of an item in its form: each with its role, to be changed or removed; and the themes to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QEvent, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from ..store.schema import ROLES
from . import edit_words, wording
from .edit_fields import ChoiceField
from .look import IconButton, plain_tip
from .text_view import MARGIN, SMALL, STRONG, Paragraph, TextView

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..story.model import Pack, Place

DEFAULT_ROLE = ROLES[0]

Link = dict[str, Any]  # plaats_id, rol


class _PlaceRow(QWidget):
    """One place: its name, what can be done with it, its role."""

    def __init__(self, place: Place | None, link: Link, parent: QWidget) -> None:
        super().__init__(parent)
        self.place_id = str(link["plaats_id"])
        name = wording.one_line(place.name) if place is not None else tr("unknown place {}").format(self.place_id)
        lines = [Paragraph(name, STRONG)]
        if place is not None:
            lines.append(Paragraph(edit_words.place_line(place), SMALL))
        self.name = TextView(tr("Place"), self)
        self.name.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.name.set_content(lines)
        self.role = ChoiceField([(role, role) for role in ROLES], self)
        self.role.set_value(str(link["rol"]))
        self.role.setAccessibleName(tr("Role of {}").format(name))
        self.change = IconButton("edit", tr("Change the place {}").format(name), self)
        self.change.setEnabled(place is not None)
        self.remove = IconButton("remove", tr("Remove {} from the item").format(name), self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.change, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.remove, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.role, 1, 0, 1, 3)


class PlacesField(QWidget):
    """The links of an item to places, in their order."""

    changed = pyqtSignal(list)  # the links as they are to be
    addRequested = pyqtSignal()
    changeRequested = pyqtSignal(str)  # id of a place

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[_PlaceRow] = []
        self._links: list[Link] = []
        self._known: dict[str, Place | None] = {}
        self.add = QPushButton(tr("Add a place"), self)
        self.setFocusProxy(self.add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        line = QHBoxLayout()
        line.addWidget(self.add)
        line.addStretch(1)
        self._column.addLayout(line)
        self.add.clicked.connect(self.addRequested)

    def set_links(self, links: Sequence[Mapping[str, Any]], pack: Pack) -> None:
        """Show these links; rows that stay as they are keep the keyboard."""
        wanted = [{"plaats_id": link["plaats_id"], "rol": link["rol"]} for link in links]
        known = {link["plaats_id"]: pack.place_by_id.get(link["plaats_id"]) for link in wanted}
        if wanted == self._links and known == self._known:
            return
        ids = [link["plaats_id"] for link in wanted]
        if ids == [row.place_id for row in self.rows] and known == self._known:
            for row, link in zip(self.rows, wanted):
                row.role.set_value(link["rol"])
        else:
            self._rebuild(wanted, pack)
        self._links, self._known = wanted, known

    def _rebuild(self, links: list[Link], pack: Pack) -> None:
        had_focus = any(row.isAncestorOf(row.window().focusWidget() or row) for row in self.rows)
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [_PlaceRow(pack.place_by_id.get(link["plaats_id"]), link, self) for link in links]
        for row in self.rows:
            self._column.addWidget(row)
            row.role.chosen.connect(self._tell)
            row.remove.clicked.connect(self._remove)
            row.change.clicked.connect(self._change)
        previous: QWidget = self.add
        for row in self.rows:
            for widget in (row.change, row.remove, row.role):
                QWidget.setTabOrder(previous, widget)
                previous = widget
        if had_focus:
            self.add.setFocus()

    def _now(self) -> list[Link]:
        return [{"plaats_id": row.place_id, "rol": row.role.value()} for row in self.rows]

    def _tell(self, *_role: object) -> None:
        self.changed.emit(self._now())

    def _remove(self) -> None:
        row = self.sender().parent()
        self.changed.emit([link for link, shown in zip(self._now(), self.rows) if shown is not row])

    def _change(self) -> None:
        self.changeRequested.emit(self.sender().parent().place_id)


class ThemesField(QListWidget):
    """All themes of the pack, those of the item ticked. As high as its rows; the space bar ticks."""

    changed = pyqtSignal(list)  # ids of the themes that are ticked

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.itemChanged.connect(self._tell)

    def set_themes(self, ticked: Sequence[str], pack: Pack) -> None:
        self.blockSignals(True)
        if [self.item(i).data(Qt.ItemDataRole.UserRole) for i in range(self.count())] != [t.id for t in pack.themes]:
            self.clear()
            for theme in pack.themes:
                item = QListWidgetItem(wording.one_line(theme.title))
                item.setData(Qt.ItemDataRole.UserRole, theme.id)
                item.setToolTip(plain_tip(wording.theme_detail(theme, pack)))
                item.setFlags(
                    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
                )
                self.addItem(item)
        for i in range(self.count()):
            on = self.item(i).data(Qt.ItemDataRole.UserRole) in ticked
            self.item(i).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.viewport().update()
        self._fit()

    def ticked(self) -> list[str]:
        items = (self.item(i) for i in range(self.count()))
        return [str(i.data(Qt.ItemDataRole.UserRole)) for i in items if i.checkState() == Qt.CheckState.Checked]

    def _tell(self, *_item: object) -> None:
        self.changed.emit(self.ticked())

    def _fit(self) -> None:
        # The hint of a row knows nothing of wrapped lines; where it was laid out it does.
        rows = sum(self.visualItemRect(self.item(i)).height() for i in range(self.count()))
        self.setFixedHeight(rows + 2 * self.frameWidth() + MARGIN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()  # the page scrolls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
