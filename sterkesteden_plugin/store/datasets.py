# SPDX-License-Identifier: GPL-2.0-or-later
"""What can be fetched, from where and under which licence: the catalogue of open data. Pure.

It is edited in `data/services.yaml` and stands in the GeoPackage (tables `dienst` and `gegevensset…`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from .schema import open_table

LOCATIESERVER = "locatieserver"  # the kind of service that finds addresses
CHOSEN = "gekozen"  # the area of data sets that are loaded for one that the user chooses
# Values of choices that stand for codes of the service's own list, which is read when it is asked.
ALL_MUNICIPALITIES, FIRST, LAST = OF_LIST = ("@alle-gemeenten", "@eerste", "@laatste")
ABOVE_ZERO = ">0"  # the value of a choice of a measure: only rows in which it is more than zero


@dataclass(frozen=True)
class Service:
    """One address; `kind` says which client speaks with it (schema.SERVICE_KINDS)."""

    id: str
    name: str
    kind: str
    url: str
    paging: str | None  # how answers come in parts, in words
    credit: str
    licence: str
    trap: str | None  # what goes wrong with it, in words


@dataclass(frozen=True)
class Field:
    """A column that is loaded: `name` is ours, `sources` what the service calls it, the first that is there counts."""

    name: str
    sources: tuple[str, ...]
    type: str  # TEXT, INTEGER, REAL, DATE
    unknown: tuple[str, ...] = ()  # numbers by which the service says that it does not know


@dataclass(frozen=True)
class Choice:
    """Only rows whose `field` (a name of the service's) is one of the values of all choices of that field.

    `value` may be "@gemeenten" or "@steden": the codes of the municipalities of the pack, or of those of its cities; or
    one of OF_LIST: all municipalities that the service knows, or its first or last code; or ABOVE_ZERO.
    `indicator` is what rows of this value are figures of.
    """

    field: str
    value: str
    indicator: str | None


@dataclass(frozen=True)
class Dataset:
    """One thing to load. `kind` is punt, lijn, vlak or tabel (a table `open_…` of the GeoPackage), or cijfers."""

    id: str
    title: str
    service: Service
    collection: str  # collection(s), feature type, table or title, as the service names it
    kind: str
    area: str  # "pakket": what lies in the area of the pack; "gekozen": in one that the user chooses; "": all
    key: tuple[str, ...]  # names of the fields that tell rows apart together
    date: str | None  # the day of which the data are, where the data do not say so themselves
    place_kind: str | None  # kind of the places whose geometry it replaces
    place_field: str | None  # the field that holds the official key of such a place
    fallback: str | None  # id of the data set that has the same, from another service
    note: str | None
    fields: tuple[Field, ...]
    choices: tuple[Choice, ...]

    @property
    def table(self) -> str:
        """Its table in the GeoPackage."""
        return open_table(self.id)

    @property
    def source_id(self) -> str:
        """The id of its row in `bron`."""
        return f"open-{self.id}"


@dataclass(frozen=True)
class Catalogue:
    """All services and data sets, in the order in which they are shown."""

    services: tuple[Service, ...]
    datasets: tuple[Dataset, ...]

    @cached_property
    def dataset_by_id(self) -> dict[str, Dataset]:
        return {dataset.id: dataset for dataset in self.datasets}

    @property
    def shown(self) -> tuple[Dataset, ...]:
        """Those that a user chooses from: not those that only stand in for another."""
        fallbacks = {dataset.fallback for dataset in self.datasets}
        return tuple(dataset for dataset in self.datasets if dataset.id not in fallbacks)
