# SPDX-License-Identifier: GPL-2.0-or-later
"""How sure a share is that was counted among few units."""

from __future__ import annotations

import numpy as np

Z_95 = 1.959963984540054  # of the normal distribution: 95% lies between -z and z


def wilson(part: np.ndarray, whole: np.ndarray, z: float = Z_95) -> tuple[np.ndarray, np.ndarray]:
    """(low, high): the interval of the share `part / whole` (counts, same shape), each 0 to 1; NaN where `whole` is 0.

    The score interval of Wilson (1927), Probable inference, Journal of the American Statistical Association 22: it
    stays between 0 and 1 and holds for small numbers too, where the share plus and minus its standard error does not.
    """
    part, whole = np.broadcast_arrays(np.asarray(part, np.float64), np.asarray(whole, np.float64))
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.where(whole > 0, part / whole, np.nan)
        width = z * z / whole
        middle = (share + width / 2) / (1 + width)
        half = np.sqrt(share * (1 - share) * width + width * width / 4) / (1 + width)
    return np.clip(middle - half, 0, 1), np.clip(middle + half, 0, 1)
