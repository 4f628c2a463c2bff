# SPDX-License-Identifier: GPL-2.0-or-later
"""A server that is a program of its own: started on a free port of 127.0.0.1, waited for, and ended."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from urllib.request import urlopen

DEADLINE = 60.0  # seconds; on a machine that does much else a server may take half of it
TRIES = 3  # another program may take a free port before the server does


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextmanager
def started(
    command: Sequence[str | Path], port: int, environment: Mapping[str, str], folder: Path, ask: str
) -> Iterator[str]:
    """The address of the server that `command` starts; it is up when it answers `ask`."""
    log = folder / "server.log"
    url = f"http://127.0.0.1:{port}"
    with log.open("ab") as out:
        # Ends with us, also when we are killed or crash.
        tied = ["setpriv", "--pdeathsig", "TERM", *command]
        process = subprocess.Popen(tied, env=environment, cwd=folder, stdout=out, stderr=out)
    try:
        end = time.monotonic() + DEADLINE
        while not _answers(url + ask):
            if process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"{command[0]} does not serve:\n{log.read_text(errors='replace')[-3000:]}")
            time.sleep(0.05)
        yield url
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=5) as answer:
            return answer.status == 200
    except (OSError, HTTPException):
        return False
