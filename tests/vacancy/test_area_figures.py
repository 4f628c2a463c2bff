# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of areas, after the form of the national monitor: units, units in scope, vacant ones and percentages."""

from dataclasses import replace

import numpy as np
import pytest

from sterkesteden_plugin.tables.stopping import Stopped
from sterkesteden_plugin.vacancy import listed
from sterkesteden_plugin.vacancy.area_figures import read_areas
from sterkesteden_plugin.vacancy.definitions import BY_REGISTERS, OBJECT, SERIES_BREAK, NotComparable, comparable
from sterkesteden_plugin.vacancy.recipes import MONITOR
from sterkesteden_plugin.vacancy.recognising import recognise

from .lists import sheet, table

LONG = """Gemeentecode;Gemeente;Functie;Jaar;Eenheden;In scope;Leegstaand;Langdurig leeg;Leegstand (%);Leegstand % opp.
GM0106;Assen;Winkels;2023;420;400;60;20;15,0%;12,5%
GM0106;Assen;Totaal;2023;40.000;38.000;1.140;.;3,0%;4,1%
GM0106;Assen;Winkels;2024;410;400;50;10;12,5%;x
114;Emmen;Kantoren;2023;320;300;42;30;14,0%;9%
"""


def read(one, **changes):
    recipe = recognise(one)
    assert recipe is not None and recipe.layout == MONITOR
    told = read_areas(one, replace(recipe, **changes))
    assert told.rows == len(told.area) + len(told.listed)
    return told


def figures(told, values):
    return {
        (told.codes[a] or told.names[a], told.functions[f], told.years[y]): None if np.isnan(v) else round(float(v), 9)
        for a, f, y, v in zip(told.area, told.function, told.year, values)
    }


def test_a_row_for_each_area_function_and_year():
    told = read(table(LONG))
    assert told.codes == ("GM0106", "GM0114") and told.names == ("Assen", "Emmen")
    assert figures(told, told.units) == {
        ("GM0106", "winkelfunctie", "2023-01-01"): 420,
        ("GM0106", "", "2023-01-01"): 40000,
        ("GM0106", "winkelfunctie", "2024-01-01"): 410,
        ("GM0114", "kantoorfunctie", "2023-01-01"): 320,
    }
    assert told.in_scope.tolist() == [400, 38000, 400, 300] and told.vacant.tolist() == [60, 1140, 50, 42]
    assert told.rate.tolist() == pytest.approx([0.15, 0.03, 0.125, 0.14])
    assert told.told_rate.tolist() == pytest.approx([0.15, 0.03, 0.125, 0.14])
    assert [None if np.isnan(one) else round(one, 9) for one in told.told_area_rate] == [0.125, 0.041, None, 0.09]
    assert [None if np.isnan(one) else one for one in told.long_term] == [20, None, 10, 30]
    definition = told.definition(0)
    assert (definition.vacant, definition.unit, definition.reference) == (BY_REGISTERS, OBJECT, "2023-01-01")


@pytest.mark.parametrize("filled", [True, False])
def test_merged_cells_above_columns_for_each_function(filled):
    empty = "Winkels" if filled else None
    told = read(
        sheet(
            ["Landelijke Monitor Leegstand", *[None] * 7],
            ["Peildatum 1 januari 2022", *[None] * 7],
            [None, None, "Winkels", empty, empty, "Kantoren", None, None],
            ["Gemeentecode", "Gemeente", "Aantal", "Leeg", "% leeg", "Aantal", "Leeg", "% leeg"],
            [106.0, "Assen", 420, 63, 0.15, 200, 30, 0.15],
            [114.0, "Emmen", 500, 100, 0.2, 300, None, 0.14],
            ["Bron: CBS", *[None] * 7],
        )
    )
    key = "2022-01-01"
    assert figures(told, told.vacant) == {
        ("GM0106", "winkelfunctie", key): 63,
        ("GM0114", "winkelfunctie", key): 100,
        ("GM0106", "kantoorfunctie", key): 30,
        ("GM0114", "kantoorfunctie", key): None,
    }
    assert figures(told, told.rate)["GM0114", "kantoorfunctie", key] == 0.14
    assert told.listed.counts() == {listed.NO_AREA: 2}


def test_columns_for_each_year():
    told = read(table("Gemeente;Leegstand winkels 2022 (%);Leegstand winkels 2023 (%)\nAssen;10,5;11\nEmmen;.;20\n"))
    assert figures(told, told.rate) == {
        ("Assen", "winkelfunctie", "2022-01-01"): 0.105,
        ("Assen", "winkelfunctie", "2023-01-01"): 0.11,
        ("Emmen", "winkelfunctie", "2023-01-01"): 0.2,
    }
    assert told.listed.counts() == {listed.NO_FIGURES: 1}


def test_what_cannot_be_is_listed_with_its_reason():
    head = "Gemeentecode;Functie;Jaar;Eenheden;In scope;Leegstaand;Langdurig leeg;% leegstand\n"
    told = read(
        table(
            head
            + "0106;Winkel;2023;100;90;91;;\n"
            + "0107;Winkel;2023;100;;101;;\n"
            + "0108;Winkel;2023;100;101;10;;\n"
            + "0109;Winkel;2023;100;;;;120%\n"
            + "0110;Winkel;2023;100;;5;6;\n"
            + "Emmen;Winkel;2023;100;;10;;\n"
            + "0111;Winkel;ooit;100;;10;;\n"
            + "0112;Winkel;2023;;;;;\n"
            + "0113;Winkel;2023;0;0;0;;\n"
            + "0114;Winkel;2023;100;;veel;;\n"
            + "0115;Winkel;2023;100;;=B2*2;;\n"
            + "0116;Winkel;2023;100;;-3;;5%\n"
            + "0117;Winkel;2023;100;;5;5;5%\n"
            + "0117;Winkel;2023;100;;5;5;5%\n"
            + "0117;Winkel;2023;100;;6;5;5%\n"
            + "0118;Winkel\n"
        )
    )
    assert [(line, reason) for line, reason, _ in told.listed] == [
        (2, listed.VACANT_OVER_TOTAL),
        (3, listed.VACANT_OVER_TOTAL),
        (4, listed.SCOPE_OVER_TOTAL),
        (5, listed.RATE_OVER_ALL),
        (6, listed.VACANT_OVER_TOTAL),
        (7, listed.NO_AREA),
        (8, listed.NO_YEAR),
        (9, listed.NO_FIGURES),
        (15, listed.DOUBLE),
        (16, listed.CONTRADICTS),
        (17, listed.RAGGED),
    ]
    assert sorted((line, reason) for line, reason, _ in told.doubts) == sorted(
        [
            (10, listed.NO_UNITS),
            (11, listed.NO_NUMBER),
            (11, listed.NO_DATA),
            (12, listed.FORMULA),
            (12, listed.NO_DATA),
            (13, listed.NEGATIVE),
        ]
    )
    assert np.isnan(told.rate[told.line == 10]).all() and told.rate[told.line == 13].tolist() == [0.05]


def test_figures_across_a_series_break_are_not_put_together():
    head = "Gemeentecode;Functie;Jaar;Eenheden;Leegstaand\n"
    told = read(
        table(
            head
            + "0106;Winkel;2019;100;10\n0114;Winkel;2019;200;20\n0114;Winkel;2021;200;30\n0114;Totaal;2021;999;50\n"
        )
    )
    assert told.together(told.year == 0) == (300, 30)
    with pytest.raises(NotComparable) as refused:
        told.together(np.array([0, 2]))
    assert refused.value.reason == SERIES_BREAK == comparable(told.definition(0), told.definition(1))
    with pytest.raises(ValueError, match="beside all"):
        told.together(told.year == 1)


def test_codes_of_buurten_get_their_zeros_back():
    told = read(
        table("Buurtcode;Buurt;Aantal woningen;Leegstaande woningen\n1060000;Centrum;100;3\n1140101;Oost;50;2\n")
    )
    assert told.codes == ("BU01060000", "BU01140101") and told.functions == ("woonfunctie",)
    assert told.years == ("",) and told.vacant.tolist() == [3, 2]


def test_reading_is_stopped():
    one = table(LONG)
    with pytest.raises(Stopped):
        read_areas(one, recognise(one), lambda: True)
