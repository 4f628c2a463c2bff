# SPDX-License-Identifier: GPL-2.0-or-later
"""Editing in the panel: the form of an item, the way to its places, the form of a place, the form of a workshop.

Says when the map is wanted (`drawRequested`, `pickRequested`, `mapEnded`) and when it is done (`closed`); who hears
it brings back what the user drew or chose there.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from qgis.core import QgsGeometry, QgsWkbTypes
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QStackedWidget, QWidget

from ..i18n import tr
from ..store.errors import StoreError
from ..story import draft
from .edit_form import RecordForm
from .edit_item import ItemForm
from .edit_place import NOWHERE, PlaceForm
from .place_picker import PlacePicker, how_to_draw
from .workshop_edit import WorkshopEdit
from .workshop_form import WorkshopForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..store.editing import Editor, RecordEdit
    from ..store.unsaved import Unsaved
    from ..story.model import Pack, Place

_TABLES = ("plaats_punt", "plaats_lijn", "plaats_vlak")  # by the dimension of what is drawn
_ADD, _LINK = "add", "link"  # what a place is picked for


class EditPage(QStackedWidget):
    """One record is edited at a time, and within an item one place."""

    closed = pyqtSignal(str)  # id of the item that was edited, "" for none
    workshopClosed = pyqtSignal(str, str)  # city and id of the workshop that was edited
    drawRequested = pyqtSignal(str)  # punt, lijn, vlak
    pickRequested = pyqtSignal()
    mapEnded = pyqtSignal()  # the map is wanted no longer
    outdated = pyqtSignal()  # the file was changed by somebody else: it is to be read again
    placeHistoryRequested = pyqtSignal(str)
    told = pyqtSignal(str)  # why something could not be begun

    _pack: Pack  # set before anything is shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("edit")
        self._editor: Editor | None = None
        self._item_id = self._place_id = ""
        self._place_is_new = False
        self._purpose = _ADD
        self._redrawing = False
        self._closing = ("", "")  # city and id of the workshop that is edited
        self.item = ItemForm()
        self.picker = PlacePicker()
        self.place = PlaceForm()
        self.workshop = WorkshopForm()
        self._forms: tuple[RecordForm, ...] = (self.place, self.item, self.workshop)
        for page in (*self._forms, self.picker):
            self.addWidget(page)
        self._connect()

    def _connect(self) -> None:
        item, picker, place, workshop = self.item, self.picker, self.place, self.workshop
        for form in self._forms:
            form.outdated.connect(self.outdated)
        item.saved.connect(self._close)
        item.left.connect(self._close)
        item.placeRequested.connect(self._add_place)
        item.linkRequested.connect(self._add_link)
        item.placeEditRequested.connect(self._change_place)
        item.deleteRequested.connect(self._ask_delete_item)
        picker.picked.connect(self._take_place)
        picker.pickOnMapRequested.connect(self.pickRequested)
        picker.drawRequested.connect(self._start_drawing)
        picker.mapEnded.connect(self.mapEnded)
        picker.left.connect(self._show_item)
        place.saved.connect(self._place_saved)
        place.left.connect(self._leave_place)
        place.drawRequested.connect(self._draw_anew)
        place.deleteRequested.connect(self._ask_delete_place)
        place.historyRequested.connect(self.placeHistoryRequested)
        workshop.saved.connect(self._close_workshop)
        workshop.left.connect(self._close_workshop)
        workshop.drawRequested.connect(self.drawRequested)
        workshop.mapEnded.connect(self.mapEnded)

    # What the page is given

    def set_editor(self, editor: Editor | None) -> None:
        """With what to edit; None gives up whatever is being edited."""
        if editor is not self._editor:
            self.drop()
            self._editor = editor

    def set_pack(self, pack: Pack) -> None:
        """Another pack is open: what was being edited in the one before is given up."""
        self.drop()
        self._pack = pack

    def renew(self, pack: Pack) -> None:
        """The file has other content: what is being edited stays."""
        self._pack = pack
        self.picker.set_pack(pack)
        for form in self._forms:
            form.renew(pack)

    def take_geometry(self, geometry: QgsGeometry) -> None:
        """What the user drew, in the CRS of the schema."""
        self.picker.end_map()
        self.workshop.take_geometry(geometry)
        if self.place.edit is not None and self._redrawing:
            self._redrawing = False
            self.place.say("")
            self.place.take_geometry(geometry)
        elif self.item.edit is not None and self.currentWidget() is self.picker:
            self._new_place(_TABLES[QgsWkbTypes.wkbDimensions(geometry.wkbType())], geometry)

    def take_places(self, place_ids: list[str]) -> None:
        """The places at which the user clicked, nearest first."""
        if self.currentWidget() is self.picker:
            self.picker.show_places(place_ids)

    def end_map(self) -> None:
        """The user gave up on the map."""
        self._redrawing = False
        self.picker.end_map()
        self.place.say("")
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
        if self.is_open:
            for form in self._forms:
                form.drop()
            self._redrawing = False
            self.mapEnded.emit()

    def edit_item(self, item_id: str) -> bool:
        """Show the form of an item. Return whether it could be shown."""
        item = self._pack.item_by_id[item_id]
        edit = self._begin(lambda editor: editor.edit("item", item_id))
        if edit is None:
            return False
        self._item_id = item_id
        self.item.start_item(edit, self._pack, item)
        self._show_item()
        return True

    def new_item(self, city: str, kind: str) -> bool:
        """Show the form of a new item of a city. Return whether it could be shown."""

        def create(editor: Editor) -> RecordEdit:
            return editor.create("item", draft.new_item(self._pack, city, kind, editor.source(), _today()))

        edit = self._begin(create)
        if edit is None:
            return False
        self._item_id = edit.record_id
        self.item.start_item(edit, self._pack, None)
        self._show_item()
        return True

    def edit_workshop(self, city: str, workshop_id: str = "") -> bool:
        """Show the form of a workshop, of a new one for "". Return whether it could be shown."""

        def begin(editor: Editor) -> RecordEdit:
            if workshop_id:
                return editor.edit("workshop", workshop_id)
            return editor.create("workshop", {"stad_id": city, "datum": _today(), "bron_id": editor.source()})

        edit = self._begin(begin)
        if edit is not None:
            self._show_workshop(edit)
        return edit is not None

    def resume(self, left: Unsaved) -> bool:
        """Go on with what a QGIS that ended had not saved. Return whether it could be shown."""
        edit = self._begin(lambda editor: editor.resume(left))
        if edit is None or self._editor is None:
            return False
        if edit.table == "item":
            self._item_id = edit.record_id
            self.item.start_item(edit, self._pack, self._pack.item_by_id.get(edit.record_id))
            self._show_item()
        elif edit.table == "workshop":
            self._show_workshop(edit)
        else:
            self._show_place(edit, self._pack.place_by_id.get(edit.record_id))
        return True

    def _begin(self, act: Callable[[Editor], RecordEdit]) -> RecordEdit | None:
        """Begin to edit; why that cannot be is told, and None returned."""
        if self._editor is None:
            return None
        try:
            return act(self._editor)
        except StoreError as error:
            self.told.emit(f"{error.message} {error.advice}")
            return None

    # Places

    def _add_place(self) -> None:
        self._purpose = _ADD
        self.picker.start(self._pack, tr("Add a place"), may_draw=True)
        self.setCurrentWidget(self.picker)
        self.picker.search.setFocus()

    def _add_link(self) -> None:
        self._purpose = _LINK
        self.picker.start(self._pack, tr("Link to a place"), may_draw=False)
        self.setCurrentWidget(self.picker)
        self.picker.search.setFocus()

    def _take_place(self, place_id: str) -> None:
        self._show_item()
        if self._purpose == _LINK:
            self.item.add_link(self._pack.place_by_id[place_id])
        else:
            self.item.add_place(place_id)
            self.item.places.add.setFocus()

    def _start_drawing(self, kind: str) -> None:
        if kind:
            self.drawRequested.emit(kind)
        else:
            self._new_place(NOWHERE, None)

    def _draw_anew(self, kind: str) -> None:
        self._redrawing = True
        self.place.say(how_to_draw(kind))
        self.drawRequested.emit(kind)

    def _new_place(self, table: str, geometry: QgsGeometry | None) -> None:
        def create(editor: Editor) -> RecordEdit:
            edit = editor.create(table, draft.new_place(table, editor.source(), _today()))
            if geometry is not None:
                edit.set_geometry(geometry)
            return edit

        edit = self._begin(create)
        if edit is not None:
            self._show_place(edit, None)

    def _change_place(self, place_id: str) -> bool:
        place = self._pack.place_by_id[place_id]
        edit = self._begin(lambda editor: editor.edit(place.table, place_id))
        if edit is not None:
            self._show_place(edit, place)
        return edit is not None

    def _show_place(self, edit: RecordEdit, place: Place | None) -> None:
        self._place_is_new = place is None
        self._place_id = edit.record_id
        self.setCurrentWidget(self.place)
        self.place.start_place(edit, self._pack, place)

    def _place_saved(self) -> None:
        if self._place_is_new:
            self.item.add_place(self._place_id)
        self._leave_place()

    def _leave_place(self) -> None:
        self._redrawing = False
        self.mapEnded.emit()
        if self.item.edit is None:  # the place was edited by itself
            self._close()
        else:
            self._show_item()
            self.item.places.add.setFocus()

    def _show_workshop(self, edit: RecordEdit) -> None:
        if self._editor is None:
            return
        known = next((workshop for workshop in self._pack.workshops if workshop.id == edit.record_id), None)
        points = known.points if known is not None else ()
        self._closing = (edit.values()["stad_id"], edit.record_id)
        self.setCurrentWidget(self.workshop)
        self.workshop.start_workshop(WorkshopEdit(self._editor, edit, points), self._pack, known is None)

    def _show_item(self) -> None:
        self.setCurrentWidget(self.item)

    # Ending

    def _ask_delete_item(self) -> None:
        self._ask_delete(self.item, self._delete_item)

    def _ask_delete_place(self) -> None:
        self._ask_delete(self.place, self._delete_place)

    def _ask_delete(self, form: RecordForm, act: Callable[[], object]) -> None:
        question = tr("Delete “{}”? The history keeps it.").format(form.record_title)
        form.ask.ask([question], [(tr("Delete"), act), (tr("Cancel"), form.focus_first)])

    def _delete_item(self) -> None:
        item = self._item_id
        fault = self._delete(self.item)
        if not fault:
            self._item_id = ""
            self._close()
        elif self.edit_item(item):
            self.item.tell(fault)

    def _delete_place(self) -> None:
        place = self._place_id
        fault = self._delete(self.place)
        if not fault:
            self._leave_place()
        elif self._change_place(place):
            self.place.tell(fault)

    def _delete(self, form: RecordForm) -> str:
        """Delete the record of a form; return why it could not be done, or ""."""
        edit = form.edit
        form.drop()
        if edit is None or self._editor is None:
            return ""
        try:
            self._editor.delete(edit.table, edit.record_id)
        except StoreError as error:
            return f"{error.message} {error.advice}"
        return ""

    def _close(self) -> None:
        self.closed.emit(self._item_id)

    def _close_workshop(self) -> None:
        self.mapEnded.emit()
        self.workshopClosed.emit(*self._closing)


def _today() -> str:
    return date.today().isoformat()
