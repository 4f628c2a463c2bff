# SPDX-License-Identifier: GPL-2.0-or-later
"""Inside QGIS: starting the plugin beside starting an empty one, and what its start brings along."""

from __future__ import annotations

import builtins
import gc
import importlib.machinery
import sys
from time import perf_counter
from typing import Any

import qgis.utils
from qgis.core import QgsNetworkAccessManager, QgsNetworkRequestParameters
from startup import check

# Not to be imported at start-up, by us or by what we import.
HEAVY = {"numpy", "matplotlib", "pandas", "geopandas", "scipy", "shapely", "fiona", "requests"}

_connections: list[str] = []


def _audit(event: str, _arguments: object) -> None:
    if event in ("socket.connect", "socket.getaddrinfo"):
        _connections.append(event)


def _heavy(modules: set[str]) -> list[str]:
    return sorted({name.split(".")[0] for name in modules} & HEAVY)


def look_at_start(name: str) -> dict[str, list[str]]:
    """Start the plugin for the first time, with what it builds after initGui: modules it brings, network requests."""
    before = set(sys.modules)
    requests: list[str] = []
    # Newer QGIS loads NumPy itself: so it is the asking for a module that counts, not its being there.
    asked: set[str] = set()
    original = builtins.__import__

    def importing(module: str, *more: Any, **named: Any) -> Any:
        asked.add(module)
        return original(module, *more, **named)

    def note(parameters: QgsNetworkRequestParameters) -> None:
        requests.append(parameters.request().url().toString())

    sys.addaudithook(_audit)
    started = QgsNetworkAccessManager.instance().requestAboutToBeCreated[QgsNetworkRequestParameters]
    started.connect(note)
    builtins.__import__ = importing
    try:
        start(name)
        build(name)
    finally:
        builtins.__import__ = original
    started.disconnect(note)
    modules = set(sys.modules) - before
    return {
        "modules": sorted(modules),
        "heavy": _heavy(modules | asked),
        "network": requests + _connections,
    }


def start(name: str) -> float:
    """Load and start a plugin as QGIS does, import and initGui; return the seconds."""
    gc.disable()
    begin = perf_counter()
    done = qgis.utils.loadPlugin(name) and qgis.utils.startPlugin(name)
    seconds = perf_counter() - begin
    gc.enable()
    check(done, f"{name} starts")
    return seconds


def build(name: str) -> float:
    """Seconds for what the plugin builds after initGui, when QGIS gets round to it."""
    begin = perf_counter()
    qgis.utils.plugins[name].session()
    return perf_counter() - begin


def stop(name: str, brought: list[str]) -> None:
    """Unload a plugin and forget every module of Python that its first start brought along."""
    check(qgis.utils.unloadPlugin(name), f"{name} is unloaded")
    for module in [m for m in sys.modules if m.split(".")[0] == name] + brought:
        loaded = sys.modules.get(module)
        # A module in C cannot be loaded a second time.
        if loaded is not None and isinstance(getattr(loaded, "__loader__", None), importlib.machinery.SourceFileLoader):
            del sys.modules[module]
    gc.collect()
