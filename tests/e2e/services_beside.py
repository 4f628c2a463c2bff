# SPDX-License-Identifier: GPL-2.0-or-later
"""Services of open data on loopback, in a program beside QGIS that the tour tells what is to happen to them.

The launcher uses `services_beside`; the driver in QGIS asks the address in STERKESTEDEN_SERVICES: `/addresses` for
those of the services, and what `Conductor` has methods for.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = "STERKESTEDEN_SERVICES"


@contextmanager
def services_beside() -> Iterator[dict[str, str]]:
    """What QGIS must have in its environment to find them; they end with the block, or with who started them."""
    with TemporaryDirectory(prefix="sterkesteden-services-") as folder:
        command = [str(ROOT / "tools" / "with_qgis.sh"), "-m", "tests.e2e.services_beside", folder]
        environment = {**os.environ, "XDG_RUNTIME_DIR": folder}
        program = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert program.stdin and program.stdout
        try:
            address = program.stdout.readline().strip()
            if not address:
                raise RuntimeError(f"the services of open data do not start: exit code {program.wait(10)}")
            yield {ADDRESS: address}
        finally:
            program.stdin.close()
            try:
                program.wait(20)
            except subprocess.TimeoutExpired:
                program.kill()
                program.wait()
            program.stdout.close()


def main(folder: Path) -> None:
    """Serve until nobody holds our standard input any more."""
    # Here, so that who only starts this program needs neither GDAL nor QGIS.
    from tests.services.servers.arcgis import ArcGisServer
    from tests.services.servers.every_kind import every_kind
    from tests.services.servers.faults import Answer, Exchange, LoopbackServer, Request, broken, hang
    from tests.services.servers.places import write_places
    from tests.services.servers.statline import TOWNS, StatLineServer

    class Conductor(LoopbackServer):
        """Does what the last part of the path says."""

        def __init__(self, places: Path) -> None:
            super().__init__()
            self.places = places
            self.statline, self.arcgis = StatLineServer(), ArcGisServer()
            self.servers = ExitStack()
            self.addresses = self.servers.enter_context(every_kind(places, folder, self.statline, self.arcgis))
            # Of the base map there is only what a check asks.
            self.pages["/wmts"] = Answer(b"<Capabilities/>", "text/xml")
            self.addresses["wmts"] = f"{self.url}/wmts"

        def answer(self, request: Request) -> Answer:
            if request.path in self.pages:
                return super().answer(request)
            said = getattr(self, f"do_{request.path.strip('/')}")()
            return Answer(json.dumps(said).encode())

        def do_addresses(self) -> dict[str, str]:
            return self.addresses

        def do_change(self) -> dict[str, str]:
            """A few things become otherwise; what."""
            said = _change_places(self.places, TOWNS[0])
            values = self.statline.tables["83582NED"].values
            codes = [codes for codes in values if codes[1] == TOWNS[0]][-1]
            values[codes] += 1.5
            return {**said, "figure": codes[1]}

        def do_worsen(self) -> None:
            """One service is gone, and another has another name for what it measures."""
            self.arcgis.fail(broken(404), None)
            self.statline.measure = "OnderAndereNaam_1"

        def do_mend(self) -> None:
            self.arcgis.fail(Exchange.send, None)
            self.statline.fail(Exchange.send, None)
            self.statline.measure = None

        def do_hold(self) -> None:
            """From now on StatLine gives the first rows, and then nothing more."""
            given = []

            def first_only(exchange: Exchange, answer: Answer) -> None:
                if "TypedDataSet" in exchange.path:
                    given.append(exchange.path)
                (Exchange.send if len(given) <= 1 else hang)(exchange, answer)

            self.statline.fail(first_only, None)

        def do_stop(self) -> None:
            """No service answers any more."""
            self.servers.close()

    conductor = Conductor(write_places(folder / "places.gpkg"))
    with conductor, conductor.servers:
        print(conductor.url, flush=True)
        sys.stdin.read()


def _change_places(places: Path, municipality: str) -> dict[str, str]:
    """One wijk has more inhabitants, one is gone, and a station is 120 m further on."""
    from osgeo import ogr

    source = ogr.Open(str(places), 1)
    wijken = source.GetLayerByName("wijken")
    wijken.SetAttributeFilter(f"gemeentecode = '{municipality}'")
    first, *_others, last = list(wijken)
    first["aantal_inwoners"] = (first["aantal_inwoners"] or 0) + 25
    wijken.SetFeature(first)
    wijken.DeleteFeature(last.GetFID())
    stations = source.GetLayerByName("station")
    station = next(iter(stations))
    at = station.GetGeometryRef()
    at.SetPoint_2D(0, at.GetX() + 120, at.GetY())
    stations.SetFeature(station)
    return {"grown": first["wijknaam"], "gone": last["wijknaam"], "moved": station["code"]}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
