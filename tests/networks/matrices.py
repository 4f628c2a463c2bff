# SPDX-License-Identifier: GPL-2.0-or-later
"""Flows to try the cores on: a real matrix where it lies beside the project, and made ones of any size."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import numpy as np

from sterkesteden_plugin.networks.flows import Flows

ROOT = Path(__file__).resolve().parent.parent.parent
_DATA = Path(os.environ.get("STERKESTEDEN_SHARED", ROOT.parent / "shared")) / "data"
REAL = _DATA / "pendel-2006-2014" / "Van_2014_orig.csv"  # thousands of jobs, 405 x 405, by name


def real() -> Flows:
    """Commuting between municipalities in 2014, in thousands of jobs; those abroad or unknown have none."""
    with REAL.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    names = [row[0] for row in rows]
    cells = np.array([[0.0 if cell in "-" else float(cell) for cell in row[1 : len(rows) + 1]] for row in rows])
    source, target = np.nonzero(cells)
    return Flows.of([names[i] for i in source], [names[i] for i in target], cells[source, target], names)


def random(seed: int) -> Flows:
    """Up to 25 zones, with many ties, without flows of some, or all, kinds; from and to elsewhere too."""
    chance = np.random.default_rng(seed)
    count = int(chance.integers(0 if seed % 50 == 0 else 1, 26))
    cells = chance.integers(0, [3, 6, 40, 1000][seed % 4], (count + 1, count + 1))
    cells *= chance.random(cells.shape) < chance.choice([0.05, 0.15, 0.4, 0.9])
    cells[range(count), range(count)] *= int(chance.choice([0, 1, 3, 20]))
    cells[count, count] = 0
    if seed % 2:
        cells[count] = cells[:, count] = 0
    source, target = np.nonzero(cells)
    tenths = cells[source, target] / int(chance.choice([1, 10]))
    return Flows.between(tuple(f"{zone:02d}" for zone in range(count)), source, target, tenths)


def places(zones: int, seed: int = 1) -> np.ndarray:
    """Where the zones of `made` lie: float64 (N, 2), in a square with sides of 1."""
    return np.random.default_rng(seed).random((zones, 2))


def made(zones: int, flows: int, seed: int = 1) -> Flows:
    """About so many flows, somewhat fewer, between zones of uneven size, fewer the further apart."""
    x, y = places(zones, seed).T
    chance = np.random.default_rng(seed + 1)
    size = chance.pareto(1.2, zones) + 0.2
    near = np.argsort((x * zones**0.5).astype(int) * 2 + y)  # in strips: those close in it are mostly close by
    place = np.empty(zones, int)
    place[near] = np.arange(zones)
    source = np.repeat(np.arange(zones), flows // zones)
    strip = chance.integers(-2, 3, len(source)) * int(zones**0.5)
    target = near[(place[source] + strip + np.rint(chance.standard_cauchy(len(source)) * 40).astype(int)) % zones]
    apart = np.hypot(x[source] - x[target], y[source] - y[target])
    flow = np.ceil(size[source] * size[target] * 30 / (1 + (apart * 60) ** 2))
    source, target = np.append(source, np.arange(zones)), np.append(target, np.arange(zones))
    flow = np.append(flow, np.ceil(size * 150))
    return Flows.between(tuple(f"{zone:06d}" for zone in range(zones)), source, target, flow)
