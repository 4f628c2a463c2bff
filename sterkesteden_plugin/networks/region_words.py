# SPDX-License-Identifier: GPL-2.0-or-later
"""How divisions are told: the ways to divide with their sources, why zones are set apart, what is to be known."""

from __future__ import annotations

from ..i18n import tr

DOMINANT, THRESHOLD, LABOUR, COMMUNITIES = range(4)  # as Processing and models count them: never change


def ways() -> list[str]:
    """The ways to divide, by their numbers."""
    return [
        tr("Strongest destination (Nystuen and Dacey)"),
        tr("Commuting threshold around centres (EU-OECD)"),
        tr("Labour market areas (Coombes and Bond)"),
        tr("Communities of flows (Louvain)"),
    ]


def way_sources() -> list[str]:
    """How each of them divides, and who thought of it."""
    return [
        tr(
            "Strongest destination: a zone belongs to where its largest flow to another zone goes, if that is larger; "
            "else it is a centre itself. Nystuen and Dacey (1961), A graph theory interpretation of nodal regions."
        ),
        tr(
            "Commuting threshold: a zone belongs to the centre that at least so many of its residents' jobs are in; "
            "centres linked by as much are one; enclaves are taken in, exclaves are left out. EU-OECD definition of a "
            "functional urban area (Dijkstra, Poelman and Veneri 2019)."
        ),
        tr(
            "Labour market areas: the least valid area is dissolved zone by zone, until every area is large and "
            "self-contained enough. Coombes and Bond (2008), in the variant of Istat's R package LabourMarketAreas "
            "(Franconi, D'Alò and Ichim 2016)."
        ),
        tr(
            "Communities: zones with more flow between them than their sizes let expect, by directed modularity "
            "(Leicht and Newman 2008) and the method of Louvain (Blondel and others 2008), from a fixed seed."
        ),
    ]


def reason_words(reason: str) -> str:
    """Why a zone is told by name: a key of `Division.reported`."""
    from . import divisions

    known = {
        divisions.NO_FLOWS: tr("no flows"),
        divisions.NO_SUCH_ZONE: tr("no such zone"),
        divisions.NO_RESIDENTS: tr("no residents' jobs"),
        divisions.NO_JOBS: tr("no jobs"),
        divisions.ONLY_ITSELF: tr("tied to nothing but itself"),
        divisions.NOT_PLACED: tr("no region has ties to it"),
        divisions.ENCLAVE: tr("enclave, taken in"),
        divisions.EXCLAVE: tr("exclave, left out"),
        divisions.MERGED: tr("centre, merged with another"),
    }
    return known.get(reason, reason)


def note_words(note: str) -> str:
    """What is to be known of a division: one of `Division.notes`."""
    from . import divisions

    known = {
        divisions.LIMIT_REACHED: tr("Stopped at the limit on rounds: not every region is as it should be."),
        divisions.NO_NEIGHBOURS: tr("Enclaves and exclaves are not treated: points have no borders."),
        divisions.NO_CENTRES: tr("No zone is a centre: there are no regions. Lower the threshold, or give centres."),
    }
    return known.get(note, note)
