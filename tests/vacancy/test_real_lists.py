# SPDX-License-Identifier: GPL-2.0-or-later
"""The real lists of the BAG against an independent computation with pandas and geopandas."""

from pathlib import Path

import geopandas
import numpy as np
import pandas
import pytest

from sterkesteden_plugin.tables.factored import Factored, FactoredTable, read_text
from sterkesteden_plugin.tables.headers import header
from sterkesteden_plugin.vacancy import listed
from sterkesteden_plugin.vacancy.reading import read_premises
from sterkesteden_plugin.vacancy.recognising import recognise, score
from sterkesteden_plugin.vacancy.tying import BY_ADDRESS, BY_ID, Register, tie

REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "bag-amsterdam"
pytestmark = pytest.mark.skipif(not REAL.exists(), reason="the real lists do not lie beside the checkout")

FULL, PLUS = "bagadres-full.csv", "bagadresplus.csv"
FUNCTIONS = [
    *("woonfunctie", "bijeenkomstfunctie", "celfunctie", "gezondheidszorgfunctie", "industriefunctie"),
    *(
        "kantoorfunctie",
        "logiesfunctie",
        "onderwijsfunctie",
        "sportfunctie",
        "winkelfunctie",
        "overige_gebruiksfunctie",
    ),
]


def read(name):
    with (REAL / name).open("rb") as file:
        table = read_text(file, lambda rows: header(rows, score))
    return read_premises(table, recognise(table))


def expected(name):
    """By pandas: one row for each verblijfsobject that is there, in the form of the shorter list."""
    every = pandas.read_csv(REAL / name, sep=";", dtype=str)
    if name == PLUS:
        every = every.rename(
            columns={
                "adresseerbaarobject_id": "object_id",
                "opp_adresseerbaarobject_m2": "oppervlakteadresseerbaarobject",
                "bouwjaar": "pandbouwjaar",
                "adresseerbaarobject_status": "verblijfsobjectstatus",
            }
        )
        every["nevenadres"] = every["nevenadres"].map({"0": "f", "1": "t"})
        every["object_type"] = every["typeadresseerbaarobject"].map({"Verblijfsobject": "VBO"})
        flags = every[FUNCTIONS].eq("1")
        every["functies"] = flags.apply(lambda row: {one.replace("_", " ") for one in FUNCTIONS if row[one]}, axis=1)
    else:
        every["functies"] = (
            every["verblijfsobjectgebruiksdoel"].fillna("").map(lambda said: set(said.split(",")) - {""})
        )
    there = (every["object_type"] == "VBO") & every["verblijfsobjectstatus"].str.contains("in gebruik", na=False)
    units = every[there & (every["nevenadres"] == "f")].copy()
    units["m2"] = pandas.to_numeric(units["oppervlakteadresseerbaarobject"]).replace(1, np.nan)
    units["jaar"] = pandas.to_numeric(units["pandbouwjaar"]).replace({1005: np.nan, 9999: np.nan})
    return every, units


@pytest.mark.parametrize("name", [FULL, PLUS])
def test_what_is_read_is_what_pandas_makes_of_it(name):
    told, (every, units) = read(name), expected(name)
    assert units["object_id"].is_unique and told.premises.count == len(units)
    assert told.ids.cells() == units["object_id"].tolist()
    np.testing.assert_array_equal(told.premises.floor_area, units["m2"])
    np.testing.assert_array_equal(told.year_built, units["jaar"])
    start = told.premises.function_start
    own = [
        {told.premises.functions[at] for at in told.premises.function[a:b].tolist()} for a, b in zip(start, start[1:])
    ]
    assert own == units["functies"].tolist()
    points = geopandas.GeoSeries.from_xy(units["x"].astype(float), units["y"].astype(float), crs=28992)
    np.testing.assert_array_equal(told.premises.x, points.x)
    np.testing.assert_array_equal(told.premises.y, points.y)
    assert told.rows == len(every) == told.premises.count + len(told.listed)
    assert told.listed.counts() == {
        listed.OTHER_KIND: int((every["object_type"] != "VBO").sum()),
        listed.NO_STOCK: int(every["verblijfsobjectstatus"].eq("Verblijfsobject gevormd").sum()),
        listed.SECONDARY_ADDRESS: 4,
    }
    assert told.doubts.counts() == {
        listed.DUMMY_FLOOR: units["m2"].isna().sum(),
        listed.DUMMY_YEAR: units["jaar"].isna().sum(),
    }
    assert 1005 not in told.year_built and 1 not in told.premises.floor_area
    assert dict(zip(told.line.tolist(), told.ids.cells())) == dict(zip((units.index + 2).tolist(), units["object_id"]))


def test_both_layouts_say_the_same():
    full, plus = read(FULL), read(PLUS)
    assert full.ids.cells() == plus.ids.cells() and full.addresses.postcode.cells() == plus.addresses.postcode.cells()
    np.testing.assert_array_equal(full.premises.floor_area, plus.premises.floor_area)
    np.testing.assert_array_equal(full.year_built, plus.year_built)


def test_addresses_of_a_layer_are_a_register_to_tie_to():
    layer = geopandas.read_file(REAL / "bag_amsterdam_rd.gpkg", layer="verblijfsobjecten")
    columns = layer.drop(columns="geometry").rename(columns={"minx": "x", "miny": "y"})
    columns = columns.astype(object).where(columns.notna(), None)
    cells = {name: Factored.of(columns[name].tolist()) for name in columns}
    table = FactoredTable(tuple(cells), cells, np.arange(1, len(columns) + 1))
    register, asked = read_premises(table, recognise(table)), Register.of(table, recognise(table))
    assert register.premises.count == len(layer) and not len(register.listed)
    assert set(register.address_ids.cells()) == set(layer["nummer_id"])

    by_id = tie(register, asked)
    assert (by_id.how == BY_ID).all()
    np.testing.assert_array_equal(by_id.x, layer.geometry.x)
    # Without their ids: by address, but for the one without a postcode and the one whose address stands there twice.
    keys = layer[["postcode", "huisnummer", "huisletter", "toevoeging"]].fillna("").astype(str)
    alone = (keys["postcode"] != "") & ~keys.duplicated(keep=False)
    nothing = Factored([""], np.zeros(len(layer), np.int32))
    told = read_premises(FactoredTable(table.names, {**cells, "nummer_id": nothing}, table.lines), recognise(table))
    tied = tie(told, asked)
    at = told.line - 1
    np.testing.assert_array_equal(tied.how == BY_ADDRESS, alone.to_numpy()[at])
    np.testing.assert_array_equal(tied.x, layer.geometry.x.to_numpy()[at])
    assert alone.sum() == 1833
