# SPDX-License-Identifier: GPL-2.0-or-later
"""What is wrong with the sources: every fault found, each with file, record and field."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One fault as the user reads it; `record` and `field` are "-" where the fault is of the whole file or record."""

    file: str
    record: str
    field: str
    message: str

    def __str__(self) -> str:
        return " ".join(f"{self.file}: {self.record}: {self.field}: {self.message}".split())


class Faults:
    """Collects faults, so that one run shows them all."""

    def __init__(self) -> None:
        self._found: dict[Fault, None] = {}

    def add(self, file: str, record: str, field: str, message: str) -> None:
        self._found[Fault(file, record, field, message)] = None

    def __bool__(self) -> bool:
        return bool(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def sorted(self) -> list[Fault]:
        return sorted(self._found)


class BuildError(Exception):
    """The sources cannot be built; `faults` says why."""

    def __init__(self, faults: Faults) -> None:
        super().__init__(f"{len(faults)} fault(s)")
        self.faults = faults.sorted()


def one_of(value: object, known: Iterable[str]) -> str:
    """Say what could stand instead of `value`: the nearest of `known`, or all when they are few."""
    names = sorted(known)
    near = difflib.get_close_matches(str(value), names, 1)
    if near:
        return f"did you mean '{near[0]}'?"
    if len(names) <= 12:
        return "use one of: " + ", ".join(names) if names else "there is none yet"
    return f"none of the {len(names)} known ones comes near"
