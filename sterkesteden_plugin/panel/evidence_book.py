# SPDX-License-Identifier: GPL-2.0-or-later
"""What is known of the claims that are put to the test: filled when a card is first shown, heard by all cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal, pyqtSlot

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..networks.evidence_values import Evidence
    from ..story.model import Claim, ClaimData, Pack


class EvidenceBook(QObject):
    """Who hears `wanted` answers with `set_found`; until then nothing is known of any claim."""

    changed = pyqtSignal()
    outdated = pyqtSignal()
    stateChanged = pyqtSignal()  # of what can be fetched, or is
    wanted = pyqtSignal()
    fetchRequested = pyqtSignal(list)  # ids of data sets
    fileRequested = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Mapping[str, Evidence] | None = None
        self.is_known = False  # whether what was found is of the file as it is now
        self._loaded: frozenset[str] = frozenset()
        self.refusal = ""  # why nothing can be fetched; "" where it can
        self.busy = ""  # what is being fetched
        self.fault = ""  # why it could not be read

    def set_pack(self, pack: Pack) -> None:
        """Another file is open: what was found in the one before is of no use any more."""
        self._loaded = frozenset(pack.loaded)
        self._found, self.is_known = None, False
        self.fault = ""
        self.changed.emit()

    def renew(self, pack: Pack) -> None:
        """The same file has other content: what was found stands until it is known what there is now."""
        loaded = frozenset(pack.loaded)
        self.is_known = False
        if loaded != self._loaded:
            self._loaded = loaded
            self.changed.emit()
        else:
            self.outdated.emit()

    def set_found(self, found: Mapping[str, Evidence], fault: str = "") -> None:
        """The figures of each claim, by id; `fault` says why they could not be read."""
        is_same = (found, fault) == (self._found, self.fault)
        self._found, self.fault, self.is_known = found, fault, True
        if not is_same:
            self.changed.emit()

    @pyqtSlot(str)
    def set_refusal(self, refusal: str) -> None:
        self.refusal = refusal
        self.stateChanged.emit()

    @pyqtSlot(str)
    def set_busy(self, text: str) -> None:
        """What is being fetched; "" for nothing."""
        if text != self.busy:
            self.busy = text
            self.stateChanged.emit()

    def of(self, claim: Claim) -> Evidence | None:
        """None while nothing is known."""
        return self._found.get(claim.id) if self._found is not None else None

    def needed(self, claim: Claim, lacks: tuple[str, ...]) -> list[ClaimData]:
        """The data sets that would help, one for each thing that is lacking: the best that was not loaded yet."""
        from ..networks.evidence_values import FIGURES

        found = []
        for lack in dict.fromkeys("cijfers" if lack == FIGURES else "tabel" for lack in lacks):
            fitting = [data for data in claim.datasets if data.kind == lack and data.id not in self._loaded]
            found += fitting[:1]
        return found
