# SPDX-License-Identifier: GPL-2.0-or-later
"""A QGIS that edits and saves until it is killed: the child of test_processes.py, called with file and profile.

With "workshop" behind those it records workshops, each with a score and some points, and changes them; with "chapter" a
chapter with what it shows, with "place" a place with its geometry; else an item.

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

from qgis.core import QgsApplication, QgsGeometry, QgsPointXY, QgsProject, QgsRectangle

from sterkesteden_plugin.store.editing import Editor, RecordEdit

ITEM, PLACES = "gouda-k1", "item_plaats"
WORKSHOP, POINTS = "gouda-werkplaats", 20  # that many points at least
STORY, CHAPTER, PLACE = "van-anna", "van-anna-1", "van-anna-plek"  # the story is there


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


def change_chapter(editor: Editor, number: int) -> RecordEdit:
    row = {"verhaal_id": STORY, "nummer": 1, "bron_id": editor.source(), "peildatum": "2026-05-01"}
    new = number == 1
    edit = editor.create("hoofdstuk", {"id": CHAPTER, **row}) if new else editor.edit("hoofdstuk", CHAPTER)
    corners = {"xmin": number, "ymin": number, "xmax": number + 1.0, "ymax": number + 1.0}
    edit.set_values({"titel": str(number), "tekst": text(number), **corners})
    links = ({"plaats_id": "gouda", "rol": "ligt in", "volgorde": order} for order in range(1 + number % 4))
    edit.set_links("hoofdstuk_plaats", links)
    return edit


def change_place(editor: Editor, number: int) -> RecordEdit:
    source = editor.source()
    row = {"soort": "wijk", "zekerheid": "vaag", "historisch": 0, "bron_id": source, "peildatum": "2026-05-01"}
    new = number == 1
    edit = editor.create("plaats_vlak", {"id": PLACE, **row}) if new else editor.edit("plaats_vlak", PLACE)
    edit.set_values({"naam": str(number), "toelichting": text(number)})
    edit.set_geometry(QgsGeometry.fromRect(QgsRectangle(100_000, 450_000, 100_000 + number, 450_001)))
    return edit


CHANGES = {"workshop": change_workshop, "chapter": change_chapter, "place": change_place}


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
                work(Path(sys.argv[1]), int(line), CHANGES[sys.argv[3]] if sys.argv[3:] else change_item)
            except Exception:
                traceback.print_exc()
            finally:
                os._exit(1)
        say("child", child)
        os.waitpid(child, 0)
        say("ended", child)


if __name__ == "__main__":
    main()
