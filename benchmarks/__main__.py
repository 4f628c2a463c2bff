# SPDX-License-Identifier: GPL-2.0-or-later
"""Measure the assembled plugin in the real QGIS under Xvfb, then the cores of networks, and print a table of each.

    python -m benchmarks [--turns N] [--strict]

All that was measured is left in build/bench/.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.e2e.launch import PROFILE, Result, launch, make_profile
from tests.services.servers.places import write_places
from tests.services.servers.pygeoapi import pygeoapi
from tools.assemble import NAME, OUT, PACK, ROOT

from .table import broken, judge, render

HERE = Path(__file__).resolve().parent
WORKDIR = ROOT / "build" / "bench"
EMPTY = "empty_plugin"
TURNS = 20
LOADS = 3
FEATURES = 50_000  # that are loaded from a server

# QGIS's own plugins stay off: they import NumPy, which would hide that ours does.
OTHERS = ("GdalTools", "MetaSearch", "db_manager", "grassprovider", "otbprovider", "processing", "sagaprovider")

_EMPTY_CODE = {
    "__init__.py": "def classFactory(iface):\n    from .plugin import Plugin\n\n    return Plugin(iface)\n",
    "plugin.py": (
        "class Plugin:\n    def __init__(self, iface):\n        self.iface = iface\n\n"
        "    def initGui(self):\n        pass\n\n    def unload(self):\n        pass\n"
    ),
    "metadata.txt": (
        "[general]\nname=Empty\ndescription=Nothing\nabout=Nothing\nversion=1\nqgisMinimumVersion=3.0\n"
        "qgisMaximumVersion=4.99\nauthor=x\nemail=x@example.org\n"
    ),
}


def measure(
    plugin_dir: Path,
    pack: Path,
    workdir: Path,
    turns: int,
    driver: Path = HERE / "driver.py",
    server: str = "",
    loads: int = LOADS,
) -> Result:
    """Run the driver in a profile that has the plugin and an empty one, neither started by QGIS."""
    shutil.rmtree(workdir, ignore_errors=True)
    profile = make_profile(workdir, None) / "profiles" / PROFILE
    plugins = profile / "python" / "plugins"
    shutil.copytree(plugin_dir, plugins / NAME)
    (plugins / EMPTY).mkdir()
    for name, text in _EMPTY_CODE.items():
        (plugins / EMPTY / name).write_text(text, encoding="utf-8")
    ini = profile / "QGIS" / "QGIS3.ini"
    off = "".join(f"{name}=false\n" for name in OTHERS)
    ini.write_text(ini.read_text(encoding="utf-8").replace("[PythonPlugins]\n", f"[PythonPlugins]\n{off}"), "utf-8")
    return launch(
        driver,
        plugin_dir=None,
        workdir=workdir,
        keep_profile=True,
        timeout=120 + 30 * turns + 300 * loads,
        env={
            "STERKESTEDEN_PACK": str(pack),
            "STERKESTEDEN_TURNS": str(turns),
            "STERKESTEDEN_LOADS": str(loads),
            "STERKESTEDEN_SERVER": server,
            # As with a user, Python keeps what it compiled, beside the code.
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": "",
        },
    )


@contextmanager
def features_server(count: int) -> Iterator[str]:
    """The address of a server of OGC API Features on loopback that has so many buildings."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        with pygeoapi(write_places(folder / "places.gpkg", many=count), folder) as url:
            yield url


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure the plugin in the real QGIS.")
    parser.add_argument("--turns", type=int, default=TURNS, help="at least 2; more take longer and say more")
    parser.add_argument("--strict", action="store_true", help="fail also when a limit in milliseconds is not held")
    arguments = parser.parse_args()
    with features_server(FEATURES) as server:
        result = measure(OUT / NAME, PACK, WORKDIR, arguments.turns, server=server)
    if not result.ok:
        print(result.explain(), file=sys.stderr)
        return 1
    said = result.record["record"]
    (WORKDIR / "measured.json").write_text(json.dumps(said, indent=1), encoding="utf-8")
    rows = judge(said)
    table = render(rows, said)
    (WORKDIR / "table.txt").write_text(table, encoding="utf-8")
    print(table, flush=True)
    networks = [sys.executable, "-m", "benchmarks.networks", *(["--strict"] if arguments.strict else [])]
    held = subprocess.run(networks, cwd=ROOT, check=False).returncode == 0
    return 1 if broken(rows, strict=arguments.strict) or not held else 0


if __name__ == "__main__":
    sys.exit(main())
