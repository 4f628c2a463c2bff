# SPDX-License-Identifier: GPL-2.0-or-later
"""The way from the form of an item to its places and back: one is picked, drawn, described, changed or deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsGeometry, QgsWkbTypes
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..i18n import tr
from ..story import draft
from .edit_place import NOWHERE, PlaceForm
from .place_picker import PlacePicker, how_to_draw

if TYPE_CHECKING:
    from ..store.editing import Editor, RecordEdit
    from ..story.model import Pack, Place
    from .edit_access import Access
    from .edit_item import ItemForm

_TABLES = ("plaats_punt", "plaats_lijn", "plaats_vlak")  # by the dimension of what is drawn
_ADD, _LINK = "add", "link"  # what a place is picked for


class PlaceSteps(QObject):
    """Has the picker and the form of a place; says which of them, or of the item, is to be shown."""

    shown = pyqtSignal(QWidget)
    closed = pyqtSignal()  # a place was edited by itself, and that is over
    drawRequested = pyqtSignal(str)  # punt, lijn, vlak: see take_geometry
    mapEnded = pyqtSignal()

    pack: Pack  # set before anything is shown

    def __init__(self, item: ItemForm, access: Access) -> None:
        super().__init__(access)
        self._item = item
        self._access = access
        self._place_id = ""
        self._is_new = False
        self._purpose = _ADD
        self._redrawing = False
        self.picker = PlacePicker()
        self.form = PlaceForm()
        item.placeRequested.connect(self._add)
        item.linkRequested.connect(self._add_link)
        item.placeEditRequested.connect(self._change)
        self.picker.picked.connect(self._take)
        self.picker.drawRequested.connect(self._start_drawing)
        self.picker.mapEnded.connect(self.mapEnded)
        self.picker.left.connect(self._show_item)
        self.form.saved.connect(self._saved)
        self.form.left.connect(self._leave)
        self.form.drawRequested.connect(self._draw_anew)
        self.form.deleteRequested.connect(self._ask_delete)

    def show_place(self, edit: RecordEdit, place: Place | None) -> None:
        """Show the form of a place, of a new one for None."""
        self._is_new = place is None
        self._place_id = edit.record_id
        self.shown.emit(self.form)
        self.form.start_place(edit, self.pack, place)

    def take_geometry(self, geometry: QgsGeometry, picking: bool) -> None:
        """What the user drew, in the CRS of the schema: for the place of the form, or, while picking, for a new one."""
        self.picker.end_map()
        if self.form.edit is not None and self._redrawing:
            self._redrawing = False
            self.form.say("")
            self.form.take_geometry(geometry)
        elif self._item.edit is not None and picking:
            self._new(_TABLES[QgsWkbTypes.wkbDimensions(geometry.wkbType())], geometry)

    def end_map(self) -> None:
        """The user gave up on the map."""
        self._redrawing = False
        self.picker.end_map()
        self.form.say("")

    # Picking

    def _add(self) -> None:
        self._pick(_ADD, tr("Add a place"))

    def _add_link(self) -> None:
        self._pick(_LINK, tr("Link to a place"))

    def _pick(self, purpose: str, head: str) -> None:
        self._purpose = purpose
        self.picker.start(self.pack, head, may_draw=purpose == _ADD)
        self.shown.emit(self.picker)
        self.picker.search.setFocus()

    def _take(self, place_id: str) -> None:
        self._show_item()
        if self._purpose == _LINK:
            self._item.add_link(self.pack.place_by_id[place_id])
        else:
            self._item.add_place(place_id)
            self._item.places.add.setFocus()

    def _show_item(self) -> None:
        self.shown.emit(self._item)

    # Drawing

    def _start_drawing(self, kind: str) -> None:
        if kind:
            self.drawRequested.emit(kind)
        else:
            self._new(NOWHERE, None)

    def _draw_anew(self, kind: str) -> None:
        self._redrawing = True
        self.form.say(how_to_draw(kind))
        self.drawRequested.emit(kind)

    def _new(self, table: str, geometry: QgsGeometry | None) -> None:
        def create(editor: Editor) -> RecordEdit:
            edit = editor.create(table, draft.new_place(table, editor.source(), draft.today()))
            if geometry is not None:
                edit.set_geometry(geometry)
            return edit

        edit = self._access.begin(create)
        if edit is not None:
            self.show_place(edit, None)

    # Changing and ending

    def _change(self, place_id: str) -> bool:
        place = self.pack.place_by_id[place_id]
        edit = self._access.begin(lambda editor: editor.edit(place.table, place_id))
        if edit is not None:
            self.show_place(edit, place)
        return edit is not None

    def _saved(self) -> None:
        if self._is_new:
            self._item.add_place(self._place_id)
        self._leave()

    def _leave(self) -> None:
        self._redrawing = False
        self.mapEnded.emit()
        if self._item.edit is None:
            self.closed.emit()
        else:
            self._show_item()
            self._item.places.add.setFocus()

    def _ask_delete(self) -> None:
        self._access.ask_delete(self.form, self._delete)

    def _delete(self) -> None:
        place = self._place_id
        fault = self._access.delete(self.form)
        if not fault:
            self._leave()
        elif self._change(place):
            self.form.tell(fault)
