# SPDX-License-Identifier: GPL-2.0-or-later
"""What a service says to a user when it does not give what was asked."""

from __future__ import annotations

from typing import TypeVar

from ..store.errors import Cancelled

__all__ = ["Cancelled", "Changed", "Gone", "ServiceError", "Unreachable", "without_frames"]

_Error = TypeVar("_Error", bound=BaseException)


class ServiceError(Exception):
    """A service did not give what was asked. `message` says what is wrong and where, `advice` what to do.

    `details` go to the log; they hold no credentials.
    """

    def __init__(self, message: str, advice: str, details: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.details = details


class Unreachable(ServiceError):
    """No answer: no network, no such host, a proxy that refuses, or no answer in time.

    `is_closed`: there is no connection with the server at all, whatever is asked of it.
    """

    is_closed = False


class Gone(ServiceError):
    """It answers, but what was asked is not there any more (404, 410, no such collection or table)."""


class Changed(ServiceError):
    """It answers, but not in the form that the catalogue says: another format, field, or coordinate system."""


def without_frames(error: _Error) -> _Error:
    """An error that is kept, without the frames that it came through.

    These hold what was worked with, and often the error itself: such a circle Python takes apart in whichever thread it
    likes, and objects of QGIS do not go well in any but their own.
    """
    one: BaseException | None = error
    while one is not None:
        one.__traceback__ = None
        one = one.__cause__ or one.__context__
    return error
