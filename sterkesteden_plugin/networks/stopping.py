# SPDX-License-Identifier: GPL-2.0-or-later
"""How a long computation is stopped halfway; of `tables`, named here for the cores of this room."""

from __future__ import annotations

from ..tables.stopping import Stopped as Stopped
from ..tables.stopping import never as never
