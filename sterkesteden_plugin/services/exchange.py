# SPDX-License-Identifier: GPL-2.0-or-later
"""One question to a server and its answer, through QGIS's own network: its proxy, certificates, user agent, logins.

It runs in the thread that calls it, on an event loop of its own; QGIS has a manager for each thread.
"""

from __future__ import annotations

import enum
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsApplication, QgsFeedback, QgsNetworkAccessManager
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyQuery, QNetworkReply, QNetworkRequest

from .errors import Cancelled

LOOK_MS = 50  # how often it is looked at whether the user still wants it
BUFFER = 1 << 20  # what Qt holds before it stops reading from the network
_GZIP = 16 + zlib.MAX_WBITS

_Error = QNetworkReply.NetworkError
_Attribute = QNetworkRequest.Attribute


class Trouble(enum.Enum):
    """Why there is no whole answer."""

    NO_HOST = enum.auto()
    REFUSED = enum.auto()
    TIMEOUT = enum.auto()
    CUT_OFF = enum.auto()
    CERTIFICATE = enum.auto()
    PROXY = enum.auto()
    NETWORK = enum.auto()  # anything else between here and there
    LOGIN = enum.auto()  # the authentication configuration cannot be used
    TOO_LARGE = enum.auto()
    UNREADABLE = enum.auto()  # packed in a way that was not asked for, or wrongly


_TROUBLES = {
    _Error.HostNotFoundError: Trouble.NO_HOST,
    _Error.ConnectionRefusedError: Trouble.REFUSED,
    _Error.RemoteHostClosedError: Trouble.CUT_OFF,
    _Error.TimeoutError: Trouble.TIMEOUT,
    _Error.OperationCanceledError: Trouble.TIMEOUT,  # not by us: QGIS's own timer
    _Error.SslHandshakeFailedError: Trouble.CERTIFICATE,
    _Error.ProxyConnectionRefusedError: Trouble.PROXY,
    _Error.ProxyConnectionClosedError: Trouble.PROXY,
    _Error.ProxyNotFoundError: Trouble.PROXY,
    _Error.ProxyTimeoutError: Trouble.PROXY,
    _Error.ProxyAuthenticationRequiredError: Trouble.PROXY,
}


@dataclass(frozen=True)
class Answer:
    """What came. `headers` by their names in small letters; `status` is 0 and `trouble` says why where nothing came."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    trouble: Trouble | None


def ask(
    url: str,
    headers: Mapping[str, str],
    authcfg: str,
    feedback: QgsFeedback | None,
    max_bytes: int,
    timeout: float | None,
) -> Answer:
    """Ask once. `timeout` is seconds without a byte; None for QGIS's own. Redirects are answers, not followed.

    Raises Cancelled when `feedback` is cancelled.
    """
    request = QNetworkRequest(QUrl(url))
    # Redirects are judged by who asks; what is kept, and that nothing of a login is, is the business of cache.py.
    for attribute, value in (
        (_Attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.ManualRedirectPolicy),
        (_Attribute.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork),
        (_Attribute.CookieLoadControlAttribute, QNetworkRequest.LoadControl.Manual),
        (_Attribute.CookieSaveControlAttribute, QNetworkRequest.LoadControl.Manual),
    ):
        request.setAttribute(attribute, int(getattr(value, "value", value)))  # Qt 6: enums are no numbers
    request.setAttribute(_Attribute.CacheSaveControlAttribute, False)
    request.setRawHeader(b"Accept-Encoding", b"gzip")  # so Qt leaves unpacking to us, who know when it is too much
    for name, text in headers.items():
        request.setRawHeader(name.encode("latin-1", "replace"), text.encode("latin-1", "replace"))
    manager = QgsApplication.authManager()
    if authcfg:
        done, request = manager.updateNetworkRequest(request, authcfg)
        if not done:
            return Answer(0, {}, b"", Trouble.LOGIN)
    network = QgsNetworkAccessManager.instance()
    own = QgsNetworkAccessManager.timeout() / 1000
    if own:
        # A little before QGIS's own timer, which writes the whole address in the log and in the message bar.
        timeout = min(timeout or own, own * 0.8)
    reply = network.get(request)
    if authcfg:
        manager.updateNetworkReply(reply, authcfg)
    return _Exchange(reply, feedback, max_bytes, timeout).run()


class _Exchange:
    """Reads one reply as it arrives."""

    def __init__(
        self, reply: QNetworkReply, feedback: QgsFeedback | None, max_bytes: int, timeout: float | None
    ) -> None:
        self._reply = reply
        self._feedback = feedback
        self._max_bytes = max_bytes
        self._timeout = timeout
        self._heard = time.monotonic()
        self._parts: list[bytes] = []
        self._size = 0
        self._unpacker: Any = None
        self._trouble: Trouble | None = None
        reply.setReadBufferSize(BUFFER)

    def run(self) -> Answer:
        loop, timer = QEventLoop(), QTimer()
        timer.timeout.connect(self._look)
        self._reply.readyRead.connect(self._read)
        self._reply.finished.connect(loop.quit)
        timer.start(LOOK_MS)
        try:
            if not self._reply.isFinished():
                loop.exec()
            self._read()
            if is_cancelled(self._feedback):
                raise Cancelled
            return self._answer()
        finally:
            timer.stop()
            _let_go(self._reply)

    def _look(self) -> None:
        if is_cancelled(self._feedback):
            self._reply.abort()
        elif self._timeout and time.monotonic() - self._heard > self._timeout:
            self._stop(Trouble.TIMEOUT)

    def _stop(self, trouble: Trouble) -> None:
        self._trouble = trouble
        self._reply.abort()

    def _read(self) -> None:
        if self._trouble or not self._reply.isOpen():
            return
        data = self._reply.readAll().data()
        if not data:
            return
        self._heard = time.monotonic()
        packed = self._header("Content-Encoding").lower()
        try:
            if packed in ("", "identity"):
                self._keep(data)
            elif packed in ("gzip", "x-gzip"):
                self._unpack(data)
            else:
                self._stop(Trouble.UNREADABLE)
        except zlib.error:
            self._stop(Trouble.UNREADABLE)

    def _unpack(self, data: bytes) -> None:
        while data and not self._trouble:
            if self._unpacker is None or self._unpacker.eof:  # one gzip file may follow another
                self._unpacker = zlib.decompressobj(_GZIP)
            self._keep(self._unpacker.decompress(data, min(BUFFER, self._max_bytes + 1)))
            data = self._unpacker.unconsumed_tail or self._unpacker.unused_data

    def _keep(self, data: bytes) -> None:
        self._size += len(data)
        if self._size > self._max_bytes:
            self._parts.clear()
            self._stop(Trouble.TOO_LARGE)
        else:
            self._parts.append(data)

    def _header(self, name: str) -> str:
        return self._reply.rawHeader(name.encode()).data().decode("latin-1").strip()

    def _answer(self) -> Answer:
        status = self._reply.attribute(_Attribute.HttpStatusCodeAttribute) or 0
        headers = {
            pair[0].data().decode("latin-1").lower(): pair[1].data().decode("latin-1")
            for pair in self._reply.rawHeaderPairs()
        }
        trouble = self._trouble or self._what_qt_says(status)
        if trouble is None and self._unpacker is not None and not self._unpacker.eof:
            trouble = Trouble.CUT_OFF  # Qt sees that less came than was announced; not that a gzip file has no end
        return Answer(status, headers, b"".join(self._parts), trouble)

    def _what_qt_says(self, status: int) -> Trouble | None:
        error = self._reply.error()
        if error == _Error.NoError:
            return None
        # Qt calls an answer of 400 and more an error too; that is judged by its status. 407 is the proxy's.
        trouble = _TROUBLES.get(error, None if status else Trouble.NETWORK)
        if trouble in (Trouble.NO_HOST, Trouble.REFUSED) and _has_proxy(self._reply.url()):
            return Trouble.PROXY  # the connection was to the proxy, though Qt names it after the server
        return trouble


def _let_go(reply: QNetworkReply) -> None:
    """Delete it, in the main thread.

    PyQt hears there that a QObject made by Qt is gone. Of one that goes in another thread it hears too late, when the
    next reply may already stand at the same place in memory; it is that one which Python then takes for deleted.
    """
    reply.setParent(None)
    reply.moveToThread(QCoreApplication.instance().thread())
    sip.delete(reply)


def _has_proxy(url: QUrl) -> bool:
    factory = QgsNetworkAccessManager.instance().proxyFactory()
    none = (QNetworkProxy.ProxyType.NoProxy, QNetworkProxy.ProxyType.DefaultProxy)
    return any(proxy.type() not in none for proxy in factory.queryProxy(QNetworkProxyQuery(url)))


def is_cancelled(feedback: QgsFeedback | None) -> bool:
    return feedback is not None and feedback.isCanceled()


def wait(seconds: float, feedback: QgsFeedback | None) -> None:
    """Wait, with the events of this thread going on. Raises Cancelled as soon as `feedback` is cancelled."""
    end = time.monotonic() + seconds
    loop, timer = QEventLoop(), QTimer()

    def look() -> None:
        if time.monotonic() >= end or is_cancelled(feedback):
            loop.quit()

    timer.timeout.connect(look)
    timer.start(min(LOOK_MS, max(1, int(seconds * 1000))))
    loop.exec()
    timer.stop()
    if is_cancelled(feedback):
        raise Cancelled
