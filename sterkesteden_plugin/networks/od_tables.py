# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of origins and destinations from files, as they stand: `layouts.py` says what their columns are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from .. import paths
from ..processing import table_files

if TYPE_CHECKING:
    from ..tables.table import Table
    from .recoding import Successor


def _never() -> bool:
    return False


def read_file(path: Path, table: str = "", cancelled: Callable[[], bool] = _never) -> Table:
    """The rows of a file, `table` its sheet or table ("" for the first that has rows). Raises StoreError, Stopped."""
    from .layouts import table_of

    return table_files.read_file(path, table_of, table, cancelled)


def read_successors(path: Path | None = None) -> tuple[Successor, ...]:
    """Which code took the place of which, as a GeoPackage of ours tells it; without `path` the one of the plugin."""
    from .recoding import Successor

    if path is None and not paths.SHIPPED_PACK.is_file():
        return ()  # in a checkout in which it was not built
    with table_files.database(path or paths.SHIPPED_PACK) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'gebiedsopvolger'").fetchone():
            return ()
        question = "SELECT oud_code, nieuw_code, datum, oude_naam, nieuwe_naam FROM gebiedsopvolger ORDER BY id"
        return tuple(Successor(*row) for row in connection.execute(question))
