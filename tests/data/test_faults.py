# SPDX-License-Identifier: GPL-2.0-or-later
"""Each fault of the sources stops the build with the line that the user reads."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Complaints = Callable[[], list[str]]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


ITEM = "story/items/delft-k1.md"
FIGURES = "figures/proefcijfers.csv"
PLACES = "places/plaatsen.geojson"
NOW = "story/nu.yaml"

# Each case begins with its name and ends with what the user reads: the formatter would tear them apart.
EDITS = {
    "unknown id": (ITEM, "plaats: centrum-delft", "plaats: centrum-deft",
        "delft-k1: plaatsen[1].plaats: unknown plaats 'centrum-deft'; did you mean 'centrum-delft'?"),
    "unknown theme": (ITEM, "[proefthema]", "[x]",
        "delft-k1: themas[1].thema: unknown thema 'x'; use one of: proefthema"),
    "unknown layer": ("story/hoofdstukken/hoofdstuk-00.md", "[steden_punt, ", "[steden_pun, ",
        "hoofdstuk-00: lagen[1].laag: unknown laag 'steden_pun'; did you mean 'steden_punt'?"),
    "missing source": (ITEM, "bron: proefbron\n", "",
        "delft-k1: bron: missing; name the source in sources.yaml"),
    "unknown source": (ITEM, "bron: proefbron", "bron: krant",
        "delft-k1: bron: unknown bron 'krant'; use one of: eigen-tekening, proefbron"),
    "missing find spot": (ITEM, "vindplaats: Proefplek\n", "",
        "delft-k1: vindplaats: missing; say where in the source this is found"),
    "wrong date": (ITEM, "peildatum: 2020-01-01", "peildatum: 2020-02-30",
        "delft-k1: peildatum: '2020-02-30' is no date; write year-month-day, such as 2018-03-29"),
    "date in another order": (ITEM, "peildatum: 2020-01-01", "peildatum: 1-1-2020",
        "delft-k1: peildatum: '1-1-2020' is no date; write year-month-day, such as 2018-03-29"),
    "unknown field": (ITEM, "titel:", "tittel: x\ntitel:",
        "delft-k1: tittel: unknown field; did you mean 'titel'?"),
    "missing field": (ITEM, "titel: Proefkans in Delft\n", "",
        "delft-k1: titel: missing"),
    "empty text": (ITEM, "Proeftekst.\n\n- eerste punt\n- tweede punt", "",
        "delft-k1: tekst: missing"),
    "code list": (ITEM, "rol: ligt in", "rol: naast",
        "delft-k1: plaatsen[1].rol: 'naast' is not in the code list; "
        "use one of: ligt in, verbindt, werkt door in, grens van, vergelijkt met"),
    "id and number": (ITEM, "nummer: 1", "nummer: 2",
        "delft-k1: id: 'delft-k1' does not fit stad, soort and nummer: 'delft-k2'"),
    "number as word": (ITEM, "nummer: 1", "nummer: een",
        "delft-k1: nummer: 'een' is no whole number"),
    "text without quotes": (ITEM, "titel: Proefkans in Delft", "titel: 2018",
        "delft-k1: titel: '2018' is no text; put it between quotes"),
    "control character": (ITEM, "titel: Proefkans in Delft", 'titel: "Proef\\u0007"',
        "delft-k1: titel: holds the control character U+0007; remove it"),
    "markup": (ITEM, "Proeftekst.", "Proef<b>tekst</b>.",
        "delft-k1: tekst: line 1 of the text has HTML: write plain text"),
    "link to a page": (ITEM, "Proeftekst.", "[Proef](https://example.org).",
        "delft-k1: tekst: line 1 of the text has a link or picture: write plain text"),
    "link to an unknown place": (ITEM, "Proeftekst.", "[Proef](plaats:centrum-deft).",
        "delft-k1: tekst: links to the unknown plaats 'centrum-deft'; did you mean 'centrum-delft'?"),
    "link to a place without location": (ITEM, "Proeftekst.", "[Proef](plaats:zonder-plek).",
        "delft-k1: tekst: links to 'zonder-plek', which has no geometry and cannot be shown"),
    "link to an unknown layer": (ITEM, "Proeftekst.", "[Proef](laag:steden_punten).",
        "delft-k1: tekst: links to the unknown laag 'steden_punten'; did you mean 'steden_punt'?"),
    "place named twice": (ITEM, "plaats: delft, rol: werkt door in", "plaats: centrum-delft, rol: ligt in",
        "delft-k1: plaatsen[2].rol: delft-k1, centrum-delft, ligt in stands twice; the other is {pack}/"
        "story/items/delft-k1.md: delft-k1"),
    "city without chapter": ("story/steden.yaml", "  hoofdstuk: hoofdstuk-02\n", "",
        "delft: hoofdstuk: this city has no chapter; name the one that tells of it"),
    "letter twice": ("story/steden.yaml", "letter: D", "letter: G",
        "delft: letter: G stands twice; the other is {pack}/story/steden.yaml: gouda"),
    "letter of two": ("story/steden.yaml", "letter: D", "letter: De", "delft: letter: 'De' is not one letter"),
    "city that is an area": ("story/steden.yaml", "plaats: delft", "plaats: centrum-delft",
        "delft: plaats: 'centrum-delft' is no point; name the place of the city that is"),
    "extent without geometry": ("pakket.yaml", "gebied: proefgebied", "gebied: zonder-plek",
        "drie-steden: gebied: 'zonder-plek' has no geometry and cannot be shown; name a place that has"),
    "chapter number twice": ("story/hoofdstukken/hoofdstuk-02.md", "nummer: 2", "nummer: 1",
        "hoofdstuk-02: nummer: proefverhaal, 1 stands twice; the other is {pack}/"
        "story/hoofdstukken/hoofdstuk-01.md: hoofdstuk-01"),
    "figure that is no number": (FIGURES, "2012-01-01,3012,", "2012-01-01,3.012.000,",
        "gouda-proefwaarde-2012: waarde: '3.012.000' is no number; "
        "write a point as decimal mark and no spaces; leave it empty where there is no figure"),
    "infinite figure": (FIGURES, "2012-01-01,3012,", "2012-01-01,inf,",
        "gouda-proefwaarde-2012: waarde: 'inf' is no number; "
        "write a point as decimal mark and no spaces; leave it empty where there is no figure"),
    "decimal comma": (FIGURES, "2019-01-01,1.5,", "2019-01-01,1,5,",
        "line 5: -: has 13 cells where the header has 12; quote a cell that holds a comma"),
    "column not in the schema": (FIGURES, "toelichting\n", "opmerking\n",
        "gouda-proefwaarde-2012: opmerking: unknown field; {any}"),
    "flow with one end": (FIGURES, "gouda,,,,2012", "gouda,GM0503,,,2012",
        "gouda-proefwaarde-2012: naar: a flow has both naar_code and naar; fill both or neither"),
    "figure twice": (FIGURES, "2020-01-01,3020", "2012-01-01,3020",
        "gouda-proefwaarde-2020: bron: proefwaarde, GM0513, 2012-01-01, proefbron stands twice; "
        "the other is {pack}/figures/proefcijfers.csv: gouda-proefwaarde-2012"),
    "now beside nothing": (NOW, "  item: gouda-k1\n", "",
        "nu-gouda-k1: item: stands beside one claim; name an item or a hoofdstuk, one of the two"),
    "now beside two": (NOW, "  hoofdstuk: hoofdstuk-01\n", "  hoofdstuk: hoofdstuk-01\n  item: gouda-k1\n",
        "nu-hoofdstuk-01: item: stands beside one claim; name an item or a hoofdstuk, one of the two"),
    "now dated otherwise than its figure": (NOW, "  peildatum: 2024-01-01\n", "  peildatum: 2023-01-01\n",
        "nu-gouda-k1: peildatum: '2023-01-01' is not that of the figure: '2024-01-01'"),
    "now sourced otherwise than its figure": (NOW, "  bron: proefbron\n", "  bron: eigen-tekening\n",
        "nu-gouda-k1: bron: 'eigen-tekening' is not that of the figure: 'proefbron'"),
    "newer figure that is not newer": (NOW, "stand: geen nieuwer cijfer", "stand: nieuwer cijfer",
        "nu-gouda-o1: peildatum: '2012-01-01' is not newer than the claim, which is of 2020-01-01"),
    "no newer figure beside a newer one": (NOW, "stand: nieuwer cijfer", "stand: geen nieuwer cijfer",
        "nu-gouda-k1: stand: the figure of 2024-01-01 is newer than the claim, which is of 2020-01-01"),
    "now without source": (NOW, "  bron: proefbron\n", "",
        "nu-gouda-k1: bron: missing; name the source in sources.yaml"),
    "layer with unknown style": ("layers.yaml", "stijl: netwerk_steden", "stijl: netwerk_stede",
        "steden_punt: stijl: there is no style {styles}/netwerk_stede.qml; did you mean 'netwerk_steden'?"),
    "layer with unknown service": ("layers.yaml", "dienst: brt-achtergrondkaart", "dienst: brt",
        "achtergrond: dienst: unknown dienst 'brt'; use one of: brt-achtergrondkaart"),
    "layer id": ("layers.yaml", "id: steden_punt", "id: Steden-punt",
        "Steden-punt: id: 'Steden-punt' cannot name a view; use small letters, digits and _, and no name of a table"),
    "id with other characters": ("layers.yaml", "id: steden_punt", 'id: "steden; drop"',
        "steden; drop: id: 'steden; drop' is no id; use letters, digits and single hyphens"),
    "layer named as a table": ("layers.yaml", "id: steden_punt", "id: hoofdstuk",
        "hoofdstuk: id: 'hoofdstuk' cannot name a view; use small letters, digits and _, and no name of a table"),
    "layer that selects an unknown kind": ("layers.yaml", "soorten: [stad]", "soorten: [stadd]",
        "steden_punt: selectie[1].soorten: unknown 'stadd'; did you mean 'stad'?"),
    "layer with a list for a style": ("layers.yaml", "stijl: netwerk_steden", "stijl: []",
        "steden_punt: stijl: there is no style {styles}/[].qml; {any}"),
    "layer that selects empty kinds": ("layers.yaml", "soorten: [stad]", "soorten:",
        "steden_punt: selectie[1].soorten: must be a list of words"),
    "layer that selects nothing": ("layers.yaml", "selectie: [{soorten: [stad]}]", "selectie: []",
        "steden_punt: selectie: missing; write a list of mappings with groepen, soorten or items: true"),
    "YAML that cannot be parsed": ("story/steden.yaml", "- id: gouda", "- id: [gouda",
        "-: -: is no valid YAML: line 2: {any}"),
    "key twice in YAML": ("story/steden.yaml", "letter: G", "letter: G\n  letter: H",
        "-: -: is no valid YAML: line 3: key 'letter' stands twice"),
    "front matter that cannot be parsed": (ITEM, "titel: Proefkans", "titel: 'Proefkans",
        "-: -: is no valid YAML: {any}"),
    "no front matter": (ITEM, "---\nid", "id",
        "-: -: has no front matter; begin with YAML between '---' lines"),
    "GeoJSON that cannot be parsed": (PLACES, '"features": [', '"features": [,',
        "-: -: is no valid GeoJSON: {any}"),
    "GeoJSON with NaN": (PLACES, "[4.71042,", "[NaN,", "-: -: is no valid GeoJSON: NaN is no number"),
    "key twice in GeoJSON": (PLACES, '{"id": "gouda",', '{"id": "gouda", "id": "gouda",',
        "-: -: is no valid GeoJSON: key 'id' stands twice in one object"),
    "CSV that cannot be parsed": (FIGURES, "Proefwaarde", '"Proefwaarde', "-: -: is no valid CSV: {any}"),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_a_fault_in_a_file_is_said_with_file_record_and_field(
    name: str, pack: Path, complaints: Complaints, request: pytest.FixtureRequest
):
    file, old, new, expected = EDITS[name]
    edit(pack / file, old, new)
    styles = (request.config.rootpath / "resources" / "styles").as_posix()
    start, anything, _ = f"{file}: {expected}".replace("{pack}", pack.as_posix()).partition("{any}")
    start = start.replace("{styles}", styles)
    lines = complaints()
    assert [line for line in lines if line == start or (anything and line.startswith(start))], "\n".join(lines)


def change(pack: Path, place: str, **new: Any) -> None:
    """Change properties of a place, or its geometry."""
    path = pack / PLACES
    content = json.loads(path.read_text(encoding="utf-8"))
    feature = next(f for f in content["features"] if f["properties"]["id"] == place)
    if "geometry" in new:
        feature["geometry"] = new.pop("geometry")
    feature["properties"].update(new)
    feature["properties"] = {key: value for key, value in feature["properties"].items() if value is not None}
    path.write_text(json.dumps(content), encoding="utf-8")


BOW = [[[4.3, 52.0], [4.4, 52.1], [4.4, 52.0], [4.3, 52.1], [4.3, 52.0]]]
POINT = {"type": "Point", "coordinates": [4.35, 52.01]}

PLACE_FAULTS = {
    "outside the region": ("delft", {"geometry": {"type": "Point", "coordinates": [2.35, 48.85]}},
        "geometry: lies outside the Netherlands and its border region (2.3500 48.8500 2.3500 48.8500); "
        "check its coordinates (WGS 84, longitude first)"),
    "latitude first": ("delft", {"geometry": {"type": "Point", "coordinates": [52.01, 4.35]}},
        "geometry: lies outside the Netherlands and its border region (52.0100 4.3500 52.0100 4.3500); "
        "longitude and latitude are swapped"),
    "off the globe": ("delft", {"geometry": {"type": "Point", "coordinates": [4e300, 52.0]}},
        "geometry: lies outside the Netherlands and its border region {any}"),
    "invalid": ("centrum-delft", {"geometry": {"type": "Polygon", "coordinates": BOW}},
        "geometry: is not valid: Self-intersection{any}"),
    "wrong geometry type": ("delft", {"geometry": {"type": "MultiPoint", "coordinates": [[4.35, 52.01]]}},
        "geometry: 'MultiPoint' is the wrong geometry type; "
        "use Point, LineString, MultiLineString, Polygon, MultiPolygon or null"),
    "line as point": ("verbinding-gouda-delft", {"geometry": POINT},
        "geometry: Point is the wrong geometry type; a place of soort 'verbinding' is a line"),
    "no coordinates": ("delft", {"geometry": {"type": "Point"}},
        "geometry: cannot be read as Point: {any}"),
    "open ring": ("centrum-delft", {"geometry": {"type": "Polygon", "coordinates": [[[4.3, 52.0], [4.4, 52.1]]]}},
        "geometry: {any}"),
    "text for coordinates": ("centrum-delft", {"geometry": {"type": "Polygon", "coordinates": ["2020"]}},
        "geometry: cannot be read as Polygon{any}"),
    "list for a type": ("delft", {"geometry": {"type": [], "coordinates": []}},
        "geometry: '[]' is the wrong geometry type{any}"),
    "height": ("delft", {"geometry": {"type": "Point", "coordinates": [4.35, 52.01, 3]}},
        "geometry: has height; leave it out"),
    "empty": ("delft", {"geometry": {"type": "LineString", "coordinates": []}},
        "geometry: {any}"),
    "certainty": ("delft", {"zekerheid": "zeker"},
        "zekerheid: 'zeker' is not in the code list; use one of: exact, indicatief, vaag"),
    "historic": ("delft", {"historisch": "nee"}, "historisch: 'nee' is neither true nor false"),
    "no kind": ("delft", {"soort": None}, "soort: missing; use one of: stad, kern, {any}"),
    "no date": ("delft", {"peildatum": None}, "peildatum: missing"),
    "no source of the geometry": ("delft", {"geometriebron": None},
        "geometriebron: missing; name the source of the geometry, or eigen-tekening"),
    "unlocated without reason": ("zonder-plek", {"toelichting": None},
        "toelichting: missing; a place without geometry says why it has none"),
    "unlocated with a source of geometry": ("zonder-plek", {"geometriebron": "eigen-tekening"},
        "geometriebron: a place without geometry has no source of it; leave it out"),
    "two geometries": ("delft", {"herkomst": {"geonames": 2757345}},
        "herkomst: has a geometry of its own as well; keep one of the two"),
    "unknown origin": ("delft", {"geometry": None, "herkomst": {"geonames": 1}},
        "herkomst: unknown GeoNames id: 1"),
    "union of nothing known": ("proefgebied", {"geometry": None, "herkomst": {"vereniging": ["x"]}},
        "herkomst: unknown place 'x'"),
}  # fmt: skip


@pytest.mark.parametrize("name", PLACE_FAULTS)
def test_a_fault_of_a_place_names_the_place(name: str, pack: Path, complaints: Complaints):
    place, new, expected = PLACE_FAULTS[name]
    change(pack, place, **new)
    start, anything, _ = f"{PLACES}: {place}: {expected}".partition("{any}")
    lines = complaints()
    assert [line for line in lines if line == start or (anything and line.startswith(start))], "\n".join(lines)


def test_an_id_is_given_once_also_across_files_and_geometry_types(pack: Path, complaints: Complaints):
    features = json.loads((pack / PLACES).read_text(encoding="utf-8"))["features"]
    double = next(f for f in features if f["properties"]["id"] == "centrum-delft")
    double["properties"]["id"] = "delft"
    (pack / "places" / "tweede.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [double]}))
    assert complaints() == [
        f"places/tweede.geojson: delft: id: 'delft' stands also in {pack.as_posix()}/{PLACES}; ids are given once"
    ]


def test_a_file_that_is_not_utf_8_is_named_with_its_line(pack: Path, complaints: Complaints):
    path = pack / ITEM
    path.write_bytes(
        path.read_bytes().replace(b"Proefkans", "Proef\N{LATIN SMALL LETTER E WITH DIAERESIS}".encode("latin-1"))
    )
    assert complaints() == [f"{ITEM}: -: -: line 6 is not UTF-8; save the file as UTF-8"]


def test_a_missing_file_is_named(pack: Path, complaints: Complaints):
    (pack / "sources.yaml").unlink()
    assert complaints() == ["sources.yaml: -: -: this file is missing; add it"]


def test_a_style_that_is_no_style_is_a_fault(pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    from tests.data.conftest import STYLES, run

    styles = tmp_path / "styles"
    styles.mkdir()
    for path in STYLES.glob("*.qml"):
        (styles / path.name).write_bytes(path.read_bytes())
    (styles / "netwerk_steden.qml").write_text("<qgis>")
    assert run(pack, tmp_path / "out.gpkg", styles) == 1
    assert f"steden_punt: stijl: {styles.as_posix()}/netwerk_steden.qml is no QGIS style" in capsys.readouterr().err


def test_villages_are_checked_too(pack: Path, complaints: Complaints):
    (pack / "places" / "kernen.csv").write_text("naam,gemeentecode,plek,bron\nDelft,,x,krant\n")
    assert complaints() == [
        "places/kernen.csv: line 2: bron: unknown bron 'krant'; use one of: eigen-tekening, proefbron",
        "places/kernen.csv: line 2: gemeentecode: missing",
        "places/kernen.csv: line 2: plek: unknown field; use one of: bron, gemeentecode, geonameid, lat, lon, naam",
    ]


def test_all_faults_are_listed_at_once_each_on_one_line(pack: Path, complaints: Complaints):
    edit(pack / ITEM, "bron: proefbron\n", "")
    edit(pack / ITEM, "nummer: 1", "nummer: een")
    edit(pack / "story/steden.yaml", "letter: D", "letter: G")
    change(pack, "leiden", zekerheid="zeker", geometry={"type": "Point", "coordinates": [0.0, 0.0]})
    lines = complaints()
    assert len(lines) == 5
    assert lines == sorted(lines)
    assert {line.split(": ")[0] for line in lines} == {ITEM, "story/steden.yaml", PLACES}


def test_an_unusable_union_does_not_hide_another_fault(pack: Path, complaints: Complaints):
    change(pack, "delft", geometry=None, herkomst={"geonames": 1})
    change(pack, "proefgebied", geometry=None, herkomst={"vereniging": ["omgeving-delft", "omgeving-leiden"]})
    change(pack, "omgeving-delft", geometry=None, herkomst={"omtrek": "Nergens"})
    assert complaints() == [
        f"{PLACES}: delft: herkomst: unknown GeoNames id: 1",
        f"{PLACES}: omgeving-delft: herkomst: no outline of 'Nergens'",
    ]
