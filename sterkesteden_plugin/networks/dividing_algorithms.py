# SPDX-License-Identifier: GPL-2.0-or-later
"""What dividing zones once and dividing them many times share in Processing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingException, QgsProcessingParameterBoolean

from ..i18n import tr
from .base_algorithms import NetworkAlgorithm
from .region_words import way_sources
from .run_algorithms import Run

if TYPE_CHECKING:
    import numpy as np

    from .flows import Flows


class Dividing(NetworkAlgorithm):
    """Which zones take part, and which of them are centres."""

    WHOLE_ONLY, CENTRES = "WHOLE_ONLY", "CENTRES"

    def method(self) -> list[str]:
        return way_sources()

    def add_whole_only(self) -> None:
        """Whether zones whose flows are not all in the table are left out."""
        only = QgsProcessingParameterBoolean(self.WHOLE_ONLY, tr("Only zones with all flows in the table"), True)
        only.setHelp(
            tr(
                "A table of what flows to or from a few zones has no flow of the others with themselves: these are "
                "then in no region, and count as elsewhere."
            )
        )
        self.add(only, advanced=True)

    def flows_of(self, run: Run, year: str, one_of_many: bool = False) -> Flows:
        """The flows of a year, between the zones that are divided."""
        from .facts import whole_zones

        every = run.joined(year, one_of_many).flows
        flows = whole_zones(every) if run.flag(self.WHOLE_ONLY) else every
        if flows.count < every.count:
            text = tr("{} of {} zones have no flow with themselves in the table: they are in no region.")
            run.tell(text.format(every.count - flows.count, every.count))
        return flows

    def centres_of(self, run: Run, flows: Flows) -> list[str]:
        """The codes of centres that were given. Raises QgsProcessingException for one that is no zone."""
        centres = run.words(self.CENTRES)
        strangers = sorted(set(centres) - set(flows.codes))
        if strangers:
            text = tr("No zone that is divided has the code {}. Give codes of centres as the layer of zones has them.")
            raise QgsProcessingException(text.format(", ".join(strangers)))
        return centres


def neighbours_of(run: Run, flows: Flows) -> np.ndarray | None:
    """Pairs of zones that share a border, by position in the flows; None of points."""
    import numpy as np

    zones = run.given().zones
    if not zones.are_areas:
        return None
    place = {code: number for number, code in enumerate(flows.codes)}
    at = np.array([place.get(code, -1) for code in zones.codes], np.int64)
    pairs = at[zones.neighbours(run.cancelled)] if len(at) else np.zeros((0, 2), np.int64)
    return pairs[(pairs >= 0).all(axis=1)]
