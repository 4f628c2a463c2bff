# SPDX-License-Identifier: GPL-2.0-or-later
"""What both versions of CBS StatLine's OData share: code lists, filters that fit in an address, marks on figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any
from urllib.parse import quote

from ..i18n import tr
from ..store.datasets import ABOVE_ZERO, ALL_MUNICIPALITIES, LAST, OF_LIST, Dataset
from ..store.schema import MARKS
from .client import Client, Parts, conditions, listed
from .errors import Changed, Gone
from .page import Wanted

PROVISIONAL, CONFIDENTIAL = MARKS

_MUNICIPALITY = "GM"  # so begin the codes of municipalities

# A server of this kind takes some 2,000 signs in an address, and what comes before the filter needs room too.
LONGEST_FILTER = 1500


@dataclass(frozen=True)
class Codes:
    """The codes of one dimension: as the service writes them, by what they are without the spaces behind them."""

    name: str
    keys: Mapping[str, str]
    titles: Mapping[str, str]
    provisional: frozenset[str]  # codes (without spaces) of periods whose figures may still change

    def chosen(self, client: Client, dataset: Dataset, values: Sequence[str]) -> list[str]:
        """Those of `values`, codes, titles or one of OF_LIST, that there are. Raises Changed where there are none."""
        by_title = {title: key for key, title in self.titles.items()}
        found: list[str] = []
        for value in values:
            found += self._of(value) if value in OF_LIST else [value if value in self.keys else by_title.get(value, "")]
        found = [key for key in dict.fromkeys(found) if key]
        if not found:
            raise Changed(
                tr("“{}” of {} has no code {} in “{}” any more.").format(
                    dataset.title, client.service.name, listed(list(values)), self.name
                ),
                tr("Its codes now are: {}. Look for a newer version of the plugin.").format(
                    listed([f"{key} ({title})" for key, title in self.titles.items()])
                ),
                (self.name, *values),
            )
        return found

    def _of(self, value: str) -> list[str]:
        """The codes that one of OF_LIST stands for; those of periods are in the order of time."""
        if value == ALL_MUNICIPALITIES:
            return [key for key in self.keys if key.startswith(_MUNICIPALITY)]
        return [max(self.keys) if value == LAST else min(self.keys)]


class StatLineClient(Client):
    """What is asked of a table in either version."""

    key = "Key"  # what a code list calls the code itself
    next_link = "odata.nextLink"

    def values(self, parts: Parts, link: str) -> Iterator[tuple[list[Any], str, str]]:
        """The rows at `link` and at the links to what follows: rows, when they came, and from where."""
        following: str | None = link
        while following:
            parts.begin(following)
            answer = self.get(following)
            content = self.object(answer)
            rows = content.get("value")
            if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
                raise self.changed(
                    tr("{} answers in another form than is known.").format(self.service.name),
                    answer.url,
                    str(content)[:200],
                )
            parts.add(len(rows), answer)
            yield rows, answer.retrieved, answer.url
            following = content.get(self.next_link)
            following = following and parts.next_url(answer.url, str(following))

    def rows_of(self, dataset: Dataset, *path: str, **query: str) -> list[dict[str, Any]]:
        """A whole list, such as a code list. Raises Gone where there is no such table."""
        link = self.url(dataset.collection, *path, **query)
        try:
            return [row for rows, _, _ in self.values(Parts(self, dataset), link) for row in rows]
        except Gone as error:
            raise Gone(
                tr("{} has no table “{}” with “{}” any more.").format(
                    self.service.name, dataset.collection, "/".join(path)
                ),
                error.advice,
                error.details,
            ) from error

    def codes(self, dataset: Dataset, name: str, *path: str, **query: str) -> Codes:
        """The code list of a dimension."""
        rows = self.rows_of(dataset, *path, **query)
        keys = {str(row[self.key]).strip(): str(row[self.key]) for row in rows if row.get(self.key) is not None}
        if not keys:
            raise self.changed(tr("The code list “{}” of {} is empty.").format(name, self.service.name), name)
        titles = {str(row.get(self.key)).strip(): str(row.get("Title") or "").strip() for row in rows}
        provisional = {str(row.get(self.key)).strip() for row in rows if is_provisional(str(row.get("Status") or ""))}
        return Codes(name, keys, titles, frozenset(provisional & keys.keys()))

    def blocks(
        self, dataset: Dataset, wanted: Wanted, lists: Mapping[str, Codes]
    ) -> Iterator[tuple[dict[str, Sequence[str]], dict[str, frozenset[str]]]]:
        """Keys by dimension to ask, and those to leave out of the answer because they were in a block before.

        A choice of two dimensions at once ("from or to one of these") becomes a block for each. All municipalities are
        asked of one dimension only: both would not fit in one address. The others are taken from what comes.
        """
        chosen: dict[str, Sequence[str]] = {}
        is_whole = False
        either: tuple[str, ...] = ()
        values: Sequence[str] = ()
        for names, those in conditions(dataset, wanted).items():
            missing = [name for name in names if name not in lists]
            if missing:
                raise self.without_field(dataset, missing, lists)
            if len(names) > 1:
                either, values = names, those
            elif those == (ALL_MUNICIPALITIES,) and is_whole:
                continue
            else:
                is_whole = is_whole or ALL_MUNICIPALITIES in those
                chosen[names[0]] = lists[names[0]].chosen(self, dataset, those)
        if not either:
            yield chosen, {}
            return
        before: dict[str, frozenset[str]] = {}
        for name in either:
            keys = lists[name].chosen(self, dataset, values)
            yield {**chosen, name: keys}, dict(before)
            before[name] = frozenset(keys)

    def require_rows(self, dataset: Dataset, count: int) -> None:
        """Codes were asked that the service has itself: nothing at all is not the truth."""
        if not count:
            raise self.changed(
                tr("{} gives an empty list for “{}”, though it has the codes that were asked.").format(
                    self.service.name, dataset.title
                ),
                self.service.url,
                dataset.collection,
            )


def filter_text(chosen: Mapping[str, Iterable[str]], lists: Mapping[str, Codes]) -> str:
    """An OData filter: each of these dimensions is one of these codes, as the service writes them."""
    either = [
        " or ".join(f"{name} eq {quoted(lists[name].keys[key])}" for key in keys) for name, keys in chosen.items()
    ]
    return " and ".join(f"({one})" for one in either)


def quoted(key: str) -> str:
    """A text in a filter: a quote in it is doubled (OData 3 and 4, literals)."""
    return "'" + key.replace("'", "''") + "'"


def without(rows: list[dict[str, Any]], skipped: Mapping[str, frozenset[str]]) -> list[dict[str, Any]]:
    """The rows that have none of these codes in these dimensions."""
    return [row for row in rows if not any(row.get(name) in keys for name, keys in skipped.items())]


def split(
    chosen: dict[str, Sequence[str]], lists: Mapping[str, Codes], most: int | None = None
) -> list[dict[str, Sequence[str]]]:
    """`chosen` (codes by dimension) in parts that each give at most `most` rows, by a filter that fits in an address.

    A dimension that is not in `chosen` counts with all its codes, and is halved last.
    """
    rows = prod(len(chosen.get(name, codes.keys)) for name, codes in lists.items())
    if (most is None or rows <= most) and len(quote(filter_text(chosen, lists))) <= LONGEST_FILTER:
        return [chosen]
    name = max(chosen, key=lambda one: len(chosen[one]), default="")
    if not name or len(chosen[name]) < 2:
        # The first of equal ones, not any: the same questions in every session, so that what was kept is found.
        name = max((one for one in lists if one not in chosen), key=lambda one: len(lists[one].keys), default="")
        if not name:
            return [chosen]
        chosen = {**chosen, name: list(lists[name].keys)}
    keys = chosen[name]
    middle = len(keys) // 2
    if not middle:
        return [chosen]
    halves = ({**chosen, name: keys[:middle]}, {**chosen, name: keys[middle:]})
    return [part for half in halves for part in split(half, lists, most)]


def as_chosen(dataset: Dataset, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of municipalities only, and with more than zero, where the choices of the data set ask that."""
    whole = [choice.field for choice in dataset.choices if choice.value == ALL_MUNICIPALITIES]
    above = [choice.field for choice in dataset.choices if choice.value == ABOVE_ZERO]
    return [
        row
        for row in rows
        if all(str(row.get(name)).startswith(_MUNICIPALITY) for name in whole)
        and all((row.get(name) or 0) > 0 for name in above)
    ]


def is_provisional(status: str) -> bool:
    """ "Voorlopig", "NaderVoorlopig" (also provisional, but nearer to final), "Provisional"."""
    return any(word in status.lower() for word in ("voorlopig", "provisional"))
