# SPDX-License-Identifier: GPL-2.0-or-later
"""What a user sets for the services: which addresses are taken, and what counts then."""

from __future__ import annotations

import pytest
from qgis.core import QgsSettings

from sterkesteden_plugin.services import settings
from sterkesteden_plugin.store.datasets import Catalogue, Dataset, Service

SERVICE = Service("dienst", "Dienst", "ogcapi", "https://example.org/ogc", None, "Maker", "CC0", None)
OTHER = Service("ander", "Ander", "wfs", "https://example.org/wfs", None, "Maker", "CC0", None)


@pytest.fixture(autouse=True)
def _own_settings(qgis_app):
    QgsSettings().remove("sterkesteden")
    yield
    QgsSettings().remove("sterkesteden")


def _dataset(id, service):
    return Dataset(id, id, service, id, "punt", "", ("id",), None, None, None, None, None, (), ())


def test_an_address_of_the_user_counts_for_the_service_and_its_data_sets_only():
    catalogue = Catalogue((SERVICE, OTHER), (_dataset("a", SERVICE), _dataset("b", OTHER)))
    settings.set_address("dienst", " https://spiegel.provincie.nl/ogc/ ")

    found = settings.at_set_addresses(catalogue)

    assert [service.url for service in found.services] == ["https://spiegel.provincie.nl/ogc/", OTHER.url]
    assert [dataset.service for dataset in found.datasets] == list(found.services)


def test_an_empty_address_is_that_of_the_catalogue_again():
    settings.set_address("dienst", "https://spiegel.nl")
    settings.set_address("dienst", "")

    assert settings.at_set_addresses(Catalogue((SERVICE,), ())).services == (SERVICE,)
    assert not QgsSettings().contains("sterkesteden/services/dienst/address")


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.nl",
        "file:///etc/passwd",
        "a.nl/ogc",
        "https://",
        "javascript:alert(1)",
        "https://a.nl/a b",
        "https://a#b",
    ],
)
def test_only_addresses_of_the_web_are_taken(url):
    assert settings.fault_of(url)
    with pytest.raises(ValueError):
        settings.set_address("dienst", url)
    assert settings.address("dienst") == ""


@pytest.mark.parametrize(
    "url", ["https://jan:geheim@a.nl", "https://jan@a.nl", "https://a.nl/?apikey=1", "https://a.nl/?token=1"]
)
def test_an_address_with_a_login_in_it_is_refused_and_kept_nowhere(url):
    assert "authentication configuration" in settings.fault_of(url) or "authenticatie" in settings.fault_of(url)
    with pytest.raises(ValueError):
        settings.set_address("dienst", url)
    assert not [key for key in QgsSettings().allKeys() if key.startswith("sterkesteden/services")]


def test_an_address_that_somebody_wrote_into_the_settings_by_hand_is_looked_at_too():
    QgsSettings().setValue("sterkesteden/services/dienst/address", "file:///etc/passwd")

    assert settings.at_set_addresses(Catalogue((SERVICE,), ())).services == (SERVICE,)


def test_the_cache_has_bounds_whatever_the_settings_hold():
    assert (settings.cache_mb(), settings.cache_days()) == (200, 90)
    settings.set_cache_mb(50)
    settings.set_cache_days(7)
    assert (settings.cache_mb(), settings.cache_days()) == (50, 7)

    for wrong in ("veel", "", None, "1e3"):
        QgsSettings().setValue("sterkesteden/services/cache/mb", wrong)
        assert settings.cache_mb() == 200
    QgsSettings().setValue("sterkesteden/services/cache/days", -4)
    assert settings.cache_days() == 1


def test_of_a_login_only_its_id_is_kept():
    settings.set_authcfg("dienst", "abc1234", SERVICE.url)
    assert settings.authcfg("dienst", SERVICE.url) == "abc1234"
    settings.set_authcfg("dienst", "", SERVICE.url)
    assert settings.authcfg("dienst", SERVICE.url) == ""
    assert not [key for key in QgsSettings().allKeys() if key.startswith("sterkesteden/services")]


@pytest.mark.parametrize(
    "url",
    ["https://dief.nl/ogc", "http://example.org/ogc", "https://example.org:8443/ogc", "https://x@example.org", ""],
)
def test_a_login_goes_to_the_server_it_was_chosen_for_only(url):
    settings.set_authcfg("dienst", "abc1234", SERVICE.url)
    assert settings.authcfg("dienst", "https://EXAMPLE.org:443/elders") == "abc1234"
    assert settings.authcfg("dienst", url) == ""


def test_a_login_without_a_server_is_none():
    QgsSettings().setValue("sterkesteden/services/dienst/authcfg", "abc1234")
    assert settings.authcfg("dienst", SERVICE.url) == settings.authcfg("dienst", "") == ""
