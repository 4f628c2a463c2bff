# SPDX-License-Identifier: GPL-2.0-or-later
"""A QGIS that loads 20,000 points into a file, to be killed while it does: called by test_loads.py with the file.

For each line on its standard input it makes a child that loads, and says when that begins, is done, and has ended.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from pathlib import Path

from qgis.core import QgsApplication

from sterkesteden_plugin.services.scratch import Scratch
from sterkesteden_plugin.store import loads
from sterkesteden_plugin.store.catalogue import read_catalogue
from tests.services.open_pack import FIRST, feature, features


def prepare(path: Path, folder: Path) -> Path:
    scratch = Scratch(folder, read_catalogue(path).dataset_by_id["punten"])
    found = [feature((100_000, 450_000), code="A", naam="A", aantal=1, dag="2026-01-01")]
    found += [feature((100_000 + n % 300, 450_000 + n // 300), code=f"P{n}", aantal=n) for n in range(20_000)]
    scratch.add(features(found))
    scratch.close()
    return scratch.path


def main(path: Path) -> None:
    application = QgsApplication([], False, tempfile.mkdtemp())
    application.initQgis()
    loads._CACHE_KIB = 100  # pages go to the file before the end
    with tempfile.TemporaryDirectory() as folder:
        scratch = prepare(path, Path(folder))
        say("ready")
        for _line in sys.stdin:
            child = os.fork()
            if not child:
                signal.alarm(60)  # a test that goes wrong ends
                try:
                    dataset = read_catalogue(path).dataset_by_id["punten"]
                    say(f"merging {os.getpid()}")
                    loads.merge(path, "Anna", dataset, loads.Fetched(scratch, "", FIRST))
                    say("done")
                    signal.pause()
                finally:
                    os._exit(1)
            os.waitpid(child, 0)
            say("ended")


def say(word: str) -> None:
    os.write(1, f"{word}\n".encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
