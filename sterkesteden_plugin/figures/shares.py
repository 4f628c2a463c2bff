# SPDX-License-Identifier: GPL-2.0-or-later
"""Parts as shares of their whole: jobs of a sector in all jobs. Pure: no QGIS, no Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..story.model import Figure, Indicator

UNIT = "%"
_DECIMALS = 1


def shares(figures: Iterable[Figure], indicators: Sequence[Indicator]) -> list[Figure]:
    """The figures of indicators that are parts, each as a percentage of its whole; all others are left out.

    The whole is the figure of the same area, flow and date. Where it is not there, is zero or has no value, or the part
    has none, the share has none either.
    """
    by_id = {indicator.id: indicator for indicator in indicators}
    found = list(figures)
    wholes = {_key(figure): figure for figure in found}
    return [
        _share(part, wholes.get((part.indicator.whole, *_key(part)[1:])), by_id[part.indicator.whole])
        for part in found
        if part.indicator.whole in by_id
    ]


def _key(figure: Figure) -> tuple[str | None, ...]:
    return figure.indicator.id, figure.area_code, figure.to_code, figure.function, figure.date


def _share(part: Figure, whole: Figure | None, of: Indicator) -> Figure:
    value = None
    if whole is not None and whole.value and part.value is not None:
        value = 100 * part.value / whole.value
    indicator = replace(part.indicator, unit=UNIT, decimals=_DECIMALS)
    mark = part.mark or (whole.mark if whole is not None else None)
    return replace(part, id=f"{part.id}/{of.id}", indicator=indicator, value=value, mark=mark)
