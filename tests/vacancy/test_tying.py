# SPDX-License-Identifier: GPL-2.0-or-later
"""Units of a list tied to the points of a register."""

import numpy as np
import pytest

from sterkesteden_plugin.vacancy.reading import read_premises
from sterkesteden_plugin.vacancy.recognising import recognise
from sterkesteden_plugin.vacancy.tying import (
    BY_ADDRESS,
    BY_COORDINATES,
    BY_ID,
    NO_ADDRESS,
    NO_POSTCODE,
    NOT_THERE,
    NOT_TIED,
    REASONS,
    SEVERAL,
    Register,
    tie,
)

from .lists import table

REGISTER = """vbo_id;nummeraanduiding_id;postcode;huisnummer;huisletter;huisnummertoevoeging;status;x;y
0106010000000001;0106200000000001;9401AA;1;;;in gebruik;230001;550001
0106010000000002;0106200000000002;9401AA;2;A;;in gebruik;230002;550002
0106010000000003;0106200000000003;9401AA;3;;1;in gebruik;230003;550003
0106010000000004;0106200000000004;9401AA;3;;2;in gebruik;230004;550004
0106010000000005;0106200000000005;9401AA;5;A;1;in gebruik;230005;550005
0106010000000006;0106200000000006;9401AA;5;;A1;in gebruik;230006;550006
0106010000000007;0106200000000007;9401AA;6;A;1;in gebruik;;
0106010000000008;0106200000000008;9401AA;7;;bis;in gebruik;230008;550008
0106010000000009;0106200000000009;9401AA;8;;B2;in gebruik;230009;550009
"""


def read(text):
    one = table(text)
    return read_premises(one, recognise(one))


def register(text):
    one = table(text)
    return Register.of(one, recognise(one))


REGISTERED = register(REGISTER)


@pytest.mark.parametrize(
    ("row", "how", "place", "reason"),
    [
        ("0106010000000002;;;;", BY_ID, 2, ""),
        ("106010000000002;;;;", BY_ID, 2, ""),
        ("0106200000000002;;;;", BY_ID, 2, ""),
        ("0106010000000002;9401AA;1;;", BY_ID, 2, ""),  # the id goes before the address
        ("0106010000009999;9401AA;1;;", BY_ADDRESS, 1, ""),
        (";9401 aa;1;;", BY_ADDRESS, 1, ""),
        (";9401AA;2a;;", BY_ADDRESS, 2, ""),
        (";9401AA;2;a;", BY_ADDRESS, 2, ""),
        (";9401AA;3-1;;", BY_ADDRESS, 3, ""),
        (";9401AA;3; 1;", BY_ADDRESS, 3, ""),
        (";9401AA;7;Bis;", BY_ADDRESS, 8, ""),
        (";9401AA;5 A-1;;", BY_ADDRESS, 5, ""),
        (";9401AA;5;A1;", BY_ADDRESS, 6, ""),
        (";9401AA;5;A 1.;", BY_ADDRESS, 6, ""),
        (";9401AA;8b-2;;", BY_ADDRESS, 9, ""),
        (";9401AA;3;;", NOT_TIED, None, SEVERAL),
        (";9401AA;2;;", NOT_TIED, None, SEVERAL),
        (";9401AA;2;B;", NOT_TIED, None, NOT_THERE),
        (";9401AA;6;A1;", NOT_TIED, None, NOT_THERE),
        ("0106010000009999;;;;", NOT_TIED, None, NOT_THERE),
        (";;1;;Weg", NOT_TIED, None, NO_POSTCODE),
        (";;;;Weg", NOT_TIED, None, NO_ADDRESS),
    ],
)
def test_how_a_unit_is_tied(row, how, place, reason):
    id_, postcode, number, addition, street = row.split(";")
    rows = "".join(f"{street};{one};leeg;80\n" for one in [f"{id_};{postcode};{number};{addition}"])
    head = "straat;bag-id;postcode;huisnummer;toevoeging;leegstand;m2\n"
    # Some rows besides, so that the column of ids is known as that, whatever this row says.
    more = "".join(
        f"Plein;{'010601' if id_[4:6] != '20' else '010620'}000000010{n};9999ZZ;{n};;leeg;70\n" for n in range(1, 4)
    )
    told = tie(read(head + rows + more), REGISTERED)
    assert (told.how[0], REASONS[told.reason[0]]) == (how, reason)
    if place is None:
        assert np.isnan(told.x[0]) and told.row[0] == -1
    else:
        assert (told.x[0], told.y[0]) == (230000 + place, 550000 + place)
    assert told.counts()[NOT_THERE] >= 3


def test_coordinates_of_the_list_come_last():
    told = tie(
        read("postcode;huisnummer;leeg;x;y\n9401AA;1;ja;1000;400000\n9401AA;99;ja;2000;400000\n9401AA;98;ja;;\n"),
        REGISTERED,
    )
    assert told.how.tolist() == [BY_ADDRESS, BY_COORDINATES, NOT_TIED] and told.x.tolist()[:2] == [230001, 2000]
    assert told.counts() == {NOT_THERE: 1}


def test_without_a_register_there_are_coordinates_only():
    told = tie(read("postcode;huisnummer;leeg;x;y\n9401AA;1;ja;1000;400000\n9401AA;99;ja;;\n"))
    assert told.how.tolist() == [BY_COORDINATES, NOT_TIED] and told.counts() == {NOT_THERE: 1}


def test_addresses_of_one_place_are_no_choice():
    twice = REGISTER + "0106010000000011;0106200000000011;9401AA;1;;;in gebruik;230001;550001\n"
    told = tie(read("postcode;huisnummer;leeg\n9401AA;1;ja\n"), register(twice))
    assert told.how.tolist() == [BY_ADDRESS] and told.x.tolist() == [230001]
