# SPDX-License-Identifier: GPL-2.0-or-later
"""The divisions of networks as plain Python, networkx and igraph make them, from graphs that are ready."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import igraph
import networkx
import numpy as np

from sterkesteden_plugin.networks.flows import Flows
from sterkesteden_plugin.networks.functional_areas import SHARE
from tests.networks.reference_labour_markets import labour_markets


def networkx_graph(flows: Flows) -> Any:
    """Zones are numbers; elsewhere is left out."""
    inside = flows.inside()
    graph = networkx.DiGraph()
    graph.add_nodes_from(range(flows.count))
    graph.add_weighted_edges_from(zip(inside.origin.tolist(), inside.destination.tolist(), inside.flow.tolist()))
    return graph


def igraph_graph(flows: Flows) -> Any:
    """The same."""
    inside = flows.inside()
    pairs = list(zip(inside.origin.tolist(), inside.destination.tolist()))
    return igraph.Graph(flows.count, pairs, directed=True, edge_attrs={"weight": inside.flow.tolist()})


def plain_labour_markets(flows: Flows, demands: Sequence[float]) -> list[int]:
    """(c) by the steps, in plain Python."""
    pairs = zip(flows.origin.tolist(), flows.destination.tolist())
    return labour_markets(flows.count, dict(zip(pairs, flows.flow.tolist())), *demands).label


def networkx_dominant(graph: Any) -> list[int]:
    """(a): the dominant flows as a graph, whose weak components are the regions."""
    size = {zone: sum(w for o, _, w in graph.in_edges(zone, data="weight") if o != zone) for zone in graph}
    leads = networkx.Graph()
    leads.add_nodes_from(graph)
    for zone in graph:
        ties = [(-weight, other) for _, other, weight in graph.out_edges(zone, data="weight") if other != zone]
        if ties:
            other = min(ties)[1]
            if (-size[other], other) < (-size[zone], zone):
                leads.add_edge(zone, other)
    return _labels(networkx.connected_components(leads), len(graph))


def igraph_dominant(graph: Any) -> list[int]:
    """The same."""
    weights, size = graph.es["weight"], graph.strength(mode="in", loops=False, weights="weight")
    targets = [edge[1] for edge in graph.get_edgelist()]
    leads = []
    for zone, edges in enumerate(graph.get_inclist(mode="out")):
        ties = [(-weights[edge], targets[edge]) for edge in edges if targets[edge] != zone]
        if ties:
            other = min(ties)[1]
            if (-size[other], other) < (-size[zone], zone):
                leads.append((zone, other))
    return igraph.Graph(graph.vcount(), leads).connected_components().membership


def networkx_areas(graph: Any, centres: Sequence[int]) -> list[int]:
    """(b): linked centres are the components of a graph; every zone goes to the largest share."""
    residents = dict(graph.out_degree(weight="weight"))
    jobs = dict(graph.in_degree(weight="weight"))
    among = graph.subgraph(centres)
    links = networkx.Graph()
    links.add_nodes_from(centres)
    links.add_edges_from((o, d) for o, d, w in among.edges(data="weight") if w / residents[o] >= SHARE)
    main = _main(networkx.connected_components(links), jobs)
    rows = ((zone, ((d, w) for _, d, w in graph.out_edges(zone, data="weight"))) for zone in graph)
    return [_nearest(zone, ties, main, residents[zone]) for zone, ties in rows]


def igraph_areas(graph: Any, centres: Sequence[int]) -> list[int]:
    """The same."""
    residents = graph.strength(mode="out", weights="weight")
    jobs = graph.strength(mode="in", weights="weight")
    among = graph.induced_subgraph(centres)
    links = [edge.tuple for edge in among.es if edge["weight"] / residents[centres[edge.source]] >= SHARE]
    parts = igraph.Graph(len(centres), links).connected_components()
    main = _main(([centres[zone] for zone in part] for part in parts), jobs)
    weights, targets = graph.es["weight"], [edge[1] for edge in graph.get_edgelist()]
    return [
        _nearest(zone, ((targets[edge], weights[edge]) for edge in edges), main, residents[zone])
        for zone, edges in enumerate(graph.get_inclist(mode="out"))
    ]


def networkx_communities(graph: Any, seed: int) -> list[int]:
    """(d): Louvain with directed modularity. igraph has Louvain for undirected graphs only."""
    return _labels(networkx.community.louvain_communities(graph, seed=seed), len(graph))


def _main(parts: Iterable[Iterable[int]], jobs: Any) -> dict[int, int]:
    main = {}
    for part in map(list, parts):
        best = min(part, key=lambda zone: (-jobs[zone], zone))
        main.update((zone, best) for zone in part)
    return main


def _nearest(zone: int, ties: Iterable[tuple[int, float]], main: dict[int, int], residents: float) -> int:
    if zone in main:
        return main[zone]
    drawn: dict[int, float] = {}
    for other, weight in ties:
        if other in main:
            drawn[main[other]] = drawn.get(main[other], 0.0) + weight
    best = min(drawn, key=lambda one: (-drawn[one], one), default=-1)
    return best if drawn and drawn[best] / residents >= SHARE else -1


def _labels(parts: Iterable[Iterable[int]], count: int) -> list[int]:
    labels = np.full(count, -1)
    for number, part in enumerate(parts):
        labels[list(part)] = number
    return labels.tolist()
