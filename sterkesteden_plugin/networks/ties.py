# SPDX-License-Identifier: GPL-2.0-or-later
"""The ties between chosen zones: both ways, beside other flows, beside another year, beside what distance explains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from .flows import Flows
from .gravity import Gravity
from .measures import ratio


@dataclass(frozen=True, eq=False)
class Ties:
    """P pairs of chosen zones, in the order in which these were chosen. Arrays float64 (P,) unless said otherwise.

    A flow that the table has not is 0. What cannot be known is NaN: a share of a zone without jobs; the time before
    without such a table, or where it has not the zone; what is expected without a model, or for a zone without a place.
    """

    first: np.ndarray  # int64 (P,), positions in the codes of the flows
    second: np.ndarray  # int64 (P,)
    there: np.ndarray  # T from first to second, in the unit of the flows
    back: np.ndarray  # T from second to first
    total: np.ndarray  # both together
    share_there: np.ndarray  # there / R of the first, 0 to 1
    share_back: np.ndarray  # back / R of the second
    share_between: np.ndarray  # total / all flow between different chosen zones
    before: np.ndarray  # both together in the other table
    change: np.ndarray  # total - before
    growth: np.ndarray  # change / before, NaN where before is 0
    expected: np.ndarray  # both together as the model has it
    ratio: np.ndarray  # total / expected: above 1 is a stronger tie than distance explains; NaN where 0 is expected
    residual: np.ndarray  # total - expected
    missing: tuple[str, ...]  # chosen codes that the flows have not; they are in no pair


def ties(flows: Flows, chosen: Sequence[str], before: Flows | None = None, model: Gravity | None = None) -> Ties:
    """Every pair of the chosen codes; one chosen twice counts once. Fewer than two zones have no pairs.

    `before` is another year in the same unit, with codes of its own; a ValueError tells of another unit. `model` is
    fitted on `flows` (`gravity.fit`): observed over expected is the residual of the doubly constrained model.
    """
    if before is not None and before.unit != flows.unit:
        raise ValueError(f"flows in {flows.unit!r} beside flows in {before.unit!r}")
    place = {code: number for number, code in enumerate(flows.codes)}
    wanted = tuple(dict.fromkeys(chosen))
    present = [place[code] for code in wanted if code in place]
    pairs = np.array(list(combinations(present, 2)), np.int64).reshape(-1, 2)
    first, second = pairs[:, 0], pairs[:, 1]
    there, back = flows.at(first, second), flows.at(second, first)
    total = there + back
    jobs = flows.residents_jobs()
    earlier = _earlier(flows, before, first, second)
    expected = np.full(len(pairs), np.nan)
    if model is not None:
        expected = model.expected(first, second) + model.expected(second, first)
    return Ties(
        first,
        second,
        there,
        back,
        total,
        ratio(there, jobs[first]),
        ratio(back, jobs[second]),
        ratio(total, np.full(len(total), total.sum())),
        earlier,
        total - earlier,
        ratio(total - earlier, earlier),
        expected,
        ratio(total, expected),
        total - expected,
        tuple(code for code in wanted if code not in place),
    )


def crossing(flows: Flows, chosen: Sequence[str]) -> float:
    """Of the flow with both ends in the chosen zones, the part (0 to 1) between different ones; NaN without any."""
    member = np.zeros(flows.count + 1, bool)
    member[: flows.count] = np.isin(np.array(flows.codes, dtype=str), list(chosen))
    among = member[flows.origin] & member[flows.destination]
    flow = flows.flow[among]
    different = flows.origin[among] != flows.destination[among]
    return float(flow[different].sum() / flow.sum()) if len(flow) else float("nan")


def _earlier(flows: Flows, before: Flows | None, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    if before is None:
        return np.full(len(first), np.nan)
    place = {code: number for number, code in enumerate(before.codes)}
    then = np.array([place.get(code, -1) for code in flows.codes], np.int64)
    start, end = then[first], then[second]
    return np.where((start >= 0) & (end >= 0), before.at(start, end) + before.at(end, start), np.nan)
