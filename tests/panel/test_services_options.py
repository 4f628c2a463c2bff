# SPDX-License-Identifier: GPL-2.0-or-later
"""The page of the services in the options of QGIS."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from sterkesteden_plugin import options
from sterkesteden_plugin.panel.services_options import ServicesOptions
from sterkesteden_plugin.services import settings
from sterkesteden_plugin.services.cache import Kept, ResponseCache
from sterkesteden_plugin.services.jobs import Checking
from sterkesteden_plugin.store.datasets import Catalogue, Service

SERVICES = tuple(
    Service(id, name, "ogcapi", f"https://{id}.example.org", None, "Maker", "CC0", None)
    for id, name in (("een", "Een <b>dienst</b>"), ("twee", "Twee"))
)


@pytest.fixture()
def page(qgis_app, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr("sterkesteden_plugin.services.cache.default_folder", lambda: tmp_path)
    QgsSettings().remove("sterkesteden")
    page = ServicesOptions(SERVICES)
    qtbot.addWidget(page)
    page.show()
    yield page
    QgsSettings().remove("sterkesteden")


def _write(page, text):
    page.address.selectAll()
    QTest.keyClick(page.address, Qt.Key.Key_Delete)
    QTest.keyClicks(page.address, text)


def test_an_address_is_kept_for_the_service_that_is_chosen_once_it_is_applied(page):
    page.list.setCurrentRow(1)
    assert page.default.text() == "https://twee.example.org" and page.default.isReadOnly()
    _write(page, "https://spiegel.nl/ogc")
    assert settings.address("twee") == ""
    assert page.list.item(1).text() != "Twee" and page.list.item(0).text() == "Een <b>dienst</b>"
    page.list.setCurrentRow(0)
    assert page.address.text() == ""
    page.apply()

    assert (settings.address("een"), settings.address("twee")) == ("", "https://spiegel.nl/ogc")
    again = ServicesOptions(SERVICES)
    again.list.setCurrentRow(1)
    assert again.address.text() == "https://spiegel.nl/ogc"
    again.deleteLater()


def test_an_address_that_cannot_be_used_says_why_and_is_never_written(page):
    settings.set_address("een", "https://goed.nl")
    page.list.setCurrentRow(0)
    _write(page, "https://jan:geheim@a.nl")
    assert page.fault.isVisible() and page.fault.text()
    page.list.setCurrentRow(1)
    assert not page.fault.isVisible() and not page.isValid()
    assert page.list.currentRow() == 0
    page.apply()
    assert settings.address("een") == "https://goed.nl"
    assert "geheim" not in str([QgsSettings().value(key) for key in QgsSettings().allKeys()])
    _write(page, "")
    assert page.isValid()


def test_a_login_is_not_given_to_the_address_that_another_file_has_for_the_service(page, qtbot):
    page.list.setCurrentRow(0)
    page.login.selectedConfigIdChanged.emit("abc1234")
    page.apply()
    assert settings.authcfg("een", SERVICES[0].url) == "abc1234"

    theirs = replace(SERVICES[0], url="https://dief.nl")
    for service, login in ((theirs, ""), (SERVICES[0], "abc1234")):
        catalogue = Catalogue((service,), ())
        assert Checking(catalogue)._logins == {"een": login}
        other = ServicesOptions(catalogue.services)
        qtbot.addWidget(other)
        assert other._choices[0].authcfg == login
        other.apply()  # nothing was changed
    assert settings.authcfg("een", SERVICES[0].url) == "abc1234"


def test_bounds_of_the_cache_are_kept_and_it_can_be_emptied(page):
    ResponseCache().put("https://a.nl", {}, Kept("https://a.nl", {}, b"x" * 3_000_000, "2026-11-24T10:00:00+00:00"))
    page._show_size()
    assert page.size.text() == "2,9 MB"
    page.clear.click()
    assert ResponseCache().size() == 0 and page.size.text() == "0,0 MB"
    page.megabytes.setValue(50)
    page.days.setValue(7)
    page.apply()
    assert (settings.cache_mb(), settings.cache_days()) == (50, 7)


def test_the_services_are_those_of_the_open_file_or_else_those_that_came_along(
    qgis_app, qtbot, small_pack_file, real_pack_file, tmp_path, monkeypatch
):
    monkeypatch.setattr(options.paths, "SHIPPED_PACK", real_pack_file)

    def offered(path):
        page = options.OptionsFactory(lambda: path).createWidget(None)
        qtbot.addWidget(page)
        return page.list.count()

    assert offered(small_pack_file) == 1  # its base map
    assert offered(None) == offered(tmp_path / "weg.gpkg") > 5
