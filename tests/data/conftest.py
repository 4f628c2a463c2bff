# SPDX-License-Identifier: GPL-2.0-or-later
"""A small pack that a test may spoil, and connections to what is built (tests/conftest.py)."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import yaml

from tools.data.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "packs" / "drie_steden"
STYLES = ROOT / "resources" / "styles"


def run(source: Path, out: Path, styles: Path = STYLES) -> int:
    """The command as `make data` calls it; returns its exit code."""
    return main(["--source", str(source), "--out", str(out), "--styles", str(styles)])


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the small pack, to be spoilt."""
    return Path(shutil.copytree(SMALL, tmp_path / "pack"))


@pytest.fixture
def complaints(pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[], list[str]]:
    """Build the spoilt pack, which must fail and write nothing, and return the lines the user reads."""

    def build() -> list[str]:
        out = tmp_path / "out" / "pack.gpkg"
        assert run(pack, out) == 1
        assert not out.parent.exists() or not list(out.parent.iterdir())
        *lines, last = capsys.readouterr().err.splitlines()
        assert last == f"{len(lines)} fault(s); nothing was written"
        return [line.removeprefix(f"{pack.as_posix()}/") for line in lines]

    return build


@pytest.fixture
def faults_of(tmp_path, capsys):
    """Spoils one YAML file of the real sources; returns what the build says of it."""

    def build(name, spoil):
        source = tmp_path / "data"
        shutil.copytree(ROOT / "data", source)
        content = yaml.safe_load((source / name).read_text(encoding="utf-8"))
        spoil(content)
        (source / name).write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
        assert run(source, tmp_path / "spoilt.gpkg") == 1
        return capsys.readouterr().err.splitlines()

    return build


@pytest.fixture
def real(real_pack_file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(real_pack_file)) as connection:
        yield connection


@pytest.fixture
def small(small_pack_file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(small_pack_file)) as connection:
        yield connection
