# SPDX-License-Identifier: GPL-2.0-or-later
"""CBS StatLine, OData version 3.

Codes are filled up with spaces, and a code of another width gives an empty list without a word: so code lists are read
first. More than 10,000 rows is an error: so what is wanted is asked in parts that cannot have more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..store.datasets import Dataset
from .client import Parts
from .odata import PROVISIONAL, Codes, StatLineClient, as_chosen, filter_text, split, without
from .page import RowPage, Wanted

MOST_ROWS = 10_000
_TIME, _DIMENSIONS = "TimeDimension", ("Dimension", "GeoDimension", "GeoDetail", "TimeDimension")


class OData3Client(StatLineClient):
    """Rows with a column for each dimension and each measure."""

    def pages(self, dataset: Dataset, wanted: Wanted) -> Iterator[RowPage]:
        kinds = self._columns(dataset)
        dimensions = [name for name, kind in kinds.items() if kind in _DIMENSIONS]
        lists = {name: self.codes(dataset, name, name, **{"$format": "json"}) for name in dimensions}
        times = [lists[name] for name, kind in kinds.items() if kind == _TIME]
        measures = [source for field in dataset.fields for source in field.sources if kinds.get(source) == "Topic"]
        query = {"$format": "json", "$select": ",".join([*dimensions, *measures])}
        parts = Parts(self, dataset)
        count = 0
        for chosen, skipped in self.blocks(dataset, wanted, lists):
            for part in split(chosen, lists, MOST_ROWS):
                asked = {**query, "$filter": filter_text(part, lists)} if part else query
                for got, retrieved, url in self.values(parts, self.url(dataset.collection, "TypedDataSet", **asked)):
                    rows = as_chosen(dataset, without([_stripped(row, dimensions) for row in got], skipped))
                    count += len(rows)
                    yield RowPage(rows, None, retrieved, url, _marks(rows, times))
        self.require_rows(dataset, count)

    def probe(self, dataset: Dataset) -> None:
        self._columns(dataset)

    def _columns(self, dataset: Dataset) -> dict[str, str]:
        """What kind each column of the table is. Raises Gone, or Changed where one that is needed is not there."""
        rows = self.rows_of(dataset, "DataProperties", **{"$format": "json"})
        kinds = {str(row["Key"]): str(row.get("Type")) for row in rows if row.get("Key")}
        self.check_fields(dataset, kinds)
        return kinds


def _stripped(row: Mapping[str, Any], dimensions: Sequence[str]) -> dict[str, Any]:
    return {
        name: str(value).strip() if name in dimensions and value is not None else value for name, value in row.items()
    }


def _marks(rows: Sequence[Mapping[str, Any]], times: Sequence[Codes]) -> dict[int, str]:
    return {
        number: PROVISIONAL
        for number, row in enumerate(rows)
        if any(row.get(codes.name) in codes.provisional for codes in times)
    }
