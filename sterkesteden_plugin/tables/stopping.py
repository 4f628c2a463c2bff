# SPDX-License-Identifier: GPL-2.0-or-later
"""How a long computation is stopped halfway: it asks `cancelled()` at least twice a second, and then raises Stopped."""

from __future__ import annotations


class Stopped(Exception):
    """The user wanted no more of it: there is no result."""


def never() -> bool:
    """For `cancelled`: nobody stops this."""
    return False
