# SPDX-License-Identifier: GPL-2.0-or-later
"""From a table with addresses to a layer of points, by the Locatieserver of the tests."""

from __future__ import annotations

import pytest
from qgis.core import QgsFeature, QgsNetworkAccessManager, QgsProject, QgsSettings, QgsVectorLayer

from sterkesteden_plugin.address_points import AddressPoints
from sterkesteden_plugin.panel.address_block import AddressBlock
from sterkesteden_plugin.services.catalogue import Catalogue, Service
from tests.services.conftest import until
from tests.services.servers.faults import hang
from tests.services.servers.locatieserver import Locatieserver


@pytest.fixture()
def server(qgis_app):
    QgsNetworkAccessManager.instance()
    with Locatieserver() as server:
        yield server


@pytest.fixture()
def block(qgis_app, qtbot):
    QgsProject.instance().clear()
    block = AddressBlock()
    qtbot.addWidget(block)
    block.show()
    yield block
    QgsProject.instance().clear()


@pytest.fixture()
def points(block, server, tmp_path, monkeypatch):
    monkeypatch.setattr("sterkesteden_plugin.services.cache.default_folder", lambda: tmp_path)
    QgsSettings().remove("sterkesteden")
    service = Service("loc", "Locatieserver", "locatieserver", server.base, None, "Maker", "CC0", None)
    points = AddressPoints(block, lambda: Catalogue((service,), ()))
    points.said = []
    points.told.connect(lambda text, warning: points.said.append((text, warning)))
    yield points
    points.close()
    points.deleteLater()


def _table(*rows):
    layer = QgsVectorLayer("None?field=postcode:string&field=nummer:double&field=tekst:string", "Lijst <b>", "memory")
    for row in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row))
        layer.dataProvider().addFeature(feature)
    return QgsProject.instance().addMapLayer(layer)


def _choose(block, layer, address, number=""):
    block.layer.setLayer(layer)
    block.address.setField(address)
    block.number.setField(number)


def _made():
    return [layer for layer in QgsProject.instance().mapLayers().values() if layer.isSpatial()]


def test_rows_become_points_and_what_was_not_found_is_told(block, points):
    _choose(block, _table(("7811 MA", 12.0, ""), ("9999ZZ", 1.0, ""), (None, None, "")), "postcode", "nummer")
    block.make.click()
    until(lambda: not points.is_busy())

    (layer,) = _made()
    assert layer.name().endswith("Lijst <b>") and layer.crs().authid() == "EPSG:28992"
    first, second = layer.getFeatures()
    assert (first["adres"], first["gevonden"], first["zeker"]) == ("7811 MA 12", "Noorderplein 12, 7811MA Emmen", True)
    assert first.geometry().asPoint().x() == pytest.approx(257100.5)
    assert second.geometry().isNull() and second["adres"] == "9999ZZ 1" and not second["zeker"]
    text = block.text.toPlainText()
    assert "1" in text and "• 9999ZZ 1" in text
    assert block.make.isVisible() and points.said and not points.said[0][1]


def test_an_address_in_one_column_is_looked_up_as_it_stands_and_is_not_taken_for_certain(block, points):
    _choose(block, _table(("", None, "Kerkplein 3-2, Meppel")), "tekst")
    block.make.click()
    until(lambda: not points.is_busy())
    (layer,) = _made()
    (row,) = layer.getFeatures()
    assert "Meppel" in row["gevonden"] and not row["zeker"]
    assert "→ Kerkplein 3-2" in block.text.toPlainText()


def test_looking_up_can_be_cancelled_and_makes_nothing(block, points, server):
    server.fail(hang, None)
    _choose(block, _table(("7811MA", 12.0, "")), "postcode", "nummer")
    block.make.setFocus()
    block.make.click()
    server.wait_for_requests(1)
    assert block.cancel.isVisible() and not block.make.isVisible()
    block.cancel.click()
    until(lambda: not points.is_busy())
    assert not _made() and block.make.isVisible() and block.text.toPlainText()


def test_a_service_that_does_not_answer_is_told_of(block, points, server):
    server.close()
    _choose(block, _table(("7811MA", 12.0, "")), "postcode", "nummer")
    block.make.click()
    until(lambda: not points.is_busy())
    assert not _made() and points.said[0][1] and "127.0.0.1" in block.text.toPlainText()


def test_a_column_without_addresses_asks_nothing(block, points, server):
    _choose(block, _table(("", None, "")), "tekst")
    block.make.click()
    assert not points.is_busy() and not server.requests and block.text.toPlainText()


def test_nothing_can_be_made_before_a_layer_and_a_column_are_chosen(block):
    assert not block.make.isEnabled()
    _choose(block, _table(("", None, "")), "tekst")
    assert block.make.isEnabled()
