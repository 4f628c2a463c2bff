# SPDX-License-Identifier: GPL-2.0-or-later
"""Communities: zones with more flow between them than their sizes explain.

By the modularity of directed networks: Leicht, E. A. and Newman, M. E. J. (2008), Community structure in directed
networks, Physical Review Letters 100, 118703. Raised by the method of Blondel, V. D. et al. (2008), Fast unfolding of
communities in large networks, Journal of Statistical Mechanics P10008 (Louvain).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..tables.stopping import Stopped, never
from .divisions import NO_FLOWS, NONE, Division
from .flows import Flows
from .ranking import whole

_LEAST = 1e-10  # a gain below this share of all flow is noise


def modularity(flows: Flows, labels: np.ndarray, resolution: float = 1.0, within: bool = True) -> float:
    """Q = sum over zones in one region of T_ij / m - resolution · out_i · in_j / m², with m all flow between zones.

    Zones in no region (labels below zero) are regions by themselves. `within` counts what stays in a zone as a flow.
    NaN where nothing flows.
    """
    labels = np.asarray(labels, np.int64)
    alone = labels < 0
    labels = np.where(alone, labels.max(initial=0) + 1 + np.cumsum(alone), labels)
    network = _network(flows, within)
    total = network.flow.sum()
    if not total > 0:
        return float("nan")
    source, target = labels[network.source], labels[network.target]
    size = int(labels.max()) + 1
    out = np.bincount(source, network.flow, size)
    into = np.bincount(target, network.flow, size)
    return float(network.flow[source == target].sum() / total - resolution * (out / total) @ (into / total))


def communities(
    flows: Flows,
    resolution: float = 1.0,
    seed: int = 0,
    within: bool = True,
    cancelled: Callable[[], bool] = never,
) -> Division:
    """Divide zones so that `modularity` is high; centres are the zones with the most jobs.

    Flows from and to elsewhere do not count. Zones are visited in an order that `seed` decides: the same seed gives the
    same communities everywhere, another may give others. A `resolution` above 1 gives more and smaller ones. Zones
    without flows from or to zones are in no region and reported. Raises ValueError for a resolution below zero, Stopped
    when cancelled.
    """
    if not 0 <= resolution < float("inf"):
        raise ValueError("the resolution must be zero or more")
    network = _network(flows, within)
    labels = np.arange(flows.count)
    order = np.random.RandomState(seed % 2**32)  # whose numbers are promised to stay the same
    while True:
        moved = _move(network, resolution, order.permutation(network.count), cancelled)
        if moved is None:
            break
        labels = moved[labels]
        network = network.merged(moved)
    present = np.zeros(flows.count, bool)
    inside = flows.inside()
    present[inside.origin] = present[inside.destination] = True
    silent = [flows.codes[zone] for zone in np.flatnonzero(~present)]
    return Division.of(np.where(present, labels, NONE), flows.jobs(), {NO_FLOWS: silent})


@dataclass(frozen=True, eq=False)
class _Network:
    """Flows between `count` nodes: every pair once, sorted."""

    count: int
    source: np.ndarray
    target: np.ndarray
    flow: np.ndarray

    def merged(self, labels: np.ndarray) -> _Network:
        count = int(labels.max()) + 1
        pair, number = np.unique(labels[self.source] * count + labels[self.target], return_inverse=True)
        flow = np.bincount(number.reshape(-1), weights=self.flow, minlength=len(pair))
        return _Network(count, pair // count, pair % count, flow)


def _network(flows: Flows, within: bool) -> _Network:
    inside = flows.inside()
    kept = slice(None) if within else inside.origin != inside.destination
    return _Network(flows.count, inside.origin[kept], inside.destination[kept], whole(inside.flow[kept])[0])


def _move(network: _Network, resolution: float, order: np.ndarray, cancelled: Callable[[], bool]) -> np.ndarray | None:
    """Let nodes go to the community of a neighbour as long as that raises modularity; None if none does."""
    count, total = network.count, network.flow.sum()
    if not total > 0:
        return None
    out = np.bincount(network.source, network.flow, count)
    into = np.bincount(network.target, network.flow, count)
    between = network.source != network.target
    source, target, flow = network.source[between], network.target[between], network.flow[between]
    # A node gains by flow in both directions, so both are listed with it, as they come.
    owner = np.concatenate([source, target])
    tied = np.argsort(owner, kind="stable")
    start = np.searchsorted(owner[tied], np.arange(count + 1)).tolist()
    neighbour, flow = np.concatenate([target, source])[tied], np.concatenate([flow, flow])[tied]
    label = np.arange(count)
    outs, intos = out.copy(), into.copy()  # of communities
    # What a node expects of the flows into and out of a community, and of itself.
    scale = resolution / total
    nodes = list(zip(out.tolist(), into.tolist(), (scale * out).tolist(), (scale * into).tolist()))
    itself = (2 * scale * out * into).tolist()
    noise, changed = _LEAST * total, False
    waiting, queued = deque(order.tolist()), bytearray(b"\1" * count)
    while waiting:
        if cancelled():
            raise Stopped
        node = waiting.popleft()
        queued[node] = False
        row = slice(start[node], start[node + 1])
        around = neighbour[row]
        if not len(around):
            continue
        own, near = int(label[node]), label.take(around)
        node_out, node_into, wants_into, wants_out = nodes[node]
        ties = np.bincount(near, flow[row], own + 1)
        gain = ties.take(near) - (wants_into * intos.take(near) + wants_out * outs.take(near))
        best = gain[gain.argmax()]
        if best <= ties[own] - (wants_into * intos[own] + wants_out * outs[own]) + itself[node] + noise:
            continue
        new = int(near[gain == best].min())
        label[node] = new
        outs[own] -= node_out
        intos[own] -= node_into
        outs[new] += node_out
        intos[new] += node_into
        changed = True
        # Others may want to follow; not those it now is with.
        for other in around[near != new].tolist():
            if not queued[other]:
                queued[other] = True
                waiting.append(other)
    return np.unique(label, return_inverse=True)[1].reshape(-1) if changed else None
