# SPDX-License-Identifier: GPL-2.0-or-later
"""What is kept of answers: asked for again with their validators, given without a network, never of a login."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from sterkesteden_plugin.services.cache import Kept, ResponseCache, default_folder
from sterkesteden_plugin.services.errors import Gone, Unreachable
from sterkesteden_plugin.services.http import Fetcher
from tests.services.servers.faults import Answer, LoopbackServer, broken, busy, packed, redirect

QUICK = 0.01
SECRET = "s3cr3t-w00rd"
OLD = (datetime.now(timezone.utc) - timedelta(days=10)).isoformat()


@pytest.fixture()
def folder(tmp_path):
    return tmp_path / "cache"


@pytest.fixture()
def cache(folder):
    return ResponseCache(folder)


@pytest.fixture()
def url(server):
    server.pages["/data"] = Answer(b'{"value": 1}')
    server.validators = True
    return f"{server.url}/data"


@pytest.fixture()
def fetcher(cache):
    return Fetcher(cache=cache, back_off=QUICK)


def next_time(cache, **settings):
    """As another load asks."""
    return Fetcher(cache=cache, back_off=QUICK, **settings)


def kept(body=b"body", retrieved=None, **headers):
    now = datetime.now(timezone.utc).isoformat()
    return Kept(
        "http://a.nl/", {name.replace("_", "-"): value for name, value in headers.items()}, body, retrieved or now
    )


class TestAskedAgain:
    def test_not_sent_again_when_it_did_not_change(self, server, url, fetcher):
        first = fetcher.get(url)
        second = fetcher.get(url)
        assert "if-none-match" not in server.requests[0].headers
        assert server.requests[1].headers["if-none-match"] == first.headers["etag"]
        assert (second.body, second.content_type, second.status) == (b'{"value": 1}', "application/json", 200)
        assert (first.from_cache, second.from_cache, second.stale) == (False, True, False)

    def test_sent_again_when_it_changed(self, server, url, fetcher):
        fetcher.get(url)
        server.pages["/data"] = Answer(b'{"value": 2}')
        assert (fetcher.get(url).body, fetcher.get(url).body) == (b'{"value": 2}', b'{"value": 2}')
        assert fetcher.get(url).from_cache

    def test_by_its_date(self, server, url, fetcher):
        server.validators = False
        day = "Tue, 24 Nov 2026 12:00:00 GMT"
        server.pages["/data"] = Answer(b"1", headers={"Last-Modified": day})
        fetcher.get(url)
        fetcher.get(url)
        assert server.requests[1].headers["if-modified-since"] == day

    def test_said_to_count_today(self, url, cache, fetcher):
        """An answer that the server says still counts is as of now."""
        fetcher.get(url)
        old = cache.get(url, {})
        cache.put(url, {}, Kept(old.url, old.headers, old.body, OLD))
        assert fetcher.get(url).retrieved > OLD
        assert cache.get(url, {}).retrieved > OLD

    def test_unpacked_answer_is_kept(self, server, url, fetcher):
        server.fail(packed)
        fetcher.get(url)
        again = fetcher.get(url)
        assert again.body == b'{"value": 1}'
        assert "content-encoding" not in again.headers

    def test_another_form_is_another_answer(self, server, url, fetcher):
        fetcher.get(url, {"Accept": "text/csv"})
        fetcher.get(url, {"Accept": "application/json"})
        assert "if-none-match" not in server.requests[1].headers

    def test_after_a_redirect(self, server, url, cache, fetcher):
        server.fail(redirect("/data"))
        old = f"{server.url}/old"
        assert fetcher.get(old).url == url
        server.close()
        assert next_time(cache).get(old).url == url


class TestWithoutNetwork:
    def test_what_was_kept_is_given_with_its_date(self, server, url, cache, fetcher):
        retrieved = (datetime.now(timezone.utc) - timedelta(days=3)).isoformat()
        fetcher.get(url)
        cache.put(url, {}, Kept(url, cache.get(url, {}).headers, b"kept", retrieved))
        server.close()
        response = next_time(cache).get(url)
        assert (response.body, response.retrieved) == (b"kept", retrieved)
        assert response.from_cache and response.stale

    @pytest.mark.parametrize("fault", [broken(500), broken(503), busy(None), busy("7200")])
    def test_as_well_when_the_service_is_ill(self, server, url, cache, fetcher, fault):
        fetcher.get(url)
        server.fail(fault, times=None)
        assert next_time(cache).get(url).stale

    def test_not_when_it_is_gone(self, server, url, fetcher):
        fetcher.get(url)
        del server.pages["/data"]
        with pytest.raises(Gone):
            fetcher.get(url)

    def test_not_when_it_is_too_old(self, server, url, cache, fetcher, folder):
        fetcher.get(url)
        cache.put(url, {}, Kept(url, {}, b"old", OLD))
        server.close()
        assert next_time(cache).get(url).body == b"old"
        with pytest.raises(Unreachable):
            Fetcher(cache=ResponseCache(folder, max_age_days=9), back_off=QUICK).get(url)

    def test_nothing_was_kept(self, server, url, fetcher):
        server.close()
        with pytest.raises(Unreachable):
            fetcher.get(url)

    def test_not_after_a_fresh_one(self, server, url, cache, fetcher):
        """Two parts of one answer: the second as it was before does not fit the first as it is now."""
        server.pages["/more"] = Answer(b"more")
        more = f"{server.url}/more"
        fetcher.get(url)
        fetcher.get(more)
        later = next_time(cache)
        later.get(url)
        server.fail(broken(503), times=None)
        with pytest.raises(Unreachable):
            later.get(more)
        assert not later.has_stale

    def test_nothing_fresh_after_a_kept_one(self, server, url, cache, fetcher):
        server.pages["/more"] = Answer(b"more")
        fetcher.get(url)
        later = next_time(cache, retries=0)
        server.fail(broken(503))
        assert later.get(url).stale
        asked = len(server.requests)
        with pytest.raises(Unreachable) as caught:
            later.get(f"{server.url}/more")
        assert caught.value.message.endswith("does not work at the moment (answer 503).")
        assert later.get(url).stale and later.has_stale
        assert len(server.requests) == asked

    def test_of_another_service_it_may_be_fresh(self, server, url, cache, fetcher):
        fetcher.get(url)
        server.close()
        later = next_time(cache)
        assert later.get(url).stale and later.has_stale
        with LoopbackServer() as other:
            other.pages["/data"] = Answer(b"other")
            assert later.get(f"{other.url}/data").body == b"other"
        assert not later.has_stale


class TestNotKept:
    @pytest.mark.parametrize("control", ["no-store", "private, No-Store, max-age=0"])
    def test_what_the_server_does_not_want_kept(self, server, url, cache, fetcher, control):
        fetcher.get(url)
        assert cache.size() > 0
        server.pages["/data"] = Answer(b"new", headers={"Cache-Control": control})
        fetcher.get(url)
        assert cache.size() == 0

    def test_what_differs_for_each_who_asks(self, cache):
        cache.put("http://a.nl/", {}, kept(vary="*"))
        assert cache.get("http://a.nl/", {}) is None

    def test_faults(self, server, url, cache, fetcher):
        server.fail(broken(404), times=None)
        with pytest.raises(Gone):
            fetcher.get(url)
        assert cache.size() == 0

    @pytest.mark.parametrize(
        ("query", "headers"), [(f"?api_key={SECRET}", {}), ("", {"X-Api-Key": SECRET}), ("", {"Authorization": SECRET})]
    )
    def test_what_was_asked_with_a_key(self, url, cache, fetcher, folder, query, headers):
        assert fetcher.get(url + query, headers).body == b'{"value": 1}'
        assert cache.size() == 0
        assert not folder.exists()

    def test_cookies(self, server, url, fetcher, folder):
        server.pages["/data"] = Answer(b"1", headers={"Set-Cookie": f"id={SECRET}"})
        fetcher.get(url)
        assert all(SECRET.encode() not in path.read_bytes() for path in folder.iterdir())


class TestDisk:
    def test_limit(self, folder):
        cache = ResponseCache(folder, max_bytes=100_000)
        for number in range(50):
            cache.put(f"http://a.nl/{number}", {}, kept(b"x" * 10_000))
            cache.get("http://a.nl/0", {})
        assert 50_000 < cache.size() <= 100_000
        assert cache.get("http://a.nl/49", {}) is not None
        assert cache.get("http://a.nl/0", {}) is not None  # was used all the time
        assert cache.get("http://a.nl/1", {}) is None

    def test_limit_counts_what_was_there_before(self, folder):
        for number in range(50):
            ResponseCache(folder, max_bytes=100_000).put(f"http://a.nl/{number}", {}, kept(b"x" * 10_000))
        assert ResponseCache(folder).size() <= 100_000

    def test_larger_than_all(self, folder):
        cache = ResponseCache(folder, max_bytes=1000)
        cache.put("http://a.nl/1", {}, kept(b"x"))
        cache.put("http://a.nl/2", {}, kept(b"x" * 1001))
        assert cache.get("http://a.nl/1", {}) is not None
        assert cache.get("http://a.nl/2", {}) is None

    def test_clear(self, cache, folder):
        cache.put("http://a.nl/", {}, kept())
        (folder / "mine.txt").write_text("not ours")
        cache.clear()
        assert (cache.size(), [path.name for path in folder.iterdir()]) == (0, ["mine.txt"])

    def test_another_session_reads_it(self, cache, folder):
        answer = kept(b"\n\x00body\n", etag='"1"', content_type="application/json")
        cache.put("http://a.nl/", {"Accept": "x", "Accept-Crs": "y"}, answer)
        assert ResponseCache(folder).get("http://a.nl/", {"accept-crs": "y", "accept": "x"}) == answer
        assert answer.validators == {"If-None-Match": '"1"'}

    def test_broken_file_is_as_none(self, cache, folder):
        cache.put("http://a.nl/", {}, kept(b"a long body"))
        (path,) = folder.iterdir()
        whole = path.read_bytes()
        for broken_file in (whole[:-3], b"", b"{}\n", b"[1]\nx", b"\xff\xfe", whole.replace(b"+00:00", b"")):
            path.write_bytes(broken_file)
            assert cache.get("http://a.nl/", {}) is None
            if path.exists():
                path.unlink()

    def test_folder_that_cannot_be_written(self, tmp_path, url):
        (tmp_path / "file").write_text("in the way")
        cache = ResponseCache(tmp_path / "file" / "cache")
        assert Fetcher(cache=cache).get(url).body == b'{"value": 1}'
        assert cache.size() == 0
        cache.clear()

    def test_from_many_threads(self, cache):
        faults = []

        def hammer():
            for number in [*range(10)] * 20:
                address = f"http://a.nl/{number}"
                cache.put(address, {}, kept(b"%d" % number * 1000))
                found = cache.get(address, {})
                if found is not None and found.body != b"%d" % number * 1000:
                    faults.append(number)

        threads = [threading.Thread(target=hammer) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert faults == []

    def test_it_is_in_the_profile(self, qgis_app):
        assert default_folder() == Path(QgsApplication.qgisSettingsDirPath()) / "sterkesteden" / "cache"
