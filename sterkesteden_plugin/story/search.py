# SPDX-License-Identifier: GPL-2.0-or-later
"""Search in all texts of a pack: every word asked for must begin a word of what is found.

Pure: no QGIS, no Qt. Accents and case do not count. Spans are character positions in the text as it is shown.
An index is never changed once it is made: any thread may read it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import entries
from .entries import Entry

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from .model import Pack

Span = tuple[int, int]

_BEFORE = 40  # characters of an excerpt before its first hit
_EXCERPT = 150
_LAST = "\U0010ffff"  # comes after every letter


class _Folding(dict[int, str]):
    """For str.translate: small letters without accents, a space for all that is no letter or digit."""

    def __missing__(self, code: int) -> str:
        apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", chr(code)).casefold())
        plain = "".join(c if c.isalnum() else " " for c in apart if not unicodedata.combining(c))
        return self.setdefault(code, plain)


_FOLDING = _Folding()


def fold(text: str) -> str:
    """A text as it is compared: its words, with spaces for all that is between them."""
    return text.translate(_FOLDING)


def words(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared, each once, in their order."""
    return tuple(dict.fromkeys(fold(text).split()))


def marks(text: str, wanted: Sequence[str]) -> tuple[Span, ...]:
    """Where words of `text` begin with one of the words wanted, in order; none overlap."""
    if not wanted:
        return ()
    longest_first = sorted(wanted, key=len, reverse=True)
    found = re.finditer(f"(?<![^ ])(?:{'|'.join(longest_first)})", fold(text))
    if text.isascii():  # each character is one as it is compared
        return tuple(match.span() for match in found)
    spans: list[Span] = []
    origin: list[int] = []
    for match in found:
        origin = origin or [i for i, c in enumerate(text) for _ in _FOLDING[ord(c)]]
        start, end = origin[match.start()], origin[match.end() - 1] + 1
        # An accent of its own character belongs to the letter before it.
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        if spans and start < spans[-1][1]:  # two words come from one character
            start = spans.pop()[0]
        spans.append((start, end))
    return tuple(spans)


@dataclass(frozen=True)
class Excerpt:
    """A piece of one of the texts of an entry, and the hits in it; `kind` is that of the text."""

    kind: str
    text: str
    spans: tuple[Span, ...]


def excerpt(entry: Entry, wanted: Sequence[str], seen: Sequence[str] = ()) -> Excerpt | None:
    """The piece around the first hit; around one that is not among the words `seen` elsewhere, if there is any.

    What the entry is about (the names of its places) is used only for words that are to be seen nowhere else.
    """
    unseen = [word for word in wanted if word not in seen]
    for asked in filter(None, (unseen, wanted)):
        for text in entry.texts:
            first = next(iter(marks(text.text, asked)), None)
            if first is not None:
                return _piece(text.kind, text.text, first[0], marks(text.text, wanted))
        names = [name for name in entry.about if marks(name, asked)] if asked is unseen else []
        if names:
            joined = " · ".join(names)
            return _piece(entries.ABOUT, joined, 0, marks(joined, wanted))
    return None


def _piece(kind: str, text: str, hit: int, spans: tuple[Span, ...]) -> Excerpt:
    """The piece of `text` around a hit, on one line."""
    start = max(0, hit - _BEFORE)
    if start:
        space = text.rfind(" ", 0, start)
        start = space + 1 if space >= start - _BEFORE else start
    end = min(len(text), start + _EXCERPT)
    if end < len(text):
        end = max(text.rfind(" ", start, end), next(b for a, b in spans if a == hit))
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    # One space for each white character: the positions stay true.
    piece = "".join(" " if c.isspace() else c for c in text[start:end])
    inside = tuple((a + shift, min(b, end) + shift) for a, b in spans if start <= a < end)
    return Excerpt(kind, before + piece + after, inside)


class _Field:
    """The words of one part of all entries (of their titles, say): in order, each with the numbers of its entries."""

    def __init__(self, postings: dict[str, list[int]]) -> None:
        self._words = sorted(postings)
        self._numbers = [postings[word] for word in self._words]

    def find(self, beginning: str) -> set[int]:
        """The entries that have a word with this beginning."""
        first = bisect_left(self._words, beginning)
        return set().union(*self._numbers[first : bisect_left(self._words, beginning + _LAST, first)])


class Index:
    """Everything in one pack that can be found, ready to be searched. Made by `indexing` or `index`."""

    def __init__(self, pack: Pack, found: Sequence[Entry], fields: Sequence[_Field]) -> None:
        self.pack = pack
        self.entries = tuple(found)
        self._fields = tuple(fields)

    def find(self, query: str) -> list[Entry]:
        """What holds every word of the query, best first and in the order of the entries; nothing without words.

        A word in the title counts most, then one in what the entry is about, then one in its texts.
        """
        ranked: list[set[int]] = []  # by rank: 0 where all words stand in the title
        for word in words(query):
            by_field = self._by_field(word)
            if not ranked:
                ranked = by_field
                continue
            both: list[set[int]] = [set() for _ in range(len(ranked) + len(by_field) - 1)]
            for i, before in enumerate(ranked):
                for j, now in enumerate(by_field):
                    both[i + j] |= before & now
            ranked = both
        return [self.entries[number] for numbers in ranked for number in sorted(numbers)]

    def _by_field(self, word: str) -> list[set[int]]:
        """The entries with a word by the first field that has it."""
        found: list[set[int]] = []
        for field in self._fields:
            found.append(field.find(word).difference(*found))
        return found


def indexing(pack: Pack) -> Generator[None, None, Index]:
    """Make the index in small steps, an entry each, so that whoever asks can do other things meanwhile."""
    found: list[Entry] = []
    postings: tuple[dict[str, list[int]], ...] = ({}, {}, {})
    for number, entry in enumerate(entries.entries(pack)):
        found.append(entry)
        said = (entry.title, "\n".join(entry.about), "\n".join(text.text for text in entry.texts))
        for field, text in zip(postings, said):
            for word in words(text):
                field.setdefault(word, []).append(number)
        yield
    fields = []
    for field in postings:
        fields.append(_Field(field))
        yield
    return Index(pack, found, fields)


def index(pack: Pack) -> Index:
    """Make the index at once."""
    steps = indexing(pack)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            return done.value
