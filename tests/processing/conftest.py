# SPDX-License-Identifier: GPL-2.0-or-later
"""Our provider in the registry of QGIS, its services at addresses of this machine, and a log that remembers."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest
from qgis.core import QgsApplication, QgsNetworkAccessManager, QgsProcessingFeedback

from sterkesteden_plugin import paths
from sterkesteden_plugin.services import settings
from sterkesteden_plugin.services.algorithms import shipped_catalogue
from tests.e2e.launch import FOREIGN
from tests.services import conftest as services

in_task = services.in_task
FOLDER = "sterkesteden_plugin"  # of the plugin, in a profile


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


@pytest.fixture()
def command(plugin_dir, tmp_path):
    """`command(words…)`: what it said; the services named are asked at these addresses."""
    # Debian's wrapper of 3.22 does not find its own library.
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    if program is None:
        pytest.skip("qgis_process is not installed")
    profile = tmp_path / "config" / "profiles" / "default"
    shutil.copytree(plugin_dir, profile / "python" / "plugins" / FOLDER)
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    env = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    env.update(
        QGIS_CUSTOM_CONFIG_PATH=str(tmp_path / "config"),
        HOME=str(tmp_path),
        XDG_RUNTIME_DIR=str(runtime),
        QT_QPA_PLATFORM="offscreen",
        LC_ALL="C.UTF-8",
    )

    def run(*words, fails=False, language="en", **addresses):
        (profile / "QGIS").mkdir(exist_ok=True)
        lines = [f"services\\{service.replace('_', '-')}\\address={url}" for service, url in addresses.items()]
        head = f"[PythonPlugins]\n{FOLDER}=true\n[locale]\noverrideFlag=true\nuserLocale={language}\n[sterkesteden]"
        (profile / "QGIS" / "QGIS3.ini").write_text("\n".join([head, *lines, ""]), encoding="utf-8")
        done = subprocess.run([program, *words], env=env, capture_output=True, text=True, timeout=120)
        assert (done.returncode != 0) == fails, done.stdout + done.stderr
        assert "Traceback" not in done.stdout + done.stderr
        return done.stdout + done.stderr

    return run
