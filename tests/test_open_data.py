# SPDX-License-Identifier: GPL-2.0-or-later
"""Open data from what the user asks on the page to what is in the file, by real tasks and a server on loopback."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import threading
import time
from contextlib import closing

import pytest
from qgis.core import QgsApplication, QgsNetworkAccessManager, QgsRectangle, QgsSettings

from sterkesteden_plugin.i18n import tr
from sterkesteden_plugin.open_data import OpenData
from sterkesteden_plugin.panel.open_data_page import OpenDataPage
from sterkesteden_plugin.services import settings
from sterkesteden_plugin.services.cache import ResponseCache
from sterkesteden_plugin.services.client import Finding
from sterkesteden_plugin.services.jobs import wanted_of
from sterkesteden_plugin.services.work import Work, WorkQueue
from sterkesteden_plugin.state import State
from sterkesteden_plugin.store import loads
from sterkesteden_plugin.store.catalogue import read_catalogue
from sterkesteden_plugin.store.geometries import read_geometries
from sterkesteden_plugin.store.reader import read_pack
from tests.services.conftest import until
from tests.services.servers.faults import hang
from tests.services.servers.ogcapi import OgcApiServer

SET = "wijken"  # what the server has
BUSY = "panden"
CHECKED = tr("Checked: {} ({} s)").partition("{")[0]


class Setup:
    """The page and what stands behind it, on a file, tied together as the workbench does."""

    def __init__(self, path, server):
        self.path, self.server = path, server
        self.state = State()
        self.state.set_pack(read_pack(path), path)
        self.page = OpenDataPage()
        self.page.set_pack(self.state.pack)
        geometries = read_geometries(path)
        self.data = OpenData(self.page, self.state, lambda: geometries, "Anna")
        self.told, self.logged = [], []
        self.data.told.connect(lambda text, warning: self.told.append((text, warning)))
        self.data.logged.connect(self.logged.append)
        self.data.changed.connect(lambda _dataset, pack, _touches: self.state.renew_pack(pack))
        self.state.packRenewed.connect(lambda: self.page.renew(self.state.pack))
        self.data.follow_pack("")
        self.page.catalogueWanted.emit()
        self.block = self.page.blocks[SET]

    @property
    def text(self):
        return self.block.text.toPlainText()

    def done(self):
        until(lambda: not self.data.is_busy())

    def fetch(self):
        """As one click does; until it is over."""
        self.block.fetch.click()
        self.done()

    def rows(self):
        with closing(sqlite3.connect(self.path)) as db:
            return db.execute(f"SELECT wijkcode, aantal_inwoners FROM open_{SET} ORDER BY wijkcode").fetchall()

    def digest(self):
        return hashlib.sha256(self.path.read_bytes()).hexdigest()


@pytest.fixture()
def server(qgis_app):
    QgsNetworkAccessManager.instance()
    with OgcApiServer() as server:
        yield server


@pytest.fixture()
def setup(server, real_pack_file, tmp_path, monkeypatch):
    monkeypatch.setattr("sterkesteden_plugin.services.cache.default_folder", lambda: tmp_path / "cache")
    QgsSettings().remove("sterkesteden")
    for service in read_catalogue(real_pack_file).services:
        settings.set_address(service.id, server.base)  # nothing of the test leaves this machine
    setup = Setup(real_pack_file, server)
    yield setup
    setup.data.close()
    for one in (setup.data, setup.page, setup.state):
        one.deleteLater()
    QgsSettings().remove("sterkesteden")


def test_a_click_loads_a_data_set_and_says_what_came(setup):
    assert not setup.rows()
    setup.fetch()

    assert len(setup.rows()) == 5
    assert setup.state.pack.loaded[SET].count == 5 and setup.state.pack.loaded[SET].user == "Anna"
    assert tr("{} added").format("5") in setup.text
    assert not setup.block.is_busy and setup.block.undo.isEnabled()
    ((said, warning),) = setup.told
    assert setup.block.dataset.title in said and not warning


def test_a_second_load_changes_only_what_changed_and_says_so(setup):
    setup.fetch()
    before = setup.rows()
    setup.server.features[2]["properties"]["aantal_inwoners"] = 7
    del setup.server.features[4]
    setup.fetch()

    assert setup.rows() == [*before[:2], (before[2][0], 7), before[3]]
    load = setup.state.pack.loaded[SET]
    assert (load.added, load.changed, load.removed) == (0, 1, 1)
    assert "1002 → 7" in setup.text and "• Wijk 4" in setup.text, "which ones is told"


def test_what_was_loaded_can_be_undone_load_by_load(setup):
    setup.fetch()
    first = setup.rows()
    setup.server.features[2]["properties"]["aantal_inwoners"] = 7
    setup.fetch()

    setup.block.undo.click()
    setup.done()
    assert setup.rows() == first and setup.state.pack.loaded[SET].added == 5
    setup.block.undo.click()
    setup.done()
    assert setup.rows() == [] and SET not in setup.state.pack.loaded
    assert not setup.block.undo.isVisibleTo(setup.block)


def test_what_a_load_of_earlier_changed_can_still_be_read(setup):
    setup.fetch()
    setup.server.features[2]["properties"]["aantal_inwoners"] = 7
    setup.fetch()
    setup.block.set_result(())
    setup.block.changes.click()
    setup.done()
    assert "1002 → 7" in setup.text


def test_without_a_network_the_file_stays_and_the_page_says_what_to_do(setup):
    setup.server.close()
    before = setup.digest()
    setup.fetch()

    assert setup.digest() == before
    ((said, warning),) = setup.told
    assert warning and "127.0.0.1" in said and "127.0.0.1" in setup.text
    assert setup.block.fetch.isEnabled()
    assert setup.logged and not [line for line in setup.logged if line.endswith(": ")], "nothing is logged of nothing"


def test_of_a_server_without_connection_all_is_told_at_once(setup):
    """Each data set by itself would be tried again and again, which takes seconds."""
    setup.server.close()
    begin = time.monotonic()
    setup.page.all.click()
    setup.done()
    assert time.monotonic() - begin < 12
    tried = [block for block in setup.page.blocks.values() if "127.0.0.1" in block.text.toPlainText()]
    assert len(tried) >= 8
    ((said, warning),) = setup.told
    assert warning and str(len(tried)) in said and "127.0.0.1" not in said


def test_a_fault_that_was_found_goes_when_the_data_come(setup):
    finding = Finding(SET, "veranderd", "Heeft geen veld x.", 0.1)
    setup.page.set_findings([finding])
    setup.fetch()
    assert finding.what not in setup.text


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_service_that_was_found_reachable_is_not_called_that_when_it_gives_nothing(setup, is_kept):
    setup.fetch()
    setup.server.close()
    if not is_kept:
        ResponseCache().clear()
    setup.page.set_findings([Finding(SET, "bereikbaar", "", 0.1)])
    assert CHECKED in setup.text
    setup.fetch()
    assert CHECKED not in setup.text


def test_what_was_kept_serves_when_the_service_cannot_be_reached_and_is_told_of(setup):
    setup.server.validators = True
    setup.fetch()
    setup.block.undo.click()
    setup.done()
    assert setup.rows() == []
    setup.server.close()
    setup.fetch()

    assert len(setup.rows()) == 5
    said, warning = setup.told[-1]
    for text in (setup.text, said):
        assert "kept on this computer" in text or "bewaard" in text
    assert warning, "a file that is brought to what it was is not up to date"


def test_cancelling_leaves_the_file_as_it_was(setup):
    setup.server.fail(hang, None)
    before = setup.digest()
    setup.block.fetch.click()
    setup.server.wait_for_requests(1)
    setup.block.cancel.click()
    gap = until(lambda: not setup.data.is_busy())

    assert setup.digest() == before and SET not in setup.state.pack.loaded
    assert "Cancelled" in setup.text or "Geannuleerd" in setup.text
    assert not setup.told and gap < 1


def test_one_load_waits_for_the_other_and_can_be_cancelled_before_its_turn(setup):
    setup.server.fail(hang, None)
    setup.data.set_area(QgsRectangle(230_000, 550_000, 231_000, 551_000))
    setup.data.fetch([SET, BUSY])
    setup.server.wait_for_requests(1)
    waiting = setup.page.blocks[BUSY]
    assert waiting.is_busy and setup.block.is_busy
    waiting.cancel.click()
    assert not waiting.is_busy and setup.block.is_busy
    setup.page.busy.cancel.click()
    setup.done()
    assert not setup.block.is_busy and len(setup.server.requests) == 1


def test_a_set_of_which_the_area_is_chosen_is_not_loaded_without_one(setup):
    setup.data.fetch([BUSY])
    assert not setup.data.is_busy() and not setup.server.requests


@pytest.mark.parametrize("lock", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_file_that_somebody_else_holds_is_told_of(setup, monkeypatch, lock):
    monkeypatch.setattr(loads, "_WAIT_SECONDS", 0.1)
    with closing(sqlite3.connect(setup.path, isolation_level=None)) as other:
        other.execute(f"BEGIN {lock}")
        setup.fetch()
        other.execute("ROLLBACK")
    assert setup.rows() == []
    ((said, warning),) = setup.told
    assert warning and setup.path.name in said and not setup.block.is_busy
    assert (setup.path.name in setup.text) == (lock == "IMMEDIATE")  # what can be read is begun


def test_a_fault_of_our_own_is_told_and_logged_and_the_next_goes_on(setup, monkeypatch):
    def wrong(*_args):
        raise ZeroDivisionError("proef")

    with monkeypatch.context() as patch:
        patch.setattr("sterkesteden_plugin.services.jobs.load", wrong)
        setup.fetch()
    assert setup.told[0][1] and any("ZeroDivisionError" in line for line in setup.logged)
    setup.fetch()
    assert len(setup.rows()) == 5


def test_closing_while_something_is_fetched_is_quick_and_tells_nothing(setup):
    setup.server.fail(hang, None)
    before = setup.digest()
    setup.block.fetch.click()
    setup.server.wait_for_requests(1)
    began = time.monotonic()
    setup.data.close()
    assert time.monotonic() - began < 2
    until(lambda: not setup.data.is_busy())
    assert setup.digest() == before and not setup.told


def test_another_file_stops_what_was_being_fetched(setup, small_pack_file):
    setup.server.fail(hang, None)
    setup.block.fetch.click()
    setup.server.wait_for_requests(1)
    setup.state.set_pack(read_pack(small_pack_file), small_pack_file)
    setup.page.set_pack(setup.state.pack)
    setup.data.follow_pack("")
    setup.done()
    assert not setup.told and setup.state.path == small_pack_file


def test_a_load_that_ends_when_a_copy_is_open_is_in_its_own_file_only(setup, tmp_path, monkeypatch):
    copy = tmp_path / "kopie.gpkg"
    shutil.copy(setup.path, copy)
    reached, go, over = threading.Event(), threading.Event(), threading.Event()

    def late(path):
        reached.set()
        assert go.wait(10)
        try:
            return read_pack(path)
        finally:
            over.set()

    monkeypatch.setattr("sterkesteden_plugin.services.jobs.read_pack", late)
    setup.block.fetch.click()
    until(reached.is_set)
    setup.state.set_pack(read_pack(copy), copy)
    setup.page.set_pack(setup.state.pack)
    setup.data.follow_pack("")
    assert not setup.data.is_busy()
    go.set()
    until(over.is_set)
    setup.data.close()
    QgsApplication.processEvents()

    assert len(setup.rows()) == 5
    assert not setup.told and SET not in setup.state.pack.loaded
    assert not any(block.is_busy for block in setup.page.blocks.values())


def test_checking_asks_every_service_and_tells_each_of_its_data_sets(setup):
    setup.page.check.click()
    assert not setup.page.check.isEnabled()
    setup.done()
    assert setup.page.check.isEnabled()
    assert "Checked: changed" in setup.text or "veranderd" in setup.text  # it lacks a field that is not needed
    assert set(setup.page._findings) >= {dataset.id for dataset in setup.data._catalogue.datasets}
    gone = setup.page._findings["panden"]
    assert gone.state == "verdwenen" and gone.what


def test_an_address_that_was_set_meanwhile_counts_at_once(setup):
    service = setup.block.dataset.service
    assert service.url in setup.page._heads[service.id].toPlainText()
    for one in read_catalogue(setup.path).services:
        settings.set_address(one.id, "http://127.0.0.1:1/elders")
    setup.fetch()
    assert "127.0.0.1:1" in setup.page._heads[service.id].toPlainText()
    assert setup.told[0][1] and "127.0.0.1:1" in setup.told[0][0]


def test_what_is_wanted_is_the_area_of_the_pack_or_the_one_chosen(setup):
    pack, geometries = setup.state.pack, read_geometries(setup.path)
    catalogue = read_catalogue(setup.path)
    chosen = QgsRectangle(1, 2, 3, 4)
    area = geometries[pack.area].boundingBox()

    by_pack = wanted_of(catalogue.dataset_by_id[SET], pack, geometries, chosen)
    assert by_pack.box[0] < area.xMinimum() and by_pack.box[3] > area.yMaximum()
    assert wanted_of(catalogue.dataset_by_id[BUSY], pack, geometries, chosen).box == (1, 2, 3, 4)
    everywhere = wanted_of(catalogue.dataset_by_id["bevolking"], pack, geometries, chosen)
    assert everywhere.box is None
    assert everywhere.codes["@steden"] == [city.code for city in pack.cities]
    assert set(everywhere.codes["@steden"]) <= set(everywhere.codes["@gemeenten"])
    assert len(set(everywhere.codes["@gemeenten"])) == len(everywhere.codes["@gemeenten"])


def test_a_queue_does_one_thing_after_the_other_and_tells_progress(qgis_app):
    queue, said, running = WorkQueue(), [], []
    queue.progressed.connect(lambda *progress: said.append(progress))

    def job(name):
        def work(task):
            running.append(name)
            assert len(running) == 1
            task.tell(1, 2, name)
            running.remove(name)
            return name

        return work

    done = []
    for name in ("a", "b", "c"):
        queue.add(name, name, job(name), lambda work: done.append(work.result))
    assert queue.keys == ("a", "b", "c")
    until(lambda: len(done) == 3)
    assert done == ["a", "b", "c"] and [(key, what) for key, *_rest, what in said] == [
        ("a", "a"),
        ("b", "b"),
        ("c", "c"),
    ]
    assert queue.keys == ()
    queue.close()
    queue.deleteLater()


def test_work_that_was_stopped_before_its_turn_is_told_as_that(qgis_app):
    work = Work("", lambda _work: 1)
    work.finished(False)  # as QGIS does without having run it
    assert work.is_cancelled


def test_a_fault_in_what_is_done_with_a_result_does_not_stop_the_queue(qgis_app, qtbot):
    queue, done = WorkQueue(), []
    queue.emptied.connect(lambda: done.append("emptied"))

    def wrong(_work):
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        queue.add("a", "a", lambda _work: 1, wrong)
        queue.add("b", "b", lambda _work: 2, lambda work: done.append(work.result))
        queue.add("c", "c", lambda _work: 3, wrong)
        until(lambda: not queue.keys)
    assert done == [2, "emptied"] and [one[0] for one in raised] == [ZeroDivisionError] * 2
    queue.close()
    queue.deleteLater()
