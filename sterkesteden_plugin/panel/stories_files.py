# SPDX-License-Identifier: GPL-2.0-or-later
"""The file dialogs of a story that goes out to a file or comes in from one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ..i18n import tr
from . import wording

if TYPE_CHECKING:
    from ..story.model import Story

_SUFFIX = ".verhaal.json"


def ask_target(parent: QWidget, story: Story, folder: Path) -> Path | None:
    """Where a story is to be written; None if the user does not want to."""
    kept = "".join(c if c.isalnum() or c in " -_" else "_" for c in wording.one_line(story.title))[:80].strip()
    proposed = str(folder / f"{kept}{_SUFFIX}")
    name, _filter = QFileDialog.getSaveFileName(parent, tr("Export the story"), proposed, _filter_text())
    return Path(name if Path(name).suffix else f"{name}{_SUFFIX}") if name else None


def ask_source(parent: QWidget, folder: Path) -> Path | None:
    """Which story is to be read; None if the user does not want to."""
    name, _filter = QFileDialog.getOpenFileName(parent, tr("Import a story"), str(folder), _filter_text())
    return Path(name) if name else None


def _filter_text() -> str:
    return tr("Story of Sterke Steden (*{})").format(_SUFFIX)
