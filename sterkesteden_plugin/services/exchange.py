# SPDX-License-Identifier: GPL-2.0-or-later
"""One question to a server and its answer, through QGIS's own network: its proxy, certificates, user agent, logins.

Who asks waits in its own thread, and unpacks there; the network is only touched in the main thread, which never waits.
PyQt hears in the main thread alone that an object made by Qt is gone: of replies in other threads it heard too late,
took a new one at the same place in memory for the old, and now and then crashed.
"""

from __future__ import annotations

import enum
import queue
import threading
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsApplication, QgsFeedback, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QObject, QThread, QTimer, QUrl, pyqtSignal, pyqtSlot
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
    own = QgsNetworkAccessManager.timeout() / 1000
    if own:
        # A little before QGIS's own timer, which writes the whole address in the log and in the message bar.
        timeout = min(timeout or own, own * 0.8)
    return _Exchange(_Reply(url, headers, authcfg), feedback, max_bytes, timeout).run()


@dataclass(frozen=True)
class _End:
    """How a reply ended: what Qt says of it."""

    status: int
    headers: Mapping[str, str]
    trouble: Trouble | None


class _Reply:
    """One request and what comes of it, in the main thread; `arrived` is read in any."""

    def __init__(self, url: str, headers: Mapping[str, str], authcfg: str) -> None:
        self._url = url
        self._headers = headers
        self._authcfg = authcfg
        self._reply: QNetworkReply | None = None
        self._is_unwanted = False
        self.arrived: queue.SimpleQueue[bytes | _End] = queue.SimpleQueue()
        self.encoding = ""  # of what arrives; there before the first of it
        self.wake: Callable[[], None] | None = None  # of who waits in the main thread itself

    def start(self) -> None:
        if self._is_unwanted:
            return
        request = self._request()
        manager = QgsApplication.authManager()
        if self._authcfg:
            done, request = manager.updateNetworkRequest(request, self._authcfg)
            if not done:
                self._put(_End(0, {}, Trouble.LOGIN))
                return
        self._reply = QgsNetworkAccessManager.instance().get(request)
        self._reply.setReadBufferSize(BUFFER)
        if self._authcfg:
            manager.updateNetworkReply(self._reply, self._authcfg)
        self._reply.readyRead.connect(self._take)
        self._reply.finished.connect(self._end)
        if self._reply.isFinished():
            self._end()

    def stop(self) -> None:
        """Nobody wants it any more."""
        self._is_unwanted = True
        if self._reply is not None:
            self._reply.abort()  # which ends it

    def _request(self) -> QNetworkRequest:
        request = QNetworkRequest(QUrl(self._url))
        # Redirects are judged by who asks; what is kept, and that nothing of a login is, is the business of cache.py:
        # so no login goes along that Qt knows of a layer.
        for attribute, value in (
            (_Attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.ManualRedirectPolicy),
            (_Attribute.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork),
            (_Attribute.CookieLoadControlAttribute, QNetworkRequest.LoadControl.Manual),
            (_Attribute.CookieSaveControlAttribute, QNetworkRequest.LoadControl.Manual),
            (_Attribute.AuthenticationReuseAttribute, QNetworkRequest.LoadControl.Manual),
        ):
            request.setAttribute(attribute, int(getattr(value, "value", value)))  # Qt 6: enums are no numbers
        request.setAttribute(_Attribute.CacheSaveControlAttribute, False)
        request.setRawHeader(b"Accept-Encoding", b"gzip")  # so Qt leaves unpacking to us, who know when it is too much
        for name, text in self._headers.items():
            request.setRawHeader(name.encode("latin-1", "replace"), text.encode("latin-1", "replace"))
        return request

    def _put(self, what: bytes | _End) -> None:
        self.arrived.put(what)
        if self.wake is not None:
            self.wake()

    def _take(self) -> None:
        reply = self._reply
        if reply is None or not reply.isOpen():
            return
        data = reply.readAll().data()
        if data and not self._is_unwanted:
            self.encoding = reply.rawHeader(b"Content-Encoding").data().decode("latin-1").strip().lower()
            self._put(data)

    def _end(self) -> None:
        self._take()
        reply, self._reply = self._reply, None
        if reply is None:
            return
        reply.readyRead.disconnect(self._take)
        reply.finished.disconnect(self._end)
        status = reply.attribute(_Attribute.HttpStatusCodeAttribute) or 0
        headers = {
            pair[0].data().decode("latin-1").lower(): pair[1].data().decode("latin-1")
            for pair in reply.rawHeaderPairs()
        }
        self._put(_End(status, headers, _what_qt_says(reply, status)))
        reply.deleteLater()


class _Exchange:
    """Reads one reply as it arrives, in the thread that asks."""

    def __init__(self, reply: _Reply, feedback: QgsFeedback | None, max_bytes: int, timeout: float | None) -> None:
        self._reply = reply
        self._feedback = feedback
        self._max_bytes = max_bytes
        self._timeout = timeout
        self._heard = time.monotonic()
        self._parts: list[bytes] = []
        self._size = 0
        self._unpacker: Any = None
        self._trouble: Trouble | None = None

    def run(self) -> Answer:
        in_main(self._reply.start)
        try:
            while not self._trouble:
                arrived = self._next()
                if is_cancelled(self._feedback):
                    raise Cancelled
                if isinstance(arrived, _End):
                    return self._answer(arrived)
                if arrived:
                    self._heard = time.monotonic()
                    self._read(arrived)
                elif self._timeout and time.monotonic() - self._heard > self._timeout:
                    self._trouble = Trouble.TIMEOUT
            return Answer(0, {}, b"", self._trouble)
        finally:
            in_main(self._reply.stop)

    def _next(self) -> bytes | _End | None:
        """What arrived; None where it is time to look whether the user still wants it."""
        try:
            if QThread.currentThread() != _main_thread():
                return self._reply.arrived.get(timeout=LOOK_MS / 1000)
            if self._reply.arrived.empty():
                self._let_it_come()
            return self._reply.arrived.get_nowait()
        except queue.Empty:
            return None

    def _let_it_come(self) -> None:
        """In the main thread: its events go on until something arrives, or it is time to look."""
        loop, timer = QEventLoop(), QTimer()
        timer.timeout.connect(loop.quit)
        timer.start(LOOK_MS)
        self._reply.wake = loop.quit
        loop.exec()
        self._reply.wake = None

    def _read(self, data: bytes) -> None:
        try:
            if self._reply.encoding in ("", "identity"):
                self._keep(data)
            elif self._reply.encoding in ("gzip", "x-gzip"):
                self._unpack(data)
            else:
                self._trouble = Trouble.UNREADABLE
        except zlib.error:
            self._trouble = Trouble.UNREADABLE

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
            self._trouble = Trouble.TOO_LARGE
        else:
            self._parts.append(data)

    def _answer(self, end: _End) -> Answer:
        trouble = end.trouble
        if trouble is None and self._unpacker is not None and not self._unpacker.eof:
            trouble = Trouble.CUT_OFF  # Qt sees that less came than was announced; not that a gzip file has no end
        return Answer(end.status, end.headers, b"".join(self._parts), trouble)


def _what_qt_says(reply: QNetworkReply, status: int) -> Trouble | None:
    error = reply.error()
    if error == _Error.NoError:
        return None
    # Qt calls an answer of 400 and more an error too; that is judged by its status. 407 is the proxy's.
    trouble = _TROUBLES.get(error, None if status else Trouble.NETWORK)
    if trouble in (Trouble.NO_HOST, Trouble.REFUSED) and _has_proxy(reply.url()):
        return Trouble.PROXY  # the connection was to the proxy, though Qt names it after the server
    return trouble


class _Desk(QObject):
    """Lives in the main thread and does there what is asked of it in others."""

    asked = pyqtSignal(object)

    def __init__(self) -> None:
        super().__init__()
        self.moveToThread(_main_thread())
        self.asked.connect(self._do)

    @pyqtSlot(object)
    def _do(self, act: Callable[[], None]) -> None:
        act()


_desks: list[_Desk] = []
_making = threading.Lock()


def in_main(act: Callable[[], None]) -> None:
    """Do something in the main thread: at once where that is this one, else as soon as it gets round to it."""
    if QThread.currentThread() == _main_thread():
        act()
        return
    with _making:
        if not _desks:
            _desks.append(_Desk())
    _desks[0].asked.emit(act)


def _main_thread() -> QThread:
    return QCoreApplication.instance().thread()


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
