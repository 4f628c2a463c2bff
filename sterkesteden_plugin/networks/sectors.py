# SPDX-License-Identifier: GPL-2.0-or-later
"""What zones are made of: location quotients, how far two profiles differ, and whether those that differ are tied."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .flows import Flows
from .measures import ratio


@dataclass(frozen=True, eq=False)
class Profile:
    """Sectors of Z zones by S sectors."""

    shares: np.ndarray  # s_is = e_is / e_i, float64 (Z, S), 0 to 1
    quotients: np.ndarray  # LQ_is, float64 (Z, S), 1 where the zone has as much of the sector as the reference
    reference: np.ndarray  # e_ns / e_n, float64 (S,)


def profile(
    amounts: np.ndarray,
    totals: np.ndarray | None = None,
    reference: np.ndarray | None = None,
    reference_total: float | None = None,
) -> Profile:
    """Shares and location quotients LQ_is = (e_is / e_i) / (e_ns / e_n) (Florence 1939; Isard 1960) of `amounts`.

    `amounts` e_is, float64 (Z, S), jobs or any measure of size, also shares in percent; NaN where it is suppressed or
    unknown, which is not zero. `totals` e_i, float64 (Z,): of all sectors, where not every one is given or known; else
    the sum of the row. `reference` e_ns, float64 (S,): amounts of the area that zones are compared with, and
    `reference_total` e_n where these are not all of its sectors; else the sum of the zones.
    NaN: the share of an unknown amount or of a zone without any; without `totals`, every share of a zone of which one
    amount is unknown; the quotient of a sector that the reference has not, or, without `reference`, of a sector unknown
    in any zone. Raises ValueError for amounts below zero, and for arrays that do not fit.
    """
    amounts = np.asarray(amounts, np.float64)
    if amounts.ndim != 2 or (totals is not None and np.shape(totals) != amounts.shape[:1]):
        raise ValueError("amounts are zones by sectors, totals one for each zone")
    if reference is not None and np.shape(reference) != amounts.shape[1:]:
        raise ValueError("the reference has an amount for each sector")
    if (amounts < 0).any():
        raise ValueError("amounts are zero or more")
    whole = amounts.sum(axis=1) if totals is None else np.asarray(totals, np.float64)
    shares = ratio(amounts, np.broadcast_to(whole[:, None], amounts.shape))
    among = amounts.sum(axis=0) if reference is None else np.asarray(reference, np.float64)
    all_of_it = among.sum() if reference is not None else whole.sum()
    if reference is not None and reference_total is not None:
        all_of_it = reference_total
    part = ratio(among, np.full(len(among), float(all_of_it)))
    return Profile(shares, ratio(shares, np.broadcast_to(part, shares.shape)), part)


def krugman(shares: np.ndarray) -> np.ndarray:
    """K_ij = sum over s of |s_is - s_js|, float64 (Z, Z): Krugman's index (1991, Geography and Trade, p. 75-76).

    `shares` float64 (Z, S), of which a row sums to 1: 0 is the same profile, 2 nothing in common. NaN where a share of
    either is unknown. The matrix is dense: for chosen zones, not for ten thousand.
    """
    shares = np.asarray(shares, np.float64)
    index = np.zeros((len(shares), len(shares)))
    for sector in shares.T:
        index += np.abs(sector[:, None] - sector[None, :])
    return index


@dataclass(frozen=True, eq=False)
class Complementarity:
    """P directed pairs of zones of which both the profiles and a tie are known, by origin, then by destination."""

    origin: np.ndarray  # int64 (P,), positions in the zones of the profile
    destination: np.ndarray  # int64 (P,)
    difference: np.ndarray  # K_ij, 0 to 2
    flow: np.ndarray  # T_ij
    intensity: np.ndarray  # T_ij / (O_i D_j / T), 1 where the flow is as sizes alone would have it


def complementarity(flows: Flows, codes: tuple[str, ...], shares: np.ndarray) -> Complementarity:
    """Difference of profiles beside strength of the tie: an indicator of this plugin itself.

    Zones complement each other as far as they differ (K_ij) and are tied all the same: T_ij / (O_i D_j / T), where O_i
    is all that flows out of i, D_j all that flows into j and T all flow, with both ends in a zone of the flows, that
    within zones included. It is no verdict: both numbers are told, no product of them. A pair is left out where a share
    of either is unknown, a code is not in the flows, or nothing flows from the one to the other.
    `codes` are those of the rows of `shares` (float64 (Z, S)).
    """
    index = krugman(shares)
    place = {code: number for number, code in enumerate(flows.codes)}
    where = np.array([place.get(code, -1) for code in codes], np.int64)
    inside = flows.inside()
    out, into, total = inside.residents_jobs(), inside.jobs(), float(inside.flow.sum())
    first, second = np.nonzero(~np.eye(len(codes), dtype=bool) & ~np.isnan(index))
    tied = (where[first] >= 0) & (where[second] >= 0)
    first, second = first[tied], second[tied]
    flow = inside.at(where[first], where[second])
    first, second, flow = first[flow > 0], second[flow > 0], flow[flow > 0]
    intensity = flow * total / (out[where[first]] * into[where[second]])
    return Complementarity(first, second, index[first, second], flow, intensity)
