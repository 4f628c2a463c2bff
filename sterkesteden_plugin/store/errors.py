# SPDX-License-Identifier: GPL-2.0-or-later
"""What the store says to a user when it cannot do what was asked."""

from __future__ import annotations

from typing import Any


class StoreError(Exception):
    """A GeoPackage cannot be used.

    `message` says what is wrong and where, `advice` what to do, `details` go to the log.
    """

    def __init__(self, message: str, advice: str, details: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.details = details


class Emptied(StoreError):
    """Nothing came for what the file has something of: that is no reason to take it away."""


class Cancelled(Exception):
    """The user does not want it any more; nothing to tell."""


class Conflict(StoreError):
    """Somebody else changed the same record meanwhile; `theirs` is what the file holds now, column to value."""

    def __init__(self, message: str, advice: str, theirs: dict[str, Any], details: tuple[str, ...] = ()) -> None:
        super().__init__(message, advice, details)
        self.theirs = theirs
