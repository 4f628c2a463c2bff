# SPDX-License-Identifier: GPL-2.0-or-later
"""Premises as rows: keys that stay the same, and words."""

from sterkesteden_plugin.vacancy.reading import read_premises
from sterkesteden_plugin.vacancy.recognising import recognise
from sterkesteden_plugin.vacancy.written import addresses, days, functions, keys

from .lists import table

LIST = """straat;huisnummer;huisletter;toevoeging;postcode;woonplaats;naam;functie;oppervlakte;leegstand;leeg sinds
Brink;1;a;2;9401 AA;Elders;De Klok;winkelfunctie;100;ja;1-2-2020
Brink;2;;;;Elders;;kantoorfunctie;;nee;
"""


def read(text):
    one = table(text)
    return read_premises(one, recognise(one))


def test_a_key_is_the_id_else_the_address_and_a_doubled_one_is_told_apart():
    told = read(LIST)
    assert keys(told, ["", ""]) == ["9401AA-1-A2", "ELDERS-BRINK-2"]
    assert keys(told, ["0106010000000001", ""])[0] == "0106010000000001"
    assert keys(told, ["0106010000000001"] * 2) == ["0106010000000001/DEKLOK", "0106010000000001"]


def test_addresses_functions_and_days_in_words():
    told = read(LIST)
    assert addresses(told) == ["Brink 1A-2", "Brink 2"]
    assert functions(told) == ["winkelfunctie", "kantoorfunctie"]
    assert days(told.since) == ["2020-02-01", None]
