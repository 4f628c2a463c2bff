# SPDX-License-Identifier: GPL-2.0-or-later
"""The scores of workshops beside each other. Pure: no QGIS, no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .model import Pack, Score, Workshop


def key(criterion: str) -> str:
    """By which two criteria are the same: however their capitals and spaces are written."""
    return " ".join(criterion.split()).casefold()


def criteria(workshops: Iterable[Workshop]) -> list[str]:
    """Every criterion that any of the workshops scored, as it was first written."""
    found: dict[str, str] = {}
    for workshop in workshops:
        for score in workshop.scores:
            found.setdefault(key(score.criterion), " ".join(score.criterion.split()))
    return list(found.values())


def scores(workshop: Workshop, names: Sequence[str]) -> list[Score | None]:
    """What a workshop has on each criterion; where it stands there twice, the first that gives a score."""
    found: dict[str, Score] = {}
    for score in workshop.scores:
        known = found.get(key(score.criterion))
        if known is None or (known.score is None and score.score is not None):
            found[key(score.criterion)] = score
    return [found.get(key(name)) for name in names]


def scored(workshops: Iterable[Workshop]) -> list[Workshop]:
    """The workshops that gave a score, by date."""
    found = (workshop for workshop in workshops if any(score.score is not None for score in workshop.scores))
    return sorted(found, key=lambda workshop: workshop.date)


def newest_elsewhere(pack: Pack, city: str) -> list[Workshop]:
    """The newest workshop with scores of each other city, in the order of the cities."""
    newest = {workshop.city: workshop for workshop in scored(pack.workshops)}
    return [newest[other.id] for other in pack.cities if other.id in newest and other.id != city]


def to_take_over(pack: Pack, city: str, but: str = "") -> Workshop | None:
    """The workshop whose criteria a new one may want: the newest of the city, else of any; `but` is that one."""
    others = [workshop for workshop in pack.workshops if workshop.scores and workshop.id != but]
    return max(others, key=lambda workshop: (workshop.city == city, workshop.date), default=None)
