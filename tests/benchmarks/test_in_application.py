# SPDX-License-Identifier: GPL-2.0-or-later
"""The benchmark in the real application: it measures, and sees what a start must not bring. Times are not held here."""

import shutil
from pathlib import Path

import pytest

import benchmarks
from benchmarks.__main__ import features_server, measure
from benchmarks.table import LIMITS, judge

HERE = Path(benchmarks.__file__).parent

pytestmark = pytest.mark.e2e

LOOK = f"""
import sys
from startup import record, run
sys.path.insert(0, {str(HERE)!r})
import starting

def steps():
    yield 300
    record.update(starting.look_at_start("sterkesteden_plugin"))

run(steps())
"""


def test_it_measures_everything(plugin_dir, real_pack_file, tmp_path):
    with features_server(1500) as server:
        result = measure(plugin_dir, real_pack_file, tmp_path / "bench", turns=2, server=server, loads=2)
    assert result.ok, result.explain()
    said = result.record["record"]
    for limit in LIMITS:
        assert len(said[limit.name]["seconds"]) >= 1
        assert min(said[limit.name]["seconds"] + said[limit.name]["floor"]) > 0
    assert said["load memory"] < 1e9
    nothing = {row.title: row.found for row in judge(said) if row.limit == "none"}
    assert list(nothing.values()) == ["none", "none"], "no NumPy, matplotlib or network at start-up"
    assert "sterkesteden_plugin.session" in said["first start"]["modules"]


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("import numpy", {"heavy": ["numpy"]}),
        ("import socket; socket.getaddrinfo('localhost', 80)", {"network": ["socket.getaddrinfo"]}),
        (
            "from qgis.PyQt.QtCore import QUrl; from qgis.PyQt.QtNetwork import QNetworkRequest; "
            "from qgis.core import QgsNetworkAccessManager; "
            "reply = QgsNetworkAccessManager.instance().get(QNetworkRequest(QUrl('http://localhost:9/')))",
            {"network": ["http://localhost:9/"]},
        ),
    ],
    ids=["NumPy", "socket", "QGIS's network"],
)
def test_it_sees_what_a_start_must_not_bring(line, seen, plugin_dir, real_pack_file, tmp_path):
    bad = Path(shutil.copytree(plugin_dir, tmp_path / "sterkesteden_plugin"))
    session = bad / "session.py"
    session.write_text(session.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    driver = tmp_path / "look.py"
    driver.write_text(LOOK, encoding="utf-8")
    result = measure(bad, real_pack_file, tmp_path / "bench", turns=2, driver=driver)
    assert result.ok, result.explain()
    found = {name: result.record["record"][name] for name in ("heavy", "network")}
    assert found == {"heavy": [], "network": [], **seen}
