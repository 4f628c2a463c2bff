# SPDX-License-Identifier: GPL-2.0-or-later
"""What our algorithms have in common. Each is a thin shell around the core of its room, imported when it runs."""

from __future__ import annotations

from html import escape
from typing import Any

from qgis.core import (
    QgsField,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)
from qgis.PyQt.QtCore import QMetaType, QVariant
from qgis.PyQt.QtGui import QIcon

from .. import paths

TEXT, REAL, WHOLE, DAY = "QString", "Double", "Int", "QDate"  # kinds of field, as Qt calls them


class Algorithm(QgsProcessingAlgorithm):
    """An algorithm of ours: `NAME` never changes, `title`, `about` and `sources` are for people, `execute` does it."""

    NAME = ""
    GROUP = ""

    def title(self) -> str:
        """A few words in the language of QGIS."""
        raise NotImplementedError

    def group_title(self) -> str:
        raise NotImplementedError

    def about(self) -> list[str]:
        """What it does and gives, in paragraphs of plain text."""
        raise NotImplementedError

    def sources(self) -> list[str]:
        """Whose data or method it uses, and under which licence, in paragraphs of plain text."""
        return []

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Do it; errors of ours (with message, advice and details) may leave it."""
        raise NotImplementedError

    # What QGIS asks

    def name(self) -> str:
        return self.NAME

    def displayName(self) -> str:
        return self.title()

    def group(self) -> str:
        return self.group_title()

    def groupId(self) -> str:
        return self.GROUP

    def icon(self) -> QIcon:
        return QIcon(paths.icon("sterkesteden"))

    def svgIconPath(self) -> str:
        return paths.icon("sterkesteden")

    def createInstance(self) -> Algorithm:
        return type(self)()

    def shortHelpString(self) -> str:
        return "\n".join(escape(text, quote=False) for text in (*self.about(), *self.sources()))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..services.errors import Cancelled, ServiceError, without_frames
        from ..store.errors import StoreError

        try:
            return self.execute(parameters, context, feedback)
        except Cancelled:
            return {}
        except (ServiceError, StoreError) as error:
            raise failure(without_frames(error), feedback) from None


def failure(error: Any, feedback: QgsProcessingFeedback) -> QgsProcessingException:
    """An error of ours as Processing tells it; its details go to the log of the run."""
    for line in filter(None, error.details):
        feedback.pushDebugInfo(line)
    return QgsProcessingException(f"{error.message} {error.advice}")


def field(name: str, kind: str) -> QgsField:
    """A column of a result."""
    try:
        return QgsField(name, getattr(QMetaType.Type, kind))
    except TypeError:  # before QGIS 3.38
        return QgsField(name, getattr(QVariant, {TEXT: "String", DAY: "Date"}.get(kind, kind)))
