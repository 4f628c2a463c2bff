# SPDX-License-Identifier: GPL-2.0-or-later
"""A project, a canvas and a state of their own for each test, with the pack of three cities."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip

from sterkesteden_plugin.maps.link import MapLink
from sterkesteden_plugin.maps.tree import StoryTree
from sterkesteden_plugin.state import State

RD = QgsCoordinateReferenceSystem("EPSG:28992")


@pytest.fixture()
def project(qgis_app):
    project = QgsProject()
    yield project
    project.clear()
    sip.delete(project)


@pytest.fixture()
def canvas(qgis_app):
    canvas = QgsMapCanvas()
    canvas.resize(600, 400)
    canvas.setDestinationCrs(RD)
    yield canvas
    canvas.stopRendering()
    sip.delete(canvas)


@pytest.fixture()
def tree(project):
    tree = StoryTree(project)
    yield tree
    tree.close()


@pytest.fixture()
def state(small_pack, small_pack_file):
    state = State()
    state.set_pack(small_pack, small_pack_file)
    return state


@pytest.fixture()
def link(canvas, project, state, tree, small_pack, small_pack_file):
    """The link, with the layers of the pack in the project."""
    tree.add(small_pack, small_pack_file)
    link = MapLink(canvas, project, state, tree)
    yield link
    link.close()
