# SPDX-License-Identifier: GPL-2.0-or-later
"""What the choices of the user ask for: which divisions, of which years, and which flows are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..panel import network_words as words
from .view import DivisionKey

if TYPE_CHECKING:
    from ..panel.network_controls import Choices
    from .view import NetworkView

LINES = 0.05  # a flow below this share of residents' jobs is not drawn, however low the threshold
LINES_ELSE = 0.10  # where the threshold is not one of flows


def keys_of(choices: Choices) -> list[DivisionKey]:
    keys = [DivisionKey(choices.year, choices.method, choices.threshold)]
    if choices.mode == words.TWO:
        other = choices.year2 or choices.year
        keys.append(
            DivisionKey(other, choices.method2, choices.threshold2, choices.year if other != choices.year else "")
        )
    return keys


def year_before(view: NetworkView, choices: Choices) -> str:
    """The year with which the chosen one is compared: the one that was chosen for that, else the oldest before it."""
    if choices.mode == words.TWO and choices.year2:
        return choices.year2 if choices.year2 != choices.year else ""
    return next((year for year in reversed(view.table.years) if year and year < choices.year), "")


def needed_years(view: NetworkView, choices: Choices) -> list[tuple[str, str]]:
    """The years that are needed, as `NetworkView.year` has them."""
    needed = [(choices.year, "")]
    before = year_before(view, choices)
    if before:
        needed.append((before, ""))
    if choices.mode == words.TWO and choices.year2 not in ("", choices.year):
        needed.append((choices.year2, choices.year))
    return needed


def least_drawn(choices: Choices) -> float:
    if choices.method == words.LABOUR:
        return LINES_ELSE
    return max(LINES, choices.threshold / 100)
