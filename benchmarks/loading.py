# SPDX-License-Identifier: GPL-2.0-or-later
"""Inside QGIS: features from a server on loopback into a GeoPackage, as the plugin does it and as QGIS does by itself.

QGIS: its own provider of OGC API Features, and "Package layers". Both ask for a thousand at a time. While the plugin
loads, the map is drawn again and again; how long the window could do nothing is noted, and how much memory that took.
"""

from __future__ import annotations

import gc
import importlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

import qgis.utils
import using
from many import Waits
from qgis.analysis import QgsNativeAlgorithms
from qgis.core import (
    QgsApplication,
    QgsFeedback,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsTask,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QTimer
from startup import check, record

PLUGIN = "sterkesteden_plugin"
DATASET, COLLECTION = "panden", "pand"
LONG = 900_000  # ms: a server in Python takes its time
_DRAW = 100  # ms between two drawings of the map
_LOOK = 2  # ms between two looks whether the window could do something
_IDLE = 3000  # ms for the floor


class _Work(QgsTask):
    def __init__(self, work: Callable[[], Any]) -> None:
        super().__init__("load")
        self._work = work
        self.found: Any = None
        self.seconds = 0.0
        self.is_over = False

    def run(self) -> bool:
        begin = perf_counter()
        try:
            self.found = self._work()
        except Exception as error:
            self.found = error
        self.seconds = perf_counter() - begin
        return True

    def finished(self, _result: bool) -> None:
        self.is_over = True


def steps(
    pack: Path, workdir: Path, url: str, turns: int, note: Callable[[str, list[float], list[float]], None]
) -> Iterator:
    """Both in turn; the first turn of each is cold."""
    registry = QgsApplication.processingRegistry()
    if registry.providerById("native") is None:
        registry.addProvider(QgsNativeAlgorithms())
    canvas = qgis.utils.iface.mapCanvas()
    drawing = QTimer()
    drawing.timeout.connect(canvas.refresh)
    ours, theirs, gaps, idle, grown = [], [], [], [], []
    for turn in range(turns):
        waits = Waits(_LOOK)
        drawing.start(_DRAW)
        waits.begin()
        yield _IDLE
        idle.append(waits.end())
        path = Path(shutil.copyfile(pack, workdir / f"load-{turn}.gpkg"))
        gc.collect()
        task = _Work(lambda path=path: load(path, url))
        waits.begin()
        before = _begin_peak()
        QgsApplication.taskManager().addTask(task)
        yield (lambda task=task: task.is_over, LONG)
        gaps.append(waits.end())
        grown.append(_kilobytes("VmHWM") - before)
        drawing.stop()
        check(not isinstance(task.found, Exception), f"it is loaded: {task.found!r}")
        ours.append(task.seconds)
        yield using.STILL
        theirs.append(package(workdir / f"package-{turn}.gpkg", url))
        count = counted(workdir / f"package-{turn}.gpkg", COLLECTION)
        check(count == counted(path, f"open_{DATASET}") == task.found.load.added, f"both have all {count}")
        yield 100
    note("load", ours, theirs)
    note("load gap", gaps, idle)
    record["load memory"] = max(grown) * 1024


def _begin_peak() -> int:
    """From now on the most memory that this program holds is noted anew; what it holds now."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return _kilobytes("VmRSS")


def _kilobytes(name: str) -> int:
    """Of the memory of this program; see proc(5)."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


def load(path: Path, url: str) -> Any:
    """As the panel does it, in a thread of its own."""
    names = ("store.catalogue", "services.loader", "services.clients", "services.http", "services.page")
    store, loader, clients, http, page = (importlib.import_module(f"{PLUGIN}.{name}") for name in names)
    catalogue = store.read_catalogue(path)
    dataset = catalogue.dataset_by_id[DATASET]
    service = replace(dataset.service, url=url)
    dataset = replace(dataset, service=service)
    feedback = QgsFeedback()

    def client_of(_dataset: Any) -> Any:
        return clients.client_for(http.Fetcher(feedback), service)

    return loader.load(dataset, catalogue, client_of, page.Wanted(), path, "bench", feedback, lambda *_said: None)


def package(path: Path, url: str) -> float:
    """Seconds that QGIS takes by itself."""
    gc.collect()
    begin = perf_counter()
    layer = QgsVectorLayer(f"url='{url}' typename='{COLLECTION}' pageSize='1000'", COLLECTION, "OAPIF")
    check(layer.isValid(), "QGIS knows the server")
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("native:package")
    asked = {"LAYERS": [layer], "OUTPUT": str(path), "OVERWRITE": True, "SAVE_STYLES": False}
    _found, is_well = algorithm.run(asked, QgsProcessingContext(), QgsProcessingFeedback())
    check(is_well, "QGIS packages the layer")
    return perf_counter() - begin


def counted(path: Path, table: str) -> int:
    return QgsVectorLayer(f"{path}|layername={table}", table, "ogr").featureCount()
