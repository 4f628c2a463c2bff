# SPDX-License-Identifier: GPL-2.0-or-later
"""Many zones and flows, and a run that is stopped in its midst."""

from __future__ import annotations

import threading
import time

import numpy as np
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsVectorLayer,
)

_ASKED = 5  # times that a run looked whether it is to stop, before it is


def many(folder, zones, pairs):
    """FLOWS and ZONES of a run: points anywhere, and flows between any two of them."""
    random = np.random.default_rng(1)
    layer = QgsVectorLayer("Point?crs=EPSG:28992&field=code:string", "zones", "memory")
    features = []
    for number, place in enumerate(random.uniform(0, 200_000, (zones, 2)).tolist()):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"Z{number:05}"])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*place)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    path = folder / "groot.csv"
    rows = random.integers(0, zones, (pairs, 2)).tolist()
    own = [(number, number) for number in range(zones)]
    lines = [f"Z{a:05},Z{b:05},{1 + (7 * a + b) % 50}" for a, b in [*own, *rows]]
    path.write_text("\n".join(["woon,werk,banen", *lines]), encoding="utf-8")
    return {"FLOWS": str(path), "ZONES": layer, "MERGERS": False}


class Stop:
    """`run` goes into a task, `cancel` into the thread of the window, which stops it once it is under way."""

    def __init__(self, log, given, name, asked=_ASKED):
        self._log, self._given, self._name = log, given, name
        self._under_way = threading.Event()
        self._left = asked
        self._begin = self._end = 0.0
        ask = log.isCanceled

        def is_cancelled():
            self._left -= 1
            if self._left <= 0:
                self._under_way.set()
            return ask()

        log.isCanceled = is_cancelled

    def run(self):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(self._name)
        result = algorithm.run(self._given, QgsProcessingContext(), self._log)
        self._end = time.monotonic()
        return result

    def cancel(self):
        assert self._under_way.wait(20), "it never looked whether it is to stop"
        self._begin = time.monotonic()
        self._log.cancel()

    def seconds(self):
        return self._end - self._begin
