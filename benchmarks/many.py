# SPDX-License-Identifier: GPL-2.0-or-later
"""Inside QGIS: reading, searching and showing a pack of 10,000 items."""

from __future__ import annotations

import gc
import importlib
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

import using
from qgis.PyQt.QtCore import QElapsedTimer, QTimer
from startup import check, picture

# Typed letter by letter: a letter that nearly all texts have, common words, several words, a rare one.
TYPED = ("de", "stad", "verken", "bo ge ha", "d e v", "dakense")
PLUGIN = "sterkesteden_plugin"


class Waits:
    """The longest time in which the window could do nothing else, from `begin` on."""

    def __init__(self, every: int = 0) -> None:
        self._every = every  # ms between two looks
        self._clock = QElapsedTimer()
        self._timer = QTimer()
        self._timer.timeout.connect(self._note)
        self.longest = 0.0

    def begin(self) -> None:
        self.longest = 0.0
        self._clock.start()
        self._timer.start(self._every)

    def end(self) -> float:
        self._timer.stop()
        return self.longest

    def _note(self) -> None:
        self.longest = max(self.longest, self._clock.nsecsElapsed() / 1e9)
        self._clock.start()


def timed(work: Callable[[], Any]) -> float:
    gc.collect()
    begin = perf_counter()
    work()
    return perf_counter() - begin


def steps(session: Any, workdir: Path, turns: int, note: Callable[[str, list[float], list[float]], None]) -> Iterator:
    """All measures, each noted with its floor."""
    # Not before: the start of the plugin is measured with none of its modules loaded.
    names = (f"{PLUGIN}.store.reader", f"{PLUGIN}.store.schema", f"{PLUGIN}.story.search", "large_pack")
    reader, schema, search, large_pack = (importlib.import_module(name) for name in names)
    source = Path(shutil.copyfile(session.state.path, workdir / "many-source.gpkg"))
    path = large_pack.write_items(large_pack.large_pack(session.state.pack), source, workdir / "many.gpkg")
    count = turns // 4 + 2
    read, rows = [], []
    for _turn in range(count):
        read.append(timed(lambda: reader.read_pack(path)))
        rows.append(timed(lambda: all_rows(path, schema.TABLES)))
        yield 0
    note("read many", read, rows)
    pack = reader.read_pack(path)
    check(len(pack.items) >= large_pack.COUNT, "the pack has its items")
    made, split = [], []
    for _turn in range(count):
        made.append(timed(lambda: search.index(pack)))
        split.append(timed(lambda: [f"{item.title} {item.text}".lower().split() for item in pack.items]))
        yield 0
    note("index", made, split)
    yield from _search(session, pack, path, count, note)
    yield from _matrix(session.dock.content, pack, turns, note)


def all_rows(path: Path, tables: Iterable[str]) -> int:
    """Fetch every row of these tables, and do nothing with them."""
    with closing(sqlite3.connect(path)) as connection:
        return sum(len(connection.execute(f'SELECT * FROM "{table}"').fetchall()) for table in tables)


def _search(session: Any, pack: Any, path: Path, count: int, note: Callable) -> Iterator:
    """From each key to the painted panel; the first key after the pack was opened by itself."""
    content, waits = session.dock.content, Waits()
    line, first, typed, longest, floor = content.header.search, [], [], [], []
    for _turn in range(count):
        session.state.set_pack(pack, path)
        waits.begin()
        yield lambda: content.finder.index is not None
        longest.append(waits.end())
        yield using.STILL
        first.append(using.type_letter(line, "d"))
        floor.append(using.repaint(content))
        yield 100
    for word in TYPED * max(1, count // 3):
        line.clear()
        yield 50
        for letter in word:
            typed.append(using.type_letter(line, letter))
            floor.append(using.repaint(content))
            yield 20
    check(content.search.results.rows, "the last word is found")
    picture("search")
    note("wait", longest, [0.008] * len(longest))
    note("first key", first, floor)
    note("key", typed, floor)
    note("worst key", [0.0, max(typed)], floor)
    line.clear()
    yield 100


def _matrix(content: Any, pack: Any, turns: int, note: Callable) -> Iterator:
    """From a letter in the filter to the painted matrix, and from other texts to it with that filter on."""
    content.show_together()
    yield using.STILL
    page, drawn, floor = content.together, [], []
    page.words.setFocus()
    yield 300
    for letter in "destadbogeha"[: turns + 1]:
        page.words.clear()
        yield 50
        drawn.append(using.type_letter(page.words, letter))
        floor.append(using.repaint(content))
        yield 20
    picture("matrix")
    note("matrix", drawn, floor)
    renewed, floor = [], []
    for turn in range(turns // 4 + 2):
        items = tuple(replace(item, text=f"{item.text} {turn}") for item in pack.items)
        changed = replace(pack, items=items)
        renewed.append(timed(lambda changed=changed: (page.renew(changed), using.paint_all())))
        floor.append(using.repaint(content))
        yield 20
    check(page.words.text(), "the filter is on")
    note("matrix renewed", renewed, floor)
