# SPDX-License-Identifier: GPL-2.0-or-later
"""What a card says of a claim: the measure, what would change the figures, and what is not there. It judges nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import tr
from ..store.schema import MEASURES
from . import network_words, wording
from .text_view import BODY, SMALL, Paragraph, Style, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..networks.evidence_values import Evidence, Grouped, Reach, Value
    from ..story.model import Claim, ClaimArea, ClaimData

SHARE, AMONG, COMPLEMENTARY, SECTORS = MEASURES
LABEL = Style(0.9, bold=True, muted=True, above=0.7)
LINE = Style(0.9, above=0.25)
FIGURE = Style(above=0.5)
_POINT = "• "


def heading() -> str:
    return tr("Put to the test")


def intro() -> str:
    return tr("What figures say of what is claimed here. They come without a verdict.")


def names(areas: Sequence[ClaimArea]) -> str:
    """Assen, Emmen and Meppel."""
    said = [wording.one_line(area.name) for area in areas]
    return tr("{} and {}").format(", ".join(said[:-1]), said[-1]) if len(said) > 1 else "".join(said)


def these(areas: Sequence[ClaimArea]) -> str:
    return tr("these {}").format(len(areas))


def pair(areas: Sequence[ClaimArea]) -> str:
    return wording.one_line(" – ".join(area.name for area in areas))


def amount(value: Value, measure: str) -> str:
    """The value as it stands at its bar."""
    if measure == COMPLEMENTARY:
        return wording.number(value.value, 2)
    return network_words.share(value.value)


def first_figures(found: Evidence) -> list[Paragraph]:
    """The figure itself, where one says it all; else the chart does."""
    measure = found.claim.measure
    if measure == SHARE and len(found.claim.areas_of("van")) == len(found.claim.areas_of("naar")) == 1 and found.values:
        value = found.values[0]
        text = tr("of the jobs of residents of {} are in {}: {}, in {}").format(
            value.areas[0].name, value.areas[1].name, network_words.jobs(value.jobs or 0, value.unit), value.year
        )
        return [Paragraph(wording.one_line(text), FIGURE, network_words.share(value.value))]
    if measure == AMONG and found.values:
        value = found.values[0]
        text = tr("of the jobs with both ends in {} cross from one to another: {}, in {}").format(
            names(value.areas), network_words.jobs(value.jobs or 0, value.unit), value.year
        )
        return [Paragraph(wording.one_line(text), FIGURE, network_words.share(value.value))]
    return []


def sources(found: Evidence) -> list[Paragraph]:
    """Which table the figures that are shown are from, with their years."""
    lines = dict.fromkeys(f"{value.source}, {value.year}" for value in (*found.values, *found.ties))
    return [Paragraph(wording.one_line(tr("Source: {}").format(line)), SMALL) for line in lines]


def details(found: Evidence, indicators: Mapping[str, str]) -> list[Paragraph]:
    """The measure, what would change the figures, and what it leaves out; `indicators` are names by id."""
    claim = found.claim
    content = [Paragraph(tr("Measure"), LABEL), Paragraph(_measure(claim.measure), LINE)]
    content += [Paragraph(line, SMALL) for line in _measure_source(claim)]
    changes = list(_changes(found, indicators))
    if changes:
        content.append(Paragraph(tr("What would change it"), LABEL))
        content += [Paragraph(_POINT + wording.one_line(line), LINE) for line in changes]
    if claim.note:
        content.append(Paragraph(tr("To be kept in mind"), LABEL))
        content += [Paragraph(part.text, LINE) for part in paragraphs(claim.note)]
    return content


def _measure(measure: str) -> str:
    known = {
        SHARE: tr("Of the jobs of those who live in one municipality, the part that is in the other."),
        AMONG: tr(
            "Of the jobs of which home and work are both in these municipalities, the part for which people go from "
            "one of them to another."
        ),
        COMPLEMENTARY: tr(
            "How different two municipalities are in what people work at (0: the same, 2: nothing in common), beside "
            "the flow between them, divided by what it would be if jobs were spread as they are in the whole country."
        ),
        SECTORS: tr("Of the jobs in a municipality, the part that is in a sector."),
    }
    return known.get(measure, measure)


def _measure_source(claim: Claim) -> list[str]:
    lines = []
    if claim.measure_source is not None:
        lines.append(tr("After: {}").format(wording.source_line(claim.measure_source)))
    if claim.threshold is not None:
        text = tr("From {} on it counts a municipality to a city.")
        lines.append(text.format(_per_cent(claim.threshold)))
    if claim.measure == COMPLEMENTARY:
        lines.append(tr("The two beside each other are an indicator of this plugin itself."))
    return lines


def _per_cent(share: float) -> str:
    """15%, or 16,7%."""
    return f"{wording.number(share * 100, 0 if round(share * 100, 6).is_integer() else 1)}%"


# What would change it


def _changes(found: Evidence, indicators: Mapping[str, str]) -> Iterable[str]:
    if found.values:
        yield from _reaches(found.reaches)
        for value in found.wider:
            more = tr("Areas: with {} as well it is {}.")
            added = [area for area in value.areas if area not in found.values[0].areas]
            yield more.format(names(added), network_words.share(value.value))
        yield from _years(found, indicators)
        yield from _borders(found)
        yield from _methods(found)
        yield from _rounding(found.values)


def _reaches(reaches: Sequence[Reach]) -> Iterable[str]:
    """Up to which threshold an area falls to a centre; what goes to the same other one first is told together."""
    beaten: dict[tuple[ClaimArea, ClaimArea], list[str]] = {}
    for reach in reaches:
        if reach.most is not None:
            text = tr("Threshold: with {} as a centre {} falls to it up to {}, with a higher threshold it does not.")
            yield text.format(reach.to.name, reach.origin.name, network_words.share(reach.most))
        elif reach.instead is not None:
            beaten.setdefault((reach.origin, reach.instead), []).append(reach.to.name)
        else:
            yield tr("Threshold: there is no flow from {} to {}.").format(reach.origin.name, reach.to.name)
    for (origin, instead), centres in beaten.items():
        text = tr("Threshold: with none {} falls to {}, as more of its residents’ jobs are in {}.")
        yield text.format(origin.name, tr(" or ").join(centres), instead.name)


def _years(found: Evidence, indicators: Mapping[str, str]) -> Iterable[str]:
    """Of what the claim is about: first and last year, and how far it went between them."""
    claim = found.claim
    if len(found.years) == 1:
        yield tr("Year: only {} is in this file.").format(found.years[0])
        return
    claimed = set(claim.areas_of("naar"))
    for value in found.values:
        if claim.measure == SHARE and value.areas[1] not in claimed:
            continue
        same = [other for other in found.earlier if other.areas == value.areas and other.part == value.part]
        if not same:
            continue
        first = same[-1]  # the newest comes first
        every = [*same, value]
        low, high = min(every, key=lambda one: one.value), max(every, key=lambda one: one.value)
        told = tr("{} in {}, {} in {}").format(
            amount(first, claim.measure), first.year, amount(value, claim.measure), value.year
        )
        ends = {amount(one, claim.measure) for one in (first, value)}
        for text, one in ((tr("lowest {} in {}"), low), (tr("highest {} in {}"), high)):
            if amount(one, claim.measure) not in ends:
                told += "; " + text.format(amount(one, claim.measure), one.year)
        yield tr("Year, {}: {}.").format(_subject(value, claim, indicators), told)


def _borders(found: Evidence) -> Iterable[str]:
    """First and last year in which the municipalities of now give another figure."""
    told: dict[tuple[ClaimArea, ...], list[Value]] = {}
    for value in found.redrawn:
        told.setdefault(value.areas, []).append(value)
    for values in told.values():
        ends = dict.fromkeys((values[-1], values[0]))  # the newest comes first
        said = ", ".join(tr("{} in {}").format(network_words.share(value.value), value.year) for value in ends)
        subject = _subject(values[0], found.claim, {})
        yield tr("Borders: with the municipalities as they are now, {}: {}.").format(subject, said)


def _subject(value: Value, claim: Claim, indicators: Mapping[str, str]) -> str:
    if claim.measure == SECTORS:
        return f"{pair(value.areas)}, {indicators.get(value.part, value.part)}"
    return these(value.areas) if claim.measure == AMONG else pair(value.areas)


def _methods(found: Evidence) -> Iterable[str]:
    if found.claim.measure not in (SHARE, AMONG):
        return
    if not found.groups:
        yield tr("Method: which fall together in a division into regions, only the flows of the whole country tell.")
    for row in found.groups:
        yield tr("Method, {} ({}): {}.").format(_method(row), row.year, _together(row))


def _method(row: Grouped) -> str:
    name = network_words.short_method(row.method)
    return f"{name} {_per_cent(row.threshold)}" if row.threshold else name


def _together(row: Grouped) -> str:
    several = [names(group) for group in row.groups if len(group) > 1]
    return tr("together {}").format("; ".join(several)) if several else tr("none of these together")


def _rounding(values: Sequence[Value]) -> Iterable[str]:
    margin = max((value.margin for value in values), default=0.0)
    if margin:
        text = tr("Rounding: flows are rounded, which makes up to {} percentage points more or less.")
        yield text.format(wording.number(margin * 100, 1))


# What is not there


def needed(found: Evidence, datasets: Sequence[ClaimData], busy: str) -> list[Paragraph]:
    """What is not there, and which tables have it; `busy` is what is being fetched now."""
    from ..networks.evidence_values import FIGURES, FLOWS, WHOLE

    said = []
    if FIGURES in found.lacks:
        said.append(tr("This file does not have figures of jobs by sector of all these municipalities."))
    if FLOWS in found.lacks:
        some = tr("Of some of these municipalities this file does not have all flows of those who live there.")
        said.append(
            some if found.values else tr("This file does not have all flows of those who live in these municipalities.")
        )
    if WHOLE in found.lacks:
        whole = {
            AMONG: tr("To add others the flows of the whole country are needed."),
            COMPLEMENTARY: tr("For the ties between them the flows of the whole country are needed."),
        }
        said.append(whole.get(found.claim.measure, ""))
    content = [Paragraph(" ".join(filter(None, said)), BODY)] if said else []
    if said and datasets:
        titles = "; ".join(wording.one_line(data.title) for data in datasets)
        content.append(Paragraph(tr("Needed: {}").format(titles), SMALL))
    if said and busy:
        content.append(Paragraph(busy, SMALL))
    return content


def reading() -> Paragraph:
    return Paragraph(tr("The figures are being read…"), SMALL)


def fault(text: str) -> Paragraph:
    return Paragraph(text, BODY)
