# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates and numbers as they are written in Dutch, as the content is."""

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


def one_line(text: str) -> str:
    """A text for a place that holds one paragraph."""
    return " ".join(text.split())
