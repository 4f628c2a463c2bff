# SPDX-License-Identifier: GPL-2.0-or-later
"""What the clients of all kinds of services have in common: how they ask, and what they check before they believe."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from ..dutch import number
from ..i18n import tr
from ..store.datasets import ABOVE_ZERO, CHOSEN, OF_LIST, Dataset, Field, Service
from .address import host, joined, redacted, same_origin, with_query
from .errors import Changed, Gone, ServiceError, Unreachable
from .http import Fetcher, Response, elsewhere
from .page import NEARBY, FeaturePage, RowPage, Wanted

RD = "EPSG:28992"
CRS84 = "OGC:CRS84"  # longitude, latitude

PAGE = 1000  # features in one answer: what PDOK gives at most
MAX_FEATURES = 500_000  # one municipality has some 60,000 addresses; more than this is a question gone wrong
MAX_PARTS = MAX_FEATURES // 100  # a server may give fewer at a time than it is asked for

_NAMES_TOLD = 12
_LETTERS_TOLD = 200

REACHABLE, CHANGED, GONE, UNREACHABLE = "bereikbaar", "veranderd", "verdwenen", "onbereikbaar"


@dataclass(frozen=True)
class Finding:
    """How one data set was found. `what` says it in words; `seconds` is how long the service took."""

    dataset_id: str
    state: str
    what: str
    seconds: float


class Client:
    """Speaks with one service. Works in any thread; pages come one by one, so nothing is held but the last."""

    def __init__(self, fetcher: Fetcher, service: Service, authcfg: str = "") -> None:
        self.fetcher = fetcher
        self.service = service
        self.authcfg = authcfg
        # Names (ours) of fields of the data set read last that the service does not have; their values are unknown.
        self.absent: tuple[str, ...] = ()

    def pages(self, dataset: Dataset, wanted: Wanted) -> Iterator[FeaturePage | RowPage]:
        """What of `dataset` is wanted, part by part. Raises ServiceError or Cancelled."""
        raise NotImplementedError

    def probe(self, dataset: Dataset) -> None:
        """Ask as little as tells whether `dataset` is there as the catalogue says. Raises ServiceError."""
        raise NotImplementedError

    def check(self, datasets: Sequence[Dataset]) -> list[Finding]:
        """How each of them is found, by small questions only; to be asked with a fetcher that keeps nothing.

        Raises Cancelled.
        """
        return [self.find(dataset.id, partial(self.probe, dataset)) for dataset in datasets]

    def find(self, name: str, probe: Callable[[], None]) -> Finding:
        """What `probe` says of what is called `name`."""
        started = time.monotonic()
        self.absent = self.absent[:0]
        try:
            probe()
        except Gone as error:
            state, what = GONE, error.message
        except Changed as error:
            state, what = CHANGED, error.message
        except ServiceError as error:  # Unreachable, or something between: a login that is refused
            state, what = UNREACHABLE, error.message
        else:
            state, what = REACHABLE, ""
            if self.absent:
                state, what = CHANGED, tr("Has no field {}.").format(", ".join(self.absent))
        return Finding(name, state, what, time.monotonic() - started)

    # -- asking

    def url(self, *path: str, **query: str | float | None) -> str:
        """An address under that of the service; what the catalogue or the user has in its query stays."""
        parts = urlsplit(self.service.url)
        whole = "/".join([parts.path.rstrip("/"), *(quote(piece, safe="/:@") for piece in path)])
        return with_query(urlunsplit(parts._replace(path=whole)), query)

    def get(self, url: str, accept: str = "application/json") -> Response:
        return self.fetcher.get(url, {"Accept": accept}, self.authcfg)

    def object(self, response: Response) -> dict[str, Any]:
        """The JSON object in an answer. Raises Changed where it is anything else."""
        value = response.json()
        if not isinstance(value, dict):
            raise self.changed(tr("{} answers in another form than is known.").format(self.service.name), response.url)
        return value

    def changed(self, message: str, *details: str) -> Changed:
        """To be raised when an answer is not as the catalogue says."""
        return Changed(
            message,
            elsewhere(),
            tuple(redacted(detail) if "://" in detail else detail for detail in details),
        )

    # -- checking

    def gone(self, dataset: Dataset, there: Iterable[str]) -> Gone:
        """`dataset` is not among what is `there`."""
        names = sorted(there)
        return Gone(
            tr("{} has no “{}” any more.").format(self.service.name, dataset.collection),
            tr("It has: {}.").format(listed(names)) if names else tr("It has nothing else either."),
            (redacted(self.service.url), *names),
        )

    def check_fields(self, dataset: Dataset, there: Collection[str]) -> None:
        """Note which declared fields are not `there`. Raises Changed for one without which the data are of no use."""
        missing = [field for field in dataset.fields if not any(source in there for source in field.sources)]
        needed = [field for field in missing if _is_needed(dataset, field)]
        if needed:
            raise self.without_field(dataset, [field.sources[0] for field in needed], there)
        self.absent = tuple(field.name for field in missing)

    def present(self, dataset: Dataset, field: str, there: Collection[str]) -> str:
        """What the service calls the field of a choice. Raises Changed where it is not `there`."""
        found = next((name for name in also_named(dataset, field) if name in there), None)
        if found is None:
            raise self.without_field(dataset, [field], there)
        return found

    def without_field(self, dataset: Dataset, names: Iterable[str], there: Iterable[str]) -> Changed:
        """`dataset` has no field of these names, but those that are `there`."""
        return Changed(
            tr("“{}” of {} has no field {} any more.").format(
                dataset.title, self.service.name, ", ".join(f"“{name}”" for name in names)
            ),
            tr("Its fields now are: {}. Look for a newer version of the plugin.").format(listed(sorted(there))),
            tuple(sorted(there)),
        )

    def check_total(self, dataset: Dataset, total: int | None) -> None:
        """Raise where more is announced than can be loaded."""
        if total is not None and total > MAX_FEATURES:
            raise ServiceError(
                tr("{} announces {} features for “{}”; at most {} are loaded at once.").format(
                    self.service.name, number(total), dataset.title, number(MAX_FEATURES)
                ),
                smaller(dataset),
            )


class Parts:
    """Follows an answer from part to part: only to the same origin, never to a part read before, never without end."""

    def __init__(self, client: Client, dataset: Dataset) -> None:
        self._client = client
        self._dataset = dataset
        self._seen: set[str] = set()
        self._read = 0
        self._retrieved = ""  # when the part before came
        self._before = 0  # what came of the questions before this one

    def next_url(self, base: str, link: str) -> str:
        """The address of the next part, that the answer from `base` says."""
        url = joined(base, link)
        if not same_origin(base, url):
            raise Changed(
                tr("{} says that the next part is at another address ({}). That is not followed.").format(
                    self._client.service.name, host(url)
                ),
                tr("If you trust that address, set it in the settings of the services."),
                (redacted(base), redacted(url)),
            )
        return url

    def begin(self, mark: str) -> None:
        """Say which part is asked for or was got. Raises Changed where that was so before."""
        if mark in self._seen or len(self._seen) >= MAX_PARTS:
            raise Changed(
                tr("{} gives the same part of “{}” again and again.").format(
                    self._client.service.name, self._dataset.title
                ),
                tr("Try again later. If it stays so, tell the manager of the service."),
                (redacted(mark),),
            )
        self._seen.add(mark)

    def add(self, count: int, answer: Response) -> None:
        """Count what came. A server that announces nothing may not go on for ever either.

        Raises Unreachable where parts were kept of which an earlier one is newer: a load that was broken off left it.
        """
        if answer.stale and answer.retrieved < self._retrieved:
            raise Unreachable(
                tr("{} does not answer, and what was kept of “{}” is of different times.").format(
                    self._client.service.name, self._dataset.title
                ),
                tr("Try again later."),
                (redacted(answer.url), answer.retrieved, self._retrieved),
            )
        self._retrieved = answer.retrieved
        self._read += count
        self._client.check_total(self._dataset, self._read)

    def finish(self, announced: int | None) -> None:
        """Hold what came of one question against what was announced of it.

        Raises Changed where less came: what is not sent is no reason to take it for gone.
        """
        came, self._before = self._read - self._before, self._read
        if announced is not None and came < announced:
            raise Changed(
                tr("{} announces {} features for “{}”, but sends {}. What is in the file stays.").format(
                    self._client.service.name, number(announced), self._dataset.title, number(came)
                ),
                tr("Try again later. If it stays so, tell the manager of the service."),
            )


def conditions(dataset: Dataset, wanted: Wanted) -> dict[tuple[str, ...], tuple[str, ...]]:
    """What the choices of a data set ask: that one of these fields (the service's names) has one of these values.

    What starts with "@" stands for codes of the pack, unless it stands for some of the service's own (OF_LIST), which
    stays as it is. A choice of a field that is named for itself chooses a measure, not rows, and is left out, as is one
    that says how much a measure is at least.
    """
    asked: dict[tuple[str, ...], list[str]] = {}
    for choice in dataset.choices:
        if choice.value in (choice.field, ABOVE_ZERO):
            continue
        is_of_pack = choice.value.startswith("@") and choice.value not in OF_LIST
        values = wanted.codes.get(choice.value, ()) if is_of_pack else (choice.value,)
        asked.setdefault(tuple(choice.field.split()), []).extend(values)
    return {fields: tuple(dict.fromkeys(values)) for fields, values in asked.items()}


def also_named(dataset: Dataset, field: str) -> tuple[str, ...]:
    """The names under which a service may have the field of a choice."""
    return next((one.sources for one in dataset.fields if field in one.sources), (field,))


def smaller(dataset: Dataset) -> str:
    """What to do about too much of it."""
    return tr("Choose a smaller area.") if dataset.area == CHOSEN else elsewhere()


def sentence(text: str) -> str:
    """What a service says of itself, short enough to read, and with an end."""
    text = " ".join(text.split())[:_LETTERS_TOLD]
    return text if text.endswith((".", "!", "?")) else f"{text}."


def listed(names: Sequence[str]) -> str:
    """The first so many of `names`."""
    more = [tr("{} more").format(len(names) - _NAMES_TOLD)] if len(names) > _NAMES_TOLD else []
    return ", ".join([*names[:_NAMES_TOLD], *more])


def plausible(crs: str, x: float, y: float) -> bool:
    """Whether a coordinate can be one of this system, in or near the Netherlands; told apart are metres and degrees."""
    if crs == RD:
        return NEARBY[0] <= x <= NEARBY[2] and NEARBY[1] <= y <= NEARBY[3]
    return -180 <= x <= 180 and -90 <= y <= 90


def text_of(row: Mapping[str, Any], fields: Iterable[str]) -> list[str]:
    """The values of these fields as a choice writes them."""
    return [str(row[field]).strip() for field in fields if row.get(field) is not None]


def _is_needed(dataset: Dataset, field: Field) -> bool:
    return (
        dataset.kind in ("cijfers", "tabel")  # rows without a measure or a dimension say nothing, or something else
        or field.name in dataset.key
        or field.name == dataset.place_field
    )
