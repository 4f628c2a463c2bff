# SPDX-License-Identifier: GPL-2.0-or-later
"""Search in the items and chapters of a pack: every word asked for must begin a word of the text.

Pure: no QGIS, no Qt. Accents and case do not count. Spans are character positions in the text as it is shown.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .model import Pack

Span = tuple[int, int]

ITEM, CHAPTER = "item", "chapter"
_BEFORE = 40  # characters of a snippet before its first hit
_SNIPPET = 150
# Where a word was found counts: title, then what the item is about, then its text.
_WEIGHTS = (0, 1, 2)


@dataclass(frozen=True)
class Hit:
    """A result: what it is, the hits in its title, and the piece of its text around the first hit, if any."""

    kind: str
    id: str
    title_spans: tuple[Span, ...]
    snippet: str
    snippet_spans: tuple[Span, ...]


class Folded:
    """A text as it is compared: case folded, without accents, each character tied to its place in the original."""

    def __init__(self, text: str) -> None:
        self.text = text
        letters: list[str] = []
        self._origin: list[int] = []
        for position, character in enumerate(text):
            for part in unicodedata.normalize("NFKD", character.casefold()):
                if not unicodedata.combining(part):
                    letters.append(part)
                    self._origin.append(position)
        self.folded = "".join(letters)
        self._starts = [i for i, c in enumerate(letters) if c.isalnum() and (i == 0 or not letters[i - 1].isalnum())]

    def spans(self, word: str) -> list[Span]:
        """Where words of the original begin with `word`, which is folded already."""
        found = []
        for start in self._starts:
            if self.folded.startswith(word, start):
                end = self._origin[start + len(word) - 1] + 1
                # An accent of its own character belongs to the letter before it.
                while end < len(self.text) and unicodedata.combining(self.text[end]):
                    end += 1
                found.append((self._origin[start], end))
        return found


def words(query: str) -> tuple[str, ...]:
    """The words of a query as they are compared, each once."""
    folded = Folded(query).folded
    return tuple(dict.fromkeys("".join(c if c.isalnum() else " " for c in folded).split()))


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch or overlap made one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


@dataclass(frozen=True)
class _Entry:
    kind: str
    id: str
    title: Folded
    about: Folded
    text: Folded

    def match(self, wanted: Sequence[str]) -> tuple[int, Hit] | None:
        rank, in_title, in_text = 0, [], []
        for word in wanted:
            title, text = self.title.spans(word), self.text.spans(word)
            if title:
                rank += _WEIGHTS[0]
            elif self.about.spans(word):
                rank += _WEIGHTS[1]
            elif text:
                rank += _WEIGHTS[2]
            else:
                return None
            in_title += title
            in_text += text
        snippet, spans = _snippet(self.text.text, merge(in_text))
        return rank, Hit(self.kind, self.id, merge(in_title), snippet, spans)


def _snippet(text: str, spans: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """The piece of `text` around its first hit on one line, and the hits in it."""
    if not spans:
        return "", ()
    start = max(0, spans[0][0] - _BEFORE)
    if start:
        space = text.rfind(" ", 0, start)
        start = space + 1 if space >= start - _BEFORE else start
    end = min(len(text), start + _SNIPPET)
    if end < len(text):
        end = max(text.rfind(" ", start, end), spans[0][1])
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    # One space for each white character: the positions stay true.
    piece = "".join(" " if c.isspace() else c for c in text[start:end])
    return before + piece + after, tuple((a + shift, min(b, end) + shift) for a, b in spans if a < end)


class Index:
    """All items and chapters of one pack, made ready to be searched."""

    def __init__(self, pack: Pack) -> None:
        self._entries = []
        for item in pack.items:
            about = [pack.city_by_id[item.city].name, item.kind, f"{item.kind[:1]}{item.number or ''}"]
            about += [theme.title for theme in item.themes] + [link.place.name for link in item.places]
            self._entries.append(_entry(ITEM, item.id, item.title, about, item.text))
        for chapter in pack.chapters:
            about = [link.place.name for link in chapter.places]
            texts = [chapter.text] + [f"{theme.title}. {theme.text}" for theme in chapter.themes]
            self._entries.append(_entry(CHAPTER, chapter.id, chapter.title, about, "\n".join(texts)))

    def find(self, query: str) -> list[Hit]:
        """What holds every word of the query, best first and in the order of the pack; nothing for an empty query."""
        wanted = words(query)
        if not wanted:
            return []
        found = [match for entry in self._entries if (match := entry.match(wanted)) is not None]
        return [hit for _, hit in sorted(found, key=lambda match: match[0])]


def _entry(kind: str, id: str, title: str, about: Iterable[str], text: str) -> _Entry:
    return _Entry(kind, id, Folded(title), Folded(" | ".join(about)), Folded(text))
