# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures as a table that can be read, selected and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QAbstractItemView, QSizePolicy, QTableView, QWidget

from ..figures import table
from ..i18n import tr
from . import wording
from .look import em, plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..story.model import Figure

_MOST_ROWS = 12  # more scroll inside the table


class FigureModel(QAbstractTableModel):
    """A row for each figure, under the columns of figures/table.py."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._figures: tuple[Figure, ...] = ()
        self._headings = {
            "gebied": tr("Area"),
            "naar": tr("To"),
            "indicator": tr("Indicator"),
            "functie": tr("Function"),
            "peildatum": tr("Reference date"),
            "waarde": tr("Value"),
            "eenheid": tr("Unit"),
            "reeksbreuk": tr("Series break"),
            "bron": tr("Source"),
            "uitgever": tr("Publisher"),
            "definitie": tr("Definition"),
            "toelichting": tr("Note"),
        }

    def set_figures(self, figures: Sequence[Figure]) -> None:
        self.beginResetModel()
        self._figures = tuple(figures)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._figures)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(table.COLUMNS)

    def cell(self, row: int, column: int) -> table.Cell:
        """A cell as it stands in the file."""
        return table.cells(self._figures[row])[column]

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._figures):
            return None
        figure = self._figures[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if index.column() == table.VALUE:
                text = wording.amount(figure)
            else:
                text = wording.one_line(str(self.cell(index.row(), index.column()) or ""))
            return text if role == Qt.ItemDataRole.DisplayRole else plain_tip(text)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == table.VALUE:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[table.COLUMNS[section]]
        return None


class FigureTable(QTableView):
    """The table; Ctrl+C copies the cells that are selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = FigureModel(self)
        self.setModel(self.figures)
        self.setObjectName("figure-table")
        self.setAccessibleName(tr("Figures as a table"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setHighlightSections(False)

    def set_figures(self, figures: Sequence[Figure]) -> None:
        """Show these figures; columns of which no figure has anything stay away."""
        self.figures.set_figures(figures)
        rows = range(len(figures))
        for column in range(len(table.COLUMNS)):
            empty = column != table.VALUE and all(self.figures.cell(row, column) in (None, "") for row in rows)
            self.setColumnHidden(column, empty)
        self._fit()

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(round(em(self) * 1.4))
        self.resizeColumnsToContents()
        for column in range(len(table.COLUMNS)):
            if not self.isColumnHidden(column):
                self.setColumnWidth(column, min(self.columnWidth(column), em(self) * 14))
        rows = min(self.figures.rowCount(), _MOST_ROWS)
        height = self.horizontalHeader().sizeHint().height() + rows * self.rowHeight(0) + 2 * self.frameWidth()
        self.setFixedHeight(height + self.horizontalScrollBar().sizeHint().height())

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self._fit()  # the font and style are known now

    def selected_text(self) -> str:
        """The selected cells as text for the clipboard."""
        found: dict[int, list[table.Cell]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda i: (i.row(), i.column())):
            found.setdefault(index.row(), []).append(self.figures.cell(index.row(), index.column()))
        return table.tab_text(found.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys with Alt and Esc are the panel's."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selected_text())
        else:
            super().keyPressEvent(event)
