# SPDX-License-Identifier: GPL-2.0-or-later
"""The provider, and what holds for each of its algorithms."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from qgis.core import QgsApplication, QgsProcessingException, QgsProcessingParameterEnum, QgsVectorLayer

from sterkesteden_plugin.processing.base import Algorithm
from sterkesteden_plugin.services.errors import Cancelled, Unreachable
from sterkesteden_plugin.store.errors import StoreError

ADDRESSES, LOAD = "sterkesteden:addressestopoints", "sterkesteden:loadopendata"


def _algorithm(name):
    return QgsApplication.processingRegistry().createAlgorithmById(name)


def test_the_provider_has_name_icon_and_algorithms(provider):
    assert (provider.id(), provider.name()) == ("sterkesteden", "Sterke Steden")
    assert not provider.icon().isNull() and provider.svgIconPath().endswith(".svg")
    assert {ADDRESSES, LOAD} <= {one.id() for one in provider.algorithms()}


def test_each_algorithm_says_what_it_is_and_can_be_made_anew(provider):
    for one in provider.algorithms():
        assert re.fullmatch("[a-z]+", one.name()) and one.groupId() and one.group() and one.displayName()
        assert len(one.shortHelpString()) > 100 and not one.icon().isNull()
        again = one.create()
        assert again.id() == one.id()
        names = [parameter.name() for parameter in one.parameterDefinitions()]
        assert names == [parameter.name() for parameter in again.parameterDefinitions()] and names
        assert all(parameter.description() for parameter in one.parameterDefinitions())


def test_help_names_source_and_licence(provider):
    assert "Kadaster" in _algorithm(ADDRESSES).shortHelpString()
    text = _algorithm(LOAD).shortHelpString()
    assert "gemeenten: Gemeentegrenzen. Source: " in text and "Licence: CC BY 4.0." in text


def test_data_sets_are_chosen_by_ids_of_the_catalogue(provider):
    algorithm = _algorithm(LOAD)
    parameter = algorithm.parameterDefinition("DATASETS")
    assert isinstance(parameter, QgsProcessingParameterEnum)
    assert parameter.usesStaticStrings() and parameter.allowMultiple()
    assert "wijken" in parameter.options() and "gemeenten-wfs" not in parameter.options()


def test_the_language_is_that_of_the_plugin(provider, monkeypatch):
    monkeypatch.setattr("sterkesteden_plugin.services.address_algorithms.tr", lambda text: f"nl {text}")
    assert _algorithm(ADDRESSES).displayName().startswith("nl ")


def test_without_a_pack_the_algorithms_are_there_and_say_so_when_run(provider, tmp_path, monkeypatch):
    from qgis import processing

    from sterkesteden_plugin import paths
    from sterkesteden_plugin.services.algorithms import shipped_catalogue

    monkeypatch.setattr(paths, "SHIPPED_PACK", tmp_path / "none.gpkg")
    shipped_catalogue.cache_clear()
    algorithm = _algorithm(LOAD)
    assert algorithm.parameterDefinition("DATASETS").options() == []
    assert _algorithm(ADDRESSES).shortHelpString()
    table = QgsVectorLayer("None?field=adres:string", "lijst", "memory")
    with pytest.raises(QgsProcessingException, match=r"none\.gpkg"):
        processing.run(ADDRESSES, {"INPUT": table, "OUTPUT": "memory:"})


class _Raising(Algorithm):
    NAME = GROUP = "raising"
    error: Exception

    def title(self):
        return "Raising"

    def group_title(self):
        return "Raising"

    def about(self):
        return ["a < b"]

    def initAlgorithm(self, configuration=None):
        pass

    def execute(self, parameters, context, feedback):
        raise self.error


@pytest.mark.parametrize("kind", [Unreachable, StoreError])
def test_errors_of_ours_are_told_with_what_to_do(qgis_processing, log, kind):
    algorithm = _Raising()
    algorithm.error = kind("It is not there.", "Look elsewhere.", ("detail",))
    with pytest.raises(QgsProcessingException, match=r"It is not there\. Look elsewhere\."):
        algorithm.processAlgorithm({}, None, log)


def test_cancelling_is_no_error_and_help_is_plain_text(qgis_processing, log):
    algorithm = _Raising()
    algorithm.error = Cancelled()
    assert algorithm.processAlgorithm({}, None, log) == {}
    assert algorithm.shortHelpString() == "a &lt; b"


def test_to_register_nothing_that_fetches_is_imported(pytestconfig):
    code = """
import sys
from qgis.core import QgsApplication
application = QgsApplication([], False)
import sterkesteden_plugin.processing.provider as room
provider = room.Provider()
QgsApplication.processingRegistry().addProvider(provider)
assert provider.algorithms()
print(*sorted(name for name in sys.modules if name.startswith("sterkesteden_plugin.")))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=pytestconfig.rootpath, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    brought = {name.removeprefix("sterkesteden_plugin.") for name in done.stdout.split()}
    assert "services.algorithms" in brought
    assert not brought & {"services.http", "services.loader", "services.jobs", "services.locatieserver"}
    assert not brought & {"store.reader", "maps.tree", "session"}
