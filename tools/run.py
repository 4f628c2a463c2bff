# SPDX-License-Identifier: GPL-2.0-or-later
"""Start the real QGIS with the assembled plugin in a throw-away profile.

    python -m tools.run [--tour]

With a display: for a person to work in, with the pack open and the panel beside the map. Without one, or with --tour:
the same application under Xvfb, driven by tests/e2e/tour.py, which leaves pictures and a record in build/tour/.
Either way project and GeoPackage are in build/run/, made anew each time.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys

from tests.e2e.launch import command, environment, launch, make_profile
from tests.e2e.services_beside import services_beside
from tools.assemble import NAME, OUT, PACK, ROOT

RUN = ROOT / "build" / "run"
TOUR = ROOT / "build" / "tour"
DRIVER = ROOT / "tests" / "e2e" / "tour.py"
TOUR_TIME = 600  # seconds


def has_display() -> bool:
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def show() -> int:
    """Start QGIS on the user's display and wait until they close it."""
    pack = RUN / PACK.name
    shutil.copyfile(PACK, pack)
    profiles = make_profile(RUN, OUT / NAME, locale="nl")
    env = environment(RUN, virtual=False)
    env.update(STERKESTEDEN_RUN=str(RUN))
    print(f"QGIS starts with {pack}")
    return subprocess.run(
        command(profiles, ROOT / "tools" / "open_in_qgis.py", virtual=False), env=env, cwd=RUN
    ).returncode


def tour() -> int:
    """Drive QGIS under Xvfb; return 0 only if the driver is content, nothing was raised and all it leaves is there."""
    shutil.rmtree(TOUR, ignore_errors=True)
    env = {"STERKESTEDEN_TARGET": str(RUN / PACK.name)}
    with services_beside() as services:
        result = launch(DRIVER, plugin_dir=OUT / NAME, workdir=TOUR, env={**env, **services}, timeout=TOUR_TIME)
    pictures = sorted(path.name for path in TOUR.glob("*.png"))
    missing = [path for path in (RUN / PACK.name, RUN / f"{PACK.stem}.qgz") if not path.is_file()]
    if not pictures:
        missing.append(TOUR / "*.png")
    if not result.ok or missing:
        print(result.explain(), file=sys.stderr)
        print(f"tour: failed{''.join(f', not there: {path}' for path in missing)}; see {TOUR}", file=sys.stderr)
        return 1
    print(
        f"tour: {len(result.record['checks'])} checks hold, {len(pictures)} pictures in {TOUR}: {', '.join(pictures)}"
    )
    print(f"tour: project and GeoPackage in {RUN}")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Start QGIS with the assembled plugin.")
    parser.add_argument("--tour", action="store_true", help="drive it under Xvfb, also where there is a display")
    arguments = parser.parse_args()
    shutil.rmtree(RUN, ignore_errors=True)
    RUN.mkdir(parents=True)
    return tour() if arguments.tour or not has_display() else show()


if __name__ == "__main__":
    sys.exit(main())
