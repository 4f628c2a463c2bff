# SPDX-License-Identifier: GPL-2.0-or-later
"""Then and now: each claim of an item or chapter, and below it what is known of it since, or that nothing is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import tr
from . import wording
from .text_view import COUNTED, HEADING, SMALL, Paragraph, Style, TextView, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..story.model import Figure, Now, Reference

THEN = Style(0.9, bold=True, muted=True, above=1.0)
NOW = Style(0.9, bold=True, muted=True, above=0.5)
CLAIM = Style(above=0.1)


class NowView(TextView):
    """Hidden where nothing of the text was followed up."""

    def __init__(self) -> None:
        super().__init__(tr("Then and now"))
        self.setObjectName("now")

    def show_nows(self, nows: Sequence[Now], reference: Reference) -> None:
        """Show what is known now of the claims of a text; `reference` says when that text held."""
        content = [Paragraph(tr("Then and now"), HEADING)] if nows else []
        for now in nows:
            content += _told(now, reference)
        self.set_content(content)


def _told(now: Now, reference: Reference) -> list[Paragraph]:
    found = [
        Paragraph(tr("Then: {}").format(wording.day(reference.date)), THEN),
        Paragraph(wording.one_line(now.claim), CLAIM),
        Paragraph(outcome(now), NOW),
    ]
    if now.figure is not None:
        found.append(Paragraph(_figure(now.figure), COUNTED, wording.amount(now.figure)))
    found += paragraphs(now.text)
    origin = [wording.source_line(now.reference.source), now.reference.found_at, wording.day(now.reference.date)]
    found.append(Paragraph(wording.one_line(" · ".join(filter(None, origin))), SMALL))
    return found


def outcome(now: Now) -> str:
    """What became of the claim and when; a word that the panel does not know stands as it is in the data."""
    when = wording.day(now.reference.date)
    if now.outcome == "geen nieuwer cijfer":
        return (
            tr("Now: no newer figure; the latest is of {}").format(when) if now.figure else tr("Now: no newer figure")
        )
    known = {"nieuwer cijfer": tr("Now: {}"), "veranderd": tr("Changed: {}")}
    return known[now.outcome].format(when) if now.outcome in known else wording.one_line(f"{now.outcome}: {when}")


def _figure(figure: Figure) -> str:
    """What it counts and where; a flow names both ends already."""
    name = wording.figure_name(figure)
    return name if figure.to or figure.to_code else wording.one_line(f"{name} · {figure.area}")
