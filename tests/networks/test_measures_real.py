# SPDX-License-Identifier: GPL-2.0-or-later
"""The measures on commuting between municipalities, 2006-2014 (CBS StatLine 81251ned), where the data lie beside.

Shares are of R, all jobs of a municipality's residents, wherever these are; of W likewise. The square matrix of the
whole country and the table of pairs with one end in the province give the same, to the last digit: the latter has every
flow of its municipalities. What is suppressed ("-", also all of "Onbekend" and "Buitenland") is in neither, so that R
and W are sums of what was published.
"""

import csv
import os
from pathlib import Path

import numpy as np
import pytest

from sterkesteden_plugin.networks.flows import Flows
from sterkesteden_plugin.networks.gravity import fit, straight_distances
from sterkesteden_plugin.networks.measures import measures
from sterkesteden_plugin.networks.polycentricity import functional, rank_size, sizes_of
from sterkesteden_plugin.networks.selecting import select
from sterkesteden_plugin.networks.ties import crossing, ties

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("STERKESTEDEN_SHARED", ROOT.parent / "shared")) / "data" / "pendel-2006-2014"
ZONES = FOLDER.parent / "gemeenten-noordoost-nl" / "gemeenten_2022_rd.gpkg"
MATRIX, PAIRS = FOLDER / "Van_2014_orig.csv", FOLDER / "pendel_drenthe_2006_2014.csv"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="no real data: ../shared/data is absent")

FOUR = ["Emmen", "Hoogeveen", "Assen", "Meppel"]
GRONINGEN = "Groningen (gemeente)"


def from_matrix():
    with MATRIX.open(encoding="latin-1", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    names = [row[0] for row in rows]
    cells = [(row[0], name, float(cell)) for row in rows for name, cell in zip(names, row[1:]) if cell not in ("-", "")]
    return Flows.of(*zip(*cells), unit="x 1000", year="2014")


def from_pairs(year="2014"):
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["jaar"] == year]
    return Flows.of(
        [row["woongemeente"] for row in rows],
        [row["werkgemeente"] for row in rows],
        [float(row["banen_x1000"]) for row in rows],
        unit="x 1000",
        year=year,
    )


@pytest.fixture(scope="module", params=[from_matrix, from_pairs])
def flows(request):
    return request.param()


def share(flows, origin, destination):
    here, there = flows.codes.index(origin), flows.codes.index(destination)
    return float(flows.at(here, there) / flows.residents_jobs()[here])


@pytest.mark.parametrize(
    ("origin", "destination", "percent"),
    [
        ("Meppel", "Zwolle", 15.2),
        ("Assen", GRONINGEN, 12.9),
        ("De Wolden", "Hoogeveen", 21.1),
        ("De Wolden", "Meppel", 18.9),
        ("Borger-Odoorn", "Emmen", 24.5),
    ],
)
def test_shares_of_residents_jobs(flows, origin, destination, percent):
    assert round(100 * share(flows, origin, destination), 1) == percent
    lines = select(flows, share=percent / 100 - 0.001)
    pair = flows.codes.index(origin), flows.codes.index(destination)
    assert pair in set(zip(lines.origin.tolist(), lines.destination.tolist()))


def test_self_containment(flows):
    told = measures(flows)
    places = [flows.codes.index(city) for city in FOUR]
    assert np.round(told.supply[places], 2).tolist() == [0.68, 0.64, 0.59, 0.51]
    assert np.round(told.demand[places], 2).tolist() == [0.67, 0.47, 0.45, 0.38]
    assert [flows.codes[at] for at in told.dominant[places]] == ["Hoogeveen", "Hardenberg", GRONINGEN, "Zwolle"]


def test_the_part_that_crosses_between_the_four_cities(flows):
    assert round(100 * crossing(flows, FOUR), 1) == 10.7
    told = ties(flows, FOUR, from_pairs("2006"))
    assert len(told.total) == 6 and told.total.sum() == pytest.approx(8.1)
    assert told.total[:3].tolist() == pytest.approx([3.2, 1.2, 0.3])  # Emmen with the other three
    assert not np.isnan(told.change).any()


def test_both_files_say_the_same_of_the_municipalities_that_they_share():
    whole, part = measures(from_matrix()), measures(from_pairs())
    names, told = from_matrix().codes, from_pairs().codes
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["jaar"] == "2014"]
    inside = sorted({row["woongemeente"] for row in rows if row["woongemeente"] == row["werkgemeente"]})
    assert len(inside) >= 12
    here, there = [names.index(name) for name in inside], [told.index(name) for name in inside]
    for of_whole, of_part in (
        (whole.residents_jobs, part.residents_jobs),
        (whole.jobs, part.jobs),
        (whole.within, part.within),
        (whole.supply, part.supply),
        (whole.demand, part.demand),
        (whole.balance, part.balance),
        (whole.dominant_share, part.dominant_share),
    ):
        assert of_whole[here] == pytest.approx(of_part[there])


def test_the_same_as_pandas_has_it():
    import pandas

    table = pandas.read_csv(MATRIX, sep=";", header=None, encoding="latin-1", na_values="-", index_col=0)
    table = table.iloc[:, : len(table)].astype(float).fillna(0.0)
    table.columns = table.index
    flows, told = from_matrix(), measures(from_matrix())
    own = pandas.Series(np.diag(table), table.index)
    moves = table.where(~np.eye(len(table), dtype=bool), 0.0)
    wanted = pandas.DataFrame(
        {
            "residents_jobs": table.sum(axis=1),
            "jobs": table.sum(axis=0),
            "within": own,
            "supply": own / table.sum(axis=1),
            "demand": own / table.sum(axis=0),
            "outgoing": moves.sum(axis=1),
            "incoming": moves.sum(axis=0),
            "balance": table.sum(axis=0) - table.sum(axis=1),
            "dominant_flow": moves.max(axis=1).where(moves.max(axis=1) > 0),
            "dominant_share": moves.max(axis=1).where(moves.max(axis=1) > 0) / table.sum(axis=1),
        }
    )
    some = [name for name in table.index if wanted.residents_jobs[name] > 0 and wanted.jobs[name] > 0]
    assert len(some) > 390
    places = [flows.codes.index(name) for name in some if name in flows.codes]
    assert len(places) == len(some)
    for name in wanted.columns:
        assert getattr(told, name)[places] == pytest.approx(wanted.loc[some, name].to_numpy(), nan_ok=True), name


def test_polycentricity_of_the_four_cities(flows):
    told = functional(flows, FOUR)
    assert told.density == pytest.approx(crossing(flows, FOUR)) and 0 < told.value < told.density
    form, function = (rank_size(sizes) for sizes in sizes_of(flows, FOUR))
    assert form.counts == function.counts == (2, 3, 4) and form.slope < 0 and function.slope < 0


@pytest.mark.parametrize("decay", ["exponential", "power"])
def test_gravity_between_true_places(decay):
    """Beside balancing of the whole matrix at once, with distances by geopandas."""
    import geopandas

    zones = geopandas.read_file(ZONES).set_index("statcode").sort_index()
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["jaar"] == "2014"]
    flows = Flows.of(
        [row["woon_code"] for row in rows],
        [row["werk_code"] for row in rows],
        [float(row["banen_x1000"]) for row in rows],
        list(zones.index),
    )
    centre = zones.geometry.centroid
    assert flows.codes == tuple(zones.index)
    model = fit(flows, straight_distances(np.column_stack((centre.x, centre.y))), decay)
    assert model.converged and (0.02 < model.beta < 0.2 if decay == "exponential" else 1 < model.beta < 4)

    apart = np.array([centre.distance(point) for point in centre]) / 1000
    observed = flows.matrix()
    np.fill_diagonal(observed, 0)
    np.fill_diagonal(apart, 1)
    weight = np.exp(-model.beta * apart) if decay == "exponential" else apart**-model.beta
    np.fill_diagonal(weight, 0)
    some = observed.sum(axis=1) > 0, observed.sum(axis=0) > 0
    expected = weight[np.ix_(*some)]
    for _round in range(2000):
        expected *= (observed.sum(axis=1)[some[0]] / expected.sum(axis=1))[:, None]
        expected *= observed.sum(axis=0)[some[1]] / expected.sum(axis=0)
    places = np.arange(flows.count)
    told = np.nan_to_num(model.expected(places[:, None], places[None, :]))[np.ix_(*some)]
    assert told == pytest.approx(expected, rel=1e-5, abs=1e-9)
    effect = (apart if decay == "exponential" else np.log(apart))[np.ix_(*some)]
    assert (told * effect).sum() == pytest.approx((observed[np.ix_(*some)] * effect).sum(), rel=1e-6)
    assert model.mean_observed == pytest.approx((observed * apart).sum() / observed.sum())
