# SPDX-License-Identifier: GPL-2.0-or-later
"""What an algorithm of the networks is asked."""

from __future__ import annotations

from ..processing.running import Run


class Keys:
    """Names of the parameters that several have; they never change."""

    FLOWS, ORIGIN, DESTINATION, FLOW = "FLOWS", "ORIGIN", "DESTINATION", "FLOW"
    YEAR_FIELD, SECTOR_FIELD, YEAR, SECTOR = "YEAR_FIELD", "SECTOR_FIELD", "YEAR", "SECTOR"
    UNIT = "UNIT"
    ZONES, CODE, NAME_FIELD, MERGERS = "ZONES", "CODE", "NAME_FIELD", "MERGERS"


class Asked(Run, Keys):
    """A run that knows the parameters of the networks."""
