# SPDX-License-Identifier: GPL-2.0-or-later
"""The history of a record: who changed what, when, and the way back; and the list of what was deleted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ..i18n import tr
from ..store.errors import StoreError
from ..story.draft import split_difference
from . import deleted, edit_words, wording
from .edit_ask import AskBar
from .look import plain_tip
from .rows import DELETED, Row
from .rows_view import RowsView
from .text_view import HEADING, SMALL, Paragraph, TextView

if TYPE_CHECKING:
    from ..store.editing import Editor
    from ..store.history import FieldChange, Version
    from ..story.model import Pack

VERSION = "version"
BEGINNING = ""  # the time of what was before the first change
_SEPARATOR = "\u2028"  # a new line within one paragraph of a row


class HistoryPage(QWidget):
    """Versions, newest first. The chosen one can be restored, which is a change of its own."""

    left = pyqtSignal()
    recordOpened = pyqtSignal(str, str)  # table and id of what was deleted
    restored = pyqtSignal(str, str)  # table, id

    _pack: Pack  # set before anything is shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history-page")
        self._editor: Editor | None = None
        self._refusal = ""
        self._path: Path | None = None
        self._shown = ("", "")
        self._versions: list[Version] = []
        self.head = TextView(tr("History"), self)
        self.head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results = RowsView(tr("Versions, newest first"), whole=False, parent=self)
        self.ask = AskBar(self)
        self.restore = QPushButton(tr("Restore this version"), self)
        self.back = QPushButton(tr("Back"), self)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 6, 8, 8)
        foot.addStretch(1)
        foot.addWidget(self.restore)
        foot.addWidget(self.back)
        top = QVBoxLayout()
        top.setContentsMargins(8, 6, 8, 0)
        top.addWidget(self.head)
        top.addWidget(self.results, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top, 1)
        column.addWidget(self.ask)
        column.addLayout(foot)
        self.results.selectionModel().currentChanged.connect(self._enable)
        self.results.model().modelReset.connect(self._enable)
        self.results.opened.connect(self._open)
        self.restore.clicked.connect(self._ask_restore)
        self.back.clicked.connect(self.left)

    def set_editor(self, editor: Editor | None, refusal: str) -> None:
        """With what to restore, and why that may not be ("" if it may)."""
        self._editor, self._refusal = editor, refusal
        self._enable()

    def set_pack(self, pack: Pack, path: Path | None) -> None:
        self._pack, self._path = pack, path
        self._shown, self._versions = ("", ""), []
        self.results.set_rows([])

    def renew(self, pack: Pack) -> None:
        """The file has other content."""
        self._pack = pack
        if self._shown[0]:
            self.show_again(self.shown)

    @property
    def shown(self) -> str:
        """What is shown, as one word for the way back."""
        return " ".join(self._shown)

    def show_record(self, table: str, record: str) -> None:
        """Show the history of a record, also of one that was deleted."""
        from ..store.history import read_history

        chosen = self.results.currentIndex().row() if (table, record) == self._shown else -1
        self._shown = (table, record)
        self.ask.close_question()
        lines = [Paragraph(tr("History"), HEADING)]
        try:
            self._versions = read_history(self._path, table, record) if self._path is not None else []
        except StoreError as error:
            self._versions = []
            lines.append(Paragraph(f"{error.message} {error.advice}"))
        lines.insert(1, Paragraph(self._name(), SMALL))
        if not self._versions:
            lines.append(Paragraph(tr("Nothing has been changed since this was published."), SMALL))
        self.head.set_content(lines)
        rows = [_row(version, number == 0, self._pack) for number, version in enumerate(self._versions)]
        if self._versions and self._versions[-1].action != "nieuw":
            rows.append(Row(tr("As published"), tr("before the first change"), BEGINNING, VERSION))
        self.results.set_rows(rows)
        if chosen < 0:  # of what was deleted, what it was before that
            chosen = 1 if self._versions and self._versions[0].action == "verwijderd" else 0
        self.results.setCurrentIndex(self.results.model().index(min(chosen, len(rows) - 1), 0))
        self._enable()

    def show_deleted(self, city_id: str) -> None:
        """List what was deleted of a city, or of the stories for ""; each leads to its history."""
        self._shown, self._versions = (DELETED, city_id), []
        self.ask.close_question()
        if city_id:
            found, of = deleted.of_city(self._pack, city_id), self._pack.city_by_id[city_id].name
        else:
            found, of = deleted.of_stories(self._pack), tr("Stories")
        hint = tr("Open one to see what it was, and to bring it back.")
        if not found:
            hint = tr("Nothing has been deleted here, or all of it was restored.")
        lines = [Paragraph(tr("What was deleted"), HEADING)]
        self.head.set_content([*lines, Paragraph(wording.one_line(of), SMALL), Paragraph(hint, SMALL)])
        self.results.set_rows(deleted.rows_of(found))
        self.results.choose_first()
        self._enable()

    def show_again(self, shown: str) -> None:
        """Show what `shown` said once."""
        table, _space, record = shown.partition(" ")
        if table == DELETED:
            self.show_deleted(record)
        else:
            self.show_record(table, record)

    def _name(self) -> str:
        table, record = self._shown
        name = edit_words.name_of(table, record, self._pack)
        if name:
            return name
        gone = next((one for one in self._pack.deleted if (one.table, one.id) == (table, record)), None)
        return tr("Deleted: {}").format(record if gone is None else deleted.title_of(gone))

    def _chosen(self) -> Row | None:
        """The version that can be restored, if one is chosen."""
        rows, at = self.results.rows, self.results.currentIndex().row()
        return rows[at] if 0 <= at < len(rows) and rows[at].opens == VERSION else None

    def _enable(self, *_index: QModelIndex) -> None:
        can = self._editor is not None and not self._refusal and self._chosen() is not None
        self.restore.setVisible(self._shown[0] != DELETED)
        self.restore.setEnabled(can)
        self.restore.setToolTip(plain_tip(self._refusal))
        self.restore.setAccessibleDescription(self._refusal)

    def _open(self, what: str, key: str) -> None:
        """What was deleted leads to its history, a version is restored."""
        if what == VERSION:
            self._ask_restore()
        else:
            self.recordOpened.emit(what, key)

    def _ask_restore(self) -> None:
        version = self._chosen()
        if version is None or not self.restore.isEnabled():
            return
        self.ask.ask(
            [tr("Go back to the version “{}”? What came after stays in the history.").format(version.title)],
            [(tr("Restore"), self._restore), (tr("Cancel"), self.results.setFocus)],
        )

    def _restore(self) -> None:
        version = self._chosen()
        if version is None or self._editor is None:
            return
        table, record = self._shown
        try:
            self._editor.restore(table, record, version.key)
        except StoreError as error:
            self.ask.ask([f"{error.message} {error.advice}"], [(tr("Close"), self.results.setFocus)])
            return
        self.results.setFocus()
        self.restored.emit(table, record)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _row(version: Version, is_present: bool, pack: Pack) -> Row:
    """A version: when, who, and what it changed; one that is the present or a deletion cannot be restored."""
    actions = {
        "nieuw": tr("Made"),
        "gewijzigd": tr("Changed"),
        "verwijderd": tr("Deleted"),
    }
    who = wording.one_line(version.user or tr("unknown user"))
    lines = [line for change in version.changes for line in _change_lines(change, version.action, pack)]
    return Row(
        title=edit_words.moment(version.time),
        detail=f"{actions.get(version.action, version.action)} · {who}",
        key=version.time,
        opens="" if is_present or version.action == "verwijderd" else VERSION,
        extra=_SEPARATOR.join(lines),
    )


def _change_lines(change: FieldChange, action: str, pack: Pack) -> list[str]:
    """What became of a field; of a new or deleted record what it held. What has no name for people is not told."""
    name = edit_words.field(change.field)
    if name == change.field:
        return []
    old, new = (edit_words.value(change.field, value, pack) for value in (change.old, change.new))
    if action != "gewijzigd":
        text = new or old
        return [f"{name}: {wording.isolated(split_difference('', text)[1])}"] if text else []
    old, new = split_difference(old, new)
    none = tr("(empty)")
    return [f"{name}: {wording.isolated(old or none)} → {wording.isolated(new or none)}"]
