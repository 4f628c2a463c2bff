# SPDX-License-Identifier: GPL-2.0-or-later
"""Zones as squares in a row, and flows between them: two towns with a village each, one between them, and two apart."""

from __future__ import annotations

from qgis.core import NULL, QgsFeature, QgsGeometry, QgsRectangle, QgsVectorLayer

from sterkesteden_plugin.networks.flows import Flows

CODES = ("GM0001", "GM0002", "GM0003", "GM0004", "GM0005", "GM0006", "GM0007")
NAMES = ("Dorp", "Stad", "Tussen", "Oord", "Burg", "Eiland", "Leeg")
SIDE = 10_000
ROWS = [
    *[("GM0001", "GM0001", 40), ("GM0001", "GM0002", 50), ("GM0001", "GM0005", 2), ("GM0001", "BUITEN", 3)],
    *[("GM0002", "GM0002", 300), ("GM0002", "GM0001", 10), ("GM0002", "GM0003", 6), ("GM0002", "GM0005", 12)],
    *[("GM0003", "GM0003", 30), ("GM0003", "GM0002", 16), ("GM0003", "GM0005", 14), ("GM0003", "GM0004", 1)],
    *[("GM0004", "GM0004", 35), ("GM0004", "GM0005", 45), ("BUITEN", "GM0005", 8)],
    *[("GM0005", "GM0005", 250), ("GM0005", "GM0004", 9), ("GM0005", "GM0002", 11), ("GM0005", "GM0003", 5)],
    ("GM0006", "GM0006", 20),
]


def squares(kind="Polygon"):
    """A layer of the zones, in the order of their codes from west to east."""
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:28992&field=statcode:string&field=naam:string", "vakken", "memory")
    for number, (code, name) in enumerate(zip(CODES, NAMES)):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([code, name])
        box = QgsGeometry.fromRect(QgsRectangle(number * SIDE, 0, (number + 1) * SIDE, SIDE))
        feature.setGeometry(box if kind == "Polygon" else box.centroid())
        assert layer.dataProvider().addFeature(feature)
    return layer


def table(folder, rows=ROWS, head="woon;werk;jaar;banen", year="2014", name="pendel.csv"):
    """Path of a file with these rows."""
    lines = [head, *(f"{origin};{destination};{year};{flow}" for origin, destination, flow in rows)]
    path = folder / name
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def flows(rows=ROWS, year="2014"):
    """What the table holds, as the cores want it."""
    return Flows.of([row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows], CODES, year=year)


def column(layer, name):
    """The values of a column, None for NULL."""
    return [None if feature[name] == NULL else feature[name] for feature in layer.getFeatures()]
