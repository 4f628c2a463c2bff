# SPDX-License-Identifier: GPL-2.0-or-later
"""Lists to premises: every row is a unit or is listed; what is doubtful becomes no fact."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from sterkesteden_plugin.tables.stopping import Stopped
from sterkesteden_plugin.vacancy import listed
from sterkesteden_plugin.vacancy.definitions import ADDRESS, BY_SURVEY, OUTLET
from sterkesteden_plugin.vacancy.premises import OCCUPIED, UNKNOWN, VACANT
from sterkesteden_plugin.vacancy.reading import DECIMAL, IMPRECISE, NO_DEFINITION, read_premises
from sterkesteden_plugin.vacancy.recipes import BAG, MUNICIPAL, RETAIL, Recipe
from sterkesteden_plugin.vacancy.recognising import recognise

from .lists import sheet, table

# After lists of municipalities: all of it is vacant, some columns differ from one to the next.
MUNICIPAL_LIST = """Leegstandslijst gemeente;;;;;;
Peildatum: 1 januari 2024;;;;;;
Adres;Postcode;Plaats;Functie;Oppervlakte (m²);Leeg sinds;BAG-id
Hoofdstraat 12a;7811 AB;Emmen;Winkel;1.250;1-3-2021;114010000000001
Hoofdstraat 14;7811AB;Emmen;Kantoor;85,5;maart 2023;0114010000000002
Hoofdstraat 16;7811 AB;Emmen;Winkel/wonen;1;2020;0114010000000003
Marktplein 3-1;7811 AC;Emmen;Horeca;99.999.999;31-2-2022;0114010000000004
Marktplein 5;7811 AC;Emmen;Winkel;geen idee;1-2-2024;0114010000000005
Marktplein 5;7811 AC;Emmen;Winkel;geen idee;1-2-2024;0114010000000005
Marktplein 7;7811 AC;Emmen;Winkel;120 m2;1 jan. 2022;1,14010000000007E+14
Marktplein 9;7811 AC
;;;;;;
"""


def read(one, **changes):
    recipe = recognise(one)
    assert recipe is not None
    told = read_premises(one, replace(recipe, **changes))
    assert told.rows == told.premises.count + len(told.listed)
    assert set(told.doubts.line.tolist()) <= set(told.line.tolist())
    return told


def told_functions(read_list):
    units = read_list.premises
    start = units.function_start.tolist()
    return [tuple(units.functions[at] for at in units.function[a:b].tolist()) for a, b in zip(start, start[1:])]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_list_of_a_municipality(encoding):
    told = read(table(MUNICIPAL_LIST, encoding))
    assert told.recipe.layout == MUNICIPAL and told.recipe.definition.reference == "2024-01-01"
    assert told.recipe.definition.unit == "verblijfsobject" and told.recipe.definition.vacant == ""
    assert told.premises.vacant.tolist() == [VACANT] * 6
    assert [None if np.isnan(one) else one for one in told.premises.floor_area] == [1250, 85.5, None, None, None, 120]
    days = ["2021-03-01", "2023-03-01", "2020-01-01", "NaT", "NaT", "2022-01-01"]
    assert told.since.astype(str).tolist() == days
    assert told_functions(told) == [
        ("winkelfunctie",),
        ("kantoorfunctie",),
        ("winkelfunctie", "woonfunctie"),
        ("horeca",),
        ("winkelfunctie",),
        ("winkelfunctie",),
    ]
    assert told.ids.cells() == [*(f"011401000000000{n}" for n in range(1, 6)), ""]
    assert told.addresses.street.cells()[0] == "Hoofdstraat" and told.addresses.number.tolist() == [12, 14, 16, 3, 5, 7]
    assert told.addresses.rest.cells()[0] == ("A", "") and told.addresses.rest.cells()[3] == ("", "1")
    assert set(told.addresses.postcode.cells()) == {"7811AB", "7811AC"}
    assert told.line.tolist() == [4, 5, 6, 7, 8, 10]
    assert [(line, reason) for line, reason, _ in told.listed] == [(9, listed.DOUBLE), (11, listed.RAGGED)]
    assert sorted((line, reason) for line, reason, _ in told.doubts) == sorted(
        [
            (6, listed.DUMMY_FLOOR),
            (7, listed.DUMMY_FLOOR),
            (7, listed.BAD_DATE),
            (8, listed.NO_NUMBER),
            (8, listed.LATER),
            (10, listed.BAD_ID),
        ]
    )
    assert (8, listed.NO_NUMBER, "geen idee") in list(told.doubts)
    assert {one.key: one.count for one in told.notes} == {IMPRECISE: 2, NO_DEFINITION: 1}


def test_a_list_that_says_what_is_vacant():
    told = read(
        table("Straat;Huisnummer;Toev.;Leegstand;Leeg sinds\nA;1;;ja;2020\nA;2;;nee;2020\nA;3;;soms;\nA;4;b;;\n")
    )
    assert told.premises.vacant.tolist() == [VACANT, OCCUPIED, UNKNOWN, UNKNOWN]
    assert told.since.astype(str).tolist() == ["2020-01-01", "NaT", "NaT", "NaT"]
    assert list(told.doubts) == [(3, listed.NOT_VACANT, "2020"), (4, listed.NO_ANSWER, "soms")]
    assert told.recipe.definition.unit == ADDRESS and told.addresses.rest.cells()[3] == ("", "b")


# After the fields of retail surveys: a vacant outlet has a branch of its own.
RETAIL_SURVEY = """Naam;Straat;Nr;Postcode;Plaats;Hoofdbranche;Branche;WVO
De Bakker;Markt;1;7941AA;Meppel;Dagelijks;Brood & Banket;60
;Markt;3;7941AA;Meppel;Leegstand;Frictieleegstand;120
;Markt;5;7941AA;Meppel;Leegstand;Structurele leegstand;0
Kleding & Co;Markt;7;7941AA;Meppel;Mode & Luxe;Damesmode;1.300
Schoenen;Markt;7;7941AA;Meppel;Mode & Luxe;Schoenen;200
Schoenen;Markt;7;7941AA;Meppel;Mode & Luxe;Schoenen;200
"""


def test_a_retail_survey_whose_branch_tells_what_is_vacant():
    told = read(table(RETAIL_SURVEY))
    assert told.recipe.layout == RETAIL
    assert (told.recipe.definition.vacant, told.recipe.definition.unit) == (BY_SURVEY, OUTLET)
    assert told.premises.vacant.tolist() == [OCCUPIED, VACANT, VACANT, OCCUPIED, OCCUPIED]
    assert told.premises.floor_area.tolist()[3] == 1300 and np.isnan(told.premises.floor_area[2])
    assert told.branch.cells()[3:] == ["Damesmode", "Schoenen"] and told.name.cells()[0] == "De Bakker"
    assert told.listed.counts() == {listed.DOUBLE: 1}
    assert told.doubts.counts() == {listed.DUMMY_FLOOR: 1, listed.SAME_ADDRESS: 2}
    assert [one.example for one in told.notes if one.key == DECIMAL] == ["1.300"]


def test_a_retail_survey_with_a_column_for_vacant():
    told = read(
        sheet(
            ["Formule", "Adres", "Branche", "Winkelvloeroppervlak", "Leegstand"],
            ["A", "Weg 1", "B", 80, 0],
            [None, "Weg 2", None, 90.5, 1],
        )
    )
    assert told.recipe.layout == RETAIL and told.premises.vacant.tolist() == [OCCUPIED, VACANT]
    assert told.premises.floor_area.tolist() == [80, 90.5]


BAG_HEADER = "identificatie;gebruiksdoel;oppervlakte;status;bouwjaar;nevenadres\n"


def bag(*rows):
    return read(table(BAG_HEADER + "\n".join(rows)))


def test_two_functions_of_one_object_are_one_unit():
    told = bag(
        "0106010000000001;winkelfunctie;80;Verblijfsobject in gebruik;1990;N",
        "0106010000000001;woonfunctie;80;Verblijfsobject in gebruik;1990;N",
        "0106010000000002;woonfunctie;80;Verblijfsobject in gebruik;1990;N",
    )
    assert told_functions(told) == [("winkelfunctie", "woonfunctie"), ("woonfunctie",)]
    assert next(iter(told.listed))[:2] == (3, listed.MERGED) and told.recipe.layout == BAG


def test_secondary_addresses_are_no_units_whichever_comes_first():
    told = bag(
        "0106010000000001;winkelfunctie;80;Verblijfsobject in gebruik;1990;J",
        "0106010000000001;winkelfunctie;80;Verblijfsobject in gebruik;1990;N",
        "0106010000000002;woonfunctie;70;Verblijfsobject in gebruik;1990;J",
        "0106010000000002;woonfunctie;70;Verblijfsobject in gebruik;1990;J",
    )
    assert told.line.tolist() == [3, 4]
    assert [one[:2] for one in told.listed] == [(2, listed.SECONDARY_ADDRESS), (5, listed.SECONDARY_ADDRESS)]
    assert [one[:2] for one in told.doubts] == [(4, listed.ONLY_SECONDARY)]


def test_what_rows_of_one_object_contradict_each_other_about_is_not_known():
    told = bag(
        "0106010000000001;winkelfunctie;80;Verblijfsobject in gebruik;1990;N",
        "0106010000000001;winkelfunctie;90;Verblijfsobject in gebruik;1990;N",
        "0106010000000002;winkelfunctie;90;Verblijfsobject in gebruik;1990;N",
        "0106010000000002;winkelfunctie;;Verblijfsobject in gebruik;1990;N",
    )
    assert np.isnan(told.premises.floor_area[0]) and told.premises.floor_area[1] == 90
    assert told.listed.counts() == {listed.CONTRADICTS: 2}
    assert [one[:2] for one in told.doubts] == [(2, listed.CONTRADICTED)]
    text = "adres;leegstand;BAG-id\nA 1;ja;0106010000000001\nA 1;nee;0106010000000001\n"
    assert read(table(text)).premises.vacant.tolist() == [UNKNOWN]


def test_objects_that_are_not_there_or_of_another_kind_are_listed():
    statuses = ["Verblijfsobject gevormd", "Niet gerealiseerd verblijfsobject", "Verblijfsobject ingetrokken",
                "Verblijfsobject ten onrechte opgevoerd", "Plaats aangewezen"]  # fmt: skip
    kept = [
        "Verblijfsobject in gebruik (niet ingemeten)",
        "Verblijfsobject buiten gebruik",
        "Verbouwing verblijfsobject",
    ]
    rows = [f"010601000000000{n};woonfunctie;80;{one};1990;N" for n, one in enumerate([*statuses, *kept])]
    told = bag(*rows)
    assert told.listed.counts() == {listed.NO_STOCK: 5} and told.line.tolist() == [7, 8, 9]


@pytest.mark.parametrize("dummy", ["0", "1", "999999", "99999999", "99.999.999", "99999999.0"])
def test_dummy_floor_areas_become_no_facts(dummy):
    told = bag(f"0106010000000001;woonfunctie;{dummy};;1990;N", "0106010000000002;woonfunctie;2;;1990;N")
    assert np.isnan(told.premises.floor_area[0]) and told.premises.floor_area[1] == 2
    assert told.doubts.counts() == {listed.DUMMY_FLOOR: 1}


@pytest.mark.parametrize("dummy", ["9999", "1005", "0", "1", "19"])
def test_dummy_years_become_no_facts(dummy):
    told = bag(f"0106010000000001;woonfunctie;80;;{dummy};N", "0106010000000002;woonfunctie;80;;1650-01-01;N")
    assert np.isnan(told.year_built[0]) and told.year_built[1] == 1650
    assert told.doubts.counts() == {listed.DUMMY_YEAR: 1}


def test_a_column_that_changes_type_half_way_is_read_cell_by_cell():
    rows = [["Adres", "Functie", "Oppervlakte", "Leeg sinds"]]
    rows += [[f"Weg {n}", "winkel", 50 + n, "2021/03/01"] for n in range(3)]
    rows += [[f"Weg {n}", "winkel", f"{n}0,5 m²", 44256.0] for n in range(3, 6)]
    rows += [
        ["Weg 7", "winkel", "n.v.t.", "=VANDAAG()"],
        ["Weg 8", "winkel", "=C2*2", "#N/B"],
        ["Weg 9", "winkel", -5, ""],
    ]
    told = read(sheet(*rows))
    floor = [None if np.isnan(one) else one for one in told.premises.floor_area]
    assert floor == [50, 51, 52, 30.5, 40.5, 50.5, None, None, None]
    assert told.since.astype(str).tolist() == ["2021-03-01"] * 6 + ["NaT"] * 3
    assert Counter((line, reason) for line, reason, _ in told.doubts) == Counter(
        [(8, listed.NO_NUMBER), (8, listed.BAD_DATE), (9, listed.FORMULA), (9, listed.BAD_DATE), (10, listed.NEGATIVE)]
    )


def test_the_same_address_is_one_unit_where_its_floor_area_is_and_else_told():
    told = read(
        table("adres;functie;m2;leeg sinds\nWeg 1;winkel;80;2020\nWeg 1;kantoor;80;2020\nWeg 1;woning;90;2020\n")
    )
    assert told_functions(told) == [("kantoorfunctie", "winkelfunctie"), ("woonfunctie",)]
    assert told.listed.counts() == {listed.MERGED: 1} and told.doubts.counts() == {listed.SAME_ADDRESS: 2}


def test_an_object_may_hold_several_outlets():
    head = "vbo_id;naam;branche;wvo;leegstand\n"
    told = read(table(head + "0106010000000001;A;x;80;nee\n0106010000000001;B;x;80;nee\n0106010000000001;B;x;80;nee\n"))
    assert told.name.cells() == ["A", "B"] and told.listed.counts() == {listed.DOUBLE: 1}


def test_the_same_address_in_capitals_is_the_same():
    told = read(table("adres;functie;m2;leeg sinds\nWeg 1;winkel;80;2020\nWEG 1;winkel;80;2020\n"))
    assert told.premises.count == 1 and told.listed.counts() == {listed.DOUBLE: 1}


def test_the_same_address_in_other_columns_is_the_same():
    head = "straat;nr;letter;toev;postcode;functie;m2;leeg sinds\n"
    told = read(table(head + "Weg;1a;;;9401AA;winkel;80;2020\nWeg;1;a;;9401 aa;winkel;80;2020\n"))
    assert told.premises.count == 1 and told.addresses.rest.cells() == [("A", "")]


def test_rows_that_tell_nothing_are_listed():
    told = read(table("adres;functie;m2;leeg sinds\nWeg 1;winkel;80;2020\n;;;2020\n;winkel;;\n"))
    assert [one[:2] for one in told.listed] == [(3, listed.EMPTY)] and told.premises.count == 2


def test_coordinates_outside_the_country_are_no_places():
    text = "adres;leeg;x;y\nWeg 1;ja;257000;532000\nWeg 2;ja;532000;257000\nWeg 3;ja;;\nWeg 4;ja;0;0\n"
    told = read(table(text))
    assert told.premises.x.tolist()[0] == 257000 and np.isnan(told.premises.x[1:]).all()
    assert [one[:2] for one in told.doubts] == [(3, listed.BAD_PLACE), (5, listed.BAD_PLACE)]
    told = read(table("adres;leeg;lat;lon\nWeg 1;ja;52,785;6,897\nWeg 2;ja;6,897;52,785\n"))
    assert told.recipe.crs == "EPSG:4326" and told.premises.x.tolist()[0] == 6.897 and np.isnan(told.premises.y[1])


def test_columns_that_the_user_chose():
    one = table("waar;hoeveel;wat\nWeg 1;80;winkel\nWeg 2;90;kantoor\n")
    assert recognise(one) is None
    recipe = Recipe(columns={"address": "waar", "floor-area": "hoeveel", "function": "wat"}, otherwise=VACANT)
    told = read_premises(one, recipe)
    assert told.premises.floor_area.tolist() == [80, 90] and told.premises.vacant.tolist() == [VACANT, VACANT]
    with pytest.raises(KeyError):
        read_premises(one, replace(recipe, columns={"address": "elders"}))


def test_a_table_without_rows_has_no_units():
    assert read(table("adres;leeg\n")).premises.count == 0
    assert read(table(BAG_HEADER + "0106010000000001;x;1;x;1;x"), columns={}).listed.counts() == {listed.EMPTY: 1}


def test_reading_is_stopped():
    one = table(MUNICIPAL_LIST)
    with pytest.raises(Stopped):
        read_premises(one, recognise(one), lambda: True)
