# SPDX-License-Identifier: GPL-2.0-or-later
"""What the forms of records share: fields tied to the edit buffer, saving, and leaving.

A form shows what the edit buffer holds and puts into it what the user writes; undo and redo are the buffer's. A fault
of saving is told in the form, and nothing is lost.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal, pyqtSlot
from qgis.PyQt.QtWidgets import QWidget

from ..i18n import tr
from ..store.errors import Conflict, StoreError
from ..story.draft import split_difference
from . import edit_words, wording
from .edit_fields import ChoiceField, Labelled, TextField
from .edit_frame import FormFrame
from .text_view import HEADING, SMALL, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..store.editing import RecordEdit
    from ..story.model import Pack


class RecordForm(FormFrame):
    """A form for one record. Who makes one adds its fields and says what is wrong with them (`faults`)."""

    saved = pyqtSignal()
    left = pyqtSignal()  # without saving
    outdated = pyqtSignal()  # the file holds something else than the pack that is shown

    _pack: Pack  # set before anything is shown

    def __init__(self, name: str, save_text: str, parent: QWidget | None = None) -> None:
        super().__init__(name, save_text, parent)
        self.edit: RecordEdit | None = None
        self._columns: dict[str, Labelled] = {}
        self._tried = False  # faults are told once the user tried to save, not while the form is still empty

    def _add_text(self, column: str, label: str, field: TextField) -> Labelled:
        """Add a field for a text of the record."""

        def put(text: str) -> None:
            self._put(column, text if column in self._required else text.strip() or None)

        field.written.connect(put)
        return self._add(column, label, field)

    def _add_choice(self, column: str, label: str, field: ChoiceField) -> Labelled:
        """Add a field for a value of a code list."""

        def put(value: str) -> None:
            self._put(column, value or None)

        field.chosen.connect(put)
        return self._add(column, label, field)

    def _add(self, column: str, label: str, field: QWidget) -> Labelled:
        labelled = Labelled(label, field)
        self._columns[column] = labelled
        self.page.column.addWidget(labelled)
        return labelled

    # What a form of a record says of itself

    _required: tuple[str, ...] = ()

    def faults(self) -> dict[str, str]:
        """What is wrong now: column to word."""
        raise NotImplementedError

    def sentence(self, column: str, what: str) -> str:
        """A word of `faults` as a sentence."""
        return edit_words.fault(column, what)

    def fill(self) -> None:
        """Show what the edit buffer holds."""
        values = self.edit.values() if self.edit is not None else {}
        for column, labelled in self._columns.items():
            value = values.get(column)
            if isinstance(labelled.field, TextField):
                labelled.field.set_text("" if value is None else str(value))
            elif isinstance(labelled.field, ChoiceField):
                labelled.field.set_value("" if value is None else str(value))

    # Beginning and ending

    def start(self, edit: RecordEdit, pack: Pack, head: str, hint: str) -> None:
        """Edit a record. Whatever was edited before has been saved or given up."""
        self.edit, self._pack = edit, pack
        self._tried = False
        self.ask.close_question()
        lines = [Paragraph(head, HEADING)] + ([Paragraph(hint, SMALL)] if hint else [])
        self.head.set_content(lines)
        edit.changed.connect(self._follow)
        self.page.to_top()
        self._follow()

    def renew(self, pack: Pack) -> None:
        """The file has other content; what is being edited stays."""
        self._pack = pack
        if self.edit is not None:
            self._follow()

    @property
    def is_changed(self) -> bool:
        """Whether anything would be lost."""
        fields = [labelled.field for labelled in self._columns.values()]
        return self.edit is not None and (
            self.edit.is_changed or any(isinstance(f, TextField) and not f.is_settled for f in fields)
        )

    @property
    def record_title(self) -> str:
        """What is being edited; "" while it has no title or name."""
        values = self.edit.values() if self.edit is not None else {}
        return wording.one_line(values.get("titel") or values.get("naam") or "")

    def settle(self) -> None:
        """Put into the edit buffer what was written last."""
        for labelled in self._columns.values():
            if isinstance(labelled.field, TextField):
                labelled.field.settle()

    def leave(self) -> None:
        """Leave without saving; ask first when something would be lost."""
        self.settle()
        if not self.is_changed:
            self.give_up()
            return
        self.ask.ask(
            [tr("What you changed has not been saved.")],
            [
                (tr("Throw the changes away"), self.give_up),
                (tr("Save"), self.try_save),
                (tr("Continue editing"), self.focus_first),
            ],
        )

    def give_up(self) -> None:
        """End without saving, and say so."""
        if self.edit is not None:
            self.drop()
            self.left.emit()

    def drop(self) -> None:
        """Throw away what is being edited, if anything is."""
        edit = self._end()
        if edit is not None:
            edit.cancel()

    def put_away(self) -> None:
        """End without saving or throwing away: what was changed is told when the file is opened again."""
        self.settle()
        edit = self._end()
        if edit is not None:
            edit.leave()

    def _end(self) -> RecordEdit | None:
        edit, self.edit = self.edit, None
        if edit is not None:
            edit.changed.disconnect(self._follow)
        self.ask.close_question()
        return edit

    @property
    def first(self) -> QWidget:
        """The first field."""
        return next(iter(self._columns.values())).field

    def focus_first(self) -> None:
        """Put the keyboard on the first field."""
        self.first.setFocus()

    # What the user does

    def _put(self, column: str, value: object) -> None:
        if self.edit is not None:
            self.edit.set_value(column, value)

    def _undo(self) -> None:
        self.settle()
        if self.edit is not None and self.edit.can_undo:
            self.edit.undo()

    def _redo(self) -> None:
        self.settle()
        if self.edit is not None and self.edit.can_redo:
            self.edit.redo()

    def try_save(self) -> None:
        """Save, or say what is wrong; the keyboard goes to the first fault."""
        self.settle()
        if self.edit is None:
            return
        self._tried = True
        wrong = self._show_faults()
        if wrong:
            first = self._columns[next(column for column in self._columns if column in wrong)]
            self.page.ensureWidgetVisible(first)
            first.field.setFocus()
            return
        self._save()

    def _save(self, over: bool = False) -> None:
        """Save; `over` also over what somebody else saved meanwhile."""
        edit = self.edit
        try:
            if edit is not None:
                edit.save(overwrite=over)
        except Conflict as conflict:
            self._ask_conflict(conflict)
            return
        except StoreError as error:
            self._tell_unsaved(error)
            return
        self._end()
        self.saved.emit()

    def tell(self, sentence: str) -> None:
        """Say what went wrong; nothing is lost."""
        self.ask.ask([sentence], [(tr("Continue editing"), self.focus_first)])

    def _ask_conflict(self, conflict: Conflict, shown: bool = False) -> None:
        """Two people changed the same record: whose words stay is the user's to choose."""
        sentences = [f"{conflict.message} {conflict.advice}"]
        answers: list[tuple[str, Callable[[], object]]] = [(tr("Save over it"), partial(self._save, over=True))]
        if shown:
            sentences += self.theirs(conflict) or [self.links_differ()]
            answers.append((tr("Take theirs"), self._take_theirs))
        else:
            answers.append((tr("Show theirs"), partial(self._ask_conflict, conflict, shown=True)))
        self.ask.ask(sentences, [*answers, (tr("Continue editing"), self.focus_first)])

    def _take_theirs(self) -> None:
        self.give_up()
        self.outdated.emit()

    def theirs(self, conflict: Conflict) -> list[str]:
        """What the file holds where it differs from the form."""
        mine = self.edit.values() if self.edit is not None else {}
        lines = []
        for column in (column for column in self._columns if column in mine and column in conflict.theirs):
            if (conflict.theirs[column] or "") != (mine[column] or ""):
                text = split_difference(str(mine[column] or ""), str(conflict.theirs[column] or ""))[1]
                lines.append(f"{edit_words.field(column)}: {wording.one_line(text) or tr('(empty)')}")
        return lines

    def links_differ(self) -> str:
        return tr("Only places or themes differ.")

    def _tell_unsaved(self, error: StoreError) -> None:
        self.ask.ask(
            [f"{error.message} {error.advice}"],
            [(tr("Try again"), self.try_save), (tr("Continue editing"), self.focus_first)],
        )

    @pyqtSlot()
    def _follow(self) -> None:
        """The edit buffer holds something else."""
        if self.edit is None:
            return
        self.fill()
        self.undo.setEnabled(self.edit.can_undo)
        self.redo.setEnabled(self.edit.can_redo)
        if self._tried:
            self._show_faults()

    def _show_faults(self) -> dict[str, str]:
        wrong = self.faults()
        for column, labelled in self._columns.items():
            labelled.set_fault(self.sentence(column, wrong[column]) if column in wrong else "")
        return wrong
