# SPDX-License-Identifier: GPL-2.0-or-later
"""The cores of networks beside plain Python, networkx and igraph; and on 10,000 zones. `python -m benchmarks.networks`.

Issue 6: labour market areas of the real matrix at least 8 times as fast as plain Python, every other core in no more
than that time; divisions no slower than networkx and igraph, a move of the slider within 100 ms, 10,000 zones
with 1,000,000 flows within 60 s and 1 GB. Results are compared before times.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import json
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np

from sterkesteden_plugin.networks.agreement import belonging, together
from sterkesteden_plugin.networks.communities import communities, modularity
from sterkesteden_plugin.networks.curves import curved
from sterkesteden_plugin.networks.dominant import dominant_flows
from sterkesteden_plugin.networks.flows import Flows
from sterkesteden_plugin.networks.functional_areas import found_centres, functional_areas
from sterkesteden_plugin.networks.gravity import fit, straight_distances
from sterkesteden_plugin.networks.labour_markets import labour_market_areas
from sterkesteden_plugin.networks.measures import measures
from sterkesteden_plugin.networks.polycentricity import functional
from sterkesteden_plugin.networks.ranking import whole
from sterkesteden_plugin.networks.redraw import COMMUNITIES, DOMINANT, LABOUR, THRESHOLD, Wanted, divide
from sterkesteden_plugin.networks.selecting import select
from sterkesteden_plugin.networks.ties import ties
from tests.networks.matrices import REAL, ROOT, made, places, real

from . import network_peers as peers
from .table import Row, broken, lines

TURNS = 5
ZONES, FLOWS = 405, 10_000  # where the real matrix is not beside the project
MANY, MOST = 10_000, 1_000_000
SECONDS, BYTES = 60.0, 1e9
SLIDE = 0.1
DEMANDS = (100, 2 / 3, 1000, 0.75)  # in hundreds of jobs
USUAL = {DOMINANT: 0.0, THRESHOLD: 0.15, LABOUR: 2 / 3, COMMUNITIES: 0.0}
SEED = 1


@dataclass(frozen=True)
class Race:
    """Work that may take `ratio` times as long as other work. Both are names of what is timed."""

    title: str
    work: str
    floor: str
    ratio: float


EIGHTH = 1 / 8
RACES = (
    Race("(c) labour market areas", "labour", "plain Python", EIGHTH),
    Race("(a) dominant flow", "dominant", "networkx (a)", 1.0),
    Race("(a) dominant flow", "dominant", "igraph (a)", 1.0),
    Race("(b) functional urban areas", "urban", "networkx (b)", 1.0),
    Race("(b) functional urban areas", "urban", "igraph (b)", 1.0),
    Race("(d) communities", "communities", "networkx (d)", 1.0),
    *(
        Race(title, work, "plain Python", EIGHTH)
        for title, work in (
            ("(a) dominant flow", "dominant"),
            ("(b) functional urban areas", "urban"),
            ("(d) communities", "communities"),
            ("agreement of 25 divisions", "agreement"),
            ("measures of all zones", "measures"),
            ("flow lines: choosing", "select"),
            ("flow lines: all, curved", "curves"),
            ("gravity model", "gravity"),
            ("ties of 20 zones", "ties"),
            ("polycentricity of 20 zones", "polycentricity"),
        )
    ),
)
SAME = (("labour", "plain Python"), *((one.work, one.floor) for one in RACES[1:5]))
SLIDER = (DOMINANT, THRESHOLD, LABOUR, COMMUNITIES)


def turns_of(works: Mapping[str, Callable[[], Any]], turns: int) -> dict[str, list[float]]:
    """Seconds of each work, which take turns; the first, cold turn is not among them."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(turns + 1):
        for name, work in works.items():
            gc.collect()
            begin = perf_counter()
            work()
            if turn:
                taken[name].append(perf_counter() - begin)
    return taken


def matrix() -> Flows:
    """The real matrix in whole numbers, so that every tool adds them alike; or a made one."""
    flows = real() if REAL.is_file() else made(ZONES, FLOWS)
    return replace(flows, flow=whole(flows.flow)[0])


def works(flows: Flows, place: np.ndarray) -> dict[str, Callable[[], Any]]:
    """All cores on these flows between zones at `place`. Divisions answer labels."""
    chosen = [flows.codes[zone] for zone in np.argsort(-flows.jobs(), kind="stable")[:20]]
    divisions = [functional_areas(flows, share / 100) for share in range(5, 30)]
    drawn = select(flows)
    distance = straight_distances(place, 0.01)
    return {
        "labour": lambda: labour_market_areas(flows, *DEMANDS).labels,
        "dominant": lambda: dominant_flows(flows).labels,
        "urban": lambda: functional_areas(flows).labels,
        "communities": lambda: communities(flows, seed=SEED).labels,
        "agreement": lambda: (together(divisions), belonging(divisions, divisions[10].centres)),
        "measures": lambda: measures(flows),
        "select": lambda: select(flows, 1, 0.01, 3),
        "curves": lambda: curved(place, drawn.origin, drawn.destination),
        "gravity": lambda: fit(flows, distance),
        "ties": lambda: ties(flows, chosen),
        "polycentricity": lambda: functional(flows, chosen),
    }


def peers_of(flows: Flows) -> dict[str, Callable[[], list[int]]]:
    """The same divisions by others, from graphs that are ready: labels."""
    one, other = peers.networkx_graph(flows), peers.igraph_graph(flows)
    centres = found_centres(flows).tolist()
    return {
        "plain Python": lambda: peers.plain_labour_markets(flows, DEMANDS),
        "networkx (a)": lambda: peers.networkx_dominant(one),
        "igraph (a)": lambda: peers.igraph_dominant(other),
        "networkx (b)": lambda: peers.networkx_areas(one, centres),
        "igraph (b)": lambda: peers.igraph_areas(other, centres),
        "networkx (d)": lambda: peers.networkx_communities(one, SEED),
    }


def differences(flows: Flows, all_works: Mapping[str, Callable[[], Any]]) -> list[str]:
    """What others divide otherwise; of communities, what they make better of it. Zones without flows do not count."""
    there = np.flatnonzero(dominant_flows(flows).labels >= 0)
    found = [
        f"{one} and {other} differ"
        for one, other in SAME
        if mark(np.asarray(all_works[one]())[there]) != mark(np.asarray(all_works[other]())[there])
    ]
    mine, theirs = (modularity(flows, np.asarray(all_works[one]())) for one in ("communities", "networkx (d)"))
    return found if mine > theirs - 0.002 else [*found, f"modularity {mine:.4f}, networkx reaches {theirs:.4f}"]


def mark(labels: np.ndarray) -> str:
    """The same for the same regions, however these are numbered."""
    seen: dict[int, int] = {}
    numbers = [-1 if label < 0 else seen.setdefault(label, len(seen)) for label in labels.tolist()]
    return hashlib.sha256(json.dumps(numbers).encode()).hexdigest()


def large() -> dict[str, Any]:
    """Seconds of every core on many zones, once, and the peak of memory in bytes."""
    flows = made(MANY, MOST + MOST // 8)
    if len(flows.flow) < MOST:
        raise AssertionError(f"only {len(flows.flow)} flows")
    seconds = {}
    for name, work in works(flows, places(MANY)).items():
        begin = perf_counter()
        work()
        seconds[name] = perf_counter() - begin
    return {"seconds": seconds, "bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}


def judge(taken: Mapping[str, Sequence[float]], slider: Mapping[str, Sequence[float]], many: Any) -> list[Row]:
    """Hold the times against the limits."""
    rows = []
    for race in RACES:
        middle, floor = median(taken[race.work]), median(taken[race.floor])
        high = sorted(taken[race.work])[int(0.9 * (len(taken[race.work]) - 1))]
        limit = "1/8" if race.ratio == EIGHTH else f"{race.ratio:g} x"
        numbers, turns = (middle, high, floor), len(taken[race.work])
        rows.append(Row(race.title, limit, middle <= race.ratio * floor, False, numbers, turns, race.floor))
    for method, seconds in slider.items():
        middle = median(seconds)
        found = f"{middle * 1000:.1f} ms"
        rows.append(Row(f"a move of the slider: {method}", f"{SLIDE * 1000:g} ms", middle <= SLIDE, True, found=found))
    rows += [
        Row(f"{MOST:,} flows: {name}", f"{SECONDS:g} s", seconds <= SECONDS, True, found=f"{seconds:.2f} s")
        for name, seconds in many["seconds"].items()
    ]
    peak = f"{many['bytes'] / 1e6:.0f} MB"
    return [*rows, Row(f"{MOST:,} flows: memory", f"{BYTES / 1e6:g} MB", many["bytes"] <= BYTES, False, found=peak)]


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure the cores of networks.")
    parser.add_argument("--turns", type=int, default=TURNS, help="at least 1")
    parser.add_argument("--strict", action="store_true", help="fail also when a limit in seconds is not held")
    parser.add_argument("--large", action="store_true", help="only the large ones, as JSON")
    arguments = parser.parse_args()
    if arguments.large:
        print(json.dumps(large()))
        return 0
    flows = matrix()
    all_works = {**works(flows, places(flows.count)), **peers_of(flows)}
    wrong = differences(flows, all_works)
    if wrong:
        print("results differ, so times say nothing:", *wrong, sep="\n", file=sys.stderr)
        return 1
    taken = turns_of(all_works, arguments.turns)
    slider = turns_of(
        {method: partial(divide, flows, Wanted(method, USUAL[method])) for method in SLIDER}, arguments.turns
    )
    command = [sys.executable, "-m", "benchmarks.networks", "--large"]
    many = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    rows = judge(taken, slider, many)
    print("\n".join([*lines(rows), "", _legend(flows)]))
    return 1 if broken(rows, strict=arguments.strict) else 0


def _legend(flows: Flows) -> str:
    kind = "the real matrix" if REAL.is_file() else "a made matrix, for the real one is absent"
    return f"""NumPy {np.__version__}, {kind}: {flows.count} zones, {len(flows.flow):,} flows.
Times in ms; works took turns, the first turn does not count. Results were compared first: divisions are the same as
those of plain Python, networkx and igraph (which has no Louvain that keeps direction), communities reach the modularity
of networkx. Every core may take an eighth of what plain Python takes for labour market areas, as these may.
{MOST:,} flows: between {MANY:,} zones, every core once, all in one process."""


if __name__ == "__main__":
    sys.exit(main())
