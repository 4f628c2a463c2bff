# SPDX-License-Identifier: GPL-2.0-or-later
"""What the page shows as layers to keep: the dialog of Processing, filled in as the page has it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..networks import region_words
from ..panel import network_words as words
from ..story.model import Source
from .places import PLACES
from .tables import LAYER, OPEN, Columns, file_of
from .view import share_of

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QDialog

    from ..panel.network_controls import Choices
    from .places import ZoneSource
    from .tables import TableSource

_WAYS = {
    words.DOMINANT: region_words.DOMINANT,
    words.THRESHOLD: region_words.THRESHOLD,
    words.LABOUR: region_words.LABOUR,
    words.COMMUNITIES: region_words.COMMUNITIES,
}


def algorithm(choices: Choices) -> str:
    """Which algorithm gives what is shown; of two divisions the first."""
    return f"sterkesteden:{'networkagreement' if choices.mode == words.SOFT else 'networkregions'}"


def parameters(
    table: TableSource,
    of_year: Source,
    columns: Columns | None,
    zones: ZoneSource | None,
    path: Path,
    choices: Choices,
) -> dict[str, Any]:
    """What the algorithm is to be filled in with; `of_year` is the source of the flows that are shown."""
    found: dict[str, Any] = {"FLOWS": _flows(table, of_year, path)}
    if columns is not None:
        said = (columns.origin, columns.destination, columns.flow, columns.year)
        found.update(zip(("ORIGIN", "DESTINATION", "FLOW", "YEAR_FIELD"), said))
    if zones is not None and zones.key != PLACES:
        found.update(ZONES=zones.key, CODE=zones.code, NAME_FIELD=zones.name)
    if choices.mode == words.SOFT:
        return found
    found.update(YEAR=choices.year, METHOD=_WAYS[choices.method])
    if choices.method == words.LABOUR:
        from ..networks.redraw import containments

        least, target = containments(share_of(choices.threshold))
        found.update(MIN_CONTAINMENT=least, TARGET_CONTAINMENT=target)
    else:
        found["SHARE"] = choices.threshold
    return found


def _flows(table: TableSource, of_year: Source, path: Path) -> str:
    if table.key == OPEN:
        name = next((name for name, origin in table.tables if origin == of_year), table.tables[0][0])
        return f"{path}|layername={name}"
    if table.key.startswith(LAYER):
        return table.key[len(LAYER) :]
    file, name = file_of(table.key)
    return f"{file}|layername={name}" if name else str(file)


def open_dialog(name: str, filled: dict[str, Any]) -> QDialog | None:
    """The dialog of Processing, shown, which does not keep the window waiting; None where it has no such algorithm.

    It works as long as somebody holds it: nobody else keeps its Python side alive.
    """
    from qgis import processing

    dialog = processing.createAlgorithmDialog(name, filled)
    if dialog is not None:
        dialog.show()
    return dialog
