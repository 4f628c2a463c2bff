# SPDX-License-Identifier: GPL-2.0-or-later
"""Sectors of zones in Processing: what each is specialised in, how far two differ, and whether these are tied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..i18n import tr
from ..processing import styling
from ..processing.base import REAL, TEXT
from ..processing.results import source_name
from ..processing.running import Column, with_unit
from .given_algorithms import some
from .run_algorithms import Run
from .tie_algorithms import Choosing, draw_times, line_of

if TYPE_CHECKING:
    import numpy as np

    from .flows import Flows
    from .sector_tables import SectorTable

_MOST = 500  # zones whose pairs are all told: a quarter of a million


class SectorProfile(Choosing):
    """Location quotients, Krugman's index, and complementarity where there is a tie."""

    NAME = "sectorprofile"
    FEWEST = 0
    PROFILE, PROFILE_CODE, PROFILE_SECTOR = "PROFILE", "PROFILE_CODE", "PROFILE_SECTOR"
    AMOUNTS, TOTAL, REFERENCE = "AMOUNTS", "TOTAL", "REFERENCE"
    OUTPUT, PAIRS = "OUTPUT", "PAIRS"

    def title(self) -> str:
        return tr("Sector profiles")

    def about(self) -> list[str]:
        return [
            tr(
                "Gives for each zone and sector its amount (omvang), its share of the zone (aandeel) and the location "
                "quotient (lq): above 1 the zone has more of it than the area that it is compared with."
            ),
            tr(
                "Gives for pairs of zones how far their profiles differ (krugman), and, where a table of flows is "
                "given and something flows, how strong that tie is (intensiteit): whoever differs and is tied all the "
                "same may complement each other. Both numbers are told, and no verdict."
            ),
            tr(
                "The table of sectors has a row for each zone and sector, or a row for each zone and a column for each "
                "sector, of one year. What it does not tell is not zero: a pair of which a share is not known is "
                "left out."
            ),
        ]

    def method(self) -> list[str]:
        return [
            tr(
                "Location quotient LQ = (e_is / e_i) / (e_ns / e_n), where n is the area that zones are compared with "
                "(Florence 1939, Isard 1960). Krugman's index K = sum of |s_is - s_js| over the sectors, from 0 (the "
                "same profile) to 2 (nothing in common): Krugman (1991), Geography and Trade."
            ),
            tr(
                "Complementarity is an indicator of this plugin itself: K beside T_ij / (O_i · D_j / T), the flow "
                "against what sizes alone would give, with all flows between zones and within them."
            ),
        ]

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        vector = QgsProcessing.SourceType.TypeVector
        self.addParameter(QgsProcessingParameterFeatureSource(self.PROFILE, tr("Table of sectors"), [vector]))
        code = tr("Column of the table of sectors with the code of the zone")
        self.addParameter(QgsProcessingParameterField(self.PROFILE_CODE, code, None, self.PROFILE))
        by_column = tr("Left empty, the table has a column for each sector.")
        self.add_column(self.PROFILE_SECTOR, tr("Column with the sector"), self.PROFILE, by_column)
        amounts = QgsProcessingParameterField(
            self.AMOUNTS, tr("Columns with amounts"), None, self.PROFILE, allowMultiple=True
        )
        amounts.setHelp(tr("One where there is a column with the sector, else one for each sector."))
        self.addParameter(amounts)
        total = tr("Only with a column for each sector. A row with a sector called total is recognised.")
        self.add_column(self.TOTAL, tr("Column with the total of all sectors"), self.PROFILE, total, advanced=True)
        reference = tr("A code of the same table, such as NL01. Left empty, it is the sum of the zones.")
        self.add_text(self.REFERENCE, tr("Area to compare with"), reference, advanced=True)
        self.add_zones()
        every = tr("Left empty, they are all zones of the table of sectors.")
        self.add_chosen(tr("Codes of the zones that are compared, with commas"), True, every)
        self.add_flows(optional=True)
        self.add_result(self.OUTPUT, tr("Sectors of zones"), vector)
        pairs = tr("Pairs of zones")
        self.add_result(self.PAIRS, pairs, QgsProcessing.SourceType.TypeVectorLine, optional=True)
        self.add_rejected()

    def compute(self, run: Run) -> None:
        import numpy as np

        from .sectors import profile

        table, name = self._read(run)
        flows = None
        if run.value(self.FLOWS):
            run.given()
            flows = run.joined(run.text(self.YEAR)).flows
            run.year = flows.year
        zones = run.zones(table.codes)
        run.source = "; ".join(filter(None, (name, run.source)))
        chosen = set(self.chosen(run)) or set(zones.codes)
        at = np.array([n for n, code in enumerate(table.codes) if code in chosen], np.int64)
        if not len(at):
            text = tr("No zone is in {}: it has codes such as {}, the zones have codes such as {}.")
            raise QgsProcessingException(text.format(name, some(table.codes), some(chosen)))
        codes = tuple(table.codes[n] for n in at)
        totals = None if table.totals is None else table.totals[at]
        reference, reference_total = self._reference(run, table)
        found = profile(table.amounts[at], totals, reference, reference_total)
        self._write_sectors(run, codes, table.sectors, table.amounts[at], found.shares, found.quotients)
        self._write_pairs(run, codes, _whole(found.shares, totals is not None), flows)

    def _read(self, run: Run) -> tuple[SectorTable, str]:
        """The table of sectors, and what it is called. Raises QgsProcessingException."""
        from ..processing.table_files import read_layer
        from .sector_tables import Twice, long_table, wide_table

        name = source_name(run.value(self.PROFILE), run.context)
        source = run.algorithm.parameterAsSource(run.parameters, self.PROFILE, run.context)
        if source is None:
            raise QgsProcessingException(run.algorithm.invalidSourceError(run.parameters, self.PROFILE))
        read = read_layer(source, run.cancelled)
        code, sector, total = (run.text(key) for key in (self.PROFILE_CODE, self.PROFILE_SECTOR, self.TOTAL))
        amounts = run.algorithm.parameterAsFields(run.parameters, self.AMOUNTS, run.context)
        absent = sorted({code, sector, total, *amounts} - {"", *read.names})
        if absent:
            text = tr("{} has no column {}. Choose one of: {}.")
            raise QgsProcessingException(text.format(name, ", ".join(absent), ", ".join(read.names)))
        if sector and len(amounts) != 1:
            text = tr("With a column with the sector, choose one column with amounts; {} are chosen.")
            raise QgsProcessingException(text.format(len(amounts)))
        try:
            if sector:
                table = long_table(read.column(code), read.column(sector), read.column(amounts[0]), read.lines)
            else:
                columns = {one: read.column(one) for one in amounts}
                table = wide_table(read.column(code), columns, read.column(total) if total else None, read.lines)
        except Twice as twice:
            text = tr("{} has zone {} with sector {} twice. Filter it first, so that it is of one year.")
            raise QgsProcessingException(text.format(name, *twice.args)) from None
        if table.wrong:
            line, said = table.wrong[0]
            text = tr("{} cells of {} are no amount and count as not known; the first is in row {}: “{}”.")
            run.tell(text.format(len(table.wrong), name, line, said))
        return table, name

    def _reference(self, run: Run, table: SectorTable) -> tuple[np.ndarray | None, float | None]:
        """Amounts of the area that zones are compared with, and its total; None for the sum of the zones."""
        code = run.text(self.REFERENCE)
        if not code:
            return None, None
        if code not in table.codes:
            text = tr("The table of sectors has no row with the code {}. It has codes such as {}.")
            raise QgsProcessingException(text.format(code, some(table.codes)))
        at = table.codes.index(code)
        return table.amounts[at], None if table.totals is None else float(table.totals[at])

    def _write_sectors(
        self,
        run: Run,
        codes: tuple[str, ...],
        sectors: tuple[str, ...],
        amounts: np.ndarray,
        shares: np.ndarray,
        quotients: np.ndarray,
    ) -> None:
        names = dict(zip(run.zones().codes, run.zones().names))
        count = len(sectors)
        columns = [
            Column("code", TEXT, tr("Code"), [code for code in codes for _sector in sectors]),
            Column("naam", TEXT, tr("Name"), [names.get(code, code) for code in codes for _sector in sectors]),
            Column("sector", TEXT, tr("Sector"), list(sectors) * len(codes)),
            Column("omvang", REAL, tr("Amount"), amounts.ravel(), tr("As in the table of sectors")),
            Column("aandeel", REAL, tr("Share of the zone"), shares.ravel(), tr("From 0 to 1")),
            Column("lq", REAL, tr("Location quotient"), quotients.ravel(), tr("1 is as in the area compared with")),
        ]
        run.tell(tr("{} zones, {} sectors.").format(len(codes), count))
        run.write(self.OUTPUT, tr("Each row is a sector of a zone."), columns)
        run.write_csv(columns)

    def _write_pairs(self, run: Run, codes: tuple[str, ...], shares: np.ndarray, flows: Flows | None) -> None:
        """Both ways where flows are known, else one row for a pair; only pairs of which both profiles are known."""
        import numpy as np

        from .completeness import is_whole
        from .curves import curved
        from .sectors import complementarity, krugman

        zones = run.zones()
        place = {code: number for number, code in enumerate(zones.codes)}
        kept = np.array([code in place for code in codes], bool) & ~np.isnan(shares).any(axis=1)
        if kept.sum() > _MOST:
            run.tell(tr("There are more than {} zones; choose some of them for a layer of pairs.").format(_MOST))
            return
        known = [code for code, one in zip(codes, kept.tolist()) if one]
        index = krugman(shares[kept])
        apart = np.ones((len(known), len(known)), bool)
        first, second = np.nonzero(np.triu(apart, 1) if flows is None else apart & ~np.eye(len(known), dtype=bool))
        flow, intensity = np.full(index.shape, np.nan), np.full(index.shape, np.nan)
        if flows is not None:
            if not is_whole(flows):
                run.tell(
                    tr(
                        "The table of flows is of some zones only, so that T is too small: strengths of ties can be "
                        "compared with each other, not with 1."
                    )
                )
            tied = complementarity(flows, tuple(known), shares[kept])
            flow[tied.origin, tied.destination] = tied.flow
            intensity[tied.origin, tied.destination] = tied.intensity
        at = np.array([place[code] for code in known], np.int64)
        start, end = at[first].tolist(), at[second].tolist()
        columns = [
            Column("van_code", TEXT, tr("From, code"), [zones.codes[one] for one in start]),
            Column("van_naam", TEXT, tr("From"), [zones.names[one] for one in start]),
            Column("naar_code", TEXT, tr("To, code"), [zones.codes[one] for one in end]),
            Column("naar_naam", TEXT, tr("To"), [zones.names[one] for one in end]),
            Column("krugman", REAL, tr("Difference of profiles"), index[first, second], tr("Krugman's index, 0 to 2")),
            Column("stroom", REAL, with_unit(tr("Flow"), flows.unit if flows else ""), flow[first, second]),
            Column(
                "intensiteit",
                REAL,
                tr("Strength of the tie"),
                intensity[first, second],
                tr("Flow against what sizes alone would give: 1 is as these would"),
            ),
        ]
        places = zones.places()
        lines = curved(places, np.array(start, np.int64), np.array(end, np.int64))

        def draw(layer: QgsVectorLayer) -> None:
            draw_times(layer, "intensiteit", "krugman", 2.0, tr("no tie is known"), bool(np.isfinite(intensity).any()))
            styling.label(layer, 'format_number("krugman", 2)', 8.0)

        run.write(
            self.PAIRS,
            tr("Each line is a pair of zones, as wide as their profiles differ, coloured by the strength of the tie."),
            columns,
            (line_of(one) for one in lines),
            QgsWkbTypes.Type.LineString,
            draw,
        )


def _whole(shares: np.ndarray, has_total: bool) -> np.ndarray:
    """Shares that sum to 1: what is left of a total is a sector of its own, or profiles would differ too little."""
    import numpy as np

    if not has_total:
        return shares
    rest = np.maximum(1 - shares.sum(axis=1, keepdims=True), 0.0)
    return np.hstack((shares, rest))
