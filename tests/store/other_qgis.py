# SPDX-License-Identifier: GPL-2.0-or-later
"""A QGIS that edits and saves until it is killed: the child of test_processes.py, called with the file.

Each line it prints is true: "begun N" once the edit holds text N, "saved N" once saving it has returned. QGIS is
started once; for each line on its standard input it makes a child, which works on the file until it is killed.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from pathlib import Path

from qgis.core import QgsApplication, QgsProject

from sterkesteden_plugin.store.editing import Editor

ITEM, PLACES = "gouda-k1", "item_plaats"


def text(number: int) -> str:
    """Long enough to fill several pages, and recognised by its number."""
    return f"{number} " + "tekst " * (500 + number % 7 * 1500)


def say(word: str, number: int) -> None:
    os.write(1, f"{word} {number}\n".encode())


def work(path: Path, number: int) -> None:
    editor = Editor(QgsProject.instance(), path, "Anna")
    parent = os.getppid()
    while os.getppid() == parent:  # or it would outlive the test
        number += 1
        edit = editor.edit("item", ITEM)
        edit.set_value("tekst", text(number))
        row = {"plaats_id": "gouda", "rol": "ligt in"}
        edit.set_links(PLACES, [{**row, "volgorde": order} for order in range(number % 4)])
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
                work(Path(sys.argv[1]), int(line))
            except Exception:
                traceback.print_exc()
            finally:
                os._exit(1)
        say("child", child)
        os.waitpid(child, 0)
        say("ended", child)


if __name__ == "__main__":
    main()
