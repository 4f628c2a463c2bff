# SPDX-License-Identifier: GPL-2.0-or-later
"""Where on a map there is room for its legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QPointF, QRectF

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.PyQt.QtCore import QPoint, QSize

_BETTER = 0.05  # by which another corner must cover less, so that a legend does not jump about


def free_corner(corners: Sequence[QPoint], size: QSize, boxes: Sequence[QRectF], chosen: int) -> int:
    """Number of the corner in which something of a size covers least of the boxes; `chosen` if no other is better."""
    covered = [
        sum(
            _share(QRectF(QPointF(corner), QPointF(corner.x() + size.width(), corner.y() + size.height())), box)
            for box in boxes
        )
        for corner in corners
    ]
    return covered.index(min(covered)) if covered[chosen] > min(covered) + _BETTER else chosen


def _share(cover: QRectF, box: QRectF) -> float:
    common = cover.intersected(box)
    return common.width() * common.height() / (box.width() * box.height())
