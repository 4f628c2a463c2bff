# SPDX-License-Identifier: GPL-2.0-or-later
"""The tour: the real application, used as a person would. Pictures and record stay in the working folder.

Its parts stand in the modules beside it. They name nothing of the pack: cities, items and chapters are read from the
pack that is open.
"""

import tour_evidence
import tour_figures
import tour_finding
import tour_map
import tour_network
import tour_open_data
import tour_own
import tour_project
import tour_story
from startup import run

_PARTS = (
    tour_map.opening,
    tour_map.cities,
    tour_map.what_matters_here,
    tour_map.selection,
    tour_story.story,
    tour_finding.search,
    tour_finding.filters,
    tour_finding.locator,
    tour_finding.together,
    tour_figures.figures,
    tour_network.without_table,
    tour_evidence.fetching,
    tour_open_data.open_data,
    tour_network.network,
    tour_evidence.evidence,
    tour_story.presentation,
    tour_own.editing,
    tour_own.workshop,
    tour_story.own_story,
    tour_finding.search,
    tour_project.missing,
    tour_project.reopening,
    tour_project.older_project,
)


def steps():
    yield 300
    for part in _PARTS:
        yield from part()


run(steps())
