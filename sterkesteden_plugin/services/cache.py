# SPDX-License-Identifier: GPL-2.0-or-later
"""Answers of services on disk: to be asked for again only when they changed, and to work with when there is no network.

The store is Qt's disk cache, which holds the size limit. Whether what is kept still counts, the server says (ETag,
Last-Modified); nothing is given without asking it, unless it cannot be reached.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkCacheMetaData, QNetworkDiskCache

MAX_BYTES = 200 * 1024 * 1024
MAX_AGE_DAYS = 90

# Headers of what is kept that are ours, beside those of the answer.
_RETRIEVED = "x-sterkesteden-retrieved"
_ASKED = "x-sterkesteden-asked"
_FINAL = "x-sterkesteden-url"


@dataclass(frozen=True)
class Kept:
    """An answer as it was kept. `retrieved` is when the server last said that it is what it has (UTC, ISO 8601)."""

    url: str
    headers: Mapping[str, str]
    body: bytes
    retrieved: str

    @property
    def validators(self) -> dict[str, str]:
        """What to ask with, so that the server sends nothing when this still counts."""
        wanted = (("If-None-Match", "etag"), ("If-Modified-Since", "last-modified"))
        return {name: self.headers[header] for name, header in wanted if self.headers.get(header)}


def default_folder() -> Path:
    """In the profile of the user."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "sterkesteden" / "cache"


class ResponseCache:
    """Usable from all threads. What cannot be written or read is as if it were not there."""

    def __init__(
        self, folder: Path | None = None, max_bytes: int = MAX_BYTES, max_age_days: float = MAX_AGE_DAYS
    ) -> None:
        self._max_age = timedelta(days=max_age_days)
        self._lock = threading.Lock()  # Qt's cache knows nothing of threads
        self._disk = QNetworkDiskCache()
        self._disk.setMaximumCacheSize(max_bytes)
        self._disk.setCacheDirectory(str(folder or default_folder()))

    def get(self, url: str, asked: Mapping[str, str]) -> Kept | None:
        """What was kept of the answer to this question, if it is not too old."""
        with self._lock:
            meta = self._disk.metaData(QUrl(url))
            if not meta.isValid():
                return None
            headers = {bytes(name).decode(): bytes(value).decode("latin-1") for name, value in meta.rawHeaders()}
            if headers.pop(_ASKED, None) != _fingerprint(asked):
                return None
            retrieved = headers.pop(_RETRIEVED, "")
            if not self._is_young(retrieved):
                self._disk.remove(QUrl(url))
                return None
            device = self._disk.data(QUrl(url))
            if device is None:
                return None
            body = device.readAll().data()
            device.close()
        return Kept(headers.pop(_FINAL, url), headers, body, retrieved)

    def put(self, url: str, asked: Mapping[str, str], kept: Kept) -> None:
        """Keep it, unless the server does not want that. Who asks sees to it that nobody's login is in it."""
        control = kept.headers.get("cache-control", "").lower()
        if "no-store" in control or kept.headers.get("vary", "").strip() == "*":
            self.remove(url)
            return
        ours = {_RETRIEVED: kept.retrieved, _ASKED: _fingerprint(asked), _FINAL: kept.url}
        # The body is kept unpacked, so what the server said of its length and packing is not true of it.
        said = {
            name: value for name, value in kept.headers.items() if name not in ("content-length", "content-encoding")
        }
        meta = QNetworkCacheMetaData()
        meta.setUrl(QUrl(url))
        meta.setSaveToDisk(True)
        meta.setRawHeaders(
            [(name.encode(), value.encode("latin-1", "replace")) for name, value in {**said, **ours}.items()]
        )
        with self._lock:
            device = self._disk.prepare(meta)
            if device is None:
                return
            if device.write(kept.body) == len(kept.body):
                self._disk.insert(device)
            else:
                self._disk.remove(QUrl(url))

    def remove(self, url: str) -> None:
        with self._lock:
            self._disk.remove(QUrl(url))

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._disk.clear()

    def size(self) -> int:
        """Bytes on disk."""
        with self._lock:
            return self._disk.cacheSize()

    def _is_young(self, retrieved: str) -> bool:
        try:
            return datetime.now(timezone.utc) - datetime.fromisoformat(retrieved) <= self._max_age
        except (ValueError, TypeError):
            return False


def _fingerprint(asked: Mapping[str, str]) -> str:
    """Of the headers of a question: another form or coordinate system of the same address is another answer."""
    lines = sorted(f"{name.lower()}:{value}" for name, value in asked.items())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
