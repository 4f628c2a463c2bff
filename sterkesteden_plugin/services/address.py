# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses on the web: whether two have one origin, how a question is put in, what of them may be shown. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import SplitResult, quote, unquote_plus, urljoin, urlsplit

DEFAULT_PORTS = {"http": 80, "https": 443}
HIDDEN = "…"

# Other readers of addresses (Qt's) may take a host otherwise than Python does, unless it is plain like this.
_PLAIN = re.compile(
    r"https?://(?:[^\s/?#\\@]*@)?[a-z0-9_.:\[\]-]+(?:[/?#][^\x00-\x1f\x7f]*)?", re.ASCII | re.IGNORECASE
)
# What OData, OGC API and WFS write in a query stays readable; spaces become %20, never "+".
_SAFE = "$:,/()'*!@;-._~"
_SECRET_NAMES = {
    "auth",
    "authcfg",
    "authorization",
    "pass",
    "passwd",
    "pwd",
    "sas",
    "session",
    "sessionid",
    "sid",
    "sig",
}
_SECRET_NAMES |= {"user", "username", "gebruiker", "gebruikersnaam", "cookie"}
_SECRET_ENDS = ("key", "secret", "password", "wachtwoord", "signature", "sleutel")
_CURSOR_TOKENS = ("skip", "page", "next", "continu", "resum")  # $skiptoken and the like say where a page begins


def origin(url: str) -> tuple[str, str, int] | None:
    """Scheme, host and port; None where it is no plain address of a web server, or has a user name in it."""
    parts = _split(url)
    if parts is None or "@" in parts.netloc:
        return None
    return parts.scheme, parts.hostname or "", parts.port or DEFAULT_PORTS[parts.scheme]


def same_origin(url: str, other: str) -> bool:
    """Whether both are served by one origin (RFC 6454): what one says may be followed to the other."""
    mine = origin(url)
    return mine is not None and mine == origin(other)


def host(url: str) -> str:
    """The host, with the port where it is not the usual one: what is told to a user."""
    parts = _split(url)
    if parts is None:
        return redacted(url)
    name = parts.hostname or ""
    return name if parts.port in (None, DEFAULT_PORTS[parts.scheme]) else f"{name}:{parts.port}"


def has_credentials(url: str, headers: Mapping[str, str] | None = None) -> bool:
    """Whether the address or a header of the question says who asks."""
    parts = _pieces(url)
    if "@" in parts.netloc:
        return True
    names = [piece.partition("=")[0] for piece in parts.query.split("&")]
    return any(_is_secret(name) for name in [*names, *(headers or {})])


def joined(base: str, link: str) -> str:
    """The address of a link that an answer from `base` holds; the link itself where it is none."""
    try:
        return urljoin(base, link)
    except ValueError:
        return link


def with_query(url: str, values: Mapping[str, str | int | float | None]) -> str:
    """`url` with these in its query. What was there stays, but for the same name in any case. None is left out."""
    parts = urlsplit(url)
    given = {name.casefold() for name in values}
    pieces = [
        piece
        for piece in parts.query.split("&")
        if piece and unquote_plus(piece.partition("=")[0]).casefold() not in given
    ]
    pieces += [
        f"{quote(name, safe=_SAFE)}={quote(str(value), safe=_SAFE)}"
        for name, value in values.items()
        if value is not None
    ]
    return parts._replace(query="&".join(pieces)).geturl()


def redacted(url: str) -> str:
    """`url` as it may be logged: without user and password, and without the values of what looks like a key."""
    parts = _pieces(url)
    pieces = []
    for piece in parts.query.split("&"):
        name, equals, value = piece.partition("=")
        pieces.append(f"{name}{equals}{HIDDEN}" if value and _is_secret(name) else piece)
    netloc = parts.netloc.rpartition("@")[2]
    return parts._replace(netloc=netloc, query="&".join(pieces), fragment="").geturl()


def _is_secret(name: str) -> bool:
    letters = re.sub(r"[^a-z]", "", unquote_plus(name).lower())
    if letters.endswith("token"):
        return not letters.startswith(_CURSOR_TOKENS)
    return letters in _SECRET_NAMES or letters.endswith(_SECRET_ENDS)


def _split(url: str) -> SplitResult | None:
    if not _PLAIN.fullmatch(url):
        return None
    try:
        parts = urlsplit(url)
        usable = parts.scheme in DEFAULT_PORTS and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port or an IPv6 address that is none
        return None
    return parts if usable else None


def _pieces(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", HIDDEN, "", "")
