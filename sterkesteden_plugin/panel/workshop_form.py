# SPDX-License-Identifier: GPL-2.0-or-later
"""The form of a workshop: date, participants, what came out, criteria with a score, points on the map.

Nothing is filled in beforehand: which criteria a workshop scores is its own choice. Those of an earlier workshop can
be taken over, without their scores, so that both can be compared.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QDate, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton, QWidget

from ..i18n import tr
from ..store.blob import from_blob
from ..store.records import shape
from ..story import workshops
from . import edit_words, wording, workshop_faults
from .edit_fields import TextField
from .edit_form import RecordForm
from .page import bring_into_view
from .place_picker import how_to_draw
from .spin_fields import UNKNOWN, CountField, DateField
from .workshop_faults import POINTS, SCORES
from .workshop_rows import LineList, PointLine, ScoreLine, focus_last

if TYPE_CHECKING:
    from qgis.core import QgsGeometry

    from ..store.edit import RecordEdit
    from ..store.errors import Conflict
    from ..story.model import Pack

_Row = dict[str, Any]


class WorkshopForm(RecordForm):
    """A new workshop, or one that is there. Its scores and points are changed with it."""

    drawRequested = pyqtSignal(str)  # a point is to be drawn on the map: see take_geometry
    mapEnded = pyqtSignal()
    sketched = pyqtSignal(list)  # the points as they stand now, for the map to show until all is saved or given up

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("workshop-form", tr("Save"), parent)
        self._drawn_for: int | None = None  # the line of the point that is being drawn, -1 for a new one
        self._earlier: list[str] = []
        self._sketch: list[bytes] = []
        self.date = DateField()
        self.participants = CountField()
        self.outcome = TextField(4, 12)
        self.add_score = QPushButton(tr("Add a criterion"))
        self.take_over = QPushButton()
        self.scores = LineList(ScoreLine, self.add_score, self.take_over)
        self.add_point = QPushButton(tr("Mark a point on the map"))
        self.points = LineList(self._make_point, self.add_point)
        self._add("datum", tr("&Date"), self.date)
        self._add("deelnemers", tr("Number of &participants"), self.participants)
        self._add_text("uitkomst", tr("What &came out of it"), self.outcome)
        self._add(SCORES, tr("C&riteria, with a score of 1 (weak) to 5 (strong)"), self.scores)
        self._columns[SCORES].label.setWordWrap(True)
        self._add(POINTS, tr("Points &on the map"), self.points)
        self._end_fields()
        self.date.dateChanged.connect(self._put_date)
        self.participants.valueChanged.connect(self._put_participants)
        self.scores.changed.connect(self._put_scores)
        self.scores.removed.connect(self._remove_score)
        self.points.changed.connect(self._put_points)
        self.points.removed.connect(self._remove_point)
        self.add_score.clicked.connect(self._add_score)
        self.take_over.clicked.connect(self._take_over)
        self.add_point.clicked.connect(self._draw_new)

    def _make_point(self, number: int) -> PointLine:
        line = PointLine(number)
        line.drawRequested.connect(self._draw)
        return line

    def start_workshop(self, edit: RecordEdit, pack: Pack) -> None:
        """Record a workshop, or change one."""
        city = edit.values()["stad_id"]
        earlier = workshops.to_take_over(pack, city, edit.record_id)
        self._earlier = workshops.criteria([earlier]) if earlier is not None else []
        if earlier is not None:
            name = pack.city_by_id[earlier.city].name
            said = tr("Take over the criteria of {}").format(f"{name}, {wording.day(earlier.date)}")
            self.take_over.setText(tr("Criteria of an earlier workshop"))
            self.take_over.setAccessibleDescription(wording.one_line(said))
        self.take_over.setVisible(bool(self._earlier))
        self._drawn_for = None
        head = tr("New workshop in {}") if edit.is_new else tr("Workshop in {}")
        hint = tr("What you record is kept with your name and the date.") if edit.is_new else ""
        self.start(edit, pack, head.format(wording.one_line(pack.city_by_id[city].name)), hint)
        self.date.setFocus()

    @property
    def record_title(self) -> str:
        if self.edit is None:
            return ""
        values = self.edit.values()
        return edit_words.workshop_name(self._pack.city_by_id[values["stad_id"]].name, values["datum"])

    # What the edit buffer holds

    def fill(self) -> None:
        super().fill()
        edit = self.edit
        if edit is None:
            return
        values = edit.values()
        for field in (self.date, self.participants):
            field.blockSignals(True)
        self.date.setDate(QDate.fromString(values["datum"], Qt.DateFormat.ISODate))
        self.participants.setValue(values["deelnemers"] or UNKNOWN)
        for field in (self.date, self.participants):
            field.blockSignals(False)
        rows = edit.links(SCORES)
        self.scores.set_count(len(rows))
        for line, row in zip(self.scores.lines, rows):
            line.show_row(row)
        points = edit.parts(POINTS)
        self.points.set_count(len(points))
        for point_line, point in zip(self.points.lines, points):
            point_line.show_point(point)
        self._show_sketch([point.geometry for point in points if point.geometry is not None])

    def settle(self) -> None:
        super().settle()
        for spin in (self.date, self.participants):
            spin.interpretText()
        self.scores.settle()
        self.points.settle()

    @property
    def is_changed(self) -> bool:
        unsettled = not (self.scores.is_settled and self.points.is_settled)
        return super().is_changed or (self.edit is not None and unsettled)

    def _put_date(self, day: QDate) -> None:
        self._put("datum", day.toString(Qt.DateFormat.ISODate))

    def _put_participants(self, count: int) -> None:
        self._put("deelnemers", None if count == UNKNOWN else count)

    # Criteria

    def _rows(self) -> list[_Row]:
        return [line.row() for line in self.scores.lines]

    def _put_scores(self) -> None:
        self._set_scores(self._rows())

    def _set_scores(self, rows: list[_Row]) -> None:
        if self.edit is not None:
            self.edit.set_links(SCORES, [{**row, "volgorde": number} for number, row in enumerate(rows)])

    def _add_score(self) -> None:
        self.scores.settle()
        self._set_scores([*self._rows(), _criterion("")])
        focus_last(self.scores.lines)

    def _remove_score(self, number: int) -> None:
        self.scores.settle()
        rows = self._rows()
        self._set_scores(rows[:number] + rows[number + 1 :])

    def _take_over(self) -> None:
        """Add the criteria of the earlier workshop that are not there yet."""
        self.scores.settle()
        rows = [row for row in self._rows() if not _is_empty(row)]
        there = {workshops.key(row["criterium"]) for row in rows}
        self._set_scores(rows + [_criterion(name) for name in self._earlier if workshops.key(name) not in there])

    # Points

    def _put_points(self) -> None:
        if self.edit is not None:
            points = zip(self.edit.parts(POINTS), self.points.lines)
            self.edit.set_parts(
                POINTS, [replace(point, values={**point.values, **line.texts()}) for point, line in points]
            )

    def _remove_point(self, number: int) -> None:
        self.points.settle()
        self._stop_map()
        if self.edit is not None:
            points = self.edit.parts(POINTS)
            self.edit.set_parts(POINTS, points[:number] + points[number + 1 :])

    def _draw_new(self) -> None:
        self._draw(-1)

    def _draw(self, number: int) -> None:
        self.points.settle()
        self._drawn_for = number
        self.say("")
        self.drawRequested.emit("punt")

    def say(self, sentence: str) -> None:
        """What is wrong with what is being drawn; "" when that is over."""
        if self._drawn_for is not None:
            self._columns[POINTS].set_fault(sentence or how_to_draw("punt"))
            bring_into_view(self._columns[POINTS].fault)

    def take_geometry(self, geometry: QgsGeometry) -> None:
        """What the user drew, in the CRS of the schema."""
        number, self._drawn_for = self._drawn_for, None
        if self.edit is None or number is None:
            return
        self._columns[POINTS].set_fault("")
        points = list(self.edit.parts(POINTS))
        if number < 0:
            points.append(self.edit.new_part(POINTS, {"naam": ""}, geometry))
        else:
            points[number] = replace(points[number], geometry=shape(POINTS, geometry))
        self.edit.set_parts(POINTS, points)
        self.mapEnded.emit()  # from here on the point is shown among the others
        self.points.lines[number].parts[0].setFocus()

    def _show_sketch(self, points: list[bytes]) -> None:
        if points != self._sketch:
            self._sketch = points
            self.sketched.emit([from_blob(point) for point in points])

    def end_map(self) -> None:
        """The user gave up on the map."""
        if self._drawn_for is not None:
            self._drawn_for = None
            self._columns[POINTS].set_fault("")

    def _stop_map(self) -> None:
        """The map is wanted no longer."""
        if self._drawn_for is not None:
            self.end_map()
            self.mapEnded.emit()

    # Saving and leaving

    def faults(self) -> dict[str, str]:
        edit = self.edit
        if edit is None:
            return {}
        rows, points = edit.links(SCORES), edit.parts(POINTS)
        self.scores.point_out(workshop_faults.score(rows)[0], self._columns[SCORES].fault)
        self.points.point_out(workshop_faults.point(points)[0], self._columns[POINTS].fault)
        return workshop_faults.workshop(edit.values(), rows, points)

    def sentence(self, column: str, what: str) -> str:
        return what

    def try_save(self) -> None:
        """Save; lines in which nothing stands are left out."""
        self.settle()
        self._stop_map()
        if self.edit is not None:
            self._set_scores([row for row in self._rows() if not _is_empty(row)])
        super().try_save()
        for column in self._columns.values():
            if column.said and column.isAncestorOf(self.focusWidget() or self):
                bring_into_view(column.fault)

    def leave(self) -> None:
        """While a point is being drawn, leave only that."""
        if self._drawn_for is not None:
            self._stop_map()
        else:
            super().leave()

    def _end(self) -> RecordEdit | None:
        self._drawn_for = None
        self._show_sketch([])
        return super()._end()

    def links_differ(self) -> str:
        return tr("Only scores or points differ.")

    def theirs(self, conflict: Conflict) -> list[str]:
        """Also the points that are others there."""
        mine = {} if self.edit is None else {point.values["id"]: point.content() for point in self.edit.parts(POINTS)}
        others = (theirs for key, theirs in conflict.theirs.get(POINTS, {}).items() if theirs != mine.get(key))
        texts = (" – ".join(filter(None, (point["naam"], point["opmerking"]))) for point in others)
        return super().theirs(conflict) + [wording.one_line(tr("Point: {}").format(text)) for text in texts]


def _criterion(name: str) -> _Row:
    return {"criterium": name, "score": None, "opmerking": None}


def _is_empty(row: _Row) -> bool:
    return not (row["criterium"] or row["score"] or row["opmerking"])
