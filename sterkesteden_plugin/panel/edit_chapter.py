# SPDX-License-Identifier: GPL-2.0-or-later
"""The form of a chapter of one's own: title, text, and what it shows of the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ..i18n import tr
from ..story import draft
from . import wording
from .edit_fields import TextField
from .edit_form import RecordForm
from .text_view import SMALL, Paragraph, TextView

if TYPE_CHECKING:
    from ..store.editing import RecordEdit
    from ..story.model import Pack
    from ..story.view import View

LAYERS, OWN_LAYERS, PLACES = "hoofdstuk_laag", "hoofdstuk_eigen_laag", "hoofdstuk_plaats"


class _Shown(QWidget):
    """Says what the chapter shows, and lets the user take it from the map again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = TextView(tr("What the chapter shows"), self)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.capture = QPushButton(tr("Take the view of the map again"), self)
        self.setFocusProxy(self.capture)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.text)
        column.addWidget(self.capture, 0, Qt.AlignmentFlag.AlignLeft)


class ChapterForm(RecordForm):
    """A new chapter, or one that is there. Who changes it is its source from then on."""

    captureRequested = pyqtSignal()  # what the map shows is wanted: see take_view

    _required = ("titel", "tekst")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chapter-form", tr("Save"), parent)
        self._source = ""
        self.title = TextField(1, 4, single=True)
        self.text = TextField(6, 16)
        self.shown = _Shown()
        self.capture = self.shown.capture
        self._add_text("titel", tr("&Title"), self.title)
        self._add_text("tekst", tr("Te&xt"), self.text)
        self._add(draft.VIEW, tr("&Map"), self.shown)
        self._end_fields()
        self.capture.clicked.connect(self.captureRequested)

    def start_chapter(self, edit: RecordEdit, pack: Pack, source: str) -> None:
        """Write a chapter, or change one; `source` is that of the user's own words."""
        self._source = source
        self.start(edit, pack, tr("New chapter") if edit.is_new else tr("Change the chapter"), "")
        self.title.setFocus()

    def take_view(self, view: View) -> None:
        """What the map shows now."""
        self.settle()
        if self.edit is not None:
            self.edit.set_values(view.values)
            for table, rows in view.links.items():
                self.edit.set_links(table, rows)

    def fill(self) -> None:
        super().fill()
        if self.edit is not None:
            self.shown.text.set_content([Paragraph(line, SMALL) for line in self._view_lines(self.edit)])

    def _view_lines(self, edit: RecordEdit) -> list[str]:
        """What is shown of the map, in sentences."""
        if self.faults().get(draft.VIEW):
            return []
        shown = {row["laag_id"] for row in edit.links(LAYERS)}
        titles = ", ".join(wording.one_line(layer.title) for layer in self._pack.layers if layer.id in shown)
        own = ", ".join(wording.one_line(row["titel"]) for row in edit.links(OWN_LAYERS))
        places = len(edit.links(PLACES))
        marked = {0: tr("No places are marked."), 1: tr("One place is marked.")}
        return [
            tr("Shows the part of the map that was in view, with these layers: {}.").format(titles)
            if titles
            else tr("Shows the part of the map that was in view, without layers of the story."),
            *([tr("With these layers of your own, which are not kept in the file: {}.").format(own)] if own else []),
            marked.get(places) or tr("{} places are marked.").format(places),
        ]

    def faults(self) -> dict[str, str]:
        return draft.chapter_faults(self.edit.values()) if self.edit is not None else {}

    def sentence(self, column: str, what: str) -> str:
        if what == draft.MISSING and column == "tekst":
            return tr("Write a text: it stands beside the map.")
        if column == draft.VIEW:
            return tr("The map shows nothing that can be kept: zoom to what you want to show.")
        return super().sentence(column, what)

    def try_save(self) -> None:
        self.settle()
        if self.edit is not None and self.edit.is_changed:
            self.edit.set_values({"bron_id": self._source, "peildatum": draft.today()})
        super().try_save()

    def links_differ(self) -> str:
        return tr("Only what it shows of the map differs.")
