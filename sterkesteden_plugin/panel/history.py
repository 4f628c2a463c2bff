# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the user was in the panel, for the way back. Pure: no QGIS, no Qt."""

from __future__ import annotations

_MOST = 100


class History:
    """Places visited, a page and an id each; the last one is where the user is."""

    def __init__(self) -> None:
        self._visited: list[tuple[str, str]] = []

    def visit(self, page: str, key: str = "") -> None:
        if self._visited[-1:] != [(page, key)]:
            self._visited = [*self._visited, (page, key)][-_MOST:]

    def back(self) -> tuple[str, str] | None:
        """Leave the present place and return the one before it; None where there is none."""
        if not self.can_go_back:
            return None
        self._visited.pop()
        return self._visited[-1]

    @property
    def can_go_back(self) -> bool:
        return len(self._visited) > 1

    def clear(self) -> None:
        self._visited.clear()
