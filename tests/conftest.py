# SPDX-License-Identifier: GPL-2.0-or-later
"""Packs for all tests: the real one and a small one of three other cities, built once a session by the real command.

And the plugin as it is shipped, put together once a session.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
_STATUS = pytest.StashKey[int]()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session, exitstatus):
    session.config.stash[_STATUS] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config):
    """End here, when all is told and QGIS has been left (by pytest-qgis, in the teardown of the last test).

    Python would go on to destroy the widgets that pytest-qgis keeps in its globals, in no order, without their
    application: now and then a run ended there in a segmentation fault, after all tests had passed.
    """
    if _STATUS not in config.stash:
        return
    atexit._run_exitfuncs()  # such as the one by which pytest tidies its folders
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(config.stash[_STATUS])


def _build(source: Path, folder: Path) -> Path:
    out = folder / "pack.gpkg"
    subprocess.run([sys.executable, "-m", "tools.data", "--source", source, "--out", out], cwd=ROOT, check=True)
    return out


@pytest.fixture(scope="session")
def _small_built(tmp_path_factory):
    return _build(ROOT / "tests" / "packs" / "drie_steden", tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def _real_built(tmp_path_factory):
    return _build(ROOT / "data", tmp_path_factory.mktemp("real"))


@pytest.fixture()
def small_pack_file(_small_built, tmp_path):
    """Path of a GeoPackage of three cities that the test may change."""
    return Path(shutil.copy(_small_built, tmp_path / "small.gpkg"))


@pytest.fixture()
def real_pack_file(_real_built, tmp_path):
    """Path of the GeoPackage of data/ that the test may change."""
    return Path(shutil.copy(_real_built, tmp_path / "real.gpkg"))


@pytest.fixture(scope="session")
def small_pack(_small_built):
    """The pack of three cities."""
    from sterkesteden_plugin.store.reader import read_pack

    return read_pack(_small_built)


@pytest.fixture(scope="session")
def real_pack(_real_built):
    """The pack of data/."""
    from sterkesteden_plugin.store.reader import read_pack

    return read_pack(_real_built)


@pytest.fixture(scope="session")
def plugin_dir(_real_built, tmp_path_factory):
    """The folder of the plugin as QGIS gets it, with the pack of data/."""
    from tools.assemble import assemble

    return assemble(pack=_real_built, out=tmp_path_factory.mktemp("plugin"))
