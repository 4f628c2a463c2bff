# SPDX-License-Identifier: GPL-2.0-or-later
"""Claims that are put to the test: what is wrong with one is told with its place, and the real ones stand whole."""

from __future__ import annotations

import sqlite3

import pytest

SHARE, AMONG, SECTORS = "toets-assen-groningen", "toets-vier-steden", "toets-sectoren"


def of(claim):
    """Spoils one record, by an edit of it."""
    return lambda content: next(record for record in content if record["id"] == claim)


CASES = {
    "no owner": (SHARE, lambda r: (r.pop("items"), r.pop("hoofdstukken")), "hoofdstukken: missing; name the items"),
    "unknown item": (SHARE, lambda r: r.update(items=["assen-k99"]), "items[1].item: unknown item 'assen-k99'"),
    "item twice": (SHARE, lambda r: r.update(items=["assen-profiel"] * 2), "items[2].item: toets-assen-groningen, "),
    "no such measure": (SHARE, lambda r: r.update(maat="gevoel"), "maat: 'gevoel' is not in the code list"),
    "no destination": (
        SHARE,
        lambda r: r.update(gebieden=r["gebieden"][:1]),
        "gebieden: 'aandeel-woonbanen' needs 1 or more of rol 'naar'",
    ),
    "a role of another measure": (
        AMONG,
        lambda r: r["gebieden"][-1].update(rol="naar"),
        "gebieden: 'onderlinge-banen' knows no rol 'naar'",
    ),
    "unknown role": (AMONG, lambda r: r["gebieden"][0].update(rol="op"), "gebieden[1].rol: 'op' is not in the code"),
    "unknown key": (AMONG, lambda r: r["gebieden"][0].update(plaats="x"), "gebieden[1].plaats: unknown field"),
    "area twice": (AMONG, lambda r: r["gebieden"][0].update(code="GM0114"), "gebieden[2].code: toets-vier-steden, "),
    "no data": (AMONG, lambda r: r.pop("gegevens"), "gegevens: missing; name the data sets"),
    "unknown data": (AMONG, lambda r: r.update(gegevens=["x"]), "gegevens[1].gegevensset: unknown gegevensset 'x'"),
    "no sectors": (SECTORS, lambda r: r.pop("indicatoren"), "indicatoren: missing; name those of the sectors"),
    "sectors without use": (
        AMONG,
        lambda r: r.update(indicatoren=["banen-zakelijk"]),
        "indicatoren: has no use; leave it out",
    ),
    "sectors of no whole": (
        SECTORS,
        lambda r: r.update(indicatoren=["banen-totaal"]),
        "indicatoren: 'banen-totaal' is no part of another indicator",
    ),
    "flows for sectors": (
        SECTORS,
        lambda r: r.update(gegevens=["pendel"]),
        "gegevens: 'aandeel-sectoren' needs a data set of soort 'cijfers'",
    ),
    "a share of a hundred": (SHARE, lambda r: r.update(drempel=15), "drempel: '15.0' is no share; write 0.15 for 15%"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_told_with_claim_and_field(name, faults_of):
    claim, spoil, told = CASES[name]
    found = faults_of("evidence.yaml", lambda content: spoil(of(claim)(content)))
    assert len(found) == 2 and f"evidence.yaml: {claim}: {told}" in found[0], found


def test_a_choice_that_only_statline_knows_is_refused_of_another_service(faults_of):
    def spoil(services):
        dataset = next(s for s in services if s["soort"] == "ogcapi")["gegevens"][0]
        dataset["keuzes"] = [{"veld": "x", "waarde": "@laatste"}]

    found = faults_of("services.yaml", spoil)
    assert "keuzes[1].waarde: '@laatste' can be asked of StatLine only" in found[0]


def test_each_claim_of_the_real_pack_is_of_areas_and_data_that_are_there(real_pack):
    assert len(real_pack.claims) >= 7
    for claim in real_pack.claims:
        assert claim.text.endswith(".") and (claim.items or claim.chapters) and claim.areas and claim.datasets
        assert claim in real_pack.claims_of[(claim.items or claim.chapters)[0]]


def test_names_of_areas_are_those_of_the_pack(real: sqlite3.Connection):
    query = "SELECT g.code, g.naam, p.naam FROM toets_gebied g JOIN plaats p ON p.sleutel = g.code"
    found = real.execute(query).fetchall()
    assert found and all(mine == name for _code, mine, name in found), found
