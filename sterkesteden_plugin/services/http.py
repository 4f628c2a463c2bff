# SPDX-License-Identifier: GPL-2.0-or-later
"""Fetching from a service: tries again where that helps, keeps to its origin, says in words what went wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from random import SystemRandom
from typing import Any

from qgis.core import QgsFeedback

from ..i18n import tr
from .address import has_credentials, host, joined, origin, redacted, same_origin
from .cache import Kept, ResponseCache
from .errors import Cancelled, Changed, Gone, ServiceError, Unreachable, without_frames
from .exchange import Answer, Trouble, ask, is_cancelled, wait

MAX_BYTES = 100 * 1024 * 1024
MAX_REDIRECTS = 5
LONGEST_WAIT = 60.0  # seconds; a server that wants us to wait longer is told of instead
BODY_IN_LOG = 1000
_BEGINNING = 1000  # of a body: where it is seen what it is

_REDIRECTS = {301, 302, 303, 307, 308}
_PASSING = {429, 500, 502, 503, 504}  # may be well the next time
_CLOSED = {Trouble.NO_HOST, Trouble.REFUSED, Trouble.PROXY, Trouble.CERTIFICATE}
_PASSING_TROUBLES = {Trouble.NO_HOST, Trouble.REFUSED, Trouble.TIMEOUT, Trouble.CUT_OFF, Trouble.NETWORK}


@dataclass(frozen=True)
class Response:
    """An answer. `retrieved` is when the server sent it or said that it still counts (UTC, ISO 8601).

    `stale` is one that was kept, given because the service cannot be reached: it may be older than what it has now.
    """

    url: str
    status: int
    content_type: str
    body: bytes
    headers: Mapping[str, str]  # names in small letters
    retrieved: str
    from_cache: bool = False
    stale: bool = False

    def json(self) -> Any:
        """The body, read. Raises Changed where it is something else, such as a web page."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError) as error:
            raise self.unreadable(error) from error

    def unreadable(self, why: Exception) -> Changed:
        """To be raised when the body is something else than was asked."""
        if b"<html" in self.body[:_BEGINNING].lower():
            message = tr("{} sends a web page where data were expected.")
        else:
            message = tr("{} sends data that cannot be read.")
        details = (redacted(self.url), self.content_type, str(why))
        return Changed(message.format(host(self.url)), elsewhere(), details)


class Fetcher:
    """Gets answers, in whatever thread it is called; from the panel only in a task."""

    def __init__(
        self,
        feedback: QgsFeedback | None = None,
        cache: ResponseCache | None = None,
        *,
        retries: int = 3,
        max_bytes: int = MAX_BYTES,
        timeout: float | None = None,
        back_off: float = 0.5,
        closed: dict[object, Unreachable] | None = None,
    ) -> None:
        """`timeout` is seconds without a byte, None for QGIS's; `back_off` the seconds before the first retry.

        `closed` are origins with which there was no connection just now: they are not asked again, and more may come.
        """
        self.feedback = feedback
        self.has_stale = False  # whether what it gave last was kept, for want of an answer
        self._fresh: set[object] = set()  # origins that gave an answer
        self._lost: dict[object, Unreachable] = {}  # why of these origins only what was kept is given
        self._closed = {} if closed is None else closed
        self._cache = cache
        self._retries = retries
        self._max_bytes = max_bytes
        self._timeout = timeout
        self._back_off = back_off

    def get(self, url: str, headers: Mapping[str, str] | None = None, authcfg: str = "") -> Response:
        """Ask for `url`, with the authentication configuration `authcfg` of QGIS where one is given.

        Of one origin all is fresh or all was kept: parts of one answer that are of two days do not fit together.
        Raises Cancelled, Unreachable (no answer, and nothing kept), Gone, Changed or another ServiceError.
        """
        server = origin(url)
        headers = dict(headers or {})
        _check(url)
        cache = None if authcfg or has_credentials(url, headers) else self._cache
        kept = cache.get(url, headers) if cache else None
        asked = {**headers, **kept.validators} if kept else headers
        try:
            if server in self._lost or server in self._closed:
                raise self._lost.get(server) or self._closed[server]
            final, answer = self._answer(url, asked, authcfg)
        except Unreachable as error:
            if error.is_closed:
                self._closed[server] = without_frames(error)
            if kept is None or server in self._fresh:
                raise
            self._lost[server] = without_frames(error)
            self.has_stale = True
            return _response(kept, from_cache=True, stale=True)
        self._fresh.add(server)
        self.has_stale = False
        now = datetime.now(timezone.utc).isoformat(timespec="seconds")
        if answer.status == 304 and kept:
            new = Kept(kept.url, {**kept.headers, **answer.headers}, kept.body, now)
        else:
            new = Kept(final, answer.headers, answer.body, now)
        if cache:
            cache.put(url, headers, new)
        return _response(new, answer.status, from_cache=answer.status == 304)

    def _answer(self, url: str, headers: Mapping[str, str], authcfg: str) -> tuple[str, Answer]:
        """A good answer and where it came from, after as many tries as it takes."""
        conditional = any(name.lower().startswith("if-") for name in headers)
        attempt = 0
        while True:
            final, answer = self._follow(url, headers, authcfg)
            if answer.trouble is None and (200 <= answer.status < 300 or (answer.status == 304 and conditional)):
                return final, answer
            asked_for = retry_after(answer.headers, datetime.now(timezone.utc))
            if not self._may_pass(answer, attempt) or (asked_for or 0) > LONGEST_WAIT:
                raise _fault(final, answer, asked_for, self._max_bytes, self._timeout)
            # Not all who were sent away come back in the same moment.
            pause = self._back_off * 2**attempt * (1 + SystemRandom().random() / 4)
            wait(max(pause, asked_for or 0), self.feedback)
            attempt += 1

    def _may_pass(self, answer: Answer, attempt: int) -> bool:
        # Without a network no name is known; that is not over in seconds, and who works offline should not wait for it.
        tries = min(self._retries, 1) if answer.trouble is Trouble.NO_HOST else self._retries
        passing = answer.trouble in _PASSING_TROUBLES if answer.trouble else answer.status in _PASSING
        return passing and attempt < tries

    def _follow(self, url: str, headers: Mapping[str, str], authcfg: str) -> tuple[str, Answer]:
        """Ask, and go where the server sends on to, as long as that is the server itself."""
        for _ in range(MAX_REDIRECTS + 1):
            if is_cancelled(self.feedback):
                raise Cancelled
            answer = ask(url, headers, authcfg, self.feedback, self._max_bytes, self._timeout)
            target = answer.headers.get("location", "")
            if answer.trouble or answer.status not in _REDIRECTS or not target:
                return url, answer
            target = joined(url, target)
            if not same_origin(url, target):
                raise Changed(
                    tr("{} sends on to another address ({}). That is not followed.").format(host(url), host(target)),
                    tr("If you trust that address, set it in the settings of the services."),
                    (redacted(url), redacted(target)),
                )
            url = target
        raise Changed(tr("{} keeps sending on and on.").format(host(url)), elsewhere(), (redacted(url),))


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds that a server asks to wait (Retry-After of RFC 9110: a number or a date); None where it asks nothing."""
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])  # more digits than that are years
    try:
        when = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError):  # what is no date raises differently by version of Python
        return None
    return max(0.0, (when.replace(tzinfo=when.tzinfo or timezone.utc) - now).total_seconds())


def _response(kept: Kept, status: int = 200, *, from_cache: bool, stale: bool = False) -> Response:
    status = 200 if from_cache else status
    kind = kept.headers.get("content-type", "")
    return Response(kept.url, status, kind, kept.body, kept.headers, kept.retrieved, from_cache, stale)


def _check(url: str) -> None:
    if origin(url) is not None:
        return
    if "@" in url.partition("?")[0] and origin(redacted(url)) is not None:
        raise ServiceError(
            tr("The address of {} has a user name or password in it.").format(host(redacted(url))),
            tr("Take it out, and choose an authentication configuration of QGIS for this service."),
        )
    raise ServiceError(
        tr("This is not the address of a web service: {}").format(redacted(url)),
        tr("Set an address that begins with https:// or http:// in the settings of the services."),
    )


def _fault(url: str, answer: Answer, asked_for: float | None, max_bytes: int, timeout: float | None) -> ServiceError:
    """What to tell about an answer that is none."""
    name = host(url)
    body = answer.body[:BODY_IN_LOG].decode("utf-8", "replace")
    details = (redacted(url), f"HTTP {answer.status}", answer.trouble.name if answer.trouble else "", body)
    later = tr("Try again later.")
    if answer.trouble:
        error = _trouble(answer.trouble, name, max_bytes, details)
        if isinstance(error, Unreachable):
            error.is_closed = answer.trouble in _CLOSED
        return error
    if asked_for is not None and answer.status in _PASSING:
        when = (datetime.now(timezone.utc) + timedelta(seconds=asked_for)).astimezone()
        today = when.date() == datetime.now().astimezone().date()
        until = when.strftime("%H:%M" if today else "%d-%m-%Y %H:%M")
        return Unreachable(tr("{} is busy and asks to wait until {}.").format(name, until), later, details)
    if answer.status in (401, 403):
        return ServiceError(
            tr("{} does not let you in (answer {}).").format(name, answer.status),
            tr("Choose an authentication configuration of QGIS with which you may use this service."),
            details,
        )
    if answer.status in (404, 410):
        return Gone(
            tr("What was asked is not at {} any more (answer {}).").format(name, answer.status), elsewhere(), details
        )
    if answer.status == 429:
        return Unreachable(tr("{} gets too many questions.").format(name), later, details)
    if answer.status >= 500:
        return Unreachable(
            tr("{} does not work at the moment (answer {}).").format(name, answer.status), later, details
        )
    return Changed(
        tr("{} does not understand the question (answer {}).").format(name, answer.status), elsewhere(), details
    )


def _trouble(trouble: Trouble, name: str, max_bytes: int, details: tuple[str, ...]) -> ServiceError:
    later = tr("Try again later.")
    connection = tr("Check the network connection, and the address in the settings of the services.")
    if trouble is Trouble.NO_HOST:
        return Unreachable(tr("{} cannot be found.").format(name), connection, details)
    if trouble is Trouble.REFUSED:
        return Unreachable(tr("{} does not take the connection.").format(name), connection, details)
    if trouble is Trouble.TIMEOUT:
        return Unreachable(tr("{} does not answer in time.").format(name), later, details)
    if trouble is Trouble.CUT_OFF:
        return Unreachable(tr("{} broke off before all was sent.").format(name), later, details)
    if trouble is Trouble.PROXY:
        return Unreachable(
            tr("{} cannot be reached through the proxy.").format(name),
            tr("Check the proxy in the options of QGIS, under Network."),
            details,
        )
    if trouble is Trouble.CERTIFICATE:
        return Unreachable(
            tr("There is no secure connection with {}.").format(name),
            tr(
                "It has no https at this address, or a certificate that is not trusted. Check the address in the "
                "settings of the services; your administrator knows which certificates QGIS needs."
            ),
            details,
        )
    if trouble is Trouble.LOGIN:
        return ServiceError(
            tr("The authentication configuration for {} cannot be used.").format(name),
            tr("Check it in the options of QGIS, under Authentication."),
            details,
        )
    if trouble is Trouble.TOO_LARGE:
        size = max_bytes // (1024 * 1024)
        return ServiceError(
            tr("{} sends more than {} MB in one answer.").format(name, size),
            tr("Try again later. If it stays so, tell the manager of the service."),
            details,
        )
    if trouble is Trouble.UNREADABLE:
        return Changed(tr("{} sends data that cannot be read.").format(name), elsewhere(), details)
    return Unreachable(tr("{} cannot be reached.").format(name), connection, details)


def elsewhere() -> str:
    """What to do about a service that is not as the catalogue says."""
    return tr("Check the services; look for a newer version of the plugin, or set another address in the settings.")
