# SPDX-License-Identifier: GPL-2.0-or-later
"""What a user set for the services, in the settings of QGIS: other addresses, logins, and how much is kept.

Of a login only the id of an authentication configuration of QGIS stands there, and for which server it was chosen: the
address of a service may come from a file of somebody else.
"""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsSettings

from ..i18n import tr
from ..store.datasets import Catalogue
from .address import has_credentials, origin
from .cache import MAX_AGE_DAYS, MAX_BYTES

MB = 1024 * 1024
CACHE_MB = (1, 10_000)  # least and most
CACHE_DAYS = (1, 3650)

_GROUP = "sterkesteden/services"


def address(service_id: str) -> str:
    """The address that counts instead of the one of the catalogue; "" for none."""
    return _text(f"{service_id}/address")


def set_address(service_id: str, url: str) -> None:
    """Raises ValueError where `fault_of` has something against it."""
    fault = fault_of(url)
    if fault:
        raise ValueError(fault)
    _put(f"{service_id}/address", url.strip())


def fault_of(url: str) -> str:
    """What is wrong with an address as a user wrote it; "" where it can be used, or is empty."""
    url = url.strip()
    if not url:
        return ""
    if has_credentials(url):
        return tr(
            "A user name, password or key does not belong in the address: choose an authentication configuration."
        )
    if origin(url) is None or len(url.split()) > 1:
        return tr("An address begins with https:// or http:// and holds no spaces.")
    if "#" in url:
        return tr("An address of a service has no # in it.")
    return ""


def url_of(service_id: str, url: str) -> str:
    """The address at which a service is asked: the user's where there is one that can be used, else its own `url`."""
    own = address(service_id)
    return own if own and not fault_of(own) else url


def authcfg(service_id: str, url: str) -> str:
    """The authentication configuration of QGIS with which this service is asked at `url`; "" for none.

    One that was chosen for another server is none.
    """
    server = _server(url)
    return _text(f"{service_id}/authcfg") if server and server == _text(f"{service_id}/server") else ""


def set_authcfg(service_id: str, authcfg: str, url: str) -> None:
    """For the server of `url` only."""
    _put(f"{service_id}/authcfg", authcfg)
    _put(f"{service_id}/server", _server(url) if authcfg else "")


def cache_mb() -> int:
    """How many megabytes of answers are kept at most."""
    return _number("cache/mb", MAX_BYTES // MB, CACHE_MB)


def set_cache_mb(megabytes: int) -> None:
    QgsSettings().setValue(f"{_GROUP}/cache/mb", megabytes)


def cache_days() -> int:
    """After how many days what was kept is not used any more."""
    return _number("cache/days", int(MAX_AGE_DAYS), CACHE_DAYS)


def set_cache_days(days: int) -> None:
    QgsSettings().setValue(f"{_GROUP}/cache/days", days)


def at_set_addresses(catalogue: Catalogue) -> Catalogue:
    """The catalogue with the user's addresses in place of its own, as far as these can be used."""
    services = {one.id: replace(one, url=url_of(one.id, one.url)) for one in catalogue.services}
    datasets = tuple(replace(dataset, service=services[dataset.service.id]) for dataset in catalogue.datasets)
    return Catalogue(tuple(services.values()), datasets)


def _server(url: str) -> str:
    return " ".join(str(part) for part in origin(url) or ())


def _text(key: str) -> str:
    return str(QgsSettings().value(f"{_GROUP}/{key}", "") or "").strip()


def _put(key: str, text: str) -> None:
    if text:
        QgsSettings().setValue(f"{_GROUP}/{key}", text)
    else:
        QgsSettings().remove(f"{_GROUP}/{key}")


def _number(key: str, otherwise: int, bounds: tuple[int, int]) -> int:
    """A whole number; what somebody wrote into the settings by hand may be anything."""
    try:
        found = int(QgsSettings().value(f"{_GROUP}/{key}", otherwise))
    except (TypeError, ValueError):
        return otherwise
    return min(max(found, bounds[0]), bounds[1])
