# SPDX-License-Identifier: GPL-2.0-or-later
"""What a project remembers of the page Network: table, zones, columns, choices."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject

from .tables import FILE, Columns, file_key, file_of

if TYPE_CHECKING:
    from ..panel.network_controls import Choices

_SCOPE, _ENTRY = "sterkesteden", "network"


class Memory:
    """Reads the project when it is made; what is set is written into it. What has another form is nothing."""

    def __init__(self, project: QgsProject) -> None:
        self._project = project
        self._told = self._read()

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self._project.readEntry(_SCOPE, _ENTRY, "{}")[0])
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def _keep(self, name: str, value: Any) -> None:
        if self._told.get(name) != value:
            self._told[name] = value
            self._project.writeEntry(_SCOPE, _ENTRY, json.dumps(self._told))

    def _text(self, name: str) -> str:
        value = self._told.get(name)
        return value if isinstance(value, str) else ""

    @property
    def source(self) -> str:
        return self._here(self._text("source"))

    @source.setter
    def source(self, key: str) -> None:
        self._keep("source", self._stored(key))

    @property
    def zones(self) -> str:
        return self._text("zones")

    @zones.setter
    def zones(self, key: str) -> None:
        self._keep("zones", key)

    @property
    def files(self) -> list[str]:
        """The keys of files that were chosen."""
        found = self._told.get("files")
        return [self._here(one) for one in found if isinstance(one, str)] if isinstance(found, list) else []

    def add_file(self, key: str) -> None:
        self._keep("files", [self._stored(one) for one in dict.fromkeys([*self.files, key])])

    def columns(self, key: str) -> Columns | None:
        """What was said of the columns of a table."""
        every = self._told.get("columns")
        found = every.get(self._stored(key)) if isinstance(every, dict) else None
        known = isinstance(found, list) and len(found) == 4 and all(isinstance(one, str) for one in found)
        return Columns(*found) if known and found else None

    def set_columns(self, key: str, columns: Columns) -> None:
        every = self._told.get("columns")
        said = [columns.origin, columns.destination, columns.flow, columns.year]
        self._keep("columns", {**(every if isinstance(every, dict) else {}), self._stored(key): said})

    @property
    def choices(self) -> Choices | None:
        from ..panel.network_controls import Choices

        found = self._told.get("choices")
        try:
            return Choices(**found) if isinstance(found, dict) else None
        except TypeError:
            return None

    @choices.setter
    def choices(self, choices: Choices) -> None:
        self._keep("choices", dict(vars(choices)))

    # Files lie where they lie as seen from the project.

    def _stored(self, key: str) -> str:
        if not key.startswith(FILE):
            return key
        path, table = file_of(key)
        return file_key(self._project.writePath(str(path)), table)

    def _here(self, key: str) -> str:
        if not key.startswith(FILE):
            return key
        path, table = file_of(key)
        return file_key(self._project.readPath(str(path)), table)
