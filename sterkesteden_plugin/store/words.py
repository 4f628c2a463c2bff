# SPDX-License-Identifier: GPL-2.0-or-later
"""How the store says things: fields, moments, what was drawn. Dates and numbers as in Dutch, as the content is."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsWkbTypes
from qgis.PyQt.QtCore import QDateTime, QLocale, Qt

from ..i18n import tr

_DUTCH = QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)


def field(column: str) -> str:
    """The name of a field, or of links; one that is not known as it stands in the data."""
    known = {
        "titel": tr("Title"),
        "tekst": tr("Text"),
        "status": tr("Status"),
        "eigenaar": tr("Owner"),
        "planning": tr("Planning"),
        "item_plaats": tr("Places"),
        "item_thema": tr("Themes"),
        "hoofdstuk_plaats": tr("Places"),
        "hoofdstuk_laag": tr("Layers"),
        "hoofdstuk_eigen_laag": tr("Own layers"),
        "workshop_score": tr("Scores"),
        "workshop_punt": tr("Points on the map"),
        "hoofdstuk": tr("Chapters"),
        "verhaal_id": tr("Story"),
        "naam": tr("Name"),
        "soort": tr("Kind"),
        "zekerheid": tr("Certainty"),
        "toelichting": tr("Note"),
        "historisch": tr("Historic"),
        "geom": tr("Location on the map"),
        "stad_id": tr("City"),
        "nummer": tr("Number"),
        "plaats_id": tr("Place"),
        "rol": tr("Role"),
        "thema_id": tr("Theme"),
        "bron_id": tr("Source"),
        "geometriebron_id": tr("Source of the location"),
        "peildatum": tr("Reference date"),
        "vindplaats": tr("Place in the source"),
        "datum": tr("Date"),
        "deelnemers": tr("Participants"),
        "uitkomst": tr("Outcome"),
        "criterium": tr("Criterion"),
        "score": tr("Score"),
        "opmerking": tr("Remark"),
        "uitsnede_id": tr("View"),
        "eigen": tr("Own story"),
    }
    return known.get(column, column)


def moment(utc: str) -> str:
    """24 november 2026, 10:17: a time of the file in the time of this computer; what is no time as it stands."""
    time = QDateTime.fromString(utc, Qt.DateFormat.ISODateWithMs)
    return _DUTCH.toString(time.toLocalTime(), "d MMMM yyyy, HH:mm") if time.isValid() else utc


def measure(geometry: QgsGeometry | None) -> str:
    """What is on the map, in a few words; the geometry is in the CRS of the schema."""
    if geometry is None or geometry.isEmpty():
        return tr("Nothing has been drawn yet.")
    kind = QgsWkbTypes.geometryType(geometry.wkbType())
    if kind == QgsWkbTypes.GeometryType.PointGeometry:
        point = geometry.boundingBox().center()
        return tr("A point at {}, {} (RD)").format(_number(point.x(), 0), _number(point.y(), 0))
    if kind == QgsWkbTypes.GeometryType.LineGeometry:
        return tr("A line of {} km").format(_number(geometry.length() / 1000, 1))
    hectares = geometry.area() / 10_000
    if hectares < 1000:
        return tr("An area of {} ha").format(_number(hectares, 1))
    return tr("An area of {} km²").format(_number(hectares / 100, 0))


def _number(value: float, decimals: int) -> str:
    return str(_DUTCH.toString(float(value), "f", decimals))
