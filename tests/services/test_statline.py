# SPDX-License-Identifier: GPL-2.0-or-later
"""CBS StatLine in both versions: padded codes, too many rows, missing values, marks, and what the user reads."""

from __future__ import annotations

import pytest
from qgis.core import QgsNetworkAccessManager

from sterkesteden_plugin.services.errors import Changed, Gone, ServiceError, Unreachable
from sterkesteden_plugin.services.odata import Codes, filter_text, quoted, split
from sterkesteden_plugin.services.odata3 import OData3Client
from sterkesteden_plugin.services.odata4 import OData4Client
from sterkesteden_plugin.services.page import Wanted
from tests.services.datasets import dataset, fetcher, service, told
from tests.services.servers.faults import broken, html
from tests.services.servers.statline import TOWNS, Dimension, StatLineServer, Table, _json

SECTOR = "BedrijfstakkenBranchesSBI2008"
MEASURE = "BanenVanWerknemersInDecember_1"
CHOICES = [("RegioS", "@steden"), (SECTOR, "T001081"), (SECTOR, "300002"), (SECTOR, "300010")]
WANTED = Wanted(codes={"@steden": TOWNS, "@gemeenten": TOWNS})
YEARS = range(2010, 2025)


@pytest.fixture()
def cbs(qgis_app):
    QgsNetworkAccessManager.instance()
    with StatLineServer() as server:
        yield server


@pytest.fixture(params=[3, 4])
def version(request, cbs):
    return Version(request.param, cbs)


class Version:
    """One of the two, with the table of jobs by sector as it is there."""

    def __init__(self, number, cbs):
        self.number = number
        kind, url = ("odata3", cbs.v3) if number == 3 else ("odata4", cbs.v4)
        self.service = service(kind, url)
        self.client = (OData3Client if number == 3 else OData4Client)(fetcher(), self.service)
        self.value = MEASURE if number == 3 else "Value"

    def jobs(self, table="83582NED", choices=CHOICES, **fields):
        names = {"gebiedscode": "RegioS", "peildatum": "Perioden", "waarde": self.value, **fields}
        return dataset(self.service, table, names, kind="cijfers", choices=choices)

    def read(self, what=None, wanted=WANTED):
        pages = list(self.client.pages(what or self.jobs(), wanted))
        rows = [row for page in pages for row in page.rows]
        marks = {}
        for page in pages:
            for number, mark in page.marks.items():
                row = page.rows[number]
                marks[row[SECTOR], row["RegioS"], row["Perioden"]] = mark
        return rows, marks

    def values(self, rows):
        return {(row[SECTOR], row["RegioS"], row["Perioden"]): row[self.value] for row in rows}


def filters(cbs):
    return [one.query["$filter"] for one in cbs.requests if "$filter" in one.query]


def test_rows_have_bare_codes_and_what_was_chosen_only(version, cbs):
    rows, _ = version.read()
    table = cbs.tables["83582NED"]
    expected = {codes: value for codes, value in table.values.items() if codes[1] in TOWNS}
    assert version.values(rows) == expected
    assert len(rows) == len(expected) == 3 * 4 * len(YEARS)


def test_codes_are_asked_as_the_service_fills_them_up(version, cbs):
    version.read()
    assert all("'GM0106    '" in one and "'300002    '" in one for one in filters(cbs))


def test_a_missing_value_is_none_and_zero_is_zero(version):
    values = version.values(version.read()[0])
    assert values["300002", "GM0119", "2010JJ00"] is None
    assert values["300010", "GM0119", "2011JJ00"] == 0.0
    assert values["300010", "GM0119", "2011JJ00"] is not None


def test_figures_of_a_provisional_period_are_marked(version):
    _, marks = version.read()
    provisional = {codes for codes, mark in marks.items() if mark == "voorlopig"}
    assert {codes[2] for codes in provisional} == {"2024JJ00"}
    assert len(provisional) == 3 * 4


def test_a_secret_figure_is_marked(cbs):
    _, marks = Version(4, cbs).read()
    assert [codes for codes, mark in marks.items() if mark == "geheim"] == [("300002", "GM0119", "2010JJ00")]


def test_a_measure_may_be_chosen_by_its_title(cbs):
    four = Version(4, cbs)
    rows, _ = four.read(four.jobs(choices=[("Measure", "Banen van werknemers in december"), *CHOICES]))
    assert {row["Measure"] for row in rows} == {"D000025"}
    assert all("Measure eq 'D000025'" in one for one in filters(cbs))


def test_parts_of_version_4_follow_by_its_links(cbs):
    four = Version(4, cbs)
    pages = list(four.client.pages(pairs(four, cbs.v4), WANTED))
    assert len(pages) > 0
    table = cbs.tables["85481NED"]
    expected = {codes for codes in table.values if codes[0] in TOWNS or codes[1] in TOWNS}
    assert sorted(keys(pages)) == sorted(expected)


def pairs(version, url):
    names = {"woon": "WoonregioS", "werk": "WerkregioS", "periode": "Perioden", "banen": "BanenVanWerknemers_1 Value"}
    return dataset(version.service, "85481NED", names, kind="tabel", choices=[("WoonregioS WerkregioS", "@gemeenten")])


def keys(pages):
    return [(row["WoonregioS"], row["WerkregioS"], row["Perioden"]) for page in pages for row in page.rows]


def test_from_or_to_one_of_these_comes_once(version, cbs):
    pages = list(version.client.pages(pairs(version, cbs.v3), WANTED))
    expected = {codes for codes in cbs.tables["85481NED"].values if codes[0] in TOWNS or codes[1] in TOWNS}
    assert sorted(keys(pages)) == sorted(expected)


def test_more_than_ten_thousand_rows_are_asked_in_parts(cbs):
    regions = {f"GM{number:04}": f"Gemeente {number}" for number in range(150)}
    periods = {f"{year}JJ00": str(year) for year in (2021, 2022)}
    values = {(home, work, year): 1.5 for home in regions for work in regions for year in periods}
    dimensions = (
        Dimension("WoonregioS", "GeoDimension", regions),
        Dimension("WerkregioS", "GeoDimension", regions),
        Dimension("Perioden", "TimeDimension", periods),
    )
    cbs.tables["GROOT"] = Table("GROOT", dimensions, "Banen_1", "Banen", values)
    three = Version(3, cbs)
    names = {"woon": "WoonregioS", "werk": "WerkregioS", "periode": "Perioden", "banen": "Banen_1"}
    pages = list(three.client.pages(dataset(three.service, "GROOT", names, kind="tabel"), Wanted()))
    assert sorted(keys(pages)) == sorted(values)
    assert 0 < cbs.most_rows_sent <= 10_000
    assert all(len(one.target) < 2500 for one in cbs.requests)


# -- faults: what the user reads


def test_an_empty_list_for_codes_that_are_there(version, cbs):
    """As it would be if CBS filled its codes up otherwise in the data than in its list."""
    sane = cbs.answer

    def padded(request):
        empty = request.path.endswith(("TypedDataSet", "Observations"))
        return _json({"value": []}) if empty else sane(request)

    cbs.answer = padded
    message, advice = told(Changed, version.client.pages(version.jobs(), WANTED))
    assert message == "Testdienst gives an empty list for “Proef”, though it has the codes that were asked."
    assert advice.startswith("Check the services;")


def test_a_code_that_is_not_in_the_list(version):
    what = version.jobs(choices=[("RegioS", "@steden"), (SECTOR, "T001999")])
    message, advice = told(Changed, version.client.pages(what, WANTED))
    assert message == f"“Proef” of Testdienst has no code T001999 in “{SECTOR}” any more."
    assert "300002 (B-E Nijverheid)" in advice


def test_municipalities_that_are_not_in_the_table_are_left_out(version):
    rows, _ = version.read(wanted=Wanted(codes={"@steden": ["GM0106", "GM9999"]}))
    assert {row["RegioS"] for row in rows} == {"GM0106"}


def test_a_table_that_is_not_there(version):
    message, _ = told(Gone, version.client.pages(version.jobs("00000NED"), WANTED))
    what = "DataProperties" if version.number == 3 else "MeasureCodes"
    assert message == f"Testdienst has no table “00000NED” with “{what}” any more."


def test_a_measure_with_another_name(cbs):
    cbs.measure = "BanenVanWerknemers_2"
    three = Version(3, cbs)
    message, advice = told(Changed, three.client.pages(three.jobs(), WANTED))
    assert message == f"“Proef” of Testdienst has no field “{MEASURE}” any more."
    assert "BanenVanWerknemers_2" in advice


def test_a_dimension_with_another_name(version):
    what = version.jobs(choices=[("RegioIndeling", "GM0106")])
    message, _ = told(Changed, version.client.pages(what, WANTED))
    assert message == "“Proef” of Testdienst has no field “RegioIndeling” any more."


def test_a_web_page_instead_of_data(version, cbs):
    cbs.fail(html, times=None)
    message, _ = told(Changed, version.client.pages(version.jobs(), WANTED))
    assert message.endswith("sends a web page where data were expected.")


def test_next_pointing_to_itself(cbs):
    four = Version(4, cbs)
    sane = cbs.answer

    def circling(request):
        if not request.path.endswith("Observations"):
            return sane(request)
        return _json({"value": [], "@odata.nextLink": f"{cbs.url}{request.target}"})

    cbs.answer = circling
    message, _ = told(Changed, four.client.pages(four.jobs(), WANTED))
    assert message == "Testdienst gives the same part of “Proef” again and again."


def test_next_at_another_address_is_not_followed(cbs):
    four = Version(4, cbs)
    sane = cbs.answer
    link = "https://elsewhere.example/odata/v1/CBS/83582NED/Observations?$skip=2"
    cbs.answer = lambda request: (
        _json({"value": [], "@odata.nextLink": link}) if request.path.endswith("Observations") else sane(request)
    )
    message, _ = told(Changed, four.client.pages(four.jobs(), WANTED))
    assert (
        message == "Testdienst says that the next part is at another address (elsewhere.example). That is not followed."
    )


def test_ten_million_rows(version, cbs, monkeypatch):
    monkeypatch.setattr("sterkesteden_plugin.services.client.MAX_FEATURES", 100)
    message, _ = told(ServiceError, version.client.pages(version.jobs(), WANTED))
    assert "at most 100 are loaded at once." in message


def test_a_service_that_does_not_work(version, cbs):
    cbs.fail(broken(500), times=None)
    message, _ = told(Unreachable, version.client.pages(version.jobs(), WANTED))
    assert message.endswith("does not work at the moment (answer 500).")


def test_a_check_tells_what_is_there_changed_or_gone(version, cbs):
    there, gone = version.jobs(), version.jobs("00000NED")
    changed = version.jobs(waarde="Iets_9")
    found = version.client.check([there, changed, gone])
    assert [one.state for one in found] == ["bereikbaar", "veranderd", "verdwenen"]
    assert "Iets_9" in found[1].what


# -- questions


def test_a_quote_in_a_code_is_a_quote():
    lists = {"Soort": Codes("Soort", {"a'b": "a'b  "}, {}, frozenset())}
    assert quoted("a'b") == "'a''b'"
    assert filter_text({"Soort": ["a'b"]}, lists) == "(Soort eq 'a''b  ')"


def codes(name, count):
    return Codes(name, {f"{number:04}": f"{number:04}" for number in range(count)}, {}, frozenset())


def test_parts_are_as_few_as_fit_and_have_every_code_once():
    lists = {"A": codes("A", 100), "B": codes("B", 30)}
    assert split({}, lists, 3000) == [{}]
    parts = split({"A": list(lists["A"].keys)}, lists, 1000)
    assert [key for part in parts for key in part["A"]] == list(lists["A"].keys)
    assert all(len(part["A"]) * 30 <= 1000 for part in parts)
    assert split({"A": ["0000"]}, {"A": codes("A", 1)}, 0) == [{"A": ["0000"]}]  # what cannot be parted stays


def test_the_first_of_equal_dimensions_is_parted_in_every_session():
    lists = {name: codes(name, 4) for name in "FEDCBA"}
    assert {tuple(part) for part in split({}, lists, 4**6 // 2)} == {("F",)}
