# SPDX-License-Identifier: GPL-2.0-or-later
"""The lists of the panel: rows and headings as a Qt model. One kind of row serves items, places, themes and results."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from ..i18n import tr
from . import wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..story.model import Item, PlaceLink, Reference


ITEM, CHAPTER, PLACE, CITY, FIGURES, TOGETHER = "item", "chapter", "place", "city", "figures", "together"
STORIES, OPEN_DATA, NETWORK = "stories", "open-data", "network"
THEME, WORKSHOP = "theme", "workshop"
ZONE = "zone"  # of the page Network
NEW, DELETED = "new", "deleted"  # a new item of a kind; the deleted items of a city
UNFOLD, FOLD = "unfold", "fold"  # more or less of the same page
ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Row:
    """What a list shows in one place. `opens` says what its key is the id of; empty for what cannot be opened."""

    title: str
    detail: str = ""
    key: str = ""
    opens: str = ""
    badge: str = ""
    filled: bool = False  # the badge is drawn filled: kinds differ by more than their letter
    marker: str = ""  # certainty of a place, or a colour of the map, drawn before its name; of a part only its room
    heading: bool = False
    extra: str = ""  # a line below the detail
    title_spans: tuple[tuple[int, int], ...] = ()
    detail_spans: tuple[tuple[int, int], ...] = ()
    extra_spans: tuple[tuple[int, int], ...] = ()

    @property
    def spoken(self) -> str:
        """The row in words, for a screen reader and for copying."""
        return ". ".join(filter(None, (f"{self.badge} {self.title}".strip(), self.detail, self.extra)))


class RowsModel(QAbstractListModel):
    """Rows in the order given; headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._more: Iterator[Sequence[Row]] | None = None

    def set_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def set_more(self, more: Iterator[Sequence[Row]] | None) -> None:
        """What comes after the rows: batches that the view asks for when the user gets there."""
        self._more = more

    def canFetchMore(self, parent: QModelIndex) -> bool:
        return not parent.isValid() and self._more is not None

    def fetchMore(self, parent: QModelIndex) -> None:
        batch = next(self._more, None) if self._more is not None else None
        if not batch:
            self._more = None
            return
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(batch) - 1)
        self._rows += tuple(batch)
        self.endInsertRows()

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def row_of(self, key: str) -> int:
        """Number of the first row with this key, -1 if there is none."""
        return next((i for i, row in enumerate(self._rows) if row.key == key and not row.heading), -1)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole and row.opens == PLACE:
            return tr("Show on the map")
        if role == ROW:
            return row
        return None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def heading(title: str) -> Row:
    return Row(title, heading=True)


def item_row(item: Item, city: str = "") -> Row:
    """An item in a list; with the name of its city where the list holds those of several."""
    parts = [f"{city} · {wording.item_kind(item)}"] if city else []
    parts += [item.status] if item.status else []
    parts += [theme.title for theme in item.themes]
    if not any(link.place.located for link in item.places):
        parts.append(wording.no_location())
    return Row(
        title=wording.one_line(item.title),
        detail=wording.one_line(" · ".join(parts)),
        key=item.id,
        opens=ITEM,
        badge=wording.badge(item),
        filled=item.kind == "kans",
    )


def place_row(link: PlaceLink, reference: Reference) -> Row:
    """A place of an item or chapter whose text has this reference; one that is not located opens nothing."""
    return Row(
        title=wording.one_line(link.place.name),
        detail=wording.place_detail(link, reference),
        key=link.place.id,
        opens=PLACE if link.place.located else "",
        marker=wording.place_marker(link.place),
    )
