# SPDX-License-Identifier: GPL-2.0-or-later
"""The rules of imports: the plugin keeps them, and each can fail."""

import pytest

from tools.check_imports import circles, faults


@pytest.fixture
def package(tmp_path):
    """Write a plugin of the files {"room/module.py": source} and return its folder."""

    def make(files):
        folder = tmp_path / "sterkesteden_plugin"
        for name in {
            "__init__.py",
            *files,
            *(f"{name.rpartition('/')[0]}/__init__.py" for name in files if "/" in name),
        }:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(files.get(name, ""), encoding="utf-8")
        return folder

    return make


def test_the_plugin_keeps_the_rules():
    assert faults() == []


@pytest.mark.parametrize(
    ("module", "source", "rule"),
    [
        ("story/model.py", "from qgis.core import QgsProject", "a pure core imports neither QGIS nor Qt"),
        ("figures/rates.py", "def f():\n    import qgis.utils", "a pure core imports neither QGIS nor Qt"),
        ("store/schema.py", "from qgis.PyQt.QtCore import Qt", "a pure core imports neither QGIS nor Qt"),
        ("story/search.py", "from ..i18n import tr", "a pure core imports only pure cores"),
        ("panel/dock.py", "from PyQt5.QtCore import Qt", "Qt comes by qgis.PyQt"),
        ("panel/dock.py", "import PyQt6", "Qt comes by qgis.PyQt"),
        ("panel/dock.py", "import sip", "Qt comes by qgis.PyQt"),
        ("store/reader.py", "from sterkesteden_plugin.paths import RESOURCES", "imported relatively"),
        ("store/reader.py", "import geopandas", "does not come with QGIS"),
        ("store/reader.py", "def f():\n    import yaml", "does not come with QGIS"),
        ("maps/tree.py", "import numpy as np", "not when QGIS starts"),
        ("maps/tree.py", "class A:\n    from matplotlib import pyplot", "not when QGIS starts"),
        ("maps/tree.py", "import urllib.request", "not when QGIS starts"),
        ("maps/tree.py", "from urllib import request", "not when QGIS starts"),
        ("attic/x.py", "from ..paths import RESOURCES", "has no place in LAYERS"),
        ("panel/utils.py", "", "a name that says nothing"),
    ],
)
def test_an_import_that_breaks_a_rule_is_found(module, source, rule, package):
    found = faults(package({module: source, "i18n.py": "", "paths.py": ""}))
    assert len(found) == 1
    assert rule in found[0]
    assert f"sterkesteden_plugin/{module}" in found[0]


@pytest.mark.parametrize(
    "source",
    [
        "from qgis.PyQt.QtCore import Qt",
        "def f():\n    import numpy as np",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import numpy",
        "import json",
        "from ..store.schema import TABLES",
        "from .. import paths",
    ],
)
def test_an_import_that_keeps_the_rules_passes(source, package):
    assert faults(package({"maps/tree.py": source, "store/schema.py": "", "paths.py": ""})) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("store/reader.py", "from ..maps.tree import StoryTree"),
        ("store/reader.py", "from ..maps import tree"),
        ("store/loads.py", "from ..services.http import Fetcher"),
        ("maps/link.py", "def f():\n    from ..plugin import x"),
        ("figures/page.py", "if TYPE_CHECKING:\n    from ..panel.dock import x"),
    ],
)
def test_an_arrow_outward_is_found(module, source, package):
    files = {"maps/tree.py": "", "panel/dock.py": "", "plugin.py": "", "services/http.py": "", module: source}
    assert [fault for fault in faults(package(files)) if "arrows point inward" in fault]


@pytest.mark.parametrize(("one", "other"), [("panel", "maps"), ("maps", "panel")])
def test_panel_and_maps_do_not_know_each_other(one, other, package):
    found = faults(package({f"{one}/x.py": f"from ..{other}.y import z", f"{other}/y.py": ""}))
    assert [fault for fault in found if "do not know each other" in fault]


def test_a_circle_is_found_once(package):
    files = {
        "maps/a.py": "from . import b",
        "maps/b.py": "def f():\n    from .c import x",
        "maps/c.py": "from .a import y",
    }
    assert faults(package(files)) == ["a circle of imports: maps.a -> maps.b -> maps.c -> maps.a"]


@pytest.mark.parametrize(
    ("module", "source", "kept"),
    [
        ("networks/rates.py", "import numpy as np\nfrom .cores import x", True),
        ("networks/region_algorithms.py", "def f():\n    from .cores import x", True),
        ("networks/region_algorithms.py", "from .cores import x", False),
        ("maps/tree.py", "from ..networks.cores import x", False),
        ("maps/tree.py", "def f():\n    from ..networks.cores import x", True),
        ("figures/rates.py", "import numpy as np", False),
    ],
)
def test_cores_compute_with_numpy_and_are_imported_when_they_do(module, source, kept, package):
    found = faults(package({module: source, "networks/cores.py": "import numpy as np"}))
    assert [fault for fault in found if "not when QGIS starts" in fault] == found
    assert (not found) == kept


def test_two_ways_to_one_module_are_no_circle():
    assert circles({"a": {"b", "c"}, "b": {"d"}, "c": {"d"}}) == []
