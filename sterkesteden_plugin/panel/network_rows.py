# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of the page Network: regions that unfold to their municipalities, and cities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..i18n import tr
from . import network_words as words
from . import wording
from .rows import FOLD, UNFOLD, ZONE, Row, heading

if TYPE_CHECKING:
    from ..networks.facts import CityFacts, RegionFacts

MOST_REGIONS = 12  # the others unfold
MOST_APART = 20  # zones in no region, for each reason
ALL = "*"  # the key of the row that unfolds them


def region_rows(
    regions: Sequence[RegionFacts],
    colours: Mapping[str, str],
    names: Mapping[str, str],
    details: Mapping[str, str],
    unit: str,
    unfolded: str,
    all_shown: bool,
    apart: Sequence[tuple[str, Sequence[str]]],
) -> list[Row]:
    """A row for each region, the one that is `unfolded` (code of its centre) with a row for each of its zones.

    `colours` are those of the centres, `details` what is told of a zone; `apart` are zones in no region, and why.
    """
    shown = regions if all_shown or len(regions) <= MOST_REGIONS + 1 else regions[:MOST_REGIONS]
    if unfolded and not any(region.centre == unfolded for region in shown):
        shown = [*shown, *(region for region in regions if region.centre == unfolded)]
    title = tr("1 region") if len(regions) == 1 else tr("{} regions").format(wording.number(len(regions)))
    rows = [heading(title)]
    for region in shown:
        is_open = region.centre == unfolded
        rows.append(
            Row(
                wording.one_line(region.name),
                words.region_detail(region, unit),
                region_key(region.centre),
                FOLD if is_open else UNFOLD,
                marker=colours.get(region.centre, ""),
                extra=words.few() if region.few else "",
            )
        )
        if is_open:
            rows += [zone_row(code, names, details, "part") for code in region.zones]
    if len(shown) < len(regions):
        rows.append(Row(tr("All {} regions").format(wording.number(len(regions))), key=ALL, opens=UNFOLD))
    for reason, codes in apart:
        rows.append(heading(wording.one_line(reason)))
        rows += [zone_row(code, names, details) for code in codes[:MOST_APART]]
        if len(codes) > MOST_APART:
            rows.append(Row(tr("and {} others").format(wording.number(len(codes) - MOST_APART))))
    return rows


def soft_rows(between: Sequence[tuple[str, str]], names: Mapping[str, str]) -> list[Row]:
    """Zones that lie between several centres, by code, with the line that tells which."""
    title = tr("Between several centres") if between else tr("No municipality lies between several centres")
    return [heading(title), *(Row(wording.one_line(names.get(code, code)), line, code, ZONE) for code, line in between)]


def region_key(centre: str) -> str:
    return f"region:{centre}"


def zone_row(code: str, names: Mapping[str, str], details: Mapping[str, str], marker: str = "") -> Row:
    return Row(wording.one_line(names.get(code, code)), details.get(code, ""), code, ZONE, marker=marker)


def city_rows(cities: Sequence[CityFacts]) -> list[Row]:
    return [Row(wording.one_line(city.name), words.city_detail(city), city.code, ZONE) for city in cities]
