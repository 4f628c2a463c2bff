# SPDX-License-Identifier: GPL-2.0-or-later
"""Lists of addresses: which columns hold them, how they are written, and what counts as found."""

from __future__ import annotations

import json
import time

import pytest
from qgis.core import QgsNetworkAccessManager

from sterkesteden_plugin.services.address_list import (
    Address,
    AddressFinder,
    Columns,
    address_of,
    by_number,
    by_text,
    read,
    recognise,
)
from sterkesteden_plugin.services.errors import Unreachable
from sterkesteden_plugin.services.http import Fetcher
from sterkesteden_plugin.services.locatieserver import Hit, LocatieserverClient
from tests.services.datasets import QUICK, service
from tests.services.servers.faults import Answer
from tests.services.servers.locatieserver import DOCUMENTS, Locatieserver


@pytest.fixture()
def server(qgis_app):
    QgsNetworkAccessManager.instance()
    with Locatieserver() as server:
        yield server


@pytest.fixture()
def finder(server):
    client = LocatieserverClient(Fetcher(retries=0, back_off=QUICK), service("locatieserver", server.base))
    return AddressFinder(client, pause=0)


def _hit(number, letter="", addition="", postcode="7811MA", street="Noorderplein", town="Emmen"):
    name = f"{street} {number}{letter}{'-' if addition else ''}{addition}, {postcode} {town}"
    fields = {"huisnummer": number, "postcode": postcode, "straatnaam": street, "woonplaatsnaam": town}
    if letter:
        fields["huisletter"] = letter
    if addition:
        fields["huisnummertoevoeging"] = addition
    return Hit(name, "adres", name, 1.0, 1.0, 2.0, fields)


@pytest.mark.parametrize(
    ("names", "columns"),
    [
        (["Adres"], Columns(text=("Adres",))),
        (["naam", "POSTCODE", "Huisnummer"], Columns(postcode="POSTCODE", number="Huisnummer")),
        (
            ["postcode", "huis_nr", "huisletter", "huisnummer_toevoeging", "adres"],
            Columns(("adres",), "postcode", "huis_nr", "huisletter", "huisnummer_toevoeging"),
        ),
        (
            ["bezoekadres_postcode", "bezoekadres_huisnummer"],
            Columns((), "bezoekadres_postcode", "bezoekadres_huisnummer"),
        ),
        (["straat", "nr", "plaats"], Columns(("straat", "nr", "plaats"), number="nr")),
        (["naam", "oppervlakte"], Columns()),
        (["nummer", "huisnummer", "postcode"], Columns(postcode="postcode", number="huisnummer")),
    ],
)
def test_columns_are_known_by_their_names(names, columns):
    assert recognise(names) == columns


def test_a_street_alone_is_no_address():
    assert not recognise(["straat", "huisnummer"]).is_enough
    assert recognise(["adres"]).is_enough and recognise(["pc6", "hnr"]).is_enough


def test_a_row_gives_its_parts_as_text():
    columns = Columns(("straat", "nr", "plaats"), "pc", "nr")
    row = {"straat": " Noorderplein ", "nr": 12.0, "plaats": None, "pc": "7811 ma"}
    assert address_of(row, columns) == Address("Noorderplein 12", "7811 ma", "12")


@pytest.mark.parametrize(
    ("number", "parts"),
    [
        ("12", ("12", "", "")),
        ("0012", ("12", "", "")),
        ("12a", ("12", "A", "")),
        ("12 A", ("12", "A", "")),
        ("12-2", ("12", "", "2")),
        ("12 bis", ("12", "", "bis")),
        ("12A-3", ("12", "A", "3")),
        ("12 t/m 20", ("", "", "")),
        ("geen", ("", "", "")),
    ],
)
def test_a_number_is_read_with_letter_and_addition(number, parts):
    read_ = read(Address(postcode="7811 ma", number=number))
    assert read_.postcode == "7811MA" and (read_.number, read_.letter, read_.addition) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Noorderplein 12, 7811MA Emmen", ("7811MA", "12", "", "")),
        ("Noorderplein 12a 7811 ma Emmen", ("7811MA", "12", "A", "")),
        ("Burg. de Vriesstraat 3-2, 7941BA Meppel", ("7941BA", "3", "", "2")),
        ("Noorderplein 12 Emmen", ("", "12", "", "")),
        ("Emmen", ("", "", "", "")),
    ],
)
def test_a_line_of_text_is_read(text, parts):
    found = read(Address(text))
    assert (found.postcode, found.number, found.letter, found.addition) == parts


def test_letter_and_addition_may_be_mistaken_for_each_other_but_not_where_both_are_there():
    asked = Address(postcode="7811MA", number="12", addition="A")
    assert by_number(asked, [_hit(12), _hit(12, "A")]).how == "exact"
    found = by_number(asked, [_hit(12, "A"), _hit(12, addition="A")])
    assert found.how == "exact" and found.hit.fields["huisnummertoevoeging"] == "A"


def test_another_letter_is_said_and_another_number_is_not_taken():
    asked = Address(postcode="7811MA", number="12", letter="C")
    assert by_number(asked, [_hit(14), _hit(12, "A")]).how == "huisnummer"
    assert by_number(asked, [_hit(14), _hit(12, postcode="7811MB")]) is None


def test_what_is_found_for_a_text_is_held_against_it():
    assert by_text("Noorderplein 12 te Emmen", [_hit(14), _hit(12)]).how == "tekst"
    assert by_text("noorder-plein 12, Emmen", [_hit(12)]).how == "onzeker"
    assert by_text("Noorderplein, Emmen", [_hit(12)]).how == "onzeker"
    assert by_text("Coevorderstraat 12, 7811MA", [_hit(12)]).how == "tekst"
    assert by_text("Noorderplein 12, 9999ZZ Emmen", [_hit(12)]).how == "onzeker"
    assert by_text("Ruë 12, Emmen", [_hit(12, street="Rue")]).how == "tekst"
    assert by_text("Noorderplein 13, Emmen", [_hit(12)]) is None
    assert by_text("Nergens 12", [_hit(12)]) is None
    assert by_text("Nergens", [_hit(12)]) is None


def test_addresses_become_places_and_one_that_is_asked_twice_is_asked_once(finder, server):
    addresses = [
        Address(postcode="7811 ma", number="12"),
        Address(postcode="7811MA", number="12 a"),
        Address(postcode="7941BA", number="3", addition="2"),
        Address(text="Kerkplein 3, Meppel"),
        Address(postcode="7811MA", number="99"),
        Address(postcode="7811 ma", number="12"),
    ]
    found = [finder.find(one) for one in addresses]
    assert [one.hit.id if one.hit else None for one in found] == ["adr-1", "adr-2", "adr-3", "adr-3", None, "adr-1"]
    assert [one.how for one in found] == ["exact", "exact", "exact", "tekst", "", "exact"]
    assert found[4].reason == "The service does not know it." and found[4].address.words == "7811MA 99"
    assert len(server.requests) == 5


def test_a_letter_that_is_not_there_gives_the_house(finder):
    found = finder.find(Address(postcode="7811MA", number="12", letter="Q"))
    assert (found.hit.id, found.how, found.certain) == ("adr-1", "huisnummer", False)


def test_where_postcode_and_number_give_nothing_the_text_is_asked(finder):
    found = finder.find(Address("Kerkplein 3-2, Meppel", "9999ZZ", "3"))
    assert (found.hit.id, found.how) == ("adr-3", "tekst")


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        (Address(), "There is no address in this row."),
        (Address(postcode="78AB", number="1"), "“78AB” is no postcode."),
        (Address(postcode="7811MA", number="x"), "“x” is no house number."),
        (Address(postcode="7811MA"), "No house number."),
        (Address(number="12"), "There is no postcode in this row."),
    ],
)
def test_what_is_no_address_is_not_asked(finder, server, address, reason):
    assert finder.find(address).reason == reason
    assert not server.requests


def test_another_address_is_not_taken_but_named(finder, server):
    other = json.dumps({"response": {"docs": [DOCUMENTS[1]]}}).encode()
    server.fail(lambda exchange, _answer: exchange.send(Answer(other)))
    found = finder.find(Address(postcode="7811MA", number="99"))
    assert found.hit is None and found.reason == "The service knows only another address."
    assert found.nearest == "Noorderplein 12, 7811MA Emmen"


def test_questions_come_at_a_moderate_pace(server):
    client = LocatieserverClient(Fetcher(), service("locatieserver", server.base))
    slow, begin = AddressFinder(client, pause=0.2), time.monotonic()
    for number in ("1", "2", "3"):
        slow.find(Address(postcode="7811MA", number=number))
    assert time.monotonic() - begin >= 0.4


def test_a_service_that_fails_is_asked_again_for_the_next(finder, server):
    server.close()
    for _ in range(2):
        with pytest.raises(Unreachable):
            finder.find(Address(postcode="7811MA", number="12"))
