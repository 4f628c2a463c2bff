# SPDX-License-Identifier: GPL-2.0-or-later
"""`make data`: check the sources in data/ and write them as one GeoPackage."""

from __future__ import annotations

import os
import sys
from pathlib import Path

# pyproj looks for its data in the virtual environment, but the system's has them elsewhere.
_PROJ = Path(sys.base_prefix) / "share" / "proj"
if (_PROJ / "proj.db").is_file():
    os.environ.setdefault("PROJ_DATA", str(_PROJ))
