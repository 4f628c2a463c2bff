# SPDX-License-Identifier: GPL-2.0-or-later
"""How far several centres share an area: by their sizes (form), and by the flows between them (function)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .flows import Flows, sums

LARGEST = (2, 3, 4)  # how many of the largest centres a slope is drawn through
IN, OUT, BOTH = "in", "out", "both"
DIRECTIONS = (IN, OUT, BOTH)


@dataclass(frozen=True, eq=False)
class RankSize:
    """Slopes of ln size over ln rank."""

    slope: float  # the mean of the slopes: 0 is centres of one size, the lower the more one of them dominates
    counts: tuple[int, ...]  # of how many of the largest centres
    slopes: tuple[float, ...]  # the slope through so many
    centres: int  # centres with a size above zero


def rank_size(sizes: np.ndarray, counts: Sequence[int] = LARGEST) -> RankSize:
    """Slope of the rank-size line ln(size) = a + b ln(rank), by least squares, through the largest centres.

    Burger & Meijers (2012, Urban Studies 49: 1127-1149; also Meijers & Burger 2010, Environment and Planning A 42:
    1383-1402): the mean of the slopes through the two, three and four largest, so that one choice does not decide.
    Their morphological polycentricity takes the sizes of centres (`sizes_of(...)[0]`), their functional one the flows
    that come in from other centres (`[1]`). The flatter (nearer to 0), the more polycentric.

    `sizes` float64 (K,). Centres without size have no place in it; a count with fewer centres than that is left out.
    NaN with fewer than two centres.
    """
    found = np.asarray(sizes, np.float64)
    found = np.sort(found[found > 0])[::-1]
    used = tuple(count for count in counts if 2 <= count <= len(found))
    slopes = tuple(_slope(np.log(np.arange(1, count + 1)), np.log(found[:count])) for count in used)
    return RankSize(float(np.mean(slopes)) if slopes else float("nan"), used, slopes, len(found))


def sizes_of(flows: Flows, chosen: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Of the chosen centres, float64 (K,) each: all jobs W in it (form), and those held from other centres (function).

    In the order of the codes; what the flows have not is left out.
    """
    places, into, _out = _between(flows, chosen)
    return flows.jobs()[places], into


@dataclass(frozen=True, eq=False)
class Functional:
    """Green's functional polycentricity and what it is made of."""

    value: float  # P, 0 to 1
    spread: float  # sigma, standard deviation of the degrees, in the unit of the flows
    most_spread: float  # sigma_max, of two nodes with degree 0 and the largest degree found
    density: float  # Delta, 0 to 1
    codes: tuple[str, ...]  # of the nodes
    degrees: np.ndarray  # float64 (K,), in the unit of the flows


def functional(flows: Flows, chosen: Sequence[str], direction: str = IN) -> Functional:
    """P = (1 - sigma / sigma_max) Delta (Green 2007, Urban Studies 44: 2077-2103, special functional polycentricity).

    The nodes are the chosen zones, the degree of a node is the flow from other nodes (`direction` "in"), to them
    ("out") or both. sigma is the standard deviation (of the whole, not of a sample) of the degrees, sigma_max that of
    two nodes of which one has degree 0 and the other the largest degree found: half of it. Delta is the density: the
    flow between nodes as part of all flow among them, that within nodes included, which is the most that could flow
    between if nobody stayed. 0 is one centre that all goes to, or no ties at all; 1 is nodes alike of which all flow
    goes to others. Where nothing flows between the nodes P is 0, without any flow among them, or with fewer than two
    nodes, NaN. Raises ValueError for an unknown direction.
    """
    if direction not in DIRECTIONS:
        raise ValueError(f"unknown direction {direction!r}")
    places, into, out = _between(flows, chosen)
    codes = tuple(flows.codes[place] for place in places)
    degrees = {IN: into, OUT: out, BOTH: into + out}[direction]
    between = float(into.sum())
    whole = between + float(flows.within()[places].sum())
    if len(places) < 2 or not whole:
        nan = float("nan")
        return Functional(nan, nan, nan, nan, codes, degrees)
    spread, most, density = float(degrees.std()), float(degrees.max()) / 2, between / whole
    return Functional((1 - spread / most) * density if most else 0.0, spread, most, density, codes, degrees)


def _slope(x: np.ndarray, y: np.ndarray) -> float:
    x = x - x.mean()
    return float((x * (y - y.mean())).sum() / (x * x).sum())


def _between(flows: Flows, chosen: Sequence[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Positions of the chosen zones, by code; of each what flows in from the others, and out to them."""
    wanted = set(chosen)
    places = np.array([place for place, code in enumerate(flows.codes) if code in wanted], np.int64)
    member = np.zeros(flows.count + 1, bool)
    member[places] = True
    between = member[flows.origin] & member[flows.destination] & (flows.origin != flows.destination)
    into = sums(flows.destination[between], flows.flow[between], flows.count)
    out = sums(flows.origin[between], flows.flow[between], flows.count)
    return places, into[places], out[places]
