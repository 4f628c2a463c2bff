# SPDX-License-Identifier: GPL-2.0-or-later
"""A web server on 127.0.0.1 that does what real ones do on bad days, when a test asks it to.

A server of a certain kind is a class that overrides `answer`. Faults are given to `fail`, for so many of the next
questions: `server.fail(broken(500), times=2)`. Nothing sleeps: what waits, waits for an event with a deadline.
"""

from __future__ import annotations

import gzip
import hashlib
import socket
import ssl
import sys
import threading
import time
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

DEADLINE = 10.0  # seconds; nothing on loopback takes that long
MB = 1024 * 1024


@dataclass(frozen=True)
class Request:
    """A question as it came. `target` is what stood after GET: with a proxy, the whole address."""

    target: str
    headers: Mapping[str, str]  # names in small letters

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, str]:
        return dict(parse_qsl(urlsplit(self.target).query, keep_blank_values=True))


@dataclass(frozen=True)
class Answer:
    body: bytes = b""
    content_type: str = "application/json"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Fault = Callable[["Exchange", Answer], None]


def let_qt_go_on() -> None:
    """Carry out what waits in the main thread, where there is a Qt and this is its main thread."""
    core = sys.modules.get("qgis.PyQt.QtCore")
    application = core.QCoreApplication.instance() if core else None
    if application is not None and core.QThread.currentThread() == application.thread():
        application.processEvents()


class LoopbackServer:
    """Serves `pages` (by path) until it is closed. `with LoopbackServer() as server: … server.url …`"""

    def __init__(self, certificate: Path | None = None) -> None:
        """`certificate` is a file with a certificate and its key; with one it speaks https."""
        self.pages: dict[str, Answer] = {}
        self.requests: list[Request] = []
        self.validators = False  # ETag, and 304 for who has it
        self.closing = threading.Event()
        self._asked = threading.Condition()
        self._faults: list[Fault] = []
        self._always: Fault | None = None
        self._http = _Http(("127.0.0.1", 0), Exchange)
        self._http.loopback = self
        self._scheme = "https" if certificate else "http"
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            # The handshake is made by the thread that answers, not by the one that waits for others.
            self._http.socket = context.wrap_socket(self._http.socket, server_side=True, do_handshake_on_connect=False)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"{self._scheme}://127.0.0.1:{self._http.server_port}"

    def answer(self, request: Request) -> Answer:
        """What this server says; for subclasses."""
        return self.pages.get(request.path, Answer(b'{"title": "not found"}', status=404))

    def fail(self, fault: Fault, times: int | None = 1) -> None:
        """Let the next so many questions go wrong; None for all from now on."""
        if times is None:
            self._always = fault
        else:
            self._faults += [fault] * times

    def wait_for_requests(self, count: int) -> None:
        """Until so many questions came in; so that a test acts while one is being answered.

        The main thread of Qt goes on meanwhile: it is there that questions are sent.
        """
        end = time.monotonic() + DEADLINE
        while len(self.requests) < count:
            assert time.monotonic() < end, "no question came in"
            let_qt_go_on()
            with self._asked:
                self._asked.wait_for(lambda: len(self.requests) >= count, 0.01)

    def close(self) -> None:
        """From now on connections are refused."""
        self.closing.set()
        self._http.shutdown()
        self._http.server_close()
        self._http.drop_connections()
        self._thread.join(DEADLINE)

    def __enter__(self) -> LoopbackServer:
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def take(self, request: Request) -> Fault:
        """Note a question; how it is to be answered."""
        with self._asked:
            self.requests.append(request)
            fault = self._faults.pop(0) if self._faults else self._always
            self._asked.notify_all()
        return fault or Exchange.send


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    loopback: LoopbackServer

    def __init__(self, *args: Any) -> None:
        self._open: set[socket.socket] = set()  # those that are kept alive go on after the server was closed
        super().__init__(*args)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def drop_connections(self) -> None:
        for connection in list(self._open):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        """Who asked went away: that is what many of these tests do."""


class Exchange(BaseHTTPRequestHandler):
    """One connection; faults write on it what they like."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else each answer on a connection that is kept takes 40 ms
    timeout = DEADLINE

    def do_GET(self) -> None:
        server = self.loopback
        request = Request(self.path, {name.lower(): value for name, value in self.headers.items()})
        fault = server.take(request)
        answer = server.answer(request)
        if server.validators and answer.status == 200:
            tag = f'"{hashlib.sha256(answer.body).hexdigest()[:16]}"'
            same = request.headers.get("if-none-match") == tag
            headers = {**answer.headers, "ETag": tag}
            answer = Answer(b"" if same else answer.body, answer.content_type, 304 if same else 200, headers)
        fault(self, answer)

    @property
    def loopback(self) -> LoopbackServer:
        return self.server.loopback  # type: ignore[attr-defined]  # http.server knows no server but its own

    def send(self, answer: Answer) -> None:
        self.start(answer, {"Content-Length": str(len(answer.body))})
        self.wfile.write(answer.body)

    def start(self, answer: Answer, headers: Mapping[str, str]) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        for name, value in {**answer.headers, **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def hang_up(self) -> None:
        self.wfile.flush()
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests look at `requests`."""


def slow(pieces: int, pause: float) -> Fault:
    """The body in so many pieces, with a pause before each."""

    def send(exchange: Exchange, answer: Answer) -> None:
        exchange.start(answer, {"Content-Length": str(len(answer.body))})
        size = -(-len(answer.body) // pieces)
        for at in range(0, len(answer.body), size):
            if exchange.loopback.closing.wait(pause):
                break
            exchange.wfile.write(answer.body[at : at + size])

    return send


def hang(exchange: Exchange, answer: Answer) -> None:
    """No answer at all, as long as the server is there."""
    exchange.loopback.closing.wait(3 * DEADLINE)
    exchange.hang_up()


def hang_half_way(exchange: Exchange, answer: Answer) -> None:
    """Half of the body, and then nothing more."""
    exchange.start(answer, {"Content-Length": str(len(answer.body))})
    exchange.wfile.write(answer.body[: len(answer.body) // 2])
    hang(exchange, answer)


def cut_off(exchange: Exchange, answer: Answer) -> None:
    """Half of the body that was announced."""
    exchange.start(answer, {"Content-Length": str(len(answer.body))})
    exchange.wfile.write(answer.body[: len(answer.body) // 2])
    exchange.hang_up()


def cut_off_chunked(exchange: Exchange, answer: Answer) -> None:
    """Half of the body, in a chunk, without the empty one that ends it."""
    half = answer.body[: len(answer.body) // 2]
    exchange.start(answer, {"Transfer-Encoding": "chunked"})
    exchange.wfile.write(b"%x\r\n%s\r\n" % (len(half), half))
    exchange.hang_up()


def cut_off_packed(exchange: Exchange, answer: Answer) -> None:
    """A gzip file without its end, with nothing that says how long it should be."""
    packed = gzip.compress(answer.body)
    exchange.start(answer, {"Content-Encoding": "gzip", "Connection": "close"})
    exchange.wfile.write(packed[:-12])
    exchange.hang_up()


def broken(status: int = 500) -> Fault:
    """An answer that the server made of a fault of its own."""
    return lambda exchange, answer: exchange.send(Answer(b"Server Error", "text/plain", status))


def busy(retry_after: str | None) -> Fault:
    """Too many questions (429): come back after so many seconds, or at a date."""
    headers = {} if retry_after is None else {"Retry-After": retry_after}
    return lambda exchange, answer: exchange.send(Answer(b"", "text/plain", 429, headers))


def redirect(target: str, status: int = 302) -> Fault:
    return lambda exchange, answer: exchange.send(Answer(b"", "text/plain", status, {"Location": target}))


def html(exchange: Exchange, answer: Answer) -> None:
    """A web page, with status 200, as a captive portal or a firewall gives."""
    exchange.send(Answer(b"<!DOCTYPE html><html><title>Log in</title></html>", "text/html"))


def login(exchange: Exchange, answer: Answer) -> None:
    """Who are you?"""
    exchange.send(Answer(b"", "text/plain", 401, {"WWW-Authenticate": 'Basic realm="test"'}))


def packed(exchange: Exchange, answer: Answer) -> None:
    """The sane answer, gzipped."""
    body = gzip.compress(answer.body)
    exchange.send(Answer(body, answer.content_type, answer.status, {**answer.headers, "Content-Encoding": "gzip"}))


def bomb(megabytes: int) -> Fault:
    """A small gzip file of very many zeros."""
    body = _zeros(megabytes)
    return lambda exchange, answer: exchange.send(Answer(body, headers={"Content-Encoding": "gzip"}))


@lru_cache
def _zeros(megabytes: int) -> bytes:
    packer = zlib.compressobj(1, wbits=16 + zlib.MAX_WBITS)
    return b"".join([*(packer.compress(bytes(MB)) for _ in range(megabytes)), packer.flush()])
