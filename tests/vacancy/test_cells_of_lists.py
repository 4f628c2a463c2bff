# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates, numbers, ids, addresses and words as Dutch lists write them."""

import numpy as np
import pytest

from sterkesteden_plugin.tables import cells
from sterkesteden_plugin.tables.factored import Factored
from sterkesteden_plugin.vacancy import terms
from sterkesteden_plugin.vacancy.addresses import read_line, read_number, read_postcode
from sterkesteden_plugin.vacancy.area_figures import read_code
from sterkesteden_plugin.vacancy.bag_ids import read_id, type_of
from sterkesteden_plugin.vacancy.dates import EXACT, MONTH, NONE, WRONG, YEAR, read_date
from sterkesteden_plugin.vacancy.premises import OCCUPIED, UNKNOWN, VACANT
from sterkesteden_plugin.vacancy.quantities import is_formula, quantities, shares


@pytest.mark.parametrize(
    ("written", "date", "told"),
    [
        *((one, "2021-03-01", EXACT) for one in ("1-3-2021", "01-03-2021", "1/3/2021", "1.3.2021", "1-3-21")),
        *((one, "2021-03-01", EXACT) for one in ("1 maart 2021", "1 mrt. 2021", "maandag 1 maart 2021", "1-mrt-2021")),
        *((one, "2021-03-01", EXACT) for one in ("2021-03-01", "2021/03/01", "20210301", "2021-03-01T00:00:00")),
        *((one, "2021-03-01", EXACT) for one in (44256, 44256.0, "44256", "sinds 1-3-2021", "1-3-2021 00:00")),
        *((one, "2021-03-01", MONTH) for one in ("maart 2021", "mrt 2021", "3-2021", "2021-03", "Maart '2021")),
        *((one, "2021-01-01", YEAR) for one in (2021, "2021", 2021.0, "sinds 2021")),
        ("1-1-98", "1998-01-01", EXACT),
        ("29-2-2020", "2020-02-29", EXACT),
        *(
            (one, "", WRONG)
            for one in ("31-2-2021", "29-2-2021", "12/31/2021", "1 brumaire 2021", "lang", "123", "3,5")
        ),
        *((one, "", NONE) for one in (None, "", "-", "onbekend", "n.v.t.")),
    ],
)
def test_dates(written, date, told):
    assert read_date(written) == (date, told)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (["120 m²", "1.250 m2", "ca. 80", '="35"'], [120, 1250, 80, 35]),
        (["1.250", "900"], [1250, 900]),
        (["1.250,5", "12"], [1250.5, 12]),
        (["12,5", "veel"], [12.5, None]),
        (["=A1+B1", "#DEEL/0!", "7"], [None, None, 7]),
        ([120, None, 3.5], [120, None, 3.5]),
    ],
)
def test_square_metres(written, read):
    values, kind, _ = quantities(Factored.of(written), whole=True)
    assert [None if np.isnan(one) else one for one in values] == read
    assert ((kind == cells.NUMBER) == ~np.isnan(values)).all()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (["12,5%", "0,5 %", "100%"], [0.125, 0.005, 1]),
        (["0,5%", "0,8%"], [0.005, 0.008]),
        (["12,5", "0,5"], [0.125, 0.005]),
        ([0.125, 0.5, 1.0], [0.125, 0.5, 1]),
        ([0.5, 12.5], [0.005, 0.125]),
        (["140%"], [1.4]),
    ],
)
def test_percentages(written, read):
    assert shares(Factored.of(written))[0].tolist() == pytest.approx(read)


@pytest.mark.parametrize(
    ("written", "formula"),
    [
        ("=B2/C2", True),
        ("#N/B", True),
        ("#REF!", True),
        ("#DIV/0!", True),
        ('="0106"', False),
        ("#1", False),
        (5, False),
    ],
)
def test_formulas(written, formula):
    assert is_formula(written) is formula


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("0363010000964973", "0363010000964973"),
        ("363010000964973", "0363010000964973"),
        (363010000964973, "0363010000964973"),
        (363010000964973.0, "0363010000964973"),
        ("363010000964973.0", "0363010000964973"),
        ('="0363010000964973"', "0363010000964973"),
        ("'0363010000964973", "0363010000964973"),
        ("NL.IMBAG.Verblijfsobject.0363010000964973", "0363010000964973"),
        (1701010000000001, "1701010000000001"),
        (1701010000000001.0, ""),  # as a number of a spreadsheet its last figure is lost
        ("3,63010000964973E+14", ""),
        ("12", ""),
        ("", ""),
        (None, ""),
        ("²363010000964973", ""),
    ],
)
def test_ids(written, read):
    assert read_id(written) == read and type_of(written) == read[4:6]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("12", (12, "", "")),
        (12, (12, "", "")),
        (12.0, (12, "", "")),
        ("12a", (12, "A", "")),
        ("12 A", (12, "A", "")),
        ("12-2", (12, "", "2")),
        ("12a-2", (12, "A", "2")),
        ("12 bis", (12, "", "bis")),
        ("12-H", (12, "H", "")),
        ("12-jan", (0, "", "")),
        ("1-12-2021", (0, "", "")),
        ("2021-12-01", (0, "", "")),
        ("12,5", (0, "", "")),
        ("", (0, "", "")),
        ("geen", (0, "", "")),
        ("0", (0, "", "")),
    ],
)
def test_house_numbers(written, read):
    assert read_number(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Hoofdstraat 12a, 7811 AB Emmen", ("Hoofdstraat", "12a", "7811AB", "Emmen")),
        ("Hoofdstraat 12 7811ab", ("Hoofdstraat", "12", "7811AB", "")),
        ("Plein 1940 3, Assen", ("Plein 1940", "3", "", "Assen")),
        ("2e Dwarsweg 7-1", ("2e Dwarsweg", "7-1", "", "")),
        ("Markt", ("Markt", "", "", "")),
        ("", ("", "", "", "")),
    ],
)
def test_addresses_in_one_cell(written, read):
    assert read_line(written) == read


def test_postcodes():
    assert [read_postcode(one) for one in ("7811AB", "7811 ab", "7811", "0811AB", None)] == [
        "7811AB",
        "7811AB",
        "",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("written", "kind", "read"),
    [
        ("GM0106", "GM", "GM0106"),
        ("gm106", "GM", "GM0106"),
        (106, "GM", "GM0106"),
        ("106", "GM", "GM0106"),
        ('="0106"', "GM", "GM0106"),
        (1060000, "BU", "BU01060000"),
        ("10600", "WK", "WK010600"),
        ("BU01060000", "GM", "BU01060000"),
        ("NL00", "GM", "NL00"),
        ("10600", "GM", ""),
        ("Emmen", "GM", ""),
        (None, "GM", ""),
    ],
)
def test_codes_of_areas(written, kind, read):
    assert read_code(written, kind) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        *((one, VACANT) for one in ("ja", "J", "Leeg", "leegstaand", "1", 1, True, "Frictieleegstand", "00-Leegstand")),
        *((one, OCCUPIED) for one in ("nee", "N", "in gebruik", "0", False, "niet leeg", "geen leegstand", "verhuurd")),
        *((one, UNKNOWN) for one in ("", None, "onbekend", "?")),
        *((one, None) for one in ("Kleding", "misschien", "niet leegstaand sinds mei", "leeghaalservice")),
    ],
)
def test_words_for_vacant(written, read):
    assert terms.vacant(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("woonfunctie, winkelfunctie", ("winkelfunctie", "woonfunctie")),
        ("Winkel", ("winkelfunctie",)),
        ("Kantoren", ("kantoorfunctie",)),
        ("Winkel/Kantoor", ("kantoorfunctie", "winkelfunctie")),
        ("wonen en winkel", ("winkelfunctie", "woonfunctie")),
        ("Horeca en leisure", ("horeca en leisure",)),
        ("overige gebruiksfunctie", ("overige gebruiksfunctie",)),
        ("", ()),
        (None, ()),
    ],
)
def test_functions(written, read):
    assert terms.functions(written) == read


def test_the_function_that_a_name_of_a_column_tells():
    names = ("Winkels – leeg", "kantoor_leeg", "Overige functies – aantal", "Aantal leeg")
    assert [terms.function_in(one) for one in names] == [
        "winkelfunctie",
        "kantoorfunctie",
        "overige gebruiksfunctie",
        "",
    ]
