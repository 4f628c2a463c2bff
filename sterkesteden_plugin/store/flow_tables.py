# SPDX-License-Identifier: GPL-2.0-or-later
"""The flows that were loaded into a file as open data: tables `open_…` with an origin, a destination and a flow."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..services.catalogue import ALL_MUNICIPALITIES
from . import sql
from .catalogue import read_catalogue
from .database import reading

if TYPE_CHECKING:
    from ..networks.evidence import FlowTable
    from ..services.catalogue import Dataset

OF_PACK = "@gemeenten"  # the choice of a data set that holds only flows from or to municipalities of the pack


def read_flow_tables(path: Path, loaded: Mapping[str, str], municipalities: Collection[str]) -> list[FlowTable]:
    """Those of data sets that were `loaded` (id to how its source is told), in the order of the catalogue.

    `municipalities` are the codes of the pack. Raises StoreError where the file cannot be read.
    """
    catalogue = read_catalogue(path)
    found = []
    for dataset in catalogue.datasets:
        if dataset.kind == "tabel" and dataset.id in loaded:
            table = _table(path, dataset, loaded[dataset.id], municipalities)
            if table is not None:
                found.append(table)
    return found


def _table(path: Path, dataset: Dataset, source: str, municipalities: Collection[str]) -> FlowTable | None:
    from ..networks.evidence import FlowTable, flows_by_year

    names = [field.name for field in dataset.fields]
    with reading(path) as db:
        rows: list[tuple[Any, ...]] = db.execute(sql.select(sql.listed(names), dataset.table)).fetchall()
    flows = flows_by_year(names, rows)
    asked = set(municipalities) if _is_partial(dataset) else None
    return FlowTable(dataset.id, source, flows, asked) if flows else None


def _is_partial(dataset: Dataset) -> bool:
    """Whether only flows with an end in the pack were asked, and not those between all municipalities."""
    values = {choice.value for choice in dataset.choices}
    return OF_PACK in values and ALL_MUNICIPALITIES not in values
