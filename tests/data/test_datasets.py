# SPDX-License-Identifier: GPL-2.0-or-later
"""The catalogue of open data: the page about it is as the sources are, and faults are told with their place."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from sterkesteden_plugin.store.catalogue import read_catalogue
from tools import coverage, datasets

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_is_what_the_sources_give():
    written = (ROOT / datasets.DOCUMENT).read_text(encoding="utf-8")
    assert written == datasets.document(coverage.rows(ROOT / "data")), "stale: run python -m tools.datasets"


def test_each_service_and_data_set_is_on_the_page_with_licence_and_credit():
    page = (ROOT / datasets.DOCUMENT).read_text(encoding="utf-8")
    for service in yaml.safe_load((ROOT / "data" / "services.yaml").read_text(encoding="utf-8")):
        part = page.partition(f"## {service['naam']}\n")[2].partition("\n## ")[0]
        assert service["url"] in part and service["credit"] in part and service["licentie"] in part
        for dataset in service.get("gegevens", ()):
            assert f"| {dataset['titel']} | `{dataset['collectie']}` |" in part


def test_the_catalogue_that_is_read_is_that_of_the_sources(_real_built):
    found = read_catalogue(_real_built)
    source = yaml.safe_load((ROOT / "data" / "services.yaml").read_text(encoding="utf-8"))
    assert [s.id for s in found.services] == [s["id"] for s in source]
    assert [d.id for d in found.datasets] == [d["id"] for s in source for d in s.get("gegevens", ())]
    roads = found.dataset_by_id["wegen"]
    assert roads.key == ("wvk_id",) and roads.place_field == "wegnummer" and roads.table == "open_wegen"
    assert ("wegnummer", "A28") in {(choice.field, choice.value) for choice in roads.choices}
    assert found.dataset_by_id["gemeenten"].fallback == "gemeenten-wfs"
    assert "gemeenten-wfs" not in {dataset.id for dataset in found.shown}


@pytest.mark.parametrize(
    ("change", "field", "what"),
    [
        (lambda d: d.update(sleutel="zoek"), "sleutel", "none of the velden"),
        (lambda d: d.pop("sleutel"), "sleutel", "missing"),
        (lambda d: d["velden"].append({"naam": "geom", "velden": "x", "soort": "TEXT"}), "velden", "cannot name"),
        (lambda d: d["velden"].append(dict(d["velden"][0])), "velden", "twice"),
        (lambda d: d["velden"][0].update(soort="JSON"), "velden[1].soort", "code list"),
        (lambda d: d["velden"][0].update(naam=None), "velden[1].naam", "missing"),
        (lambda d: d["velden"][0].update(onbekend="9999"), "velden[1].onbekend", "only a field of soort"),
        (lambda d: d["velden"][0].update(soort="REAL", onbekend="9999 nvt"), "velden[1].onbekend", "is no number"),
        (lambda d: d.update(plaatssoort=None), "plaatsveld", "belong together"),
        (lambda d: d.update(reserve="zoek"), "reserve", "unknown gegevensset"),
        (lambda d: d.update(kleur="rood"), "kleur", "unknown field"),
        (lambda d: d.update(keuzes=[{"veld": "a", "waarde": "b", "prijs": 1}]), "keuzes[1].prijs", "unknown field"),
    ],
)
def test_a_fault_in_a_data_set_is_told_with_its_place(faults_of, change, field, what):
    def spoil(services):
        dataset = next(d for s in services for d in s.get("gegevens", ()) if d["id"] == "gemeenten")
        change(dataset)

    (fault, *_others) = [line for line in faults_of("services.yaml", spoil) if f": gemeenten: {field}: " in line]
    assert what in fault


def test_tiles_say_what_tiles_need_and_no_other_service_does(faults_of):
    lines = faults_of("services.yaml", lambda services: (services[0].pop("formaat"), services[1].update(formaat="x")))
    assert any("brt-achtergrondkaart: formaat: " in line for line in lines)
    assert any("pdok-gebiedsindelingen: formaat: " in line for line in lines)


def test_what_cbs_writes_for_no_data_is_declared_for_each_of_its_numbers():
    numbers = {
        (data["id"], field["naam"]): field.get("onbekend", "").split()
        for service in yaml.safe_load((ROOT / "data" / "services.yaml").read_text(encoding="utf-8"))
        if service["credit"].startswith("CBS")
        for data in service.get("gegevens", ())
        for field in data["velden"]
        if field["soort"] in ("INTEGER", "REAL")
    }
    assert len(numbers) > 10
    lacking = [where for where, unknown in numbers.items() if not {"-99991", "-99995", "-99997"} <= set(unknown)]
    assert not lacking
