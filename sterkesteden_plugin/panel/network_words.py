# SPDX-License-Identifier: GPL-2.0-or-later
"""How the page Network says things: methods, thresholds, regions, numbers of jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import tr
from ..networks import region_words
from . import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..networks.divisions import Division
    from ..networks.facts import CityFacts, RegionFacts

# Keys of the ways to divide, in the order in which they are offered; networks/redraw.py computes them.
DOMINANT, THRESHOLD, LABOUR, COMMUNITIES = "dominant", "threshold", "labour", "communities"
METHODS = (THRESHOLD, DOMINANT, LABOUR, COMMUNITIES)
# Least, most and usual threshold of each, in per cent.
RANGES = {THRESHOLD: (5, 50, 15), DOMINANT: (0, 30, 0), LABOUR: (40, 90, 67), COMMUNITIES: (0, 20, 0)}
DIVISION, TWO, SOFT = "division", "two", "soft"  # what is shown
MODES = (DIVISION, TWO, SOFT)


def method(key: str) -> str:
    ways = {
        DOMINANT: region_words.DOMINANT,
        THRESHOLD: region_words.THRESHOLD,
        LABOUR: region_words.LABOUR,
        COMMUNITIES: region_words.COMMUNITIES,
    }
    return region_words.ways()[ways[key]]


def short_method(key: str) -> str:
    known = {
        DOMINANT: tr("Strongest destination"),
        THRESHOLD: tr("Commuting threshold"),
        LABOUR: tr("Labour market areas"),
        COMMUNITIES: tr("Communities"),
    }
    return known.get(key, key)


def mode(key: str) -> str:
    known = {
        DIVISION: tr("One division"),
        TWO: tr("Two divisions beside each other"),
        SOFT: tr("Soft areas: how firm is it?"),
    }
    return known[key]


def about_threshold(key: str, per_cent: int) -> str:
    """What the slider does with this method."""
    known = {
        DOMINANT: tr(
            "A municipality belongs to where most of those work who work elsewhere, if that place draws more commuters "
            "itself and at least {}% of the residents’ jobs are there."
        ),
        THRESHOLD: tr(
            "A municipality belongs to a centre where at least {}% of its residents’ jobs are; centres with that much "
            "between them are one."
        ),
        LABOUR: tr(
            "Areas are formed in which at least {}% of the residents’ jobs and of the jobs stay within; in small ones "
            "8% more."
        ),
        COMMUNITIES: tr(
            "Municipalities with more flows between them than their sizes explain. Only flows of at least {}% of the "
            "residents’ jobs count."
        ),
    }
    return known[key].format(per_cent)


def jobs(value: float, unit: str) -> str:
    """A number of jobs with its unit, as the table gives it."""
    if "1000" in unit.replace(" ", "").replace(".", ""):
        return tr("{} thousand jobs").format(wording.number(value, 1))
    return tr("{} jobs").format(wording.number(value, 0 if float(value).is_integer() else 1))


def share(value: float | None) -> str:
    return tr("no data") if value is None else f"{wording.number(value * 100, 1)}%"


def municipalities(count: int) -> str:
    return tr("1 municipality") if count == 1 else tr("{} municipalities").format(wording.number(count))


def region_detail(region: RegionFacts, unit: str) -> str:
    parts = [municipalities(len(region.zones)), jobs(region.residents_jobs, unit)]
    if region.supply is not None:
        parts.append(tr("{}% stays").format(wording.number(region.supply * 100)))
    return " · ".join(parts)


def few() -> str:
    return tr("Few flows: a few jobs more or less can change this region.")


def zone_detail(zone: CityFacts) -> str:
    """Strongest destination, and how much stays."""
    parts = []
    if zone.dominant and zone.dominant_share is not None:
        parts.append(tr("{} to {}").format(share(zone.dominant_share), zone.dominant))
    if zone.supply is not None:
        parts.append(tr("{} stays").format(share(zone.supply)))
    return wording.one_line(" · ".join(parts))


def zone_region(centre: str) -> str:
    return tr("In the region of {}").format(centre) if centre else tr("In no region")


def in_region(zone: str, centre: str, division: str) -> str:
    where = tr("region of {}").format(centre) if centre else tr("in no region")
    return wording.one_line(f"{zone}: {where} · {division}")


def division_name(key: str, per_cent: int, year: str) -> str:
    return ", ".join(filter(None, (short_method(key), f"{per_cent}%" if per_cent else "", year)))


def difference(count: int, of: int, names: Sequence[str]) -> str:
    """How many zones are in another region, and which."""
    if not count:
        return tr("All {} municipalities are in the same region in both divisions.").format(wording.number(of))
    text = tr("{} of {} municipalities are in another region ({}). Those on the map are striped.")
    named = ", ".join(names) + (", …" if count > len(names) else "")
    return text.format(wording.number(count), wording.number(of), named)


def lines_told(least: float) -> str:
    text = tr("Lines: flows of at least {}% of the residents’ jobs; they bend to the right in the direction of work.")
    return text.format(wording.number(least * 100))


def shares_line(ranked: Sequence[tuple[str, float]]) -> str:
    """Zwolle 45% · Hoogeveen 30%."""
    return wording.one_line(" · ".join(f"{name} {wording.number(often * 100)}%" for name, often in ranked))


def soft_told(runs: int) -> str:
    text = tr(
        "{} divisions: four methods, each with several thresholds, in up to three years. The area of a municipality is "
        "divided by how often it is with which of two centres: colour and stripes. Faint is often with others."
    )
    return text.format(runs)


def soft_zone(ranked: Sequence[tuple[str, float]]) -> str:
    return tr("Part of the divisions with each centre: {}").format(shares_line(ranked) or tr("with none"))


def apart(division: Division) -> list[tuple[str, tuple[str, ...]]]:
    """Zones in no region, by why; those that are told for another reason are not."""
    from ..networks import divisions

    known = {
        divisions.NO_RESIDENTS: tr("In no region: without residents’ jobs"),
        divisions.NO_JOBS: tr("In no region: without jobs"),
        divisions.ONLY_ITSELF: tr("In no region: tied to nothing but itself"),
        divisions.NOT_PLACED: tr("In no region: no region has ties to it"),
        divisions.EXCLAVE: tr("In no region: cut off from the region that it is tied to"),
    }
    return [(text, tuple(division.reported[reason])) for reason, text in known.items() if division.reported.get(reason)]


def division_notes(division: Division) -> list[str]:
    from ..networks import divisions

    known = {
        divisions.LIMIT_REACHED: tr("The division was stopped at the limit on rounds."),
        divisions.NO_CENTRES: tr("No municipality is a centre at this threshold."),
        divisions.NO_NEIGHBOURS: tr(
            "Enclaves and exclaves are as they came: the map does not have all municipalities of the table."
        ),
    }
    return [text for note, text in known.items() if note in division.notes]


def city_detail(city: CityFacts) -> str:
    """Balance and strongest destination."""
    balance = f"{'+' if city.balance > 0 else ''}{wording.number(city.balance, 1)}"
    parts = [tr("balance {} (jobs minus residents’ jobs)").format(balance)]
    if city.dominant and city.dominant_share is not None:
        parts.append(tr("most to {}: {}").format(city.dominant, share(city.dominant_share)))
    return wording.one_line(" · ".join(parts))
