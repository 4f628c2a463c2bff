# SPDX-License-Identifier: GPL-2.0-or-later
"""A quiet bar that says which layers are missing and offers to bring them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ..i18n import tr
from . import wording
from .look import plain_tip
from .notice import Notice
from .text_view import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMED = 3  # layers named in the bar; the tooltip names all


class MissingBar(Notice):
    """Hidden while nothing is missing."""

    restoreClicked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("missing", tr("Missing layers"), parent)
        self.restore = QPushButton(tr("Restore"), self)
        self.restore.setAccessibleDescription(tr("Puts the missing layers back on the map"))
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 8, 6)
        line.addWidget(self.text, 1)
        line.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignVCenter)
        self.restore.clicked.connect(self.restoreClicked)

    def set_missing(self, titles: Sequence[str]) -> None:
        names = [wording.one_line(title) for title in titles]
        text = "; ".join(names[:_NAMED])
        if len(names) > _NAMED:
            text = tr("{} and {} more").format(text, len(names) - _NAMED)
        self.text.set_content([Paragraph(tr("Missing layers: {}").format(text))] if names else [])
        self.text.setToolTip(plain_tip("; ".join(names)))
        self.setVisible(bool(names))
