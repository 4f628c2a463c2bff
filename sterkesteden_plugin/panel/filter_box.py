# SPDX-License-Identifier: GPL-2.0-or-later
"""A list of which one is chosen to filter by; its first line filters nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QWidget

from .list_box import ListBox

if TYPE_CHECKING:
    from collections.abc import Mapping

_ANY = "any"


class FilterBox(ListBox):
    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(name, spoken, 4, parent)

    def offer(self, any_text: str, choices: Mapping[str, str]) -> None:
        """Offer these keys by their texts; the one that is chosen stays as long as it is offered."""
        offered = [(any_text, _ANY), *((text, f"={key}") for key, text in choices.items())]
        if [(self.itemText(i), self.itemData(i)) for i in range(self.count())] == offered:
            return
        made = self.currentData()
        self.clear()
        for text, key in offered:
            self.addItem(text, key)
        self.setCurrentIndex(max(self.findData(made), 0))

    @property
    def chosen(self) -> str | None:
        """The key that is chosen; None for any."""
        key = self.currentData()
        return None if key in (None, _ANY) else key[1:]

    def choose(self, key: str | None) -> None:
        """Choose a key, or any where it is not offered."""
        self.setCurrentIndex(max(self.findData(_ANY if key is None else f"={key}"), 0))
