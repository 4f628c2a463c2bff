# SPDX-License-Identifier: GPL-2.0-or-later
"""Fetching, against a real server on loopback: what helps is done, and what does not is told in words."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
import threading
import time
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from functools import partial

import pytest
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsFeedback,
    QgsNetworkAccessManager,
    QgsNetworkRequestParameters,
    QgsSettings,
)
from qgis.PyQt.QtCore import Qt, QThread, QUrl
from qgis.PyQt.QtNetwork import QNetworkCookie

from sterkesteden_plugin.services import exchange, http
from sterkesteden_plugin.services.address import host
from sterkesteden_plugin.services.errors import Cancelled, Changed, Gone, ServiceError, Unreachable
from sterkesteden_plugin.services.http import Fetcher, retry_after
from tests.services.conftest import until
from tests.services.servers.faults import (
    MB,
    Answer,
    Exchange,
    LoopbackServer,
    bomb,
    broken,
    busy,
    cut_off,
    cut_off_chunked,
    cut_off_packed,
    hang,
    hang_half_way,
    html,
    login,
    packed,
    redirect,
    slow,
)

BODY = b'{"value": [' + b", ".join(b"%d" % number for number in range(5000)) + b"]}"
QUICK = 0.01  # seconds before the first retry, where waiting is not what is tested
# What a user takes for at once. Alone it takes 60 ms at most, but the machine may be busy with other things.
MOMENT = 0.4
SECRET = "s3cr3t-w00rd"


@pytest.fixture()
def server(server):
    server.pages["/data"] = Answer(BODY)
    return server


@pytest.fixture()
def url(server):
    return f"{server.url}/data"


@pytest.fixture(scope="session")
def self_signed(tmp_path_factory):
    """A certificate for 127.0.0.1, with its key in the same file."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not there to make a certificate")
    folder = tmp_path_factory.mktemp("certificate")
    made = ["-keyout", "key.pem", "-out", "certificate.pem", "-subj", "/CN=127.0.0.1", "-addext"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *made, "subjectAltName=IP:127.0.0.1"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    path = folder / "both.pem"
    path.write_text((folder / "certificate.pem").read_text() + (folder / "key.pem").read_text())
    return path


def refusal(kind, fetcher, url, **asked):
    """The error that a user is told of; its words end in full stops and say which host."""
    with pytest.raises(kind) as caught:
        fetcher.get(url, **asked)
    error = caught.value
    assert type(error) is kind
    assert error.message and error.advice.endswith(".")
    return error


class TestAnswers:
    def test_cookies_of_others_stay_here(self, server, url):
        """What QGIS was given by another page of the same server is no business of ours."""
        jar = QgsNetworkAccessManager.instance().cookieJar()
        cookie = QNetworkCookie(b"session", b"s3cr3t")
        assert jar.setCookiesFromUrl([cookie], QUrl(url))
        try:
            Fetcher().get(url)
        finally:
            jar.deleteCookie(jar.cookiesForUrl(QUrl(url))[0])
        assert "cookie" not in {name.lower() for name in server.requests[0].headers}

    def test_body_and_what_is_said_of_it(self, server, url):
        before = datetime.now(timezone.utc).replace(microsecond=0)
        response = Fetcher().get(url, {"Accept": "application/json", "Accept-Crs": "EPSG:28992"})
        assert (response.body, response.status, response.content_type) == (BODY, 200, "application/json")
        assert response.json()["value"][:3] == [0, 1, 2]
        assert before <= datetime.fromisoformat(response.retrieved) <= datetime.now(timezone.utc)
        assert not response.from_cache and not response.stale
        asked = server.requests[0].headers
        assert (asked["accept"], asked["accept-crs"], asked["accept-encoding"]) == (
            *("application/json", "EPSG:28992"),
            "gzip",
        )
        assert "QGIS/" in asked["user-agent"]

    def test_packed_answer_is_unpacked(self, server, url):
        server.fail(packed)
        assert Fetcher().get(url).body == BODY

    def test_packed_in_two_files_one_after_the_other(self, server, url):
        body = gzip.compress(BODY) + gzip.compress(BODY)
        server.pages["/data"] = Answer(body, headers={"Content-Encoding": "gzip"})
        assert Fetcher().get(url).body == BODY + BODY

    def test_large_answer(self, server, url):
        server.pages["/data"] = Answer(b"x" * 30 * MB)
        assert len(Fetcher().get(url).body) == 30 * MB

    def test_empty_answer(self, server, url):
        server.pages["/data"] = Answer(b"", status=200)
        assert Fetcher().get(url).body == b""


class TestTryingAgain:
    def test_500_twice_then_well(self, server, url):
        server.fail(broken(500), times=2)
        assert Fetcher(back_off=QUICK).get(url).body == BODY
        assert len(server.requests) == 3

    def test_pauses_become_longer(self, server, url):
        server.fail(broken(503), times=3)
        begin = time.monotonic()
        assert Fetcher(back_off=0.1).get(url).body == BODY
        assert time.monotonic() - begin >= 0.1 + 0.2 + 0.4

    def test_not_for_ever(self, server, url):
        server.fail(broken(502), times=None)
        error = refusal(Unreachable, Fetcher(back_off=QUICK), url)
        assert error.message == f"{host(url)} does not work at the moment (answer 502)."
        assert error.advice == "Try again later."
        assert len(server.requests) == 4

    def test_what_the_server_says_of_its_fault_goes_to_the_log(self, server, url):
        server.fail(broken(500), times=None)
        assert any("Server Error" in line for line in refusal(Unreachable, Fetcher(retries=0), url).details)

    @pytest.mark.parametrize("fault", [cut_off, cut_off_chunked, cut_off_packed])
    def test_cut_off_half_way(self, server, url, fault):
        server.fail(fault)
        assert Fetcher(back_off=QUICK).get(url).body == BODY
        assert len(server.requests) == 2

    @pytest.mark.parametrize("fault", [cut_off, cut_off_chunked, cut_off_packed])
    def test_cut_off_each_time(self, server, url, fault):
        server.fail(fault, times=None)
        error = refusal(Unreachable, Fetcher(back_off=QUICK), url)
        assert error.message == f"{host(url)} broke off before all was sent."

    @pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 501])
    def test_what_does_not_pass_is_asked_once(self, server, url, status):
        server.fail(broken(status), times=None)
        refusal_kind = {404: Gone, 410: Gone, 400: Changed, 501: Unreachable}.get(status, ServiceError)
        refusal(refusal_kind, Fetcher(back_off=QUICK), url)
        assert len(server.requests) == 1


class TestRetryAfter:
    def test_seconds(self, server, url):
        server.fail(busy("1"))
        begin = time.monotonic()
        assert Fetcher(back_off=QUICK).get(url).body == BODY
        assert time.monotonic() - begin >= 1
        assert len(server.requests) == 2

    def test_date(self, server, url):
        server.fail(busy(format_datetime(datetime.now(timezone.utc) + timedelta(seconds=2), usegmt=True)))
        begin = time.monotonic()
        assert Fetcher(back_off=QUICK).get(url).body == BODY
        assert time.monotonic() - begin >= 0.9  # dates have no parts of a second

    def test_a_long_wait_is_told_instead(self, server, url):
        server.fail(busy("7200"))
        before = datetime.now().astimezone()
        error = refusal(Unreachable, Fetcher(), url)
        told = re.fullmatch(re.escape(host(url)) + r" is busy and asks to wait until (.*)\.", error.message).group(1)
        wanted = [before + timedelta(hours=2, minutes=minutes) for minutes in (0, 1)]
        assert any(when.strftime("%H:%M") == told[-5:] for when in wanted)
        assert len(server.requests) == 1

    def test_without_a_time(self, server, url):
        server.fail(busy(None), times=None)
        error = refusal(Unreachable, Fetcher(retries=1, back_off=QUICK), url)
        assert error.message == f"{host(url)} gets too many questions."
        assert len(server.requests) == 2

    @pytest.mark.parametrize(
        ("text", "seconds"),
        [
            ("0", 0),
            (" 120 ", 120),
            ("Tue, 24 Nov 2026 12:00:30 GMT", 30),
            ("Tue, 24 Nov 2026 11:00:00 GMT", 0),
            ("-5", None),
            ("²", None),
            ("soon", None),
            ("", None),
        ],
    )
    def test_forms(self, text, seconds):
        now = datetime(2026, 11, 24, 12, tzinfo=timezone.utc)
        assert retry_after({"retry-after": text} if text else {}, now) == seconds


class TestRedirects:
    def test_within_the_origin_is_followed(self, server, url):
        server.pages["/new"] = Answer(b"moved")
        server.fail(redirect("/new?x=1", 308))
        response = Fetcher().get(url)
        assert (response.body, response.url) == (b"moved", f"{server.url}/new?x=1")

    def test_to_another_host_is_refused(self, server, url):
        with LoopbackServer() as other:
            server.fail(redirect(f"{other.url}/data?token={SECRET}"))
            error = refusal(Changed, Fetcher(), url)
            assert error.message == (
                f"{host(url)} sends on to another address ({host(other.url)}). That is not followed."
            )
            assert error.advice == "If you trust that address, set it in the settings of the services."
            assert SECRET not in str((error.message, error.details))
            assert other.requests == []

    @pytest.mark.parametrize("target", ["file:///etc/hostname", "//127.0.0.1:1/x", "data:text/plain,x", "https://["])
    def test_to_elsewhere_is_refused(self, server, url, target):
        server.fail(redirect(target))
        refusal(Changed, Fetcher(), url)
        assert len(server.requests) == 1

    def test_for_ever(self, server, url):
        server.fail(redirect("/data"), times=None)
        assert refusal(Changed, Fetcher(), url).message == f"{host(url)} keeps sending on and on."
        assert len(server.requests) == http.MAX_REDIRECTS + 1

    def test_without_an_address(self, server, url):
        server.pages["/data"] = Answer(b"", status=302)
        refusal(Changed, Fetcher(), url)


class TestRefused:
    def test_web_page_instead_of_data(self, server, url):
        server.fail(html)
        with pytest.raises(Changed) as caught:
            Fetcher().get(url).json()
        assert caught.value.message == f"{host(url)} sends a web page where data were expected."

    @pytest.mark.parametrize("body", [b'{"value": [1, 2', b"[" * 200_000], ids=["cut off", "very deep"])
    def test_data_that_are_none(self, server, url, body):
        server.pages["/data"] = Answer(body)
        with pytest.raises(Changed) as caught:
            Fetcher().get(url).json()
        assert caught.value.message == f"{host(url)} sends data that cannot be read."

    def test_gzip_bomb(self, server, url):
        server.fail(bomb(300))
        error = refusal(ServiceError, Fetcher(max_bytes=2 * MB), url)
        assert error.message == f"{host(url)} sends more than 2 MB in one answer."
        assert error.advice == "Try again later. If it stays so, tell the manager of the service."
        assert len(server.requests) == 1

    def test_too_large(self, server, url):
        server.pages["/data"] = Answer(b"x" * (2 * MB + 1))
        refusal(ServiceError, Fetcher(max_bytes=2 * MB), url)
        server.pages["/data"] = Answer(b"x" * 2 * MB)
        assert len(Fetcher(max_bytes=2 * MB).get(url).body) == 2 * MB

    @pytest.mark.parametrize("encoding", ["gzip", "br"])
    def test_packed_wrongly(self, server, url, encoding):
        server.pages["/data"] = Answer(b"no gzip file", headers={"Content-Encoding": encoding})
        assert refusal(Changed, Fetcher(), url).message == f"{host(url)} sends data that cannot be read."

    def test_gone(self, server):
        error = refusal(Gone, Fetcher(), f"{server.url}/nowhere")
        assert error.message == f"What was asked is not at {host(server.url)} any more (answer 404)."

    def test_no_server(self, server, url):
        server.close()
        error = refusal(Unreachable, Fetcher(back_off=QUICK), url)
        assert error.message == f"{host(url)} does not take the connection."
        assert error.advice == "Check the network connection, and the address in the settings of the services."

    def test_no_such_name(self, server):
        error = refusal(Unreachable, Fetcher(back_off=QUICK), "http://no-such-host.invalid/data")
        assert error.message == "no-such-host.invalid cannot be found."

    def test_certificate_that_nobody_vouches_for(self, server, self_signed):
        with LoopbackServer(self_signed) as secure:
            error = refusal(Unreachable, Fetcher(back_off=QUICK), f"{secure.url}/data")
            assert error.message == f"There is no secure connection with {host(secure.url)}."
            assert secure.requests == []

    def test_a_server_without_connection_is_asked_once_for_all(self, server, url):
        closed = {}
        with LoopbackServer() as gone:
            pass
        first = refusal(Unreachable, Fetcher(back_off=QUICK, closed=closed), f"{gone.url}/a")
        begin = time.monotonic()
        assert refusal(Unreachable, Fetcher(back_off=60.0, closed=closed), f"{gone.url}/b").message == first.message
        assert time.monotonic() - begin < 1
        server.fail(broken(500), times=None)
        refusal(Unreachable, Fetcher(back_off=QUICK, retries=0, closed=closed), url)
        server.fail(Exchange.send, times=None)
        assert Fetcher(closed=closed).get(url).body == BODY, "one that answers badly is asked again"

    def test_https_where_there_is_none(self, server):
        url = server.url.replace("http://", "https://")
        error = refusal(Unreachable, Fetcher(back_off=QUICK), f"{url}/data")
        assert error.message == f"There is no secure connection with {host(url)}."
        assert "https" in error.advice and "certificate" in error.advice

    def test_no_answer_in_time(self, server, url):
        server.fail(hang, times=None)
        begin = time.monotonic()
        error = refusal(Unreachable, Fetcher(timeout=0.2, retries=1, back_off=QUICK), url)
        assert error.message == f"{host(url)} does not answer in time."
        assert 0.4 <= time.monotonic() - begin < 3
        assert len(server.requests) == 2

    def test_half_an_answer_and_then_nothing(self, server, url):
        server.fail(hang_half_way, times=None)
        error = refusal(Unreachable, Fetcher(timeout=0.2, retries=0), url)
        assert error.message == f"{host(url)} does not answer in time."

    def test_slow_but_well(self, server, url):
        server.fail(slow(pieces=8, pause=0.1))
        assert Fetcher(timeout=0.5, retries=0).get(url).body == BODY

    def test_timeout_of_qgis_counts_too(self, server, url):
        server.fail(hang, times=None)
        old = QgsNetworkAccessManager.timeout()
        QgsNetworkAccessManager.setTimeout(2000)
        timed_out = []
        network = QgsNetworkAccessManager.instance()
        network.requestTimedOut[QgsNetworkRequestParameters].connect(timed_out.append)
        try:
            refusal(Unreachable, Fetcher(retries=0), url)
        finally:
            QgsNetworkAccessManager.setTimeout(old)
            network.requestTimedOut[QgsNetworkRequestParameters].disconnect(timed_out.append)
        assert timed_out == []  # QGIS would write the address with all that is in it in its log and message bar

    @pytest.mark.parametrize("address", ["file:///etc/hostname", "data:text/plain,x", "ftp://a.nl/", "a.nl/data", ""])
    def test_no_address_of_a_web_server(self, qgis_app, address):
        error = refusal(ServiceError, Fetcher(), address)
        assert error.message == f"This is not the address of a web service: {address}"

    def test_login_in_the_address(self, qgis_app, server):
        error = refusal(ServiceError, Fetcher(), f"http://jan:{SECRET}@{host(server.url)}/data")
        assert error.message == f"The address of {host(server.url)} has a user name or password in it."
        assert server.requests == []


class TestCancelling:
    """In a task, told from the GUI thread, as by the button of the panel."""

    def cancelled(self, in_task, fetcher, url, when):
        """How long it took to stop, of a fetcher that is cancelled when `when` returns."""
        times = []

        def work():
            try:
                return fetcher.get(url)
            finally:
                times.append(time.monotonic())

        def cancel():
            when()
            times.append(time.monotonic())
            fetcher.feedback.cancel()

        done = in_task(work, cancel)
        assert isinstance(done.error, Cancelled)
        return times[1] - times[0]

    @pytest.fixture()
    def waiting(self, monkeypatch):
        """Returns when a fetcher waits before it tries again."""
        begun = threading.Event()
        wait = http.wait

        def note_and_wait(*arguments):
            begun.set()
            wait(*arguments)

        monkeypatch.setattr(http, "wait", note_and_wait)

        def until_waiting():
            until(begun.is_set)

        return until_waiting

    def test_while_there_is_no_answer(self, server, url, in_task):
        server.fail(hang)
        asked = partial(server.wait_for_requests, 1)
        assert self.cancelled(in_task, Fetcher(QgsFeedback()), url, asked) < MOMENT

    def test_half_way(self, server, url, in_task):
        server.fail(hang_half_way)
        asked = partial(server.wait_for_requests, 1)
        assert self.cancelled(in_task, Fetcher(QgsFeedback()), url, asked) < MOMENT

    def test_while_waiting_to_try_again(self, server, url, in_task, waiting):
        server.fail(broken(500), times=None)
        assert self.cancelled(in_task, Fetcher(QgsFeedback(), back_off=8), url, waiting) < MOMENT

    def test_while_the_server_asks_to_wait(self, server, url, in_task, waiting):
        server.fail(busy("8"))
        assert self.cancelled(in_task, Fetcher(QgsFeedback()), url, waiting) < MOMENT

    def test_before_anything(self, server, url):
        feedback = QgsFeedback()
        feedback.cancel()
        with pytest.raises(Cancelled):
            Fetcher(feedback).get(url)
        assert server.requests == []

    def test_in_the_main_thread(self, server, url):
        feedback = QgsFeedback()
        server.fail(hang)
        threading.Thread(target=lambda: (server.wait_for_requests(1), feedback.cancel()), daemon=True).start()
        begin = time.monotonic()
        with pytest.raises(Cancelled):
            Fetcher(feedback).get(url)
        assert time.monotonic() - begin < 1


class TestThreads:
    def test_asked_in_the_thread_of_the_task(self, server, url, in_task):
        """And the GUI thread, which sends it, goes on meanwhile."""
        threads = []

        def note(request):
            threads.append(request.originatingThreadId())

        about = QgsNetworkAccessManager.instance().requestAboutToBeCreated[QgsNetworkRequestParameters]
        about.connect(note)
        try:
            Fetcher().get(url)
            server.fail(slow(pieces=10, pause=0.05))
            done = in_task(lambda: Fetcher().get(url))
            until(lambda: len(threads) == 2)
        finally:
            about.disconnect(note)
        assert done.get().body == BODY
        assert not done.thread_was_gui
        assert threads[0] == threads[1]
        assert done.longest_gap < MOMENT

    def test_gui_goes_on_while_much_is_read(self, server, url, in_task):
        server.pages["/data"] = Answer(b"x" * 60 * MB)
        server.fail(packed, times=None)
        done = in_task(lambda: Fetcher().get(url))
        assert len(done.get().body) == 60 * MB
        assert done.longest_gap < MOMENT

    def test_replies_are_made_and_go_in_the_main_thread(self, server, url, in_task, monkeypatch):
        """PyQt hears there alone that one is gone."""
        threads = []

        class Watched(exchange._Reply):
            def start(self):
                threads.append(threading.get_ident())
                super().start()
                # Straight away, in whichever thread it goes.
                self._reply.destroyed.connect(
                    lambda: threads.append(threading.get_ident()), Qt.ConnectionType.DirectConnection
                )

        monkeypatch.setattr(exchange, "_Reply", Watched)
        assert in_task(lambda: Fetcher().get(url)).get().body == BODY
        until(lambda: len(threads) == 2)
        assert set(threads) == {threading.get_ident()}

    def test_many_at_once(self, server, url, in_task):
        def work():
            return [Fetcher().get(url).body for _ in range(100)]

        others = [QThreadOf(work) for _ in range(3)]
        for other in others:
            other.start()
        done = in_task(work)
        until(lambda: all(other.isFinished() for other in others))
        assert all(body == BODY for bodies in [done.get(), *(other.value for other in others)] for body in bodies)

    def test_replies_do_not_pile_up(self, server, url):
        network = QgsNetworkAccessManager.instance()
        fetcher = Fetcher()
        fetcher.get(url)
        before = len(network.children())
        for _ in range(20):
            fetcher.get(url)
        assert len(network.children()) <= before + 1


class QThreadOf(QThread):
    """A thread of its own, with a network manager that is made anew: QGIS reads the settings for it then."""

    def __init__(self, work):
        super().__init__()
        self.work = work
        self.value = None

    def run(self):
        try:
            self.value = self.work()
        except Exception as error:
            self.value = error


class TestProxy:
    @pytest.fixture()
    def proxied(self, server):
        """Settings of QGIS with a proxy, for new threads."""
        settings = QgsSettings()
        address, port = host(server.url).split(":")
        values = {"proxyEnabled": True, "proxyType": "HttpProxy", "proxyHost": address, "proxyPort": port}
        for name, value in values.items():
            settings.setValue(f"proxy/{name}", value)
        QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()  # as QGIS does when its options are closed
        yield
        settings.remove("proxy")
        QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()

    def get(self, url):
        thread = QThreadOf(lambda: Fetcher(retries=0).get(url))
        thread.start()
        until(thread.isFinished)
        return thread.value

    def test_the_proxy_of_qgis_is_asked(self, server, proxied):
        response = self.get("http://somewhere.invalid/data?x=1")
        assert response.body == BODY
        assert server.requests[0].target == "http://somewhere.invalid/data?x=1"

    def test_a_proxy_that_is_not_there(self, server, proxied):
        server.close()
        error = self.get("http://somewhere.invalid/data")
        assert type(error) is Unreachable
        assert error.message == "somewhere.invalid cannot be reached through the proxy."
        assert error.advice == "Check the proxy in the options of QGIS, under Network."

    def test_a_proxy_that_wants_a_login(self, server, proxied):
        headers = {"Proxy-Authenticate": 'Basic realm="proxy"'}
        server.pages["/data"] = Answer(b"", status=407, headers=headers)
        error = self.get("http://somewhere.invalid/data")
        assert error.message == "somewhere.invalid cannot be reached through the proxy."


class TestNothingSecret:
    def test_in_messages_and_logs(self, server):
        """Whatever goes wrong, a key in the address or a header is not told on."""
        logged = []

        def note(*line):
            logged.append(line)

        log = QgsApplication.messageLog()
        log.messageReceived[str, str, Qgis.MessageLevel].connect(note)
        url = f"{server.url}/data?f=json&api_key={SECRET}"
        told = []
        try:
            for fault in (
                broken(400),
                broken(500),
                login,
                cut_off,
                hang,
                busy("999"),
                redirect("http://a.nl/"),
                bomb(3),
            ):
                server.fail(fault)
                with pytest.raises(ServiceError) as caught:
                    Fetcher(retries=0, timeout=0.2, max_bytes=MB).get(url, {"X-Api-Key": SECRET})
                told += [caught.value.message, caught.value.advice, *caught.value.details]
            server.close()
            with pytest.raises(ServiceError) as caught:
                Fetcher(retries=0).get(url, {"X-Api-Key": SECRET})
            told += [caught.value.message, *caught.value.details]
        finally:
            log.messageReceived[str, str, Qgis.MessageLevel].disconnect(note)
        assert any("api_key=…" in line for line in told)
        assert SECRET not in str(told)
        assert SECRET not in str(logged)
