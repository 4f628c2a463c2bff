# SPDX-License-Identifier: GPL-2.0-or-later
"""Data sets as the catalogue says them, for a server of the tests."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from sterkesteden_plugin.services.errors import ServiceError
from sterkesteden_plugin.services.http import Fetcher
from sterkesteden_plugin.store.datasets import Choice, Dataset, Field, Service

QUICK = 0.01  # seconds before the first retry, where waiting is not what is tested


def service(kind: str, url: str) -> Service:
    return Service("dienst", "Testdienst", kind, url, None, "Test", "CC0", None)


def dataset(
    of: Service,
    collection: str,
    fields: Iterable[str] | dict[str, str],
    *,
    kind: str = "vlak",
    key: str = "",
    date: str | None = None,
    choices: Iterable[tuple[str, str]] = (),
) -> Dataset:
    """`fields`: names that are ours and the service's, or the service's names (separated by spaces) by ours."""
    names = fields if isinstance(fields, dict) else {name: name for name in fields}
    return Dataset(
        id="proef",
        title="Proef",
        service=of,
        collection=collection,
        kind=kind,
        area="pakket",
        key=tuple((key or next(iter(names))).split()),
        date=date,
        place_kind=None,
        place_field=None,
        fallback=None,
        note=None,
        fields=tuple(Field(name, tuple(sources.split()), "TEXT") for name, sources in names.items()),
        choices=tuple(Choice(field, value, None) for field, value in choices),
    )


def fetcher(**settings: object) -> Fetcher:
    return Fetcher(back_off=QUICK, **settings)


def told(kind: type[ServiceError], pages: Iterable[object]) -> tuple[str, str]:
    """What a user reads when the pages cannot be had: the message and what to do. Both are whole sentences."""
    with pytest.raises(kind) as caught:
        list(pages)
    error = caught.value
    assert type(error) is kind
    assert error.message.endswith((".", "…")) and error.advice.endswith(".")
    return error.message, error.advice
