# SPDX-License-Identifier: GPL-2.0-or-later
"""What figures say of a claim of the story: its measure in each year that is there, and what would change it.

No verdict: nothing here says whether a claim is true.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from .evidence_flows import among, shares
from .evidence_sectors import complementary, sectors
from .evidence_values import AMONG, COMPLEMENTARY, SECTORS, SHARE, Evidence, FlowTable

if TYPE_CHECKING:
    from ..story.model import Claim, Figure


def evidence(claim: Claim, tables: Sequence[FlowTable], figures: Iterable[Figure]) -> Evidence:
    """The figures of a claim; of several tables of a year the first that has all flows of an area counts.

    Raises ValueError for a measure that is none.
    """
    if claim.measure == SHARE:
        return shares(claim, tables)
    if claim.measure == AMONG:
        return among(claim, tables)
    if claim.measure == COMPLEMENTARY:
        return complementary(claim, tables, figures)
    if claim.measure == SECTORS:
        return sectors(claim, figures)
    raise ValueError(claim.measure)
