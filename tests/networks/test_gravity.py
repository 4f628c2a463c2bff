# SPDX-License-Identifier: GPL-2.0-or-later
"""The gravity model: by hand, on flows that it made itself, beside plain loops, and where there is none."""

import math

import numpy as np
import pytest

from sterkesteden_plugin.networks.flows import ELSEWHERE, Flows
from sterkesteden_plugin.networks.gravity import DECAYS, fit, inner_distances, straight_distances
from sterkesteden_plugin.tables.stopping import Stopped


def made(decay, beta, count=30, noise=0.0):
    """Flows as the model has them, with sizes at random, and perhaps with noise; the places in metres."""
    random = np.random.default_rng(7)
    points = random.uniform(0, 150_000, (count, 2))
    there, back = np.nonzero(~np.eye(count, dtype=bool))
    distance = np.hypot(*(points[there] - points[back]).T) / 1000
    effect = np.exp(-beta * distance) if decay == "exponential" else distance**-beta
    flow = random.lognormal(0, 1, count)[there] * random.lognormal(0, 1, count)[back] * effect
    flow *= random.lognormal(0, noise, len(flow)) * 1000 / flow.sum()
    return points, Flows.between(tuple(f"Z{number:02}" for number in range(count)), there, back, flow)


def balanced(flows, distance, effect):
    """Furness in plain loops, from sums of flows and effect(distance): a dict of pairs."""
    pairs = list(zip(flows.origin.tolist(), flows.destination.tolist()))
    count = flows.count
    table = {pair: effect(float(distance(*pair))) for pair in pairs}
    for _round in range(600):
        for axis, sums in ((0, flows.residents_jobs()), (1, flows.jobs())):
            now = [0.0] * count
            for pair, value in table.items():
                now[pair[axis]] += value
            for pair in pairs:
                table[pair] *= sums[pair[axis]] / now[pair[axis]]
    return table


@pytest.mark.parametrize(("decay", "beta"), [("exponential", math.log(16) / 2), ("power", 2.0)])
def test_two_zones_with_their_own_flows_by_hand(decay, beta):
    # The odds 8·4 / (2·1) = 16 are exp(2 beta) for distances of 1 within and 2 between, or 2^(2 beta).
    flows = Flows.of("AABB", "ABAB", [8, 2, 1, 4])
    model = fit(flows, lambda i, j: np.where(i == j, 0.0, 2.0), decay, inner=np.ones(2))
    assert model.converged and model.reason == ""
    assert model.beta == pytest.approx(beta, rel=1e-6)
    assert model.expected(np.array([[0], [1]]), np.array([[0, 1]])) == pytest.approx(
        np.array([[8, 2], [1, 4]]), rel=1e-6
    )
    assert model.mean_observed == pytest.approx(18 / 15) and model.mean_expected == pytest.approx(18 / 15)
    assert model.common == pytest.approx(1)


@pytest.mark.parametrize(("decay", "beta"), [("exponential", 0.06), ("power", 1.8), ("exponential", -0.01)])
def test_the_decay_that_made_the_flows_is_found(decay, beta):
    points, flows = made(decay, beta)
    model = fit(flows, straight_distances(points), decay)
    assert model.converged and model.beta == pytest.approx(beta, rel=1e-6)
    assert model.expected(flows.origin, flows.destination) == pytest.approx(flows.flow, rel=1e-6)
    assert model.common == pytest.approx(1)


def test_flows_without_decay_have_a_beta_of_zero():
    points, flows = made("exponential", 0.0)
    model = fit(flows, straight_distances(points))
    assert model.converged and model.beta == pytest.approx(0, abs=1e-8)
    assert model.mean_expected == pytest.approx(model.mean_observed)


@pytest.mark.parametrize("decay", DECAYS)
def test_sums_and_mean_distance_are_those_observed(decay):
    points, flows = made(decay, 0.05 if decay == "exponential" else 1.5, noise=1.2)
    model = fit(flows, straight_distances(points), decay)
    zones = np.arange(flows.count)
    expected = model.expected(zones[:, None], zones[None, :])
    assert model.converged and np.isnan(np.diag(expected)).all()
    assert np.nansum(expected, axis=1) == pytest.approx(flows.residents_jobs(), rel=1e-6)
    assert np.nansum(expected, axis=0) == pytest.approx(flows.jobs(), rel=1e-6)
    cost = straight_distances(points)(flows.origin, flows.destination)
    told = model.expected(flows.origin, flows.destination)
    mean = (lambda flow: (flow * cost).sum()) if decay == "exponential" else (lambda flow: (flow * np.log(cost)).sum())
    assert mean(told) == pytest.approx(mean(flows.flow), rel=1e-6)
    assert model.mean_observed == pytest.approx((flows.flow * cost).sum() / flows.flow.sum())
    assert model.mean_expected == pytest.approx((told * cost).sum() / told.sum())
    assert model.common == pytest.approx(np.minimum(told, flows.flow).sum() / flows.flow.sum())
    assert 0.3 < model.common < 0.95


@pytest.mark.parametrize("decay", DECAYS)
def test_no_other_beta_is_as_likely(decay):
    """Poisson likelihood, each beta balanced in plain loops: the fitted one is the most likely, with the same flows."""
    points, flows = made(decay, 0.04 if decay == "exponential" else 1.2, count=9, noise=1.0)
    distance = straight_distances(points)
    model = fit(flows, distance, decay)
    pairs = list(zip(flows.origin.tolist(), flows.destination.tolist()))

    def likelihood(beta):
        table = balanced(
            flows, distance, (lambda c: math.exp(-beta * c)) if decay == "exponential" else (lambda c: c**-beta)
        )
        return table, sum(flow * math.log(table[pair]) - table[pair] for pair, flow in zip(pairs, flows.flow))

    table, best = likelihood(model.beta)
    assert model.expected(flows.origin, flows.destination) == pytest.approx([table[pair] for pair in pairs], rel=1e-6)
    for factor in (0.97, 1.03):
        assert likelihood(model.beta * factor)[1] < best - 1e-4


def test_many_cells_are_worked_through_in_blocks_and_kept_in_half_the_memory(monkeypatch):
    points, flows = made("exponential", 0.05, noise=1.0)
    whole = fit(flows, straight_distances(points))
    monkeypatch.setattr("sterkesteden_plugin.networks.balancing._BLOCK", 100)  # rows by three
    blocks = fit(flows, straight_distances(points))
    assert blocks.beta == pytest.approx(whole.beta, rel=1e-7)
    monkeypatch.setattr("sterkesteden_plugin.networks.balancing._DOUBLE", 0)
    for decay, beta in (("exponential", whole.beta), ("power", fit(flows, straight_distances(points), "power").beta)):
        half = fit(flows, straight_distances(points), decay)
        assert half.converged and half.beta == pytest.approx(beta, rel=1e-4)


def test_own_flows_and_elsewhere_take_no_part_unless_a_distance_within_is_given():
    points, flows = made("exponential", 0.05, noise=1.0)
    plain = fit(flows, straight_distances(points))
    codes = [*flows.codes, ELSEWHERE]
    more = Flows.of(
        [codes[at] for at in flows.origin] + ["Z00", "Z03", ELSEWHERE],
        [codes[at] for at in flows.destination] + ["Z00", ELSEWHERE, "Z05"],
        [*flows.flow, 900, 50, 60],
        flows.codes,
    )
    same = fit(more, straight_distances(points))
    assert same.beta == plain.beta and np.isnan(same.expected(np.array(0), np.array(0)))
    own = fit(more, straight_distances(points), inner=np.full(flows.count, 3.0))
    assert own.converged and abs(own.beta / plain.beta - 1) > 0.01
    zones = np.arange(flows.count)
    assert own.expected(zones[:, None], zones[None, :]).sum(axis=1) == pytest.approx(
        more.inside().residents_jobs(), rel=1e-6
    )


def test_a_zone_without_a_place_is_left_out():
    points, flows = made("exponential", 0.05)
    points[4] = np.nan
    model = fit(flows, straight_distances(points))
    assert model.converged and model.beta == pytest.approx(0.05, rel=1e-6)
    expected = model.expected(flows.origin, flows.destination)
    assert (np.isnan(expected) == ((flows.origin == 4) | (flows.destination == 4))).all()
    own = Flows.of([*flows.codes, *flows.codes], [*flows.codes, *reversed(flows.codes)], np.arange(1, 61), flows.codes)
    assert np.isnan(fit(own, straight_distances(points), inner=np.ones(30)).expected(np.array(4), np.array(4)))


def test_a_remote_zone_does_not_fall_off_the_scale(monkeypatch):
    monkeypatch.setattr("sterkesteden_plugin.networks.balancing._DOUBLE", 0)
    points = np.array([[0.0, 0], [0, 1], [2, 0], [3, 3], [300, 0]]) * 1000
    there, back = np.nonzero(~np.eye(5, dtype=bool))
    distance = straight_distances(points)
    flow = np.exp(-0.6 * distance(there, back)) * np.where((there == 4) | (back == 4), math.exp(0.6 * 298), 1)
    model = fit(Flows.between(tuple("ABCDE"), there, back, flow), distance)
    assert model.reason != "balancing" and model.beta == pytest.approx(0.6, rel=0.01)
    assert model.expected(there, back) == pytest.approx(flow, rel=0.01)


def test_a_zone_that_sends_nothing_is_expected_to_send_nothing():
    points, flows = made("exponential", 0.05, count=8)
    kept = flows.origin != 2
    less = Flows.between(flows.codes, flows.origin[kept], flows.destination[kept], flows.flow[kept])
    model = fit(less, straight_distances(points))
    assert model.converged and (model.expected(np.full(7, 2), np.array([0, 1, 3, 4, 5, 6, 7])) == 0).all()


@pytest.mark.parametrize("no_way", [np.nan, np.inf])
def test_a_pair_that_cannot_be_travelled_has_no_flow(no_way):
    points, flows = made("exponential", 0.05, count=8)
    straight = straight_distances(points)
    model = fit(flows, lambda i, j: np.where((i == 0) & (j == 1), no_way, straight(i, j)))
    assert model.converged and model.beta == pytest.approx(0.05, rel=1e-6)
    assert np.isnan(model.expected(np.array(0), np.array(1)))


def test_two_zones_say_nothing_of_distance():
    model = fit(Flows.of("AB", "BA", [3, 5]), straight_distances(np.array([[0.0, 0], [9000, 0]])))
    assert (model.converged, model.reason, model.beta) == (False, "unidentified", 0)
    assert model.expected(np.array([0, 1]), np.array([1, 0])) == pytest.approx([3, 5])


def test_zones_at_one_distance_say_nothing_of_it():
    flows = Flows.of("AABBCC", "BCACAB", [3, 1, 2, 4, 1, 2])
    model = fit(flows, lambda i, j: np.where(i == j, 0.0, 7.0))
    assert (model.converged, model.reason) == (False, "unidentified")


def test_all_flow_to_the_nearest_has_no_beta_that_is_large_enough():
    points = np.array([[0.0, 0], [1000, 0], [50_000, 0], [51_000, 0]])
    model = fit(Flows.of("ABCD", "BADC", [5, 5, 5, 5]), straight_distances(points))
    assert (model.converged, model.reason) == (False, "decay")
    assert model.expected(np.array([0, 0]), np.array([1, 2])) == pytest.approx([5, 0], abs=1e-3)


def test_sums_that_are_hardly_met_are_told(monkeypatch):
    monkeypatch.setattr("sterkesteden_plugin.networks.balancing._ROUNDS", 1)
    points, flows = made("exponential", 0.05, noise=1.0)
    model = fit(flows, straight_distances(points))
    assert not model.converged and model.reason in ("balancing", "decay")


def test_a_power_of_no_distance_is_refused_and_an_exponent_of_it_is_not():
    flows = Flows.of("AABBCC", "BCACAB", [3, 1, 2, 4, 1, 2])
    distance = straight_distances(np.array([[0.0, 0], [0, 0], [5000, 0]]))
    model = fit(flows, distance, "power")
    assert (model.converged, model.reason) == (False, "same place")
    assert np.isnan(model.expected(flows.origin, flows.destination)).all()
    # Two zones at one place differ for the third in nothing: the sums decide.
    assert fit(flows, distance).reason == "unidentified"


@pytest.mark.parametrize("rows", [[], [("A", "A", 5)], [("A", ELSEWHERE, 5)]])
def test_without_flows_between_zones_there_is_no_model(rows):
    flows = Flows.of([row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows])
    model = fit(flows, straight_distances(np.zeros((flows.count, 2))))
    assert (model.converged, model.reason) == (False, "no flows") and np.isnan(model.emits).all()


def test_work_is_stopped_and_unknown_decays_are_refused():
    points, flows = made("exponential", 0.05)
    asked = iter([False] * 5)
    with pytest.raises(Stopped):
        fit(flows, straight_distances(points), cancelled=lambda: next(asked, True))
    with pytest.raises(ValueError, match="unknown decay"):
        fit(flows, straight_distances(points), "linear")


def test_the_distance_within_a_circle_of_1_km_is_905_m():
    assert inner_distances(np.array([math.pi * 1000**2])) == pytest.approx([0.9054], abs=1e-4)
