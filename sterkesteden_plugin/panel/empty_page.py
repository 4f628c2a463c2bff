# SPDX-License-Identifier: GPL-2.0-or-later
"""What the panel shows while no story is open: what this is, and the one button that opens it."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QWidget

from .. import paths
from ..i18n import tr
from .look import em
from .page import Page
from .text_view import SMALL, TITLE, Paragraph, TextView


class EmptyPage(Page):
    """Shown until a pack is open."""

    openClicked = pyqtSignal()

    def __init__(self, lost: str, parent: QWidget | None = None) -> None:
        """`lost` is the name of the file that the layers of the project should have come from, if it does not open."""
        super().__init__("empty-page", parent)
        unit = em(self)
        self.column.setContentsMargins(unit, unit * 2, unit, unit)
        self.column.setSpacing(unit)
        picture = QLabel()
        picture.setPixmap(QIcon(paths.icon("sterkesteden")).pixmap(unit * 4, unit * 4))
        self.text = TextView(tr("About this panel"))
        about = tr(
            "The urban story of a region, tied to the map: the chapters of the story, and for each city "
            "its key figures, profile, kansen and opgaven, with place, source and date."
        )
        if lost:
            about = tr(
                "The layers of this project read {}, which does not open. Put it back and open the project again, "
                "or let the layers read another copy."
            ).format(lost)
        self.text.set_content([Paragraph(tr("Sterke Steden"), TITLE), Paragraph(about)])
        self.open = QPushButton(tr("Open Sterke Steden"))
        self.open.setDefault(True)
        self.open.setMinimumHeight(unit * 2)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hint = TextView(tr("What opening does"))
        self.hint.set_content(
            [
                Paragraph(
                    tr("Makes your own copy of the story and puts its layers on the map. Nothing else is changed."),
                    SMALL,
                )
            ]
        )
        self.hint.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fill(picture, self.text, self.open, self.hint)
        self.column.setAlignment(self.open, Qt.AlignmentFlag.AlignLeft)
        self.open.clicked.connect(self.openClicked)
