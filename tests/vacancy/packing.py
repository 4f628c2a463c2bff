# SPDX-License-Identifier: GPL-2.0-or-later
"""Premises from short lists, for tests."""

import numpy as np

from sterkesteden_plugin.vacancy.premises import Premises, functions_of


def premises(vacant, floor_area=None, functions=None):
    names, start, function = functions_of(functions or [[]] * len(vacant))
    nowhere = np.full(len(vacant), np.nan)
    floor = nowhere if floor_area is None else np.array(floor_area, float)
    return Premises(nowhere, nowhere, np.array(vacant, np.int8), floor, names, start, function)
