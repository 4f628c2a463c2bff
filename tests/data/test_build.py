# SPDX-License-Identifier: GPL-2.0-or-later
"""The command: the same file twice, nothing half written, nothing built in vain."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.data.conftest import ROOT, SMALL, run

ITEM = "story/items/delft-k1.md"


def spoil(pack: Path) -> None:
    path = pack / ITEM
    path.write_text(path.read_text(encoding="utf-8").replace("bron: proefbron", "bron: krant"), encoding="utf-8")


def test_two_builds_give_the_same_bytes_whatever_the_day_and_the_process(tmp_path: Path):
    files = []
    for seed in ("1", "2"):
        out = tmp_path / seed / "pack.gpkg"
        command = [sys.executable, "-m", "tools.data", "--source", str(SMALL), "--out", str(out)]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"Etc/GMT+{seed}"}
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
        files.append(out.read_bytes())
    assert files[0] == files[1]


def test_an_unchanged_pack_is_not_built_again(pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    out = tmp_path / "pack.gpkg"
    assert run(pack, out) == 0
    assert capsys.readouterr().out == f"{out.as_posix()} was written\n"
    assert run(pack, out) == 0
    assert capsys.readouterr().out == f"{out.as_posix()} is up to date\n"


@pytest.mark.parametrize("changed", ["source", "target", "new file"])
def test_a_change_builds_again(changed: str, pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    out = tmp_path / "pack.gpkg"
    run(pack, out)
    first = out.read_bytes()
    if changed == "source":
        path = pack / ITEM
        path.write_text(path.read_text(encoding="utf-8").replace("Proefkans", "Andere kans"), encoding="utf-8")
    elif changed == "target":
        out.write_bytes(first + b"x")
    else:
        (pack / "places" / "leeg.geojson").write_text('{"type": "FeatureCollection", "features": []}')
    capsys.readouterr()
    assert run(pack, out) == 0
    assert capsys.readouterr().out == f"{out.as_posix()} was written\n"
    assert (out.read_bytes() == first) is (changed != "source")


def test_a_fault_leaves_the_older_file_as_it_was(pack: Path, tmp_path: Path):
    out = tmp_path / "out" / "pack.gpkg"
    run(pack, out)
    before = out.read_bytes()
    spoil(pack)
    assert run(pack, out) == 1
    assert out.read_bytes() == before
    assert sorted(path.name for path in out.parent.iterdir()) == ["pack.gpkg", "pack.gpkg.digest"]
    assert run(pack, out) == 1, "a fault must not pass for built"


def test_a_build_that_breaks_off_while_writing_leaves_the_older_file(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from tools.data import views

    out = tmp_path / "out" / "pack.gpkg"
    run(pack, out)
    before = out.read_bytes()
    (pack / "places" / "leeg.geojson").write_text('{"type": "FeatureCollection", "features": []}')
    monkeypatch.setattr(views, "FIGURES", "CREATE VIEW niets AS SELECT")
    with pytest.raises(Exception, match="incomplete input"):
        run(pack, out)
    assert out.read_bytes() == before
    assert sorted(path.name for path in out.parent.iterdir()) == ["pack.gpkg", "pack.gpkg.digest"]


def test_faults_end_the_command_with_code_1(pack: Path, tmp_path: Path):
    spoil(pack)
    command = [sys.executable, "-m", "tools.data", "--source", str(pack), "--out", str(tmp_path / "pack.gpkg")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        f"{pack.as_posix()}/{ITEM}: delft-k1: bron: unknown bron 'krant'; use one of: eigen-tekening, proefbron",
        "1 fault(s); nothing was written",
    ]
