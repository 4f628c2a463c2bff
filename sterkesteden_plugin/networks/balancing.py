# SPDX-License-Identifier: GPL-2.0-or-later
"""The sums of a gravity model balanced for a decay, and the decay found: the arithmetic behind `gravity.py`."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..tables.stopping import Stopped

EXPONENTIAL, POWER = "exponential", "power"
DECAYS = (EXPONENTIAL, POWER)

BALANCING = "balancing"  # reasons why a model did not converge
DECAY = "decay"
UNIDENTIFIED = "unidentified"

# From positions of zones to the distance between them; the two arrays are broadcast, as NumPy does.
Distance = Callable[[np.ndarray, np.ndarray], np.ndarray]

_BLOCK = 250_000  # cells that are worked on at once: 2 MB, which stay near the processor
_DOUBLE = 20_000_000  # more cells than this are kept in half the memory; sums are of float64 all the same
_ROUGH = 1e-2  # how right sums need be while beta is far from right
_TRIES = 60
_ROUNDS = 1_000


def cost_between(
    distance: Distance, inner: np.ndarray | None, origin: np.ndarray, destination: np.ndarray
) -> np.ndarray:
    """Distances, NaN where a flow takes no part: within a zone without `inner`, and where there is no way."""
    within = np.nan if inner is None else inner[origin]
    cost = np.where(origin == destination, within, distance(origin, destination))
    return np.where(np.isfinite(cost), cost, np.nan)


def effect_of(cost: np.ndarray, decay: str) -> np.ndarray:
    """What beta is multiplied with: c, or ln c."""
    if decay == EXPONENTIAL:
        return cost
    with np.errstate(divide="ignore"):
        return np.log(cost)


class Cells:
    """The cells of a model: zones that send by zones that receive, worked through in blocks of rows."""

    def __init__(
        self,
        sent: np.ndarray,
        received: np.ndarray,
        distance: Distance,
        inner: np.ndarray | None,
        decay: str,
        cancelled: Callable[[], bool],
    ) -> None:
        self.rows, self.columns = np.flatnonzero(sent), np.flatnonzero(received)
        self._sent, self._received = sent[self.rows], received[self.columns]
        self._distance, self._inner, self._decay, self._cancelled = distance, inner, decay, cancelled
        shape = len(self.rows), len(self.columns)
        height = max(1, _BLOCK // max(1, shape[1]))
        self._blocks = [slice(top, top + height) for top in range(0, shape[0], height)]
        small = shape[0] * shape[1] <= _DOUBLE
        self._weight: np.ndarray = np.empty(shape, np.float64 if small else np.float32)
        self._precision = 1e-9 if small else 1e-6
        self._by_row, self._by_column = np.ones(shape[0]), np.ones(shape[1])  # a_i O_i and b_j D_j, as far as known
        self._known: np.ndarray | None = None  # logarithm of the latter for the beta before
        self._effects = [self._effect_of(block) for block in self._blocks] if small else None
        low, high = np.empty(shape[0]), np.empty(shape[0])
        near, far = np.full(shape[1], np.inf), np.full(shape[1], -np.inf)
        for block in self._blocks:
            effect = self._effect(block)
            low[block], high[block] = np.fmin.reduce(effect, axis=1), np.fmax.reduce(effect, axis=1)
            with np.errstate(invalid="ignore"):
                near = np.fmin(near, np.fmin.reduce(effect - low[block, None], axis=0))
                far = np.fmax(far, np.fmax.reduce(effect - high[block, None], axis=0))
        # By the sign of beta, what is taken off so that each row and column has a weight near 1, a remote zone too.
        self._edges = {True: (low, near), False: (high, far)}
        # How far the effect of distance ranges: without bound where a distance is zero and its power is asked.
        self.spread = float(high.max() - low.min()) if shape[0] else 0.0

    def _cost(self, block: slice) -> np.ndarray:
        self._stop()
        return cost_between(self._distance, self._inner, self.rows[block, None], self.columns[None, :])

    def _effect_of(self, block: slice) -> np.ndarray:
        return effect_of(self._cost(block), self._decay)

    def _effect(self, block: slice) -> np.ndarray:
        if self._effects is None:
            return self._effect_of(block)
        return self._effects[block.start // (block.stop - block.start)]

    def _stop(self) -> None:
        if self._cancelled():
            raise Stopped

    def search(self, target: float) -> tuple[float, int, str]:
        """The beta whose mean effect is `target`; how many were tried; what failed, or nothing.

        The mean falls as beta grows, so that a secant kept between a beta too low and one too high ends at the root.
        """
        near = 10 * self._precision * self.spread
        if self.spread <= 1e-12 * abs(target):  # one distance between all
            self._balance(0.0)
            return 0.0, 1, UNIDENTIFIED
        beta = 0.0
        low, high = -np.inf, np.inf
        before = (np.nan, np.nan)
        step = 1 / target if self._decay == EXPONENTIAL and target > 0 else 1.0  # of the order of what is found
        precision = _ROUGH
        for tries in range(1, _TRIES + 1):
            balanced = self._balance(beta, precision)
            error = self.mean(beta) - target
            while precision > self._precision and abs(error) < 10 * precision * self.spread:
                # So near what is looked for, the error may be that of a rough balance.
                precision = max(self._precision, precision / 100)
                balanced = self._balance(beta, precision)
                error = self.mean(beta) - target
            if abs(error) <= near:
                break
            low, high = (beta, high) if error > 0 else (low, beta)
            if abs(beta) * self.spread > 500 or high - low <= 1e-12 * abs(beta):
                return beta, tries, DECAY
            slope = (error - before[1]) / (beta - before[0])
            guess = beta - error / slope if slope < 0 else beta + np.sign(error) * step
            if not np.isfinite(low) or not np.isfinite(high):
                furthest = max(8 * step, 2 * abs(beta))
                guess = min(max(guess, beta - furthest), beta + furthest)
            elif not low < guess < high:
                guess = (low + high) / 2
            self._foresee((guess - beta) / (beta - before[0]))
            before, beta = (beta, error), float(guess)
        else:
            return beta, tries, DECAY
        if not balanced:
            return beta, tries, BALANCING
        if tries == 1:
            return beta, tries, UNIDENTIFIED if abs(self._change(beta, 10 / self.spread)) <= near else ""
        change = error - before[1], beta - before[0]
        if abs(change[1]) > 0.05 * abs(beta):
            change = self._change(beta, 0.05 * beta), 0.05 * beta
        # Where the mean hardly changes any more, the observed one is the limit, and a larger beta does as well.
        flat = abs(change[0]) < 100 * self._precision * self.spread**2 * abs(change[1])
        return beta, tries, DECAY if flat else ""

    def _foresee(self, further: float) -> None:
        """Factors of the columns for a next beta, so many of the last steps `further`: near what balancing ends at."""
        known, self._known = self._known, np.log(self._by_column)
        if known is not None and abs(further) <= 2:
            self._by_column = np.exp(self._known + further * (self._known - known))

    def _change(self, beta: float, step: float) -> float:
        """How much the mean effect changes with beta; the balance is as it was."""
        here, factors = self.mean(beta), (self._by_row.copy(), self._by_column)
        self._balance(beta + step)
        change = self.mean(beta + step) - here
        self._by_row, self._by_column = factors
        self._balance(beta)
        return change

    def _balance(self, beta: float, precision: float = 0.0) -> bool:
        """Weights for this beta and the factors that give rows and columns their sums; False where they do not.

        Sums need be right to `precision`, or to that of the model where this is less fine.
        """
        for block in self._blocks:
            weight = np.exp(-beta * (self._effect(block) - self._edge(beta, block)))
            self._weight[block] = np.where(np.isnan(weight), 0.0, weight)
        for _round in range(_ROUNDS):
            columns, worst = np.zeros(len(self.columns)), 0.0
            for block in self._blocks:
                self._stop()
                weight = self._weight[block].astype(np.float64, copy=False)
                row = weight @ self._by_column
                if not row.all():
                    return False
                worst = max(worst, float(np.abs(self._by_row[block] * row / self._sent[block] - 1).max()))
                self._by_row[block] = self._sent[block] / row
                columns += self._by_row[block] @ weight
            if not columns.all():
                return False
            self._by_column = self._received / columns
            if worst <= max(precision, self._precision):
                return True
        return False

    def mean(self, beta: float) -> float:
        """The mean effect over the expected flows, balanced for this beta."""
        summed = total = 0.0
        for block in self._blocks:
            self._stop()
            weight = self._weight[block].astype(np.float64, copy=False)
            flow = self._by_row[block, None] * weight * self._by_column
            if beta and self._effects is None:
                # The logarithm of the weight says it too, without asking for every distance again.
                reach = self._edge(beta, block) - np.log(np.where(weight > 0, weight, 1.0)) / beta
            else:
                effect = self._effect(block)
                reach = np.where(np.isnan(effect), 0.0, effect)
            summed += float(np.vdot(flow, reach))
            total += float(flow.sum())
        return summed / total

    def mean_distance(self) -> float:
        """The mean distance of the expected flows, as last balanced."""
        summed = total = 0.0
        for block in self._blocks:
            flow = self._by_row[block, None] * self._weight[block] * self._by_column
            cost = self._cost(block)
            summed += float(np.vdot(flow, np.where(np.isnan(cost), 0.0, cost)))
            total += float(flow.sum())
        return summed / total

    def _edge(self, beta: float, block: slice) -> np.ndarray:
        """The effect that is taken off in each cell."""
        row, column = self._edges[beta >= 0]
        return row[block, None] + column

    def scaled(self, beta: float) -> tuple[np.ndarray, np.ndarray]:
        """A_i O_i and B_j D_j for weights f(c) without an edge taken off."""
        row, column = self._edges[beta >= 0]
        return self._by_row * np.exp(beta * row), self._by_column * np.exp(beta * column)
