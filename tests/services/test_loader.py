# SPDX-License-Identifier: GPL-2.0-or-later
"""One data set, from the pages of a client into the user's file: whole or not at all, and told how it went."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import subprocess
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import QgsFeedback

from sterkesteden_plugin.services.errors import Cancelled, Changed, Gone, Unreachable
from sterkesteden_plugin.services.loader import load
from sterkesteden_plugin.services.page import Wanted
from sterkesteden_plugin.store.catalogue import read_catalogue
from sterkesteden_plugin.store.errors import StoreError
from sterkesteden_plugin.store.reader import read_pack

from .open_pack import SECOND, Pages, build, feature, features, rows, square

X, Y = 100_000, 450_000
BOX = (X - 1000, Y - 1000, X + 100_000, Y + 100_000)


@pytest.fixture(scope="session")
def _open_built(tmp_path_factory):
    return build(tmp_path_factory.mktemp("open"))


@pytest.fixture()
def file(_open_built, tmp_path):
    return Path(shutil.copy(_open_built, tmp_path / "mijn.gpkg"))


class Run:
    """Loads into a file with clients that have their pages ready."""

    def __init__(self, path):
        self.path = path
        self.feedback = QgsFeedback()
        self.told = []

    def __call__(self, name, box=BOX, **clients):
        catalogue = read_catalogue(self.path)
        return load(
            catalogue.dataset_by_id[name],
            catalogue,
            lambda dataset: clients[dataset.service.id],
            Wanted(box),
            self.path,
            "Anna",
            self.feedback,
            lambda *said: self.told.append(said),
        )


@pytest.fixture()
def run(file, qgis_app):
    return Run(file)


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def points(begin, end, **more):
    found = (feature((X + n % 300, Y + n // 300), code=f"P{n}", naam=f"Punt {n}", aantal=n) for n in range(begin, end))
    return features(found, **more)


def area(size=5000):
    return features([feature(square(X, Y, size), statcode="GM0513", statnaam="Gouda", aantal=1)])


def scratches():
    return {path.name for path in Path(tempfile.gettempdir()).glob("sterkesteden-*")}


def test_pages_are_counted_and_merged(run, file):
    before = scratches()
    report = run("punten", proefdienst=Pages(points(0, 10), points(10, 15, retrieved=SECOND)))
    assert (report.load.added, report.load.count, report.instead) == (15, 15, None)
    assert report.retrieved < SECOND  # the oldest of its pages
    assert report.absent == ("dag",)
    counts = [count for count, _total, _text in run.told]
    assert counts == [0, 10, 15, 15]
    assert [text for _count, _total, text in run.told][1:] == [
        "Fetching Punten",
        "Fetching Punten",
        "Writing Punten to the file",
    ]
    (one,) = read_pack(file).loads
    assert one.url.startswith("https://diensten.example.org/api?") and "geheim" not in one.url
    assert scratches() == before, "what was fetched does not stay behind"


def test_stopping_half_way_leaves_the_file_as_it_was(run, file):
    before, left = digest(file), scratches()
    client = Pages(points(0, 10), run.feedback.cancel, points(10, 20))
    with pytest.raises(Cancelled):
        run("punten", proefdienst=client)
    assert digest(file) == before
    assert scratches() == left


def test_failing_half_way_leaves_the_file_as_it_was(run, file):
    before = digest(file)
    with pytest.raises(Unreachable, match="weg"):
        run("punten", proefdienst=Pages(points(0, 10), Unreachable("weg", "wacht")))
    assert digest(file) == before


@pytest.mark.parametrize("kind", [Unreachable, Gone, Changed])
def test_what_stands_in_for_it_is_asked_and_goes_where_it_would_have_gone(run, file, kind):
    second = Pages(area())
    first = Pages(features([feature(square(X, Y, 1), statcode="GM1", statnaam="Half")]), kind("stuk", "wacht"))
    report = run("gemeenten", proefdienst=first, reservedienst=second)
    assert report.instead.message == "stuk"
    assert (first.asked, second.asked) == (["gemeenten"], ["gemeenten-2"])
    assert "Proefdienst does not give it; Reservedienst is asked." in [text for _count, _total, text in run.told]
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("SELECT statcode FROM open_gemeenten").fetchall() == [("GM0513",)]
        assert db.execute("SELECT uitgever, licentie FROM bron WHERE id = 'open-gemeenten'").fetchall() == [
            ("Makers van de reserve", "CC BY 4.0")
        ]
    assert report.load.places == ("Gemeente Gouda",)
    assert [one.dataset for one in read_pack(file).loads] == ["gemeenten"]


def test_when_that_fails_too_the_first_reason_is_told(run, file):
    before = digest(file)
    with pytest.raises(Gone, match="eerste") as caught:
        run("gemeenten", proefdienst=Pages(Gone("eerste", "a")), reservedienst=Pages(Unreachable("tweede", "b")))
    assert "tweede" in caught.value.details
    assert digest(file) == before


def test_nothing_at_all_is_no_reason_to_empty_the_file(run, file):
    run("punten", proefdienst=Pages(points(0, 10)))
    before = digest(file)
    with pytest.raises(Changed, match="Proefdienst gave nothing for “Punten”"):
        run("punten", proefdienst=Pages(features([])))
    assert digest(file) == before


def test_a_key_that_comes_empty_is_no_reason_to_empty_the_file(run, file):
    run("punten", proefdienst=Pages(points(0, 10)))
    before = digest(file)
    nameless = features([feature((X, Y), code=None, naam=f"Punt {n}", aantal=n) for n in range(10)])
    with pytest.raises(Changed, match="without the keys by which rows are told apart"):
        run("punten", proefdienst=Pages(nameless))
    assert digest(file) == before
    report = run("punten", proefdienst=Pages(nameless, points(0, 3)))
    assert (report.load.removed, report.load.unchanged, report.dirt.keyless) == (0, 3, 10)
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("SELECT count(*) FROM open_punten").fetchone() == (10,)


def test_dirt_is_told(run):
    page = features([feature((X, Y), code="A"), feature((X, Y), code="A"), feature((X, Y)), feature(None, code="B")])
    dirt = run("punten", proefdienst=Pages(page)).dirt
    assert (dirt.keyless, dirt.duplicates, dirt.lost) == (1, 1, ("B",))


def test_the_window_goes_on_while_much_is_loaded(run, in_task):
    """In a task, as the panel does; the GUI thread is free."""
    pages = [points(n, n + 1000) for n in range(0, 50_000, 1000)]
    done = in_task(lambda: run("punten", proefdienst=Pages(*pages)))
    assert done.get().load.added == 50_000
    assert not done.thread_was_gui
    other = [features([feature(square(X + n, Y, 5), statcode=f"GM{n}") for n in range(k, k + 1000)]) for k in (0, 1000)]
    more = in_task(lambda: run("gemeenten", proefdienst=Pages(*other)))
    assert more.get().load.added == 2000
    assert max(done.longest_gap, more.longest_gap) < 0.25  # some 0.01 s; other tests may share the machine


def test_nothing_for_an_area_of_which_there_is_something_is_as_if_it_did_not_give_it(run, file):
    """So what stands in for it is asked, where there is such."""
    run("gemeenten", proefdienst=Pages(area()))
    catalogue = read_catalogue(file)
    chosen = replace(catalogue.dataset_by_id["gemeenten"], area="gekozen", fallback=None)
    client = Pages(features([]))
    with pytest.raises(Changed, match="gave nothing of “Gemeenten” in this area"):
        load(chosen, catalogue, lambda _: client, Wanted(BOX), file, "Anna", run.feedback, lambda *_: None)


@pytest.fixture()
def little_room(tmp_path, monkeypatch):
    """A folder for temporary files that soon is full; a disk of its own, which only root can make."""
    folder = tmp_path / "vol"
    folder.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", folder], capture_output=True
    )
    if not mounted or mounted.returncode:
        pytest.skip("no small disk can be made here")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("name", ["punten", "pendel"])
def test_a_full_disk_for_temporary_files_is_told(run, file, little_room, name):
    before = digest(file)
    flows = [{"VanRegio": f"GM{n}", "NaarRegio": "GM1" * 30, "Banen_1": n} for n in range(5000)]
    pages = {"punten": [points(n, n + 1000) for n in range(0, 30_000, 1000)], "pendel": [rows(*flows)] * 3}[name]
    with pytest.raises(StoreError) as caught:
        run(name, proefdienst=Pages(*pages))
    assert caught.value.message == f"There is no room for temporary files in {little_room}: nothing was loaded."
    assert digest(file) == before and not list(little_room.iterdir())
