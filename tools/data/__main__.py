# SPDX-License-Identifier: GPL-2.0-or-later
"""`python -m tools.data`: the command behind `make data`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from . import digest


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the GeoPackage if anything changed; faults go to standard error, a line each, and give exit code 1."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.data", description="Check the sources, write the GeoPackage."
    )
    parser.add_argument("--source", type=Path, default=Path("data"), help="folder of the sources")
    parser.add_argument("--out", type=Path, default=Path("build/sterkesteden.gpkg"), help="GeoPackage to write")
    parser.add_argument("--styles", type=Path, default=Path("resources/styles"), help="folder of the QML styles")
    options = parser.parse_args(arguments)
    if digest.unchanged(options.source, options.styles, options.out):
        os.utime(options.out)  # make compares times
        print(f"{options.out.as_posix()} is up to date")
        return 0

    from .build import build  # geopandas takes a second to load, which an up-to-date file need not wait for
    from .faults import BuildError

    try:
        build(options.source, options.out, options.styles)
    except BuildError as error:
        for fault in error.faults:
            print(fault, file=sys.stderr)
        print(f"{len(error.faults)} fault(s); nothing was written", file=sys.stderr)
        return 1
    digest.keep(options.source, options.styles, options.out)
    print(f"{options.out.as_posix()} was written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
