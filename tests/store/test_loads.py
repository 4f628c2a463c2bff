# SPDX-License-Identifier: GPL-2.0-or-later
"""What was fetched goes into a user's file whole or not at all, tells what it changed, and can be undone."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import QgsFeatureRequest, QgsRectangle, QgsVectorLayer

from sterkesteden_plugin.services.scratch import Scratch
from sterkesteden_plugin.store import loads, sql
from sterkesteden_plugin.store.blob import from_blob, register
from sterkesteden_plugin.store.catalogue import read_catalogue
from sterkesteden_plugin.store.errors import Cancelled, Emptied, StoreError
from sterkesteden_plugin.store.history import read_history
from sterkesteden_plugin.store.loads import Fetched, merge, read_changes, undo
from sterkesteden_plugin.store.migrate import fingerprints
from sterkesteden_plugin.store.reader import read_pack
from sterkesteden_plugin.store.writing import writing
from tests.services.open_pack import ADDRESS, FIRST, SECOND, build, feature, features, line, rows, square

ROOT = Path(__file__).parents[2]
KILLS = 20
X, Y = 100_000, 450_000  # in the area of the pack

pytestmark = pytest.mark.usefixtures("qgis_app")


@pytest.fixture(scope="session")
def _open_built(tmp_path_factory):
    return build(tmp_path_factory.mktemp("open"))


@pytest.fixture()
def file(_open_built, tmp_path):
    return Path(shutil.copy(_open_built, tmp_path / "mijn.gpkg"))


@pytest.fixture()
def load(file, tmp_path):
    """Loads pages of a data set, by its id."""
    numbers = iter(range(100))

    def run(name, *pages, box=None, retrieved=FIRST, user="Anna", **more):
        dataset = read_catalogue(file).dataset_by_id[name]
        folder = tmp_path / f"scratch{next(numbers)}"
        folder.mkdir()
        scratch = Scratch(folder, dataset)
        for page in pages:
            scratch.add(page)
        scratch.close()
        fetched = Fetched(scratch.path, ADDRESS, retrieved, box, scratch.absent)
        return merge(file, user, dataset, fetched, **more)

    return run


def ask(path, query, *values):
    with closing(sqlite3.connect(path)) as db:
        return db.execute(query, values).fetchall()


def content(path):
    """All rows of all tables but those that tell of loads and changes, and of the spatial indices what they find."""
    found = {}
    with closing(sqlite3.connect(path)) as db:
        db.text_factory = bytes
        names = [n.decode() for (n,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        skipped = ("lading", "lading_rij", "geschiedenis", "sqlite_sequence", "gpkg_ogr_contents", "gpkg_contents")
        for name in names:
            if name in skipped or (name.startswith("rtree_") and not name.endswith("_geom")):
                continue
            order = "1" if name.startswith("rtree_") else "rowid"
            found[name] = db.execute(f'SELECT * FROM "{name}" ORDER BY {order}').fetchall()
    return found


def digest(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def sound(path, table):
    """The file holds together: counted rightly, indexed rightly, and it is read."""
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert db.execute("SELECT count(*) FROM wijziging").fetchone() == (0,)
        rows_ = db.execute(f"SELECT fid{', geom' if table != 'open_pendel' else ''} FROM {table}").fetchall()
        query = "SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = ?"
        assert db.execute(query, (table,)).fetchone() == (len(rows_),)
        triggers = db.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,))
        assert triggers.fetchone()[0] >= 2
        if table != "open_pendel":
            boxes = {r[0]: r[1:] for r in db.execute(f"SELECT id, minx, maxx, miny, maxy FROM rtree_{table}_geom")}
            assert set(boxes) == {fid for fid, _geom in rows_}
            for fid, geom in rows_:
                box = from_blob(geom).boundingBox()
                xmin, xmax, ymin, ymax = boxes[fid]
                assert QgsRectangle(xmin - 0.1, ymin - 0.1, xmax + 0.1, ymax + 0.1).contains(box)
    read_pack(path)


def points(*found):
    return features([feature((X + x, Y), code=code, naam=code, aantal=n, dag="2026-01-01") for code, x, n in found])


# Open tables


def test_a_first_load_fills_the_table_and_tells_where_it_came_from(file, load):
    report = load("punten", points(("A", 0, 1), ("B", 10, 2)), retrieved=FIRST)
    assert (report.count, report.added, report.changed, report.removed, report.unchanged) == (2, 2, 0, 0, 0)
    assert ask(file, "SELECT code, aantal, dag, lading_id FROM open_punten ORDER BY fid") == [
        ("A", 1, "2026-01-01", report.load_id),
        ("B", 2, "2026-01-01", report.load_id),
    ]
    (source,) = ask(
        file, "SELECT titel, uitgever, datum, url, licentie, toelichting FROM bron WHERE id = 'open-punten'"
    )
    assert source[:3] == ("Punten", "Makers van de proef", "2026-01-01")
    assert source[3:5] == ("https://diensten.example.org/api", "CC0")
    assert source[5] == "Proefdienst. Bron: Makers van de proef. Opgehaald op 2026-11-24."
    (one,) = read_pack(file).loads
    assert (one.dataset, one.source.title, one.time, one.user, one.added) == ("punten", "Punten", FIRST, "Anna", 2)
    assert ask(file, "SELECT min_x, max_x FROM gpkg_contents WHERE table_name = 'open_punten'") == [(X, X + 10)]
    assert read_changes(file, report.load_id) == []  # each row says by itself of which load it is
    sound(file, "open_punten")


def test_a_second_load_changes_only_what_differs_and_tells_it(file, load):
    load("punten", points(("A", 0, 1), ("B", 10, 2), ("C", 20, 3), ("D", 30, 4)))
    fids = dict(ask(file, "SELECT code, fid FROM open_punten"))
    report = load("punten", points(("A", 0, 1), ("B", 10, 20_000), ("C", 22.5, 3), ("E", 40, 5)), retrieved=SECOND)
    assert (report.added, report.changed, report.removed, report.unchanged) == (1, 2, 1, 1)
    assert report.moved == (("C (C)", 2.5),)
    assert ask(file, "SELECT code, aantal, fid FROM open_punten ORDER BY code") == [
        ("A", 1, fids["A"]),
        ("B", 20_000, fids["B"]),
        ("C", 3, fids["C"]),
        ("E", 5, max(fids.values()) + 1),
    ]
    told = [(c.record, c.action, c.what) for c in read_changes(file, report.load_id) if c.table == "open_punten"]
    assert told == [
        ("B", "gewijzigd", "B: aantal: 2 → 20.000"),
        ("C", "gewijzigd", "C: 2,5 m verplaatst"),
        ("D", "verwijderd", "D"),
        ("E", "nieuw", "E"),
    ]
    sound(file, "open_punten")


def test_loading_the_same_again_changes_nothing_but_its_date(file, load):
    page = points(("A", 0, 1), ("B", 10, 2))
    load("punten", page)
    before = content(file)
    report = load("punten", page, retrieved=SECOND)
    assert (report.unchanged, report.added, report.changed, report.removed) == (2, 0, 0, 0)
    after = content(file)
    assert {name for name in after if after[name] != before[name]} == {"bron"}
    assert [one.time for one in read_pack(file).loads] == [FIRST, SECOND]


def test_less_than_a_millimetre_is_no_move(file, load):
    load("punten", points(("A", 0, 1), ("B", 0, 1)))
    report = load("punten", points(("A", 0.0009, 1), ("B", 0.0009, 7)))
    assert (report.unchanged, report.changed, report.moved) == (1, 1, ())
    assert {from_blob(geom).asPoint().x() for (geom,) in ask(file, "SELECT geom FROM open_punten")} == {X}


def test_how_far_an_area_moved_is_told_of_its_edge(file, load):
    load("gemeenten", features([feature(square(X, Y, 100), statcode="GM1", statnaam="Een", aantal=1)]))
    grown = features([feature(square(X, Y, 107), statcode="GM1", statnaam="Een", aantal=1)])
    report = load("gemeenten", grown)
    assert report.moved == (("Een (GM1)", pytest.approx(7 * 2**0.5)),)


def test_one_vertex_that_moved_among_many_that_did_not_is_taken_over(file, load):
    course = [(X + n, Y) for n in range(701)]
    load("wegen", features([feature(line(*course), nummer=1, weg="A12")]))
    bent = [(x, y + 0.0004) for x, y in course]
    report = load("wegen", features([feature(line(*bent), nummer=1, weg="A12")]))
    assert (report.unchanged, report.places) == (1, ())
    bent[351] = (X + 351, Y + 50)
    report = load("wegen", features([feature(line(*bent), nummer=1, weg="A12")]))
    assert (report.changed, report.places) == (1, ("A12",))
    assert report.moved == (("1", pytest.approx(50, abs=0.001)),)
    for geom in (ask(file, "SELECT geom FROM open_wegen")[0][0], place(file, "weg-a12")[3]):
        assert from_blob(geom).boundingBox().height() == pytest.approx(50, abs=0.001)


def test_a_line_that_lost_its_middle_is_taken_over(file, load):
    ends = [(X, Y), (X + 100, Y), (X + 900, Y), (X + 1000, Y)]
    load("wegen", features([feature(line(*ends), nummer=1, weg="A12")]))
    parts = {"type": "MultiLineString", "coordinates": [ends[:2], ends[2:]]}
    report = load("wegen", features([feature(parts, nummer=1, weg="A12")]))
    assert (report.changed, report.moved, report.places) == (1, (("1", pytest.approx(400)),), ("A12",))
    assert from_blob(ask(file, "SELECT geom FROM open_wegen")[0][0]).length() == pytest.approx(200)
    assert from_blob(place(file, "weg-a12")[3]).length() == pytest.approx(200)


def test_a_vertex_more_on_the_same_line_is_written_and_is_no_move(file, load):
    load("wegen", features([feature(line((X, Y), (X + 100, Y)), nummer=1, weg="A9")]))
    report = load("wegen", features([feature(line((X, Y), (X + 50, Y), (X + 100, Y)), nummer=1, weg="A9")]))
    assert (report.changed, report.moved) == (1, ())
    (entry,) = (found for found in read_changes(file, report.load_id) if found.table == "open_wegen")
    assert entry.what == "1: ligging gewijzigd"


def test_a_row_that_had_no_geometry_gets_one(file, load):
    load("punten", points(("A", 0, 1)))
    with closing(sqlite3.connect(file)) as db:
        register(db)
        db.execute("UPDATE open_punten SET geom = NULL")
        db.commit()
    report = load("punten", points(("A", 0, 1)))
    assert (report.changed, report.moved) == (1, ())
    (entry,) = (found for found in read_changes(file, report.load_id) if found.table == "open_punten")
    assert entry.what == "A: ligging gekregen"
    sound(file, "open_punten")
    undo(file, "Anna", report.load_id)
    assert ask(file, "SELECT geom FROM open_punten") == [(None,)]


def test_what_lies_outside_the_box_that_was_asked_stays(file, load):
    load("punten", points(("A", 0, 1), ("B", 1000, 2)))
    report = load("punten", points(("C", 5, 3)), box=(X - 10, Y - 10, X + 10, Y + 10))
    assert (report.added, report.removed) == (1, 1)
    assert [code for (code,) in ask(file, "SELECT code FROM open_punten ORDER BY code")] == ["B", "C"]


def test_what_lies_on_the_edge_of_the_box_stays(file, load):
    load("punten", points(("A", 0, 1), ("B", 10, 2), ("C", 5, 3)))
    report = load("punten", points(("C", 5, 3)), box=(X, Y - 10, X + 10, Y + 10))
    assert (report.removed, report.unchanged) == (0, 1)
    assert load("punten", points(("C", 5, 3)), box=(X - 2, Y - 10, X + 10, Y + 10)).removed == 1
    assert load("punten", points(("D", 5, 3)), box=(X + 4.5, Y - 1, X + 5.5, Y + 1)).removed == 0  # it has no inside


def test_an_empty_answer_for_an_area_does_not_empty_it(file, load):
    load("punten", points(("A", 0, 1), ("B", 1000, 2)))
    before = digest(file)
    with pytest.raises(Emptied, match="Proefdienst gave nothing of “Punten” in this area"):
        load("punten", features([]), box=(X - 10, Y - 10, X + 10, Y + 10))
    assert digest(file) == before
    report = load("punten", features([]), box=(X + 100, Y - 10, X + 200, Y + 10))
    assert (report.count, report.removed) == (0, 0)


def test_rows_without_a_geometry_that_can_be_used_are_not_the_same(file, load):
    page = features([feature((X, Y), code="A"), feature(None, code="B"), feature(None, code="C")])
    report = load("punten", page)
    assert (report.count, report.added, report.unchanged) == (3, 1, 0)
    report = load("punten", page)
    assert (report.count, report.added, report.unchanged) == (3, 0, 1)


def test_a_column_that_the_service_has_no_more_keeps_its_values(file, load):
    load("punten", points(("A", 0, 1)))
    report = load("punten", features([feature((X, Y), code="A", naam="Nieuw", dag="2026-01-01")]))
    assert report.changed == 1
    assert ask(file, "SELECT naam, aantal FROM open_punten") == [("Nieuw", 1)]


def test_a_row_whose_geometry_is_broken_now_keeps_the_one_it_had(file, load):
    load("punten", points(("A", 0, 1)))
    report = load(
        "punten", features([feature(None, code="A", naam="A", aantal=2, dag="2026-01-01")]), points(("B", 1, 1))
    )
    assert (report.changed, report.added, report.removed) == (1, 1, 0)
    assert ask(file, "SELECT aantal, geom IS NOT NULL FROM open_punten WHERE code = 'A'") == [(2, 1)]


def test_a_table_without_geometry(file, load):
    def flow(n, banen):
        return {"VanRegio": "GM1", "NaarRegio": f"GM{n}", "Banen_1": banen}

    load("pendel", rows(flow(1, 1.5), flow(2, 0), flow(3, None)))
    report = load("pendel", rows(flow(1, 1.5), flow(2, None), flow(4, 2)))
    assert (report.added, report.changed, report.removed, report.unchanged) == (1, 1, 1, 1)
    (changed,) = (c for c in read_changes(file, report.load_id) if c.action == "gewijzigd" and c.table == "open_pendel")
    assert (changed.record, changed.what) == ("GM1 GM2", "GM1 GM2: banen: 0 → geen gegevens")
    sound(file, "open_pendel")


# Places


def gouda(size, **more):
    return features([feature(square(X, Y, size), statcode="GM0513", statnaam="Gouda", aantal=1, **more)])


def place(path, record):
    for table in ("plaats_vlak", "plaats_lijn", "plaats_zonder"):
        what = "zekerheid, geometriebron_id" + (", geom" if table != "plaats_zonder" else ", NULL")
        found = ask(path, f"SELECT {what} FROM {table} WHERE id = ?", record)
        if found:
            return (table, *found[0])
    return None


def test_places_with_an_official_key_get_the_official_geometry(file, load):
    report = load("gemeenten", gouda(5000))
    assert report.places == ("Gemeente Gouda",)
    assert report.missing == ("Gemeente Delft",)
    table, certainty, source, geom = place(file, "gemeente-gouda")
    assert (table, certainty, source) == ("plaats_vlak", "exact", "open-gemeenten")
    assert from_blob(geom).area() == 25_000_000
    assert place(file, "gemeente-delft")[1:3] == ("indicatief", "eigen-tekening")
    (version,) = read_history(file, "plaats_vlak", "gemeente-gouda")
    assert version.user == "Anna"
    changed = {change.field: change.new for change in version.changes}
    assert set(changed) == {"geom", "zekerheid", "geometriebron_id", "toelichting"}
    assert changed["toelichting"].startswith("Officiële ligging, uit: ")
    sound(file, "plaats_vlak")
    assert load("gemeenten", gouda(5000)).places == ()  # it has it already


def test_the_registers_say_where_a_place_is_that_grew(file, load):
    load("gemeenten", gouda(300_000))
    shown = "SELECT tabel FROM laag WHERE geometrie = 'vlak' AND gegevensset_id IS NULL"
    names = ["plaats_vlak", *(name for (name,) in ask(file, shown))]
    assert len(names) > 1
    for name in names:
        ((east, north),) = ask(file, "SELECT max_x, max_y FROM gpkg_contents WHERE table_name = ?", name)
        assert east >= X + 300_000 and north >= Y + 300_000, name


def test_a_place_of_the_past_keeps_its_geometry(file, load):
    with writing(file, "Bert") as change:
        change.db.execute("UPDATE plaats_vlak SET historisch = 1 WHERE id = 'gemeente-gouda'")
    before = place(file, "gemeente-gouda")
    report = load("gemeenten", gouda(5000))
    assert report.places == () and "Gemeente Gouda" not in report.missing
    assert place(file, "gemeente-gouda") == before


def test_what_a_user_said_of_a_place_stays_when_its_geometry_is_replaced(file, load):
    with writing(file, "Bert") as change:
        values = ("Van Bert.", *change.stamp.values(), "gemeente-gouda")
        change.db.execute(sql.update("plaats_vlak", ("toelichting", *change.stamp), "id = ?"), values)
    assert load("gemeenten", gouda(5000)).places == ("Gemeente Gouda",)
    assert ask(file, "SELECT toelichting FROM plaats_vlak WHERE id = 'gemeente-gouda'") == [("Van Bert.",)]


def test_the_parts_of_a_road_are_one_place_within_the_area_of_the_pack(file, load):
    far = 400_000
    page = features(
        [
            feature(line((X, Y), (X + 1000, Y)), nummer=1, weg="a12"),
            feature(line((X + 1000, Y), (X + far, Y)), nummer=2, weg="A12"),
            feature(line((X, Y), (X, Y + 500)), nummer=3, weg="A4"),
        ]
    )
    report = load("wegen", page)
    assert report.places == ("A12",)
    assert report.missing == ("A4 en A44",)  # half of it is not it
    table, certainty, _source, geom = place(file, "weg-a12")
    shape = from_blob(geom)
    assert (table, certainty) == ("plaats_lijn", "exact")
    assert shape.constGet().numGeometries() == 1
    assert 1000 < shape.length() < far / 2
    assert ask(file, "SELECT count(*) FROM open_wegen") == [(3,)]
    sound(file, "plaats_lijn")


def runs(path, record):
    """Where the parts of a place begin and end."""
    parts = from_blob(place(path, record)[3]).asMultiPolyline()
    return sorted(((part[0].x(), part[0].y()), (part[-1].x(), part[-1].y())) for part in parts)


def test_two_tracks_in_opposite_directions_run_the_same_way(file, load):
    there, back = line((X, Y), (X + 2000, Y + 500)), line((X + 2000, Y + 510), (X, Y + 10))
    load("wegen", features([feature(there, nummer=1, weg="A12"), feature(back, nummer=2, weg="A12")]))
    assert runs(file, "weg-a12") == [((X, Y), (X + 2000, Y + 500)), ((X, Y + 10), (X + 2000, Y + 510))]


def test_two_tracks_that_meet_at_their_ends_run_the_same_way(file, load):
    begin, end = (X, Y), (X + 300, Y + 2000)
    there, back = line(begin, (X + 10, Y + 900), end), line(end, (X, Y + 900), begin)
    report = load("wegen", features([feature(there, nummer=1, weg="A12"), feature(back, nummer=2, weg="A12")]))
    assert report.places == ("A12",)
    assert runs(file, "weg-a12") == [(begin, end), (begin, end)]


def test_a_place_without_location_gets_one_and_loses_it_again(file, load):
    page = features(
        [
            feature(line((X, Y), (X, Y + 500)), nummer=3, weg="A4"),
            feature(line((X, Y + 900), (X, Y + 990)), nummer=4, weg="A44"),
        ]
    )
    before = content(file)
    report = load("wegen", page)
    assert report.places == ("A4 en A44",)
    assert place(file, "weg-a4-a44")[0] == "plaats_lijn"
    assert from_blob(place(file, "weg-a4-a44")[3]).length() == 590
    pack = read_pack(file)
    assert "weg-a4-a44" in {found.id for found in pack.places}
    assert undo(file, "Anna", report.load_id).kept == ()
    after = content(file)
    assert after["plaats_zonder"] == before["plaats_zonder"]
    assert after["plaats_lijn"] == before["plaats_lijn"]
    assert after["rtree_plaats_lijn_geom"] == before["rtree_plaats_lijn_geom"]


# Figures


def figure(code, period, value, subject="A1"):
    return {"RegioS": code, "Perioden": period, "Waarde_1": value, "Onderwerp": subject}


def test_figures_take_the_place_of_those_of_the_same_day_and_tell_old_and_new(file, load):
    report = load(
        "cijfers",
        rows(
            figure("GM0513 ", "2024JJ00", 3024),
            figure("GM0513 ", "2020JJ00", 3021.5),
            figure("GM0546", "2024JJ00", None),
            figure("GM0503", "2025JJ00", 0),
            marks={2: "geheim"},
        ),
    )
    assert (report.added, report.changed, report.unchanged) == (1, 2, 1)
    assert report.figures == (
        ("Proefwaarde, Gouda, 1 januari 2020", 3020.0, 3021.5),
        ("Proefwaarde, Leiden, 1 januari 2024", 5024.0, None),
    )
    what = "gebied, stad_id, waarde, status, bron_id"
    assert ask(file, f"SELECT {what} FROM cijfer WHERE id = 'proefwaarde-gm0503-2025-01-01'") == [
        ("Delft", "delft", 0.0, None, "open-cijfers")
    ]
    assert ask(file, f"SELECT {what} FROM cijfer WHERE id = 'leiden-proefwaarde-2024'") == [
        ("Leiden", "leiden", None, "geheim", "open-cijfers")
    ]
    assert ask(file, "SELECT bron_id FROM cijfer WHERE id = 'gouda-proefwaarde-2024'") == [("proefbron",)]
    told = [c.what for c in read_changes(file, report.load_id) if c.table == "cijfer"]
    assert "Proefwaarde, Gouda, 1 januari 2020: 3.020 → 3.021,5" in told
    assert "Proefwaarde, Leiden, 1 januari 2024: 5.024 → geen gegevens" in told
    assert ask(file, "SELECT datum FROM bron WHERE id = 'open-cijfers'") == [("2025-01-01",)]
    read_pack(file)


def test_figures_of_different_flows_and_functions_are_different_figures(file, load):
    with writing(file, "Bert") as change:
        for number, (name, field) in enumerate((("naar_code", "Naar"), ("functie", "Functie"))):
            row = {"gegevensset_id": "cijfers", "naam": name, "velden": field, "soort": "TEXT", "volgorde": 10 + number}
            change.db.execute(sql.insert("gegevensset_veld", row), tuple(row.values()))

    def found(value, to, function):
        return {**figure("GM0513", "2030JJ00", value), "Naar": to, "Functie": function}

    page = rows(found(1, "GM0546", "wonen"), found(2, "GM0503", "wonen"), found(3, "GM0546", "werken"))
    assert load("cijfers", page).added == 3
    report = load("cijfers", rows(found(5, "GM0503", "wonen")), retrieved=SECOND)
    assert (report.added, report.changed) == (0, 1)
    values = "SELECT naar_code, functie, waarde FROM cijfer WHERE peildatum = '2030-01-01' ORDER BY waarde"
    assert ask(file, values) == [("GM0546", "wonen", 1), ("GM0546", "werken", 3), ("GM0503", "wonen", 5)]


def test_a_figure_that_something_refers_to_by_now_stays_when_its_load_is_undone(file, load):
    report = load("cijfers", rows(figure("GM0513", "2030JJ00", 1), figure("GM0546", "2030JJ00", 2)))
    ((new,),) = ask(file, "SELECT id FROM cijfer WHERE peildatum = '2030-01-01' AND gebiedscode = 'GM0513'")
    with writing(file, "Bert") as change:
        assert change.db.execute("UPDATE nu SET cijfer_id = ?", (new,)).rowcount
    assert undo(file, "Anna", report.load_id).kept == ("Proefwaarde, Gouda, 1 januari 2030",)
    assert ask(file, "SELECT id FROM cijfer WHERE peildatum = '2030-01-01'") == [(new,)]
    assert ("open-cijfers",) in ask(file, "SELECT id FROM bron"), "which the figure names"


def test_a_forecast_is_of_none_of_the_days_that_it_is_about(file, load):
    load("cijfers", rows(figure("GM0513", "2024JJ00", 1), figure("GM0513", "2050JJ00", 2)), retrieved=FIRST)
    assert ask(file, "SELECT datum FROM bron WHERE id = 'open-cijfers'") == [(None,)]
    assert ask(file, "SELECT peildatum FROM lading") == [(None,)]
    assert ("2050-01-01",) in ask(file, "SELECT peildatum FROM cijfer WHERE bron_id = 'open-cijfers'")


def test_a_figure_that_the_service_leaves_out_keeps_its_value(file, load):
    report = load("cijfers", rows(figure("GM0513", "2020JJ00", None), figure("GM0546", "2024JJ00", None)))
    assert (report.changed, report.unchanged, report.figures) == (0, 2, ())
    assert ask(file, "SELECT waarde FROM cijfer WHERE id = 'leiden-proefwaarde-2024'") == [(5024,)]


# Undo


def test_undo_puts_everything_back(file, load):
    before, prints = content(file), fingerprint(file)
    first = load("gemeenten", gouda(5000))
    between = content(file)
    second = load(
        "gemeenten",
        gouda(6000, extra=1),
        features([feature(square(X, Y, 9), statcode="GM9", statnaam="Negen")]),
        retrieved=SECOND,
    )
    numbers = load("cijfers", rows(figure("GM0513", "2024JJ00", 1), figure("GM0513", "2030JJ00", 2)))
    assert undo(file, "Bea", numbers.load_id).kept == ()
    report = undo(file, "Bea", second.load_id)
    assert (report.put_back, report.kept) == (4, ())  # two rows, the place, the source
    after = content(file)
    assert {name for name in after if after[name] != between[name]} == set()
    assert undo(file, "Bea", first.load_id).kept == ()
    after = content(file)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"bron"}  # which the history of a place names; that of the figures went
    assert [row[1] for row in after["bron"] if row not in before["bron"]] == [b"open-gemeenten"]
    assert {k: v for k, v in fingerprint(file).items() if k in prints} == prints
    assert all(one.undone for one in read_pack(file).loads)
    assert {v.user for v in read_history(file, "plaats_vlak", "gemeente-gouda")} == {"Anna", "Bea"}
    sound(file, "open_gemeenten")


def test_a_load_that_changed_nothing_is_no_step_of_undo(file, load):
    load("punten", points(("A", 0, 1)))
    before = content(file)
    load("punten", points(("A", 0, 2)))
    for time_ in ("2026-11-26T10:00:00Z", "2026-11-27T10:00:00Z"):
        same = load("punten", points(("A", 0, 2)), retrieved=time_)
    assert read_changes(file, same.load_id) == []
    assert undo(file, "Anna", same.load_id).kept == ()
    assert ask(file, "SELECT code, aantal FROM open_punten") == [("A", 1)]
    assert content(file) == before
    assert read_pack(file).loaded["punten"].time == FIRST


def test_loads_that_changed_nothing_at_all_are_one_step_of_undo(file, load):
    before = content(file)
    load("punten", box=(X, Y, X + 1, Y + 1))
    undo(file, "Anna", load("punten", box=(X, Y, X + 1, Y + 1), retrieved=SECOND).load_id)
    assert read_pack(file).loads == ()
    assert content(file) == before


def test_after_undo_of_the_first_load_nothing_is_left_of_it(file, load):
    before = content(file)
    undo(file, "Anna", load("punten", points(("A", 0, 1))).load_id)
    assert content(file) == before
    assert ask(file, "SELECT count(*) FROM lading") == ask(file, "SELECT count(*) FROM lading_rij") == [(0,)]
    with pytest.raises(StoreError, match="undone already"):
        undo(file, "Anna", "punten-1")


def fingerprint(path):
    with closing(sqlite3.connect(path)) as db:
        return fingerprints(db)


def test_rows_that_went_come_back_as_they_were(file, load):
    load("punten", points(("A", 0, 1), ("B", 10, 2), ("C", 20, 3)))
    before = content(file)
    report = load("punten", points(("A", 5, 9)))
    assert undo(file, "Anna", report.load_id).put_back == 3
    after = content(file)
    assert after["open_punten"] == before["open_punten"]
    assert after["rtree_open_punten_geom"] == before["rtree_open_punten_geom"]
    sound(file, "open_punten")


def test_undo_leaves_what_a_user_changed_since_and_says_so(file, load):
    load("punten", points(("A", 0, 1), ("B", 10, 2), ("C", 20, 3)))
    report = load("punten", points(("A", 0, 5), ("B", 10, 6)))
    areas = load("gemeenten", gouda(5000))
    numbers = load("cijfers", rows(figure("GM0513", "2024JJ00", 1), figure("GM0503", "2024JJ00", 2)))
    with writing(file, "Cor") as change:
        change.db.execute("UPDATE open_punten SET aantal = 77 WHERE code = 'A'")
        change.db.execute("UPDATE plaats_vlak SET zekerheid = 'vaag' WHERE id = 'gemeente-gouda'")
        change.db.execute("UPDATE cijfer SET waarde = 5 WHERE id = 'gouda-proefwaarde-2024'")
    assert undo(file, "Anna", report.load_id).kept == ("A",)
    assert ask(file, "SELECT code, aantal FROM open_punten ORDER BY code") == [("A", 77), ("B", 2), ("C", 3)]
    assert undo(file, "Anna", areas.load_id).kept == ("Gemeente Gouda",)
    assert place(file, "gemeente-gouda")[1:3] == ("vaag", "open-gemeenten")
    assert undo(file, "Anna", numbers.load_id).kept == ("Proefwaarde, Gouda, 1 januari 2024",)
    values = dict(ask(file, "SELECT id, waarde FROM cijfer WHERE id LIKE '%-proefwaarde-2024'"))
    assert (values["gouda-proefwaarde-2024"], values["delft-proefwaarde-2024"]) == (5, 4024)


def test_the_latest_load_is_the_one_written_last_also_where_what_came_was_kept_and_is_older(file, load):
    load("punten", points(("A", 0, 1)), retrieved=SECOND)
    kept = load("punten", points(("A", 0, 2)), retrieved=FIRST)
    latest = read_pack(file).loaded["punten"]
    assert (latest.id, latest.time) == (kept.load_id, FIRST)
    undo(file, "Anna", latest.id)
    undo(file, "Anna", read_pack(file).loaded["punten"].id)
    assert "punten" not in read_pack(file).loaded


def test_only_the_latest_load_of_a_data_set_is_undone(file, load):
    first = load("punten", points(("A", 0, 1)))
    second = load("punten", points(("A", 0, 2)))
    with pytest.raises(StoreError, match="The same data were loaded again after this"):
        undo(file, "Anna", first.load_id)
    undo(file, "Anna", second.load_id)
    with pytest.raises(StoreError, match="was undone already"):
        undo(file, "Anna", second.load_id)
    undo(file, "Anna", first.load_id)
    assert ask(file, "SELECT count(*) FROM open_punten") == [(0,)]


# Whole or not at all


def test_stopping_while_it_is_written_leaves_the_file_byte_for_byte(file, load, monkeypatch):
    monkeypatch.setattr(loads, "_CACHE_KIB", 100)  # so that pages go to the file before the end
    load("punten", points(("A", 0, 1)))
    before = digest(file)
    page = points(*((f"P{n}", n % 3000, n) for n in range(20_000)))
    asked = []

    def is_cancelled():
        asked.append(1)
        return len(asked) > 20

    with pytest.raises(Cancelled):
        load("punten", page, is_cancelled=is_cancelled)
    assert digest(file) == before
    assert not os.path.exists(f"{file}-journal")
    load("punten", page)
    sound(file, "open_punten")


def test_failing_while_it_is_written_leaves_the_file_byte_for_byte(file, load, monkeypatch):
    monkeypatch.setattr(loads, "_CACHE_KIB", 100)
    before = digest(file)

    def fail(*_arguments):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(loads, "_write_load", fail)
    with pytest.raises(StoreError, match=r"There is no room on the disk of mijn.gpkg: nothing was saved"):
        load("punten", points(*((f"P{n}", n % 3000, n) for n in range(20_000))))
    assert digest(file) == before


def test_a_lock_of_another_program_is_waited_for_and_told(file, load, monkeypatch):
    monkeypatch.setattr(loads, "_WAIT_SECONDS", 0.2)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match=r"mijn.gpkg is locked by another program"):
            load("punten", points(("A", 0, 1)))
        other.execute("ROLLBACK")
    assert load("punten", points(("A", 0, 1))).added == 1


@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN; SELECT * FROM bron"])
def test_waiting_for_a_lock_can_be_stopped(file, load, lock):
    """Of one who writes it waits at the beginning, of one who reads at the end."""
    before = digest(file)
    stopped = []
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        for statement in lock.split("; "):
            other.execute(statement).fetchall()

        def is_cancelled():
            stopped.append(time.monotonic())
            return len(stopped) > 6

        begin = time.monotonic()
        with pytest.raises(Cancelled):
            load("punten", points(("A", 0, 1)), is_cancelled=is_cancelled)
        assert time.monotonic() - begin < loads._WAIT_SECONDS / 2
        other.execute("ROLLBACK")
    assert digest(file) == before
    assert load("punten", points(("A", 0, 1))).added == 1


def test_a_file_without_the_table_is_told(file, load):
    with closing(sqlite3.connect(file)) as db:
        db.execute("DROP TABLE open_pendel")
        db.commit()
    before = digest(file)
    with pytest.raises(StoreError, match="The file has no table for “Pendel”"):
        load("pendel", rows({"VanRegio": "GM1", "NaarRegio": "GM2", "Banen_1": 1}))
    assert digest(file) == before


def test_qgis_has_the_layers_open_meanwhile_and_sees_the_new_rows(file, load):
    layers = {
        t: QgsVectorLayer(f"{file}|layername={t}", t, "ogr") for t in ("open_punten", "plaats_vlak", "open_gemeenten")
    }
    reading = layers["plaats_vlak"].getFeatures()
    next(reading)  # half-way
    assert layers["open_punten"].featureCount() == 0
    load("punten", points(("A", 0, 1), ("B", 10, 2)))
    load("gemeenten", gouda(5000))
    reading.close()
    for layer in layers.values():
        layer.dataProvider().reloadData()
    assert layers["open_punten"].featureCount() == 2
    near = QgsFeatureRequest(QgsRectangle(X + 9, Y - 1, X + 11, Y + 1))
    assert [found["code"] for found in layers["open_punten"].getFeatures(near)] == ["B"]
    shown = [f for f in layers["plaats_vlak"].getFeatures() if f["id"] == "gemeente-gouda"]
    assert shown[0].geometry().area() == 25_000_000
    layer = layers["open_punten"]
    assert layer.startEditing()  # the triggers are there again
    layer.deleteFeature(next(layer.getFeatures()).id())
    assert layer.commitChanges()
    layers.clear()
    del layer, near
    sound(file, "open_punten")


def test_many_points_are_merged_in_seconds(file, load):
    page = points(*((f"P{n:05}", n % 300, n) for n in range(50_000)))
    begin = time.perf_counter()
    assert load("punten", page).added == 50_000
    other = points(*((f"P{n:05}", n % 300 + n % 2, n) for n in range(1000, 51_000)))
    report = load("punten", other)
    assert (report.added, report.changed, report.removed) == (1000, 24_500, 1000)
    undo(file, "Anna", report.load_id)
    assert time.perf_counter() - begin < 40  # some 6 s on two cores
    sound(file, "open_punten")


@pytest.mark.skipif(sys.platform != "linux", reason="a process is killed")
def test_killed_in_the_middle_of_the_merge_nothing_is_lost(file, load, capsys):
    """Another process loads and undoes, and is killed again and again at a moment of chance."""
    load("punten", points(("A", 0, 1)))
    command = [sys.executable, "-m", "tests.store.loading_qgis", str(file)]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    pipe = subprocess.PIPE
    whole = [0, 0]
    begun = 0
    with subprocess.Popen(command, cwd=ROOT, env=env, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        for kill in range(KILLS):
            process.stdin.write("\n")
            process.stdin.flush()
            word, child = process.stdout.readline().split()
            assert word == "merging"
            if kill == KILLS - 1:
                assert process.stdout.readline() == "done\n"
            else:
                time.sleep(0.02 * kill)
            os.kill(int(child), signal.SIGKILL)
            said = []
            while "ended" not in said:
                said.append(process.stdout.readline().strip())
            begun += os.path.exists(f"{file}-journal")
            (count,) = ask(file, "SELECT count(*) FROM open_punten")[0]
            (loaded,) = ask(file, "SELECT count(*) FROM lading WHERE NOT ongedaan")[0]
            assert (count, loaded) in ((1, 1), (20_001, 2)), f"kill {kill}: a load is there or not at all"
            assert loaded == 2 or ("done" not in said and kill < KILLS - 1), "what was told as loaded is there"
            sound(file, "open_punten")
            whole[loaded - 1] += 1
            if loaded == 2:
                undo(file, "Anna", read_pack(file).loads[-1].id)
        process.stdin.close()
    with capsys.disabled():
        print(f"\nkilled {KILLS} times, {begun} while the file was written: {whole[0]} as it was, {whole[1]} whole")
    assert whole[0] and whole[1]
