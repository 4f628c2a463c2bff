# SPDX-License-Identifier: GPL-2.0-or-later
"""A drawing as a tree that tests can ask what is on it."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from sterkesteden_plugin.figures.paper import Colours, Frame

SVG = "{http://www.w3.org/2000/svg}"


class Seen:
    """What a reader of the SVG sees."""

    def __init__(self, drawing):
        self.drawing = drawing
        self.root = ElementTree.fromstring(drawing.svg)

    @property
    def texts(self):
        return [text.text for text in self.root.iter(f"{SVG}text")]

    @property
    def values(self):
        """Symbols and bars that stand for a value."""
        return [e for e in self.root.iter() if e.get("class") == "value"]

    @property
    def runs(self):
        """The corners of each line that is drawn."""
        return [[tuple(map(float, p.split(","))) for p in line.get("points").split()] for line in self._courses]

    @property
    def dashes(self):
        return [line.get("stroke-dasharray") for line in self._courses]

    @property
    def _courses(self):
        return [line for line in self.root.iter(f"{SVG}polyline") if line.get("class") == "course"]

    def lines(self, kind):
        return [line for line in self.root.iter(f"{SVG}line") if line.get("class") == kind]

    @property
    def texts_on_paper(self):
        """Whether no text begins or ends outside the paper, as far as its width can be guessed."""
        for text in self.root.iter(f"{SVG}text"):
            x, y, size = float(text.get("x")), float(text.get("y")), float(text.get("font-size"))
            width = 0.58 * len(text.text or "") * size
            left = x - {"start": 0, "middle": width / 2, "end": width}[text.get("text-anchor")]
            if not (left >= -1 and left + width <= self.drawing.width + 1 and 0 <= y <= self.drawing.height):
                return False
        return True


@pytest.fixture()
def seen():
    return Seen


@pytest.fixture()
def colours():
    return Colours("#111111", "#222222", "#333333", "#444444", "#555555")


@pytest.fixture(params=[314, 414, 694])
def frame(request):
    """As wide as a panel that is narrow, usual, wide."""
    return Frame(request.param, "Open Sans", 12)
