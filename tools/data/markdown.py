# SPDX-License-Identifier: GPL-2.0-or-later
"""Markdown with YAML front matter, of which only paragraphs and lists are used."""

from __future__ import annotations

import re

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*\n?(.*)\Z", re.DOTALL | re.MULTILINE)
_POINT = re.compile(r"[-] +(?=\S)")
_MARKUP = (
    (re.compile(r"^\s{0,3}#{1,6}(\s|$)|^\s{0,3}(=+|-{2,})\s*$"), "a heading or rule"),
    (re.compile(r"!?\[[^\]]*\]\s*[(\[]|<https?://"), "a link or picture"),
    (re.compile(r"<[A-Za-z/!?]"), "HTML"),
    (re.compile(r"\*\S|\S\*|(?<!\w)_\S[^_]*_(?!\w)|~~"), "emphasis"),
    (re.compile(r"`"), "code"),
    (re.compile(r"^\s*>"), "a quotation"),
    (re.compile(r"^\s*[*+]\s"), "a list that does not use '- '"),
    (re.compile(r"^\s*\|"), "a table"),
)


def split(source: str) -> tuple[str, str] | None:
    """Part front matter (YAML) and text; None if there is no front matter between `---` lines."""
    found = _FRONT.match(source)
    return (found.group(1), found.group(2)) if found else None


def markup(text: str) -> list[str]:
    """What the text uses that the plugin would not show as such, with the line of the text."""
    return [
        f"line {number} of the text has {what}: write plain text"
        for number, line in enumerate(text.strip("\n").split("\n"), 1)
        for pattern, what in _MARKUP
        if pattern.search(line)
    ]


def plain(text: str) -> str:
    """Join the lines of each paragraph; an empty line parts paragraphs, a list line begins with "• "."""
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        stripped = line.strip()
        if not stripped:
            blocks.append([])
        elif point := _POINT.match(stripped):
            blocks[-1].append("• " + stripped[point.end() :])
        elif blocks[-1]:
            blocks[-1][-1] += " " + stripped
        else:
            blocks[-1].append(stripped)
    return "\n\n".join("\n".join(block) for block in blocks if block)
