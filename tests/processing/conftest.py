# SPDX-License-Identifier: GPL-2.0-or-later
"""Our provider in the registry of QGIS, its services at addresses of this machine, and a log that remembers."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsNetworkAccessManager, QgsProcessingFeedback

from sterkesteden_plugin import paths
from sterkesteden_plugin.services import settings
from sterkesteden_plugin.services.algorithms import shipped_catalogue
from tests.services import conftest as services

in_task = services.in_task


class Log(QgsProcessingFeedback):
    """What was said, by kind."""

    def __init__(self):
        super().__init__(False)
        self.infos, self.warnings, self.errors, self.steps = [], [], [], []
        self.progressChanged.connect(self.steps.append)

    def pushInfo(self, info):
        self.infos.append(info)

    def pushWarning(self, warning):
        self.warnings.append(warning)

    def reportError(self, error, fatalError=False):
        self.errors.append(error)

    @property
    def text(self):
        return "\n".join(self.infos)


@pytest.fixture()
def log():
    return Log()


@pytest.fixture()
def provider(qgis_processing, real_pack_file, tmp_path, monkeypatch):
    from sterkesteden_plugin.processing.provider import Provider

    QgsNetworkAccessManager.instance()
    monkeypatch.setattr(paths, "SHIPPED_PACK", real_pack_file)
    monkeypatch.setattr("sterkesteden_plugin.services.cache.default_folder", lambda: tmp_path / "cache")
    shipped_catalogue.cache_clear()
    provider = Provider()
    assert QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)
    shipped_catalogue.cache_clear()


@pytest.fixture()
def at(provider, monkeypatch):
    """`at(address)`: from now on every service is asked there, and nothing leaves this machine.

    Not by QgsSettings: their file is shared by all tests that run at a time. The real ones are in test_qgis_process.py.
    """
    return lambda address: monkeypatch.setattr(settings, "address", lambda _service: address)
