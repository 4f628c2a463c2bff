# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers that say how they were made offer in their menu to be run again; others do not."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from sterkesteden_plugin.network_desk import again
from sterkesteden_plugin.processing.results import Finish, Origin, finish


class Iface:
    """The menus of layers, of which the stub of the tests has none."""

    def __init__(self):
        self.offered, self.active, self.actions = [], None, []

    def addCustomActionForLayerType(self, action, _menu, _kind, every):
        self.actions.append((action, every))

    def addCustomActionForLayer(self, _action, layer):
        self.offered.append(layer.name())

    def removeCustomActionForLayerType(self, action):
        self.actions = [one for one in self.actions if one[0] is not action]

    def activeLayer(self):
        return self.active


def made(name):
    layer = QgsVectorLayer("Point?field=code:string", name, "memory")
    origin = Origin("sterkesteden:networkflows", "Flow lines", {"LEAST": 9.0}, [], [], "pendel", "2014")
    finish(layer, Finish("Each row is a zone.", {"code": "Code"}, origin))
    return layer


@pytest.fixture()
def project(qgis_app):
    project = QgsProject()
    yield project
    project.clear()


def test_it_is_offered_for_layers_that_say_how_they_were_made(project, monkeypatch):
    opened = []
    monkeypatch.setattr(again, "open_dialog", lambda name, filled: opened.append((name, filled)))
    iface = Iface()
    project.addMapLayer(made("eerder"))
    offer = again.RunAgain(iface, project)
    other = QgsVectorLayer("Point?field=code:string", "anders", "memory")
    project.addMapLayers([made("later"), other])
    assert iface.offered == ["eerder", "later"] and [every for _action, every in iface.actions] == [False]
    for iface.active in (None, other, project.mapLayersByName("later")[0]):
        offer.action.trigger()
    assert opened == [("sterkesteden:networkflows", {"LEAST": 9.0})]
    offer.close()
    project.addMapLayer(made("te laat"))
    assert not iface.actions and len(iface.offered) == 2
