# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the stories that users make: each call is one transaction, done whole or not at all.

A chapter is written as other records are, by an `Editor`; here it is copied, moved and deleted.

The triggers of the file keep the history. Rows of the story that came with the pack are never touched.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from ..i18n import tr
from . import sql
from .errors import StoreError
from .history import changed_meanwhile
from .records import delete_record
from .schema import OWN
from .writing import Change, gone, writing

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

_COPIED = (
    "titel",
    "tekst",
    "stad_id",
    "uitsnede_id",
    "xmin",
    "ymin",
    "xmax",
    "ymax",
    "bron_id",
    "vindplaats",
    "peildatum",
)
_LINKS = {
    "hoofdstuk_laag": ("laag_id",),
    "hoofdstuk_eigen_laag": ("laag", "titel", "volgorde"),
    "hoofdstuk_plaats": ("plaats_id", "rol", "volgorde"),
}
_LISTS = ("lagen", "eigen_lagen", "plaatsen")  # what a chapter has many of, in a row of `add_whole`


class Stories:
    """The stories of one GeoPackage, changed in the name of one user."""

    def __init__(self, path: Path, user: str) -> None:
        self._path = path
        self._user = user

    def add_story(self, title: str) -> str:
        """Add an empty story at the end; return its id."""
        with self._writing() as change:
            return self._add_story(change, title)

    def change_story(self, story: str, title: str, before: str | None = None) -> None:
        """Give a story of a user another title.

        `before` is the one it is thought to have: where it has got another one meanwhile, Conflict is raised.
        """
        with self._writing() as change:
            self._require_own(change, story)
            row = change.db.execute("SELECT titel FROM verhaal WHERE id = ?", (story,)).fetchone()
            if before is not None and row[0] not in (before, title):
                raise changed_meanwhile(change.db, "verhaal", story, {"titel": row[0]})
            self._change(change, "verhaal", story, {"titel": title})

    def delete_story(self, story: str) -> None:
        """Delete a story of a user with all its chapters."""
        with self._writing() as change:
            self._require_own(change, story)
            delete_record(change, "verhaal", story)

    def copy_story(self, story: str, title: str) -> str:
        """Copy a story, also that of the pack, into a new one of the user; return its id."""
        with self._writing() as change:
            copy = self._add_story(change, title)
            for chapter, number in change.db.execute(
                "SELECT id, nummer FROM hoofdstuk WHERE verhaal_id = ? ORDER BY nummer, id", (story,)
            ).fetchall():
                self._copy_chapter(change, chapter, copy, number)  # its texts may speak of these numbers
            return copy

    def copy_chapter(self, chapter: str, story: str) -> str:
        """Copy a chapter, also one of the pack, to the end of a story of a user; return the id of the copy."""
        with self._writing() as change:
            self._require_own(change, story)
            return self._copy_chapter(change, chapter, story)

    def move_chapter(self, chapter: str, by: int) -> None:
        """Move a chapter `by` places within its story; beyond an end it stays there."""
        with self._writing() as change:
            story = _story_of(change, chapter)
            self._require_own(change, story)
            query = "SELECT id FROM hoofdstuk WHERE verhaal_id = ? ORDER BY nummer, id"
            order = [found for (found,) in change.db.execute(query, (story,))]
            at = order.index(chapter)
            order.insert(max(0, min(len(order) - 1, at + by)), order.pop(at))
            (first,) = change.db.execute("SELECT min(nummer) FROM hoofdstuk WHERE verhaal_id = ?", (story,)).fetchone()
            for number, found in enumerate(order, first):
                (before,) = change.db.execute("SELECT nummer FROM hoofdstuk WHERE id = ?", (found,)).fetchone()
                if before != number:
                    self._change(change, "hoofdstuk", found, {"nummer": number})

    def delete_chapter(self, chapter: str) -> None:
        with self._writing() as change:
            self._require_own(change, _story_of(change, chapter))
            delete_record(change, "hoofdstuk", chapter)

    def add_whole(
        self, title: str, chapters: list[dict[str, Any]], places: list[dict[str, Any]], sources: list[dict[str, Any]]
    ) -> str:
        """Add a story with the places and sources it brings; what is there under the same id stays as it is.

        Chapters are rows with `lagen`, `eigen_lagen` and `plaatsen`; places have `tabel`, and `geom` where they are
        located.
        """
        with self._writing() as change:
            for row in sources:
                change.insert("bron", row, or_ignore=True)
            for row in places:
                if change.db.execute("SELECT 1 FROM plaats WHERE id = ?", (row["id"],)).fetchone() is None:
                    values = {name: value for name, value in row.items() if name != "tabel"}
                    change.insert(row["tabel"], {**values, **change.stamp})
            story = self._add_story(change, title)
            for row in chapters:
                values = {name: value for name, value in row.items() if name not in _LISTS}
                chapter = self._add_chapter(change, story, values)
                for layer in row["lagen"]:
                    change.insert("hoofdstuk_laag", {"hoofdstuk_id": chapter, "laag_id": layer})
                for order, link in enumerate(row.get("eigen_lagen", ())):
                    change.insert("hoofdstuk_eigen_laag", {"hoofdstuk_id": chapter, **link, "volgorde": order})
                for order, link in enumerate(row["plaatsen"]):
                    change.insert("hoofdstuk_plaats", {"hoofdstuk_id": chapter, **link, "volgorde": order})
            return story

    # Within one transaction

    def _writing(self) -> AbstractContextManager[Change]:
        return writing(self._path, self._user)

    def _add_story(self, change: Change, title: str) -> str:
        story = str(uuid4())
        (order,) = change.db.execute("SELECT ifnull(max(volgorde), 0) + 1 FROM verhaal").fetchone()
        row = {"id": story, "titel": title, "volgorde": order, "eigen": 1, "peildatum": _today()}
        change.insert("verhaal", {**row, "bron_id": _source(change), **change.stamp})
        return story

    def _add_chapter(self, change: Change, story: str, row: dict[str, Any], number: int | None = None) -> str:
        """Add a chapter under a number, else at the end."""
        chapter = str(uuid4())
        if number is None:
            query = "SELECT ifnull(max(nummer), 0) + 1 FROM hoofdstuk WHERE verhaal_id = ?"
            (number,) = change.db.execute(query, (story,)).fetchone()
        change.insert("hoofdstuk", {**row, "id": chapter, "verhaal_id": story, "nummer": number, **change.stamp})
        return chapter

    def _copy_chapter(self, change: Change, chapter: str, story: str, number: int | None = None) -> str:
        row = change.db.execute(sql.select(sql.listed(_COPIED), "hoofdstuk", "id = ?"), (chapter,)).fetchone()
        if row is None:
            raise gone()
        copy = self._add_chapter(change, story, dict(zip(_COPIED, row)), number)
        for table, names in _LINKS.items():
            query = sql.select(f"?, {sql.listed(names)}", table, "hoofdstuk_id = ?", "fid")
            change.db.execute(sql.insert(table, ("hoofdstuk_id", *names), query=query), (copy, chapter))
        return copy

    def _change(self, change: Change, table: str, record: str, row: dict[str, Any]) -> None:
        values = {**row, **change.stamp}
        done = change.db.execute(sql.update(table, values, "id = ?"), (*values.values(), record))
        if done.rowcount != 1:
            raise gone()

    def _require_own(self, change: Change, story: str) -> None:
        row = change.db.execute("SELECT eigen FROM verhaal WHERE id = ?", (story,)).fetchone()
        if row is None:
            raise gone()
        if not row[0]:
            raise StoreError(
                tr("The story that came with the file is not changed."),
                tr("Copy it to a story of your own and change that."),
            )


def _source(change: Change) -> str:
    return change.source(f"{OWN}{uuid4()}")


def _story_of(change: Change, chapter: str) -> str:
    row = change.db.execute("SELECT verhaal_id FROM hoofdstuk WHERE id = ?", (chapter,)).fetchone()
    if row is None:
        raise gone()
    return str(row[0])


def _today() -> str:
    return datetime.now().astimezone().date().isoformat()
