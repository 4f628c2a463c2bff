# SPDX-License-Identifier: GPL-2.0-or-later
"""Which zones have all their flows in a table: one that holds the flows of some municipalities only passes for whole.

Such a table (the data set of a pack: from or to one of its municipalities) has rows of every other municipality too,
but only those that begin or end in the pack. Shares, self-containment and divisions of these would be nonsense.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from .flows import Flows


def complete(flows: Flows, asked: Collection[str] | None = None) -> np.ndarray:
    """bool (N,): whether R, W and all shares of a zone can be trusted, because all of its flows are there.

    `asked` are the codes whose flows were asked for, both ways, where that is known (a data set of the catalogue with
    the choice "@gemeenten": the municipalities of the pack). Else it is told by the flows within zones: in a table of
    some zones only, the others have flows with those but none within themselves. Where no zone has any, nothing can be
    told and all pass. A zone without any flow is not complete.

    For who divides, draws or compares: a division of zones is only worth its name where `is_whole` says so; else take
    the complete ones for zones and the rest for elsewhere (`only_complete`), or say that the flows of the whole country
    are needed.
    """
    count = flows.count
    present = np.zeros(count + 1, bool)
    present[flows.origin] = present[flows.destination] = True
    if asked is not None:
        known = set(asked)
        return np.fromiter((code in known for code in flows.codes), bool, count) & present[:count]
    within = flows.within() > 0
    return within if within.any() else present[:count]


def is_whole(flows: Flows, asked: Collection[str] | None = None) -> bool:
    """Whether every zone that has flows has all of them, so that zones can be divided and compared.

    One in a hundred may lack a flow within: in the smallest municipalities fewer jobs are than a table counts.
    """
    present = np.zeros(flows.count + 1, bool)
    present[flows.origin] = present[flows.destination] = True
    having = int(present[: flows.count].sum())
    return having > 0 and int(complete(flows, asked).sum()) >= 0.99 * having


def only_complete(flows: Flows, asked: Collection[str] | None = None) -> Flows:
    """The flows with the zones that are complete as zones, all others as elsewhere; R and W of these stay the same."""
    kept = complete(flows, asked)
    place = np.append(np.where(kept, np.cumsum(kept) - 1, kept.sum()), kept.sum()).astype(np.int64)
    codes = tuple(code for code, is_kept in zip(flows.codes, kept) if is_kept)
    return Flows.between(codes, place[flows.origin], place[flows.destination], flows.flow, flows.unit, flows.year)
