# SPDX-License-Identifier: GPL-2.0-or-later
"""The page Network on a file of three cities, a canvas, a layer of zones and a table of commuting between them."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QMainWindow

from sterkesteden_plugin.maps.network_layers import NETWORK_PROPERTY
from sterkesteden_plugin.network_desk.desk import NetworkDesk
from sterkesteden_plugin.panel.network_page import NetworkPage
from sterkesteden_plugin.state import State
from sterkesteden_plugin.store.geometries import read_geometries
from tests.services.conftest import until

RD = QgsCoordinateReferenceSystem("EPSG:28992")
X, Y, Z = "GM0503", "GM0513", "GM0546"  # the cities of the file
MIDDLE, EDGE, FAR = "GM0901", "GM0902", "GM0903"
NAMES = {X: "Iks", Y: "Ypsilon", Z: "Zet", MIDDLE: "Midden & <b>", EDGE: "Rand", FAR: "Verre"}
# Jobs x 1000 from home to work: what lies in the middle has 16% in X and 14% in Y.
ROWS = (
    *((X, X, 80.0), (X, Y, 4.0), (X, EDGE, 1.0), (Y, Y, 60.0), (Y, X, 6.0), (Z, Z, 30.0), (Z, X, 2.0), (Y, Z, 1.0)),
    *((MIDDLE, MIDDLE, 7.0), (MIDDLE, X, 1.6), (MIDDLE, Y, 1.4), (EDGE, EDGE, 5.0), (EDGE, X, 5.0)),
    *((FAR, FAR, 0.5), (FAR, Z, 0.5), (FAR, "GM0999", 0.1)),
)


def write_table(path, rows=ROWS, years=("2014", "2023")):
    """In the earlier year half of what lies in the middle works in Y."""
    lines = ["woon_code;werk_code;periode;banen"]
    for year in years:
        for home, work, jobs in rows:
            then = 3.0 if (home, work, year) == (MIDDLE, Y, "2014") else jobs
            lines.append(f"{home};{work};{year};{str(then).replace('.', ',')}")
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def zone_layer(names=NAMES, code="gemeentecode", size=10000):
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:28992&field={code}:string&field=naam:string", "Gemeenten", "memory")
    features = []
    for i, (key, name) in enumerate(names.items()):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(i * size, 400000, (i + 1) * size, 400000 + size)))
        feature.setAttributes([key, name])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


class Bench:
    """Page, desk and map, tied together as the workbench does."""

    def __init__(self, pack, path, geometries):
        self.state = State()
        self.state.set_pack(pack, path)
        self.canvas = QgsMapCanvas()
        self.canvas.resize(600, 400)
        self.canvas.setDestinationCrs(RD)
        self.canvas.setExtent(QgsRectangle(0, 390000, 60000, 420000))
        self.window = QMainWindow()
        self.page = NetworkPage()
        self.window.setCentralWidget(self.page)
        self.window.resize(320, 900)
        self.fetched, self.told, self.logged = [], [], []
        self.desk = NetworkDesk(self.page, self.state, self.canvas, lambda: geometries, self.fetched.append)
        self.desk.told.connect(lambda text, _warning: self.told.append(text))
        self.desk.logged.connect(self.logged.append)

    @property
    def view(self):
        return self.desk._shown.view

    @property
    def layers(self):
        return self.desk._layers

    def done(self):
        until(lambda: not self.desk._work.is_busy)

    def show(self):
        self.window.show()
        self.done()

    def take(self, path):
        """As when this file is chosen in the dialog."""
        self.desk._sources.take_file(path)
        self.done()

    def fills(self):
        """What the map shows: code to region and second region."""
        layer = self.layers.layer("zones")
        return {f["code"]: (f["gebied"], f["gebied2"]) for f in layer.getFeatures()} if layer is not None else {}

    def set_choices(self, **changes):
        from dataclasses import replace

        self.page.controls.set_choices(replace(self.page.choices, **changes))
        self.page.controls.changed.emit()
        self.done()

    def close(self):
        self.desk.close()
        self.window.close()
        self.desk.deleteLater()
        self.window.deleteLater()
        sip.delete(self.canvas)
        self.state.deleteLater()


@pytest.fixture()
def bench(qgis_app, small_pack, small_pack_file):
    project = QgsProject.instance()
    project.clear()
    bench = Bench(small_pack, small_pack_file, read_geometries(small_pack_file))
    yield bench
    bench.close()
    assert not [one for one in project.mapLayers().values() if one.customProperty(NETWORK_PROPERTY)]
    project.clear()


@pytest.fixture()
def table(tmp_path):
    return write_table(tmp_path / "pendel.csv")


@pytest.fixture()
def shown(bench, table):
    """The page with a table and zones."""
    QgsProject.instance().addMapLayer(zone_layer())
    bench.show()
    bench.take(table)
    return bench
