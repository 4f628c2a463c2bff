# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates and numbers as they are written in Dutch, as the content is; texts as they are shown."""

from __future__ import annotations

from qgis.PyQt.QtCore import QDate, QDateTime, QLocale, Qt

DUTCH = QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)


def day(iso: str) -> str:
    """29 maart 2018; what is no date is shown as it is."""
    date = QDate.fromString(iso, Qt.DateFormat.ISODate)
    return DUTCH.toString(date, "d MMMM yyyy") if date.isValid() else iso


def moment(iso: str) -> str:
    """A moment in UTC, in the time of this computer: 24 november 2025, 14:05."""
    when = QDateTime.fromString(iso, Qt.DateFormat.ISODate)
    return DUTCH.toString(when.toLocalTime(), "d MMMM yyyy, HH:mm") if when.isValid() else day(iso)


def number(value: float, decimals: int = 0) -> str:
    """109.346 or 3,5."""
    return DUTCH.toString(float(value), "f", max(0, min(decimals, 9)))


# A character that controls a device has a picture of its own in Unicode, or shows that there is one.
_PICTURES = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
}


def visible(text: str) -> str:
    """A text in which also control characters can be seen."""
    return text.translate(_PICTURES)


def one_line(text: str) -> str:
    """A text for a place that holds one paragraph."""
    return " ".join(visible(text).split())
