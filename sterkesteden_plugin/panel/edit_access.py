# SPDX-License-Identifier: GPL-2.0-or-later
"""What the forms may do to the file: begin to change a record, delete one. Why that cannot be done is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..i18n import tr
from ..store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..store.editing import Editor, RecordEdit
    from .edit_form import RecordForm


class Access(QObject):
    """The way to the editor, where there is one."""

    told = pyqtSignal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.editor: Editor | None = None

    def begin(self, act: Callable[[Editor], RecordEdit]) -> RecordEdit | None:
        """Begin to edit; why that cannot be is told, and None returned."""
        if self.editor is None:
            return None
        try:
            return act(self.editor)
        except StoreError as error:
            self.told.emit(f"{error.message} {error.advice}")
            return None

    def ask_delete(self, form: RecordForm, act: Callable[[], object]) -> None:
        """Ask, in the form of a record, whether it is to be deleted."""
        question = tr("Delete “{}”? The history keeps it.").format(form.record_title)
        form.ask.ask([question], [(tr("Delete"), act), (tr("Cancel"), form.focus_first)])

    def delete(self, form: RecordForm) -> str:
        """Delete the record of a form; return why it could not be done, or ""."""
        edit = form.edit
        form.drop()
        if edit is None or self.editor is None:
            return ""
        try:
            self.editor.delete(edit.table, edit.record_id)
        except StoreError as error:
            return f"{error.message} {error.advice}"
        return ""
