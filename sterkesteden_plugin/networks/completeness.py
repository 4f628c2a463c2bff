# SPDX-License-Identifier: GPL-2.0-or-later
"""Which zones have all their flows in a table: one that holds the flows of some municipalities only passes for whole.

Such a table (the data set of a pack: from or to one of its municipalities) has rows of every other municipality too,
but only those that begin or end in the pack. Shares, self-containment and divisions of these would be nonsense.
"""

from __future__ import annotations

import numpy as np

from .flows import Flows


def complete(flows: Flows) -> np.ndarray:
    """bool (N,): whether R, W and all shares of a zone can be trusted, because all of its flows are there.

    In a table of some zones only, the others have flows with those but none within themselves. Where that is so of more
    than half of the zones, and not of all, those are taken to be such; else all zones with flows are complete, for in
    the smallest fewer jobs are within than a table counts. A zone without any flow is not complete.

    For who divides, draws or compares: a division of zones is only worth its name where `is_whole` says so; else take
    the others for elsewhere (`facts.whole_zones`), or say that the flows of the whole country are needed.
    """
    present = _present(flows)
    within = flows.within() > 0
    return within if within.any() and within.sum() * 2 < present.sum() else present


def is_whole(flows: Flows) -> bool:
    """Whether every zone that has flows has all of them, so that zones can be divided and compared."""
    present = _present(flows)
    return bool(present.any() and complete(flows)[present].all())


def _present(flows: Flows) -> np.ndarray:
    """bool (N,): zones that have any flow."""
    present = np.zeros(flows.count + 1, bool)
    present[flows.origin] = present[flows.destination] = True
    return present[: flows.count]
