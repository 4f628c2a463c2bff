# SPDX-License-Identifier: GPL-2.0-or-later
"""Two QGIS at work on one file; and one that is killed while it saves, again and again.

What was reported as saved is there, and what was in hand is told.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject

from sterkesteden_plugin.store.editing import Editor
from sterkesteden_plugin.store.errors import Conflict
from sterkesteden_plugin.store.geometries import read_geometries
from sterkesteden_plugin.store.history import read_history
from sterkesteden_plugin.store.reader import read_pack
from sterkesteden_plugin.store.unsaved import forget, unsaved

from .other_qgis import CHAPTER, ITEM, PLACE, POINTS, STORY, WORKSHOP, text

KILLS, WORKSHOP_KILLS, OTHER_KILLS = 50, 20, 10
ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a process is forked and killed")


class Worker:
    """The process of other_qgis.py, which makes a child that works on the file, whenever it is asked to."""

    def __init__(self, path, profile, *what):
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "tests.store.other_qgis", path, profile, *what]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, cwd=ROOT, env=env, stdin=pipe, stdout=pipe, text=True)
        self.wait_for("ready")

    def wait_for(self, word):
        """The lines up to the one that begins with a word, and that one's number."""
        lines = []
        for line in self.process.stdout:
            said, number = line.split()
            if said == word:
                return lines, int(number)
            assert said != "ended", f"it failed before it said {word}"
            lines.append((said, int(number)))
        raise AssertionError(f"it ended with {self.process.wait()} before it said {word}")

    def start(self, number):
        """Make a child that works from a number on."""
        self.process.stdin.write(f"{number}\n")
        self.process.stdin.flush()
        _lines, self.child = self.wait_for("child")

    def kill(self):
        """Kill the child; return what it had said and nobody has heard yet."""
        os.kill(self.child, signal.SIGKILL)
        return self.wait_for("ended")[0]

    def run_and_kill(self, number, word, seconds):
        """Let it work from a number on, and kill it a while after it first said a word; return what it has said."""
        self.start(number)
        first, last = self.wait_for(word)
        time.sleep(seconds)
        return [*first, (word, last), *self.kill()]


@pytest.fixture()
def worker(small_pack_file, qgis_app, request):
    # The profile of this test is that of the process: what it leaves behind is found here.
    worker = Worker(small_pack_file, QgsApplication.qgisSettingsDirPath(), *getattr(request, "param", ()))
    yield worker
    worker.process.kill()
    worker.process.wait()


def number_of(said):
    """0 for the text that the pack came with."""
    first = said.split()[0]
    return int(first) if first.isdigit() else 0


def test_nothing_that_was_reported_as_saved_is_lost(worker, small_pack_file, capsys):
    seed = random.randrange(2**32)
    moments = random.Random(seed)
    saved = number = told = 0
    for kill in range(KILLS):
        word, seconds = moments.choice([("begun", 0.02), ("saved", 0.12)])
        lines = worker.run_and_kill(number, word, moments.uniform(0, seconds))
        saved = max([saved, *(n for word, n in lines if word == "saved")])
        begun = max(n for word, n in lines if word == "begun")
        where = f"seed {seed}, kill {kill}, saved {saved}, begun {begun}"
        pack = read_pack(small_pack_file)  # with the log that was left behind, before anything puts it in order
        with closing(sqlite3.connect(small_pack_file)) as db:
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)], where
            assert db.execute("PRAGMA foreign_key_check").fetchall() == [], where
            assert db.execute("SELECT count(*) FROM wijziging").fetchone() == (0,), where
        item = pack.item_by_id[ITEM]
        number = number_of(item.text)
        assert saved <= number <= max(begun, saved), where
        if number:
            assert item.text == text(number), where
            assert len(item.places) == number % 4, f"{where}: a record is saved with its links or not at all"
        left = unsaved(small_pack_file)
        for one in left:
            # The text in hand, or one that was set and not yet said so.
            lost = number_of(one.values["tekst"])
            assert lost > number and (one.title, one.values["tekst"]) == (item.title, text(lost)), where
            forget(one)
            told += 1
        assert len(left) <= 1, where
        if begun > number:
            assert left, f"{where}: what was in hand is told"
    history = read_history(small_pack_file, "item", ITEM)
    texts = [number_of(c.new) for v in history for c in v.changes if c.field == "tekst"]
    assert texts == list(range(number, 0, -1))
    with capsys.disabled():
        print(f"\nkilled {KILLS} times (seed {seed}): {number} saved, none lost; {told} in hand, all told")
    assert told


@pytest.mark.parametrize("worker", [("workshop",)], indirect=True)
def test_a_workshop_is_saved_with_its_points_or_not_at_all(worker, small_pack_file, capsys):
    seed = random.randrange(2**32)
    moments = random.Random(seed)
    saved = number = told = 0
    for kill in range(WORKSHOP_KILLS):
        lines = worker.run_and_kill(number, "begun", moments.uniform(0, 0.06))
        saved = max([saved, *(n for word, n in lines if word == "saved")])
        begun = max(n for word, n in lines if word == "begun")
        where = f"seed {seed}, kill {kill}, saved {saved}, begun {begun}"
        pack = read_pack(small_pack_file)
        with closing(sqlite3.connect(small_pack_file)) as db:
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)], where
            points = db.execute("SELECT count(*) FROM workshop_punt").fetchone()[0]
            indexed = db.execute("SELECT count(*) FROM rtree_workshop_punt_geom").fetchone()[0]
        number = pack.workshops[0].participants if pack.workshops else 0
        assert saved <= number <= max(begun, saved), where
        assert points == indexed == (POINTS + number % 3 if number else 0), where
        for workshop in pack.workshops:
            assert [score.criterion for score in workshop.scores] == [str(number)], where
            assert {point.name for point in workshop.points} == {str(number)}, where
        for one in unsaved(small_pack_file):
            lost = one.record.values["deelnemers"]
            assert lost > number and len(one.record.parts["workshop_punt"]) == POINTS + lost % 3, where
            forget(one)
            told += 1
    versions = read_history(small_pack_file, "workshop", WORKSHOP)
    assert len(versions) == number
    assert all({c.field for c in version.changes} >= {"deelnemers", "workshop_punt"} for version in versions)
    with capsys.disabled():
        print(
            f"\nkilled {WORKSHOP_KILLS} times (seed {seed}): {number} workshops saved whole; {told} in hand, all told"
        )


def chapter_of(path):
    """What the file holds of the chapter is whole; its number, 0 where there is none."""
    chapter = read_pack(path).chapter_by_id.get(CHAPTER)
    if chapter is None:
        return 0
    number = int(chapter.title)
    assert (chapter.text, chapter.box[:2], len(chapter.places)) == (text(number), (number, number), 1 + number % 4)
    return number


def place_of(path):
    place = read_pack(path).place_by_id.get(PLACE)
    if place is None:
        return 0
    assert (place.note, round(read_geometries(path)[PLACE].area())) == (text(int(place.name)), int(place.name))
    return int(place.name)


@pytest.mark.parametrize(
    ("worker", "found"),
    [(("chapter",), chapter_of), (("place",), place_of)],
    indirect=["worker"],
    ids=["chapter", "place"],
)
def test_a_chapter_or_a_place_is_saved_whole_or_not_at_all(worker, small_pack_file, found):
    seed = random.randrange(2**32)
    moments = random.Random(seed)
    with closing(sqlite3.connect(small_pack_file)) as db, db:
        row = "INSERT INTO verhaal (id, titel, volgorde, eigen, bron_id, peildatum)"
        db.execute(f"{row} SELECT ?, 'Van Anna', 9, 1, id, '2026-05-01' FROM bron LIMIT 1", (STORY,))
    saved = number = 0
    for kill in range(OTHER_KILLS):
        lines = worker.run_and_kill(number, "begun" if kill else "saved", moments.uniform(0, 0.06))
        saved = max([saved, *(n for word, n in lines if word == "saved")])
        begun = max(n for word, n in lines if word == "begun")
        where = f"seed {seed}, kill {kill}, saved {saved}, begun {begun}"
        number = found(small_pack_file)
        assert saved <= number <= max(begun, saved), where
        left = unsaved(small_pack_file)
        for one in left:
            forget(one)
        assert begun <= number or left, f"{where}: what was in hand is told"
    assert number


def test_two_windows_work_on_one_file_at_the_same_time(worker, small_pack_file):
    editor = Editor(QgsProject.instance(), small_pack_file, "Bea")
    worker.start(0)
    for number in range(20):
        edit = editor.edit("item", "delft-k1")
        edit.set_value("titel", f"Titel {number}")
        edit.save()
    _lines, last = worker.wait_for("saved")
    lines = worker.kill()
    last = max([last, *(n for word, n in lines if word == "saved")])
    pack = read_pack(small_pack_file)
    assert number_of(pack.item_by_id[ITEM].text) >= last
    assert pack.item_by_id["delft-k1"].title == "Titel 19"
    versions = read_history(small_pack_file, "item", "delft-k1")
    assert [v.changes[0].new for v in versions] == [f"Titel {n}" for n in range(19, -1, -1)]
    assert {v.user for v in versions} == {"Bea"}
    assert {v.user for v in read_history(small_pack_file, "item", ITEM)} == {"Anna"}


def test_two_windows_change_the_same_record(worker, small_pack_file):
    edit = Editor(QgsProject.instance(), small_pack_file, "Bea").edit("item", ITEM)
    edit.set_value("titel", "Van Bea")
    worker.run_and_kill(0, "saved", 0)
    assert len(unsaved(small_pack_file)) <= 1, "what this window is at work on is not told as left behind"
    with pytest.raises(Conflict, match="Anna changed this meanwhile") as caught:
        edit.save()
    assert number_of(caught.value.theirs["tekst"]) > 0
    assert read_pack(small_pack_file).item_by_id[ITEM].title != "Van Bea"
    assert edit.values()["titel"] == "Van Bea"
