# SPDX-License-Identifier: GPL-2.0-or-later
"""The provider of our algorithms, for the toolbox, the modeller, batches and qgis_process."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QIcon

from .. import paths
from ..messages import NAME
from ..networks.agreement_algorithms import NetworkAgreement
from ..networks.flow_algorithms import NetworkFlows, NetworkMeasures
from ..networks.polycentricity_algorithms import Polycentricity
from ..networks.region_algorithms import NetworkRegions
from ..networks.sector_algorithms import SectorProfile
from ..networks.tie_algorithms import NetworkTies
from ..services.address_algorithms import AddressesToPoints
from ..services.algorithms import LoadOpenData
from ..vacancy.figures_algorithms import VacancyFigures
from ..vacancy.list_algorithms import VacancyList

ALGORITHMS = (
    AddressesToPoints,
    LoadOpenData,
    NetworkFlows,
    NetworkMeasures,
    NetworkRegions,
    NetworkAgreement,
    NetworkTies,
    SectorProfile,
    Polycentricity,
    VacancyFigures,
    VacancyList,
)


class Provider(QgsProcessingProvider):
    """`loaded` tells that an algorithm, in whatever thread, brought a data set (its id) into a file."""

    loaded = pyqtSignal(str, str)

    def id(self) -> str:
        return "sterkesteden"

    def name(self) -> str:
        return NAME

    def icon(self) -> QIcon:
        return QIcon(paths.icon("sterkesteden"))

    def svgIconPath(self) -> str:
        return paths.icon("sterkesteden")

    def loadAlgorithms(self) -> None:
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
