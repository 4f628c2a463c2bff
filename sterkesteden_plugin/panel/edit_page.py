# SPDX-License-Identifier: GPL-2.0-or-later
"""Editing in the panel: the form of an item with the way to its places, that of a workshop, or that of a chapter.

Says when the map is wanted (`drawRequested`, `pickRequested`, `mapEnded`) and when it is done (`closed`); who hears
it brings back what the user drew or chose there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QStackedWidget, QWidget

from ..i18n import tr
from ..story import draft
from .edit_access import Access
from .edit_chapter import ChapterForm
from .edit_form import RecordForm
from .edit_item import ItemForm
from .edit_place_steps import PlaceSteps
from .place_picker import how_to_draw
from .workshop_form import WorkshopForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..store.editing import Editor, RecordEdit
    from ..store.unsaved import Unsaved
    from ..story.model import Pack
    from ..story.view import View


class EditPage(QStackedWidget):
    """One record is edited at a time, and within an item one place."""

    closed = pyqtSignal(str)  # id of the item that was edited, "" for none
    workshopClosed = pyqtSignal(str, str)  # city and id of the workshop that was edited
    chapterClosed = pyqtSignal(str, str)  # story and id of the chapter that was edited
    captureRequested = pyqtSignal()  # what the map shows is wanted: see take_view
    drawRequested = pyqtSignal(str)  # punt, lijn, vlak
    pickRequested = pyqtSignal()
    mapEnded = pyqtSignal()  # the map is wanted no longer
    sketched = pyqtSignal(list)  # geometries of what is not saved yet, for the map to show
    outdated = pyqtSignal()  # the file was changed by somebody else: it is to be read again
    placeHistoryRequested = pyqtSignal(str)
    told = pyqtSignal(str)  # why something could not be begun

    _pack: Pack  # set before anything is shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("edit")
        self._access = Access(self)
        self._item_id = ""
        self._workshop_key = ("", "")  # city and id of the workshop that is edited
        self._chapter_key = ("", "")  # story and id of the chapter that is edited
        self.item = ItemForm()
        self._places = PlaceSteps(self.item, self._access)
        self.picker, self.place = self._places.picker, self._places.form
        self.workshop = WorkshopForm()
        self.chapter = ChapterForm()
        self._forms: tuple[RecordForm, ...] = (self.place, self.item, self.workshop, self.chapter)
        for page in (*self._forms, self.picker):
            self.addWidget(page)
        self._connect()

    def _connect(self) -> None:
        for form in self._forms:
            form.outdated.connect(self.outdated)
        self._access.told.connect(self.told)
        self.item.saved.connect(self._close)
        self.item.left.connect(self._close)
        self.item.deleteRequested.connect(self._ask_delete)
        self.place.historyRequested.connect(self.placeHistoryRequested)
        self.picker.pickOnMapRequested.connect(self.pickRequested)
        self._places.shown.connect(self.setCurrentWidget)
        self._places.closed.connect(self._close)
        self.workshop.saved.connect(self._close_workshop)
        self.workshop.left.connect(self._close_workshop)
        self.workshop.sketched.connect(self.sketched)
        for ended in (self.chapter.saved, self.chapter.left):
            ended.connect(self._close_chapter)
        self.chapter.captureRequested.connect(self.captureRequested)
        for part in (self._places, self.workshop):
            part.drawRequested.connect(self.drawRequested)
            part.mapEnded.connect(self.mapEnded)

    # What the page is given

    def set_editor(self, editor: Editor | None) -> None:
        """With what to edit; whatever was being edited with another one is put away."""
        if editor is not self._access.editor:
            self.put_away()
            self._access.editor = editor

    def set_pack(self, pack: Pack) -> None:
        """Another pack is open: what was being edited in the one before is put away."""
        self.put_away()
        self._pack = self._places.pack = pack

    def renew(self, pack: Pack) -> None:
        """The file has other content: what is being edited stays."""
        self._pack = self._places.pack = pack
        self.picker.set_pack(pack)
        for form in self._forms:
            form.renew(pack)

    def take_geometry(self, geometry: QgsGeometry) -> None:
        """What the user drew, in the CRS of the schema."""
        self.workshop.take_geometry(geometry)
        self._places.take_geometry(geometry, picking=self.currentWidget() is self.picker)

    def take_view(self, view: View) -> None:
        """What the map shows, for the chapter that is being edited."""
        self.chapter.take_view(view)

    def take_places(self, place_ids: list[str]) -> None:
        """The places at which the user clicked, nearest first."""
        if self.currentWidget() is self.picker:
            self.picker.show_places(place_ids)

    def end_map(self) -> None:
        """The user gave up on the map."""
        self._places.end_map()
        self.workshop.end_map()

    def say(self, sentence: str) -> None:
        """What is wrong with what is being drawn; "" when that is over."""
        if self.currentWidget() is self.place:
            self.place.say(sentence)
        elif self.currentWidget() is self.workshop:
            self.workshop.say(sentence)
        elif self.currentWidget() is self.picker and self.picker.drawing:
            self.picker.say(sentence or how_to_draw(self.picker.drawing))

    # What is being edited

    @property
    def is_open(self) -> bool:
        return any(form.edit is not None for form in self._forms)

    @property
    def is_changed(self) -> bool:
        """Whether anything would be lost."""
        return any(form.is_changed for form in self._forms)

    @property
    def title(self) -> str:
        """What is being edited, in a few words."""
        if self.chapter.edit is not None:
            return self.chapter.record_title or tr("a new chapter")
        form = next((f for f in (self.item, self.workshop) if f.edit is not None), self.place)
        return form.record_title or tr("a new item")

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins on the page that is shown."""
        page = self.currentWidget()
        return page.first if isinstance(page, RecordForm) else self.picker.search

    def leave(self) -> None:
        """Leave what is shown; asks first when something would be lost."""
        self.currentWidget().leave()

    def settle(self) -> None:
        """Put into the edit buffer what was written last."""
        for form in self._forms:
            form.settle()

    def drop(self) -> None:
        """Throw away what is being edited, if anything is."""
        self._end(lambda form: form.drop())

    def put_away(self) -> None:
        """End what is being edited, if anything is; what was changed is told when the file is opened again."""
        self._end(lambda form: form.put_away())

    def _end(self, end: Callable[[RecordForm], None]) -> None:
        if self.is_open:
            for form in self._forms:
                end(form)
            self._places.end_map()
            self.mapEnded.emit()

    def edit_item(self, item_id: str) -> bool:
        """Show the form of an item. Return whether it could be shown."""
        return self._show_item(self._access.begin(lambda editor: editor.edit("item", item_id)))

    def new_item(self, city: str, kind: str) -> bool:
        """Show the form of a new item of a city. Return whether it could be shown."""

        def create(editor: Editor) -> RecordEdit:
            return editor.create("item", draft.new_item(self._pack, city, kind, editor.source(), draft.today()))

        return self._show_item(self._access.begin(create))

    def edit_workshop(self, city: str, workshop_id: str = "") -> bool:
        """Show the form of a workshop, of a new one for "". Return whether it could be shown."""

        def begin(editor: Editor) -> RecordEdit:
            if workshop_id:
                return editor.edit("workshop", workshop_id)
            return editor.create("workshop", {"stad_id": city, "datum": draft.today(), "bron_id": editor.source()})

        return self._show_workshop(self._access.begin(begin))

    def new_chapter(self, story: str, view: View | None) -> bool:
        """Show the form of a new chapter, with what the map shows. Return whether it could be shown."""

        def create(editor: Editor) -> RecordEdit:
            values = draft.new_chapter(self._pack, story, editor.source(), draft.today())
            if view is None:
                return editor.create("hoofdstuk", values)
            return editor.create("hoofdstuk", {**values, **view.values}, view.links)

        return self._show_chapter(self._access.begin(create))

    def edit_chapter(self, chapter_id: str) -> bool:
        """Show the form of a chapter. Return whether it could be shown."""
        return self._show_chapter(self._access.begin(lambda editor: editor.edit("hoofdstuk", chapter_id)))

    def resume(self, left: Unsaved) -> bool:
        """Go on with what a QGIS that ended had not saved. Return whether it could be shown."""
        edit = self._access.begin(lambda editor: editor.resume(left))
        if left.table == "item":
            return self._show_item(edit)
        if left.table == "workshop":
            return self._show_workshop(edit)
        if left.table == "hoofdstuk":
            return self._show_chapter(edit)
        if edit is not None:
            self._places.show_place(edit, self._pack.place_by_id.get(edit.record_id))
        return edit is not None

    def _show_item(self, edit: RecordEdit | None) -> bool:
        if edit is not None:
            self._item_id = edit.record_id
            self.item.start_item(edit, self._pack, self._pack.item_by_id.get(edit.record_id))
            self.setCurrentWidget(self.item)
        return edit is not None

    def _show_workshop(self, edit: RecordEdit | None) -> bool:
        if edit is not None:
            self._workshop_key = (edit.values()["stad_id"], edit.record_id)
            self.setCurrentWidget(self.workshop)
            self.workshop.start_workshop(edit, self._pack)
        return edit is not None

    def _show_chapter(self, edit: RecordEdit | None) -> bool:
        editor = self._access.editor
        if edit is not None and editor is not None:
            self._chapter_key = (edit.values()["verhaal_id"], edit.record_id)
            self.setCurrentWidget(self.chapter)
            self.chapter.start_chapter(edit, self._pack, editor.source())
        return edit is not None

    # Ending

    def _ask_delete(self) -> None:
        self._access.ask_delete(self.item, self._delete_item)

    def _delete_item(self) -> None:
        item = self._item_id
        fault = self._access.delete(self.item)
        if not fault:
            self._item_id = ""
            self._close()
        elif self.edit_item(item):
            self.item.tell(fault)

    def _close(self) -> None:
        self.closed.emit(self._item_id)

    def _close_workshop(self) -> None:
        self.mapEnded.emit()
        self.workshopClosed.emit(*self._workshop_key)

    def _close_chapter(self) -> None:
        self.chapterClosed.emit(*self._chapter_key)
