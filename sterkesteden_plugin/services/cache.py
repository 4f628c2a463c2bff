# SPDX-License-Identifier: GPL-2.0-or-later
"""Answers of services on disk: to be asked for again only when they changed, and to work with when there is no network.

Whether what is kept still counts, the server says (ETag, Last-Modified); nothing is given without asking it, unless it
cannot be reached. A file for each answer, not Qt's disk cache: that deletes objects in the thread of the task, which
PyQt hears of too late (see exchange.py).
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

from qgis.core import QgsApplication

MAX_BYTES = 200 * 1024 * 1024
MAX_AGE_DAYS = 90

_ENDING = ".answer"
# The body is kept unpacked, so what was said of its length and packing is not true of it. Cookies are logins.
_NOT_KEPT = {"content-length", "content-encoding", "transfer-encoding", "connection", "set-cookie"}


@dataclass(frozen=True)
class Kept:
    """An answer as it was kept. `retrieved` is when the server last said that it is what it has (UTC, ISO 8601)."""

    url: str
    headers: Mapping[str, str]  # names in small letters
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
        self._folder = Path(folder or default_folder())
        self._max_bytes = max_bytes
        self._max_age = timedelta(days=max_age_days)
        self._lock = threading.Lock()
        self._size: int | None = None  # None: not measured yet

    def get(self, url: str, asked: Mapping[str, str]) -> Kept | None:
        """What was kept of the answer to this question (an address and headers), if it is not too old."""
        path = self._path(url, asked)
        try:
            head, _, body = path.read_bytes().partition(b"\n")
            said = json.loads(head)
            kept = Kept(said["url"], said["headers"], body, said["retrieved"])
            whole = said["size"] == len(body)
            young = datetime.now(timezone.utc) - datetime.fromisoformat(kept.retrieved) <= self._max_age
        except (OSError, ValueError, KeyError, TypeError):
            return None
        if not whole or not young:
            self.remove(url, asked)
            return None
        with suppress(OSError):
            os.utime(path)  # what is used goes last when room is needed
        return kept

    def put(self, url: str, asked: Mapping[str, str], kept: Kept) -> None:
        """Keep it, unless the server does not want that. Who asks sees to it that nobody's login is in it."""
        unwanted = "no-store" in kept.headers.get("cache-control", "").lower()
        if unwanted or kept.headers.get("vary", "").strip() == "*" or len(kept.body) > self._max_bytes:
            self.remove(url, asked)
            return
        headers = {name: value for name, value in kept.headers.items() if name not in _NOT_KEPT}
        said = {"url": kept.url, "retrieved": kept.retrieved, "size": len(kept.body), "headers": headers}
        path = self._path(url, asked)
        with self._lock, suppress(OSError):
            if self._size is None:
                self._folder.mkdir(parents=True, exist_ok=True)
                self._size = sum(size for _, size, _ in self._files())
            before = path.stat().st_size if path.exists() else 0
            # Whole or not at all: another QGIS may read it at the same time.
            handle, part = tempfile.mkstemp(suffix=".part", dir=self._folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(json.dumps(said).encode() + b"\n" + kept.body)
                Path(part).replace(path)
            except OSError:
                Path(part).unlink()
                raise
            self._size += path.stat().st_size - before
            if self._size > self._max_bytes:
                self._make_room()

    def remove(self, url: str, asked: Mapping[str, str]) -> None:
        """Forget the answer to this question."""
        with self._lock, suppress(OSError):
            self._path(url, asked).unlink()
            self._size = None

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            for path, _, _ in self._files():
                with suppress(OSError):
                    path.unlink()
            self._size = None

    def size(self) -> int:
        """Bytes on disk."""
        with self._lock:
            return sum(size for _, size, _ in self._files())

    def _make_room(self) -> None:
        """Take away what was not used for the longest time, a bit more than is needed."""
        files = sorted(self._files(), key=lambda file: file[2])
        size = sum(size for _, size, _ in files)
        for path, bytes_of_it, _ in files:
            if size <= 0.9 * self._max_bytes:
                break
            with suppress(OSError):
                path.unlink()
                size -= bytes_of_it
        self._size = size

    def _files(self) -> list[tuple[Path, int, int]]:
        """Path, bytes and time of last use of all that is kept."""
        found = []
        with suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                if entry.name.endswith((_ENDING, ".part")):
                    with suppress(OSError):  # another QGIS took it away
                        said = entry.stat()
                        found.append((Path(entry.path), said.st_size, said.st_mtime_ns))
        return found

    def _path(self, url: str, asked: Mapping[str, str]) -> Path:
        """Another form or coordinate system of the same address is another answer."""
        lines = [url, *sorted(f"{name.lower()}:{value}" for name, value in asked.items())]
        return self._folder / (hashlib.sha256("\n".join(lines).encode()).hexdigest() + _ENDING)
