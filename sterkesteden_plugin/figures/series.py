# SPDX-License-Identifier: GPL-2.0-or-later
"""From the figures of a city to what is shown of them. Pure: no QGIS, no Qt."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..story.model import Figure, Indicator

LEAST_POINTS = 3  # fewer values tell no course of time


def year(iso: str) -> float | None:
    """A date as a year with decimals, so that uneven intervals are spaced truly; None for what is no date."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return None
    start, end = date(day.year, 1, 1).toordinal(), date(day.year, 12, 31).toordinal()
    return day.year + (day.toordinal() - start) / (end - start + 1)


def newest(figures: Iterable[Figure], indicators: Iterable[Indicator]) -> list[Figure]:
    """The newest figure with a value of each indicator, function and flow; one without a value where there is no other.

    `figures` are in the order of date; the answer is in the order of `indicators`.
    """
    found: dict[tuple[str | None, ...], Figure] = {}
    for figure in figures:
        key = (figure.indicator.id, figure.function, figure.area_code, figure.to_code, figure.to)
        if figure.value is not None or key not in found or found[key].value is None:
            found[key] = figure
    order = {indicator.id: i for i, indicator in enumerate(indicators)}
    return sorted(found.values(), key=lambda figure: order.get(figure.indicator.id, len(order)))
