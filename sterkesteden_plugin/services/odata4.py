# SPDX-License-Identifier: GPL-2.0-or-later
"""CBS StatLine, OData version 4: a row for each figure, with the measure as a code.

A cell that is empty is not sent, unless something is to be said of it: that stands in ValueAttribute.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..i18n import tr
from ..store.datasets import Dataset
from .client import Parts, conditions
from .errors import Gone
from .odata import (
    CONFIDENTIAL,
    PROVISIONAL,
    Codes,
    StatLineClient,
    as_chosen,
    filter_text,
    is_provisional,
    split,
    without,
)
from .page import RowPage, Wanted

_OWN = {"Id", "Value", "StringValue", "ValueAttribute"}  # columns of every table, that are no dimensions
_SECRET_WORDS = ("confidential", "secret", "geheim")


class OData4Client(StatLineClient):
    """Rows with a column for each dimension, `Measure` among them, and `Value`."""

    key = "Identifier"
    next_link = "@odata.nextLink"

    def pages(self, dataset: Dataset, wanted: Wanted) -> Iterator[RowPage]:
        lists = self._lists(dataset, [name for names in conditions(dataset, wanted) for name in names])
        parts = Parts(self, dataset)
        count = 0
        for chosen, skipped in self.blocks(dataset, wanted, lists):
            for part in split(chosen, lists):
                query = {"$filter": filter_text(part, lists)} if part else {}
                for got, retrieved, url in self.values(parts, self.url(dataset.collection, "Observations", **query)):
                    if got and not count:
                        self.check_fields(dataset, set(got[0]))
                    rows = as_chosen(dataset, without([_cleaned(row) for row in got], skipped))
                    count += len(rows)
                    yield RowPage(rows, None, retrieved, url, _marks(rows, lists))
        self.require_rows(dataset, count)

    def probe(self, dataset: Dataset) -> None:
        answer = self.get(self.url(dataset.collection, "Observations", **{"$top": "1"}))
        rows = self.object(answer).get("value") or [{}]
        self.check_fields(dataset, set(rows[0]))

    def _lists(self, dataset: Dataset, asked: Sequence[str]) -> dict[str, Codes]:
        """Code lists of the dimensions that are chosen from or kept. Raises Changed where one is not there."""
        kept = [field.sources[0] for field in dataset.fields if not _OWN & set(field.sources)]
        lists = {"Measure": self.codes(dataset, "Measure", "MeasureCodes")}  # every table has measures
        for name in dict.fromkeys([*asked, *kept]):
            try:
                lists[name] = lists.get(name) or self.codes(dataset, name, f"{name}Codes")
            except Gone as error:
                raise self.changed(
                    tr("“{}” of {} has no field {} any more.").format(dataset.title, self.service.name, f"“{name}”"),
                    *error.details,
                ) from error
        return lists


def _cleaned(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.strip() if isinstance(value, str) else value for name, value in row.items()}


def _marks(rows: Sequence[Mapping[str, Any]], lists: Mapping[str, Codes]) -> dict[int, str]:
    marks = {}
    for number, row in enumerate(rows):
        said = str(row.get("ValueAttribute") or "")
        if any(word in said.lower() for word in _SECRET_WORDS):
            marks[number] = CONFIDENTIAL
        elif is_provisional(said) or any(row.get(name) in codes.provisional for name, codes in lists.items()):
            marks[number] = PROVISIONAL
    return marks
