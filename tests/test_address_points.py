# SPDX-License-Identifier: GPL-2.0-or-later
"""From a table with addresses to a layer of points, by the Locatieserver of the tests."""

from __future__ import annotations

import time

import pytest
from qgis.core import QgsFeature, QgsNetworkAccessManager, QgsProject, QgsVectorLayer

from sterkesteden_plugin import paths
from sterkesteden_plugin.address_points import AddressPoints
from sterkesteden_plugin.panel.address_block import AddressBlock
from sterkesteden_plugin.services import settings
from sterkesteden_plugin.services.algorithms import shipped_catalogue
from tests.services.conftest import until
from tests.services.servers.faults import broken, hang
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
def points(block, server, real_pack_file, tmp_path, monkeypatch):
    monkeypatch.setattr("sterkesteden_plugin.services.cache.default_folder", lambda: tmp_path / "cache")
    monkeypatch.setattr(paths, "SHIPPED_PACK", real_pack_file)
    monkeypatch.setattr(settings, "address", lambda _service: server.base)
    shipped_catalogue.cache_clear()
    points = AddressPoints(block)
    points.said = []
    points.told.connect(lambda text, warning: points.said.append((text, warning)))
    yield points
    points.close()
    points.deleteLater()
    shipped_catalogue.cache_clear()
    assert not (tmp_path / "cache").exists()  # who lives where is kept nowhere


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


def _made(block):
    """The layers of what was found and what was not, in the order of the project."""
    layers = [one for one in QgsProject.instance().mapLayers().values() if one != block.layer.currentLayer()]
    return sorted(layers, key=lambda layer: not layer.isSpatial())


def test_rows_become_points_and_what_was_not_found_a_table_that_says_why(block, points):
    _choose(block, _table(("7811 MA", 12.0, "a"), ("9999ZZ", 1.0, "b"), (None, None, "c")), "postcode", "nummer")
    block.make.click()
    until(lambda: not points.is_busy())

    found, missed = _made(block)
    assert found.name().endswith("Lijst <b>") and found.crs().authid() == "EPSG:28992"
    (row,) = found.getFeatures()
    assert (row["tekst"], row["gevonden_adres"], row["wijze"]) == ("a", "Noorderplein 12, 7811MA Emmen", "exact")
    assert row.geometry().asPoint().x() == pytest.approx(257100.5)
    assert missed.name().endswith("Lijst <b>") and missed.name() != found.name()
    assert [(one["tekst"], one["gevraagd_adres"]) for one in missed.getFeatures()] == [("b", "9999ZZ 1"), ("c", "")]
    assert all(one["reden"] for one in missed.getFeatures())
    text = block.text.toPlainText()
    assert text.startswith("1 ") and " 0 " in text and " 2 " in text
    assert block.make.isVisible() and points.said and not points.said[0][1]


def test_an_address_in_one_column_is_looked_up_as_it_stands_and_is_not_taken_for_certain(block, points):
    _choose(block, _table(("", None, "Kerkplein 3-2, Meppel"), ("", None, "Noorderplein")), "tekst")
    block.make.click()
    until(lambda: not points.is_busy())
    (layer,) = _made(block)
    assert [row["wijze"] for row in layer.getFeatures()] == ["tekst", "onzeker"]
    assert "onzeker" in block.text.toPlainText()


def test_what_was_found_before_it_was_cancelled_stays(block, points, server):
    server.fail(lambda exchange, answer: exchange.send(answer), times=1)
    server.fail(hang, None)
    _choose(block, _table(("7811MA", 12.0, ""), ("7941BA", 3.0, ""), ("7811MA", 14.0, "")), "postcode", "nummer")
    block.make.setFocus()
    block.make.click()
    server.wait_for_requests(2)
    assert block.cancel.isVisible() and not block.make.isVisible()
    block.cancel.click()
    assert until(lambda: not points.is_busy()) < 1
    (layer,) = _made(block)
    assert layer.featureCount() == 1 and block.make.isVisible()
    assert "Cancelled" in block.text.toPlainText() or "Geannuleerd" in block.text.toPlainText()


def test_cancelled_before_an_address_was_found_makes_nothing(block, points, server):
    server.fail(hang, None)
    _choose(block, _table(("7811MA", 12.0, "")), "postcode", "nummer")
    block.make.click()
    server.wait_for_requests(1)
    block.cancel.click()
    until(lambda: not points.is_busy())
    assert not _made(block) and block.make.isVisible() and block.text.toPlainText()


def test_a_service_that_stops_answering_does_not_lose_what_was_found(block, points, server):
    server.fail(lambda exchange, answer: exchange.send(answer), times=1)
    server.fail(broken(404), times=None)
    rows = [("7811MA", 12.0, ""), *(("7811MA", float(number), "") for number in range(1, 6))]
    _choose(block, _table(*rows), "postcode", "nummer")
    block.make.click()
    until(lambda: not points.is_busy())
    found, missed = _made(block)
    assert (found.featureCount(), missed.featureCount()) == (1, 5)
    assert points.said[0][1] and "127.0.0.1" in block.text.toPlainText()


def test_a_service_that_does_not_answer_is_told_of(block, points, server):
    server.close()
    _choose(block, _table(("7811MA", 12.0, "")), "postcode", "nummer")
    block.make.click()
    until(lambda: not points.is_busy())
    assert not _made(block) and points.said[0][1] and "127.0.0.1" in block.text.toPlainText()


def test_no_service_of_addresses_is_told_of(block, points, small_pack_file, monkeypatch):
    monkeypatch.setattr(paths, "SHIPPED_PACK", small_pack_file)
    shipped_catalogue.cache_clear()
    _choose(block, _table(("7811MA", 12.0, "")), "postcode", "nummer")
    block.make.click()
    until(lambda: not points.is_busy())
    assert not _made(block) and points.said[0][1] and block.make.isVisible()


def test_a_column_without_addresses_asks_nothing(block, points, server):
    _choose(block, _table(("", None, "")), "tekst")
    block.make.click()
    until(lambda: not points.is_busy())
    (missed,) = _made(block)
    assert not server.requests and missed.featureCount() == 1 and not missed.isSpatial()


def test_closing_while_addresses_are_looked_up_is_quick_and_tells_nothing(block, points, server):
    server.fail(hang, None)
    _choose(block, _table(("7811MA", 12.0, "")), "postcode", "nummer")
    block.make.click()
    server.wait_for_requests(1)
    began = time.monotonic()
    points.close()
    assert time.monotonic() - began < 2 and not points.said and not _made(block)


def test_nothing_can_be_made_before_a_layer_and_a_column_are_chosen(block):
    assert not block.make.isEnabled()
    _choose(block, _table(("", None, "")), "tekst")
    assert block.make.isEnabled()
