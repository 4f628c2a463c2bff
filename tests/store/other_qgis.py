# SPDX-License-Identifier: GPL-2.0-or-later
"""A QGIS that edits and saves until it is killed: the child of test_processes.py, called with file and profile.

With "workshop" behind those it records workshops, each with a score and some points, and changes them; else an item.

Each line it prints is true: "begun N" once the edit holds text N, "saved N" once saving it has returned. QGIS is
started once; for each line on its standard input it makes a child, which works on the file until it is killed.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsApplication, QgsGeometry, QgsPointXY, QgsProject

from sterkesteden_plugin.store.editing import Editor, RecordEdit

ITEM, PLACES = "gouda-k1", "item_plaats"
WORKSHOP, POINTS = "gouda-werkplaats", 20  # that many points at least


def text(number: int) -> str:
    """Long enough to fill several pages, and recognised by its number."""
    return f"{number} " + "tekst " * (500 + number % 7 * 1500)


def say(word: str, number: int) -> None:
    os.write(1, f"{word} {number}\n".encode())


def change_item(editor: Editor, number: int) -> RecordEdit:
    edit = editor.edit("item", ITEM)
    edit.set_value("tekst", text(number))
    row = {"plaats_id": "gouda", "rol": "ligt in"}
    edit.set_links(PLACES, [{**row, "volgorde": order} for order in range(number % 4)])
    return edit


def change_workshop(editor: Editor, number: int) -> RecordEdit:
    """All of it is made anew each time, and named by the number; it is new the first time."""
    if number > 1:
        edit = editor.edit("workshop", WORKSHOP)
    else:
        edit = editor.create("workshop", {"id": WORKSHOP, "stad_id": "gouda", "datum": "2026-05-01"})
    edit.set_value("deelnemers", number)
    edit.set_links("workshop_score", [{"criterium": str(number), "score": 3, "opmerking": None, "volgorde": 0}])
    at = QgsGeometry.fromPointXY(QgsPointXY(100_000 + number, 450_000))
    names = ({"naam": str(number), "opmerking": text(number)} for _one in range(POINTS + number % 3))
    edit.set_parts("workshop_punt", [edit.new_part("workshop_punt", values, at) for values in names])
    return edit


def work(path: Path, number: int, change: Callable[[Editor, int], RecordEdit]) -> None:
    editor = Editor(QgsProject.instance(), path, "Anna")
    parent = os.getppid()
    while os.getppid() == parent:  # or it would outlive the test
        number += 1
        edit = change(editor, number)
        say("begun", number)
        edit.save()
        say("saved", number)


def main() -> None:
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False, sys.argv[2])
    application.initQgis()
    say("ready", 0)
    for line in sys.stdin:
        child = os.fork()
        if not child:
            signal.alarm(60)  # a test that goes wrong ends
            try:
                work(Path(sys.argv[1]), int(line), change_workshop if "workshop" in sys.argv[3:] else change_item)
            except Exception:
                traceback.print_exc()
            finally:
                os._exit(1)
        say("child", child)
        os.waitpid(child, 0)
        say("ended", child)


if __name__ == "__main__":
    main()
