# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the stories that users make: each call is one transaction, done whole or not at all.

The triggers of the file keep the history. Rows of the story that came with the pack are never touched.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from ..i18n import tr
from .blob import register
from .database import address
from .errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ..story.view import View

_WAIT_SECONDS = 2.0
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
_LINKS = {"hoofdstuk_laag": ("laag_id",), "hoofdstuk_plaats": ("plaats_id", "rol", "volgorde")}
CAPTURED_ROLE = "ligt in"  # what the places that were selected have to do with the chapter


class Stories:
    """The stories of one GeoPackage, changed in the name of one user."""

    def __init__(self, path: Path, user: str) -> None:
        self._path = path
        self._user = user

    def add_story(self, title: str) -> str:
        """Add an empty story at the end; return its id."""
        with self._writing() as db:
            return self._add_story(db, title)

    def change_story(self, story: str, title: str) -> None:
        with self._writing() as db:
            self._change(db, "verhaal", story, {"titel": title})

    def delete_story(self, story: str) -> None:
        """Delete a story of a user with all its chapters."""
        with self._writing() as db:
            self._require_own(db, story)
            for (chapter,) in db.execute("SELECT id FROM hoofdstuk WHERE verhaal_id = ?", (story,)).fetchall():
                _delete_chapter(db, chapter)
            db.execute("DELETE FROM verhaal WHERE id = ?", (story,))

    def copy_story(self, story: str, title: str) -> str:
        """Copy a story, also that of the pack, into a new one of the user; return its id."""
        with self._writing() as db:
            copy = self._add_story(db, title)
            for (chapter,) in db.execute(
                "SELECT id FROM hoofdstuk WHERE verhaal_id = ? ORDER BY nummer, id", (story,)
            ).fetchall():
                self._copy_chapter(db, chapter, copy)
            return copy

    def add_chapter(self, story: str, title: str, text: str, view: View) -> str:
        """Add a chapter at the end of a story of a user; return its id."""
        with self._writing() as db:
            self._require_own(db, story)
            row = {"titel": title, "tekst": text, "bron_id": self._source(db), "peildatum": _today(), **_box(view)}
            chapter = self._add_chapter(db, story, row)
            _set_view_links(db, chapter, view)
            return chapter

    def change_chapter(self, chapter: str, title: str, text: str, view: View | None) -> None:
        """Change title and text of a chapter, and what it shows where a view is given."""
        with self._writing() as db:
            self._require_own(db, _story_of(db, chapter))
            row: dict[str, Any] = {"titel": title, "tekst": text, "bron_id": self._source(db), "peildatum": _today()}
            if view is not None:
                row.update(_box(view), uitsnede_id=None)
            self._change(db, "hoofdstuk", chapter, row)
            if view is not None:
                _set_view_links(db, chapter, view)

    def copy_chapter(self, chapter: str, story: str) -> str:
        """Copy a chapter, also one of the pack, to the end of a story of a user; return the id of the copy."""
        with self._writing() as db:
            self._require_own(db, story)
            return self._copy_chapter(db, chapter, story)

    def move_chapter(self, chapter: str, by: int) -> None:
        """Move a chapter `by` places within its story; beyond an end it stays there."""
        with self._writing() as db:
            story = _story_of(db, chapter)
            self._require_own(db, story)
            query = "SELECT id FROM hoofdstuk WHERE verhaal_id = ? ORDER BY nummer, id"
            order = [found for (found,) in db.execute(query, (story,))]
            at = order.index(chapter)
            order.insert(max(0, min(len(order) - 1, at + by)), order.pop(at))
            for number, found in enumerate(order, 1):
                (before,) = db.execute("SELECT nummer FROM hoofdstuk WHERE id = ?", (found,)).fetchone()
                if before != number:
                    self._change(db, "hoofdstuk", found, {"nummer": number})

    def delete_chapter(self, chapter: str) -> None:
        with self._writing() as db:
            self._require_own(db, _story_of(db, chapter))
            _delete_chapter(db, chapter)

    def add_whole(
        self, title: str, chapters: list[dict[str, Any]], places: list[dict[str, Any]], sources: list[dict[str, Any]]
    ) -> str:
        """Add a story with the places and sources it brings; what is there under the same id stays as it is.

        Chapters are rows with `lagen` and `plaatsen`, places have `tabel`, and `geom` where they are located.
        """
        with self._writing() as db:
            for row in sources:
                _insert(db, "bron", row, or_ignore=True)
            for row in places:
                if db.execute("SELECT 1 FROM plaats WHERE id = ?", (row["id"],)).fetchone() is None:
                    values = {name: value for name, value in row.items() if name != "tabel"}
                    _insert(db, row["tabel"], {**values, **self._stamp()})
            story = self._add_story(db, title)
            for row in chapters:
                values = {name: value for name, value in row.items() if name not in ("lagen", "plaatsen")}
                chapter = self._add_chapter(db, story, values)
                for layer in row["lagen"]:
                    _insert(db, "hoofdstuk_laag", {"hoofdstuk_id": chapter, "laag_id": layer})
                for order, link in enumerate(row["plaatsen"]):
                    _insert(db, "hoofdstuk_plaats", {"hoofdstuk_id": chapter, **link, "volgorde": order})
            return story

    # Within one transaction

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        uri = f"{address(self._path.absolute())}?mode=rw"
        try:
            with closing(sqlite3.connect(uri, uri=True, timeout=_WAIT_SECONDS, isolation_level=None)) as db:
                register(db)
                db.execute("PRAGMA foreign_keys = ON")
                db.execute("BEGIN IMMEDIATE")
                try:
                    yield db
                    db.execute("COMMIT")
                finally:
                    if db.in_transaction:
                        db.execute("ROLLBACK")
        except (sqlite3.Error, UnicodeError) as error:
            raise _explained(error, self._path.name) from error

    def _stamp(self) -> dict[str, str]:
        now = datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return {"gewijzigd_op": now, "gewijzigd_door": self._user}

    def _source(self, db: sqlite3.Connection) -> str:
        """The source of this user's own words; made when it is first needed."""
        found = db.execute(
            "SELECT id FROM bron WHERE id LIKE 'eigen-%' AND uitgever = ? AND titel = ?", (self._user, _own(self._user))
        ).fetchone()
        if found is not None:
            return str(found[0])
        source = f"eigen-{uuid4()}"
        _insert(db, "bron", {"id": source, "titel": _own(self._user), "uitgever": self._user})
        return source

    def _add_story(self, db: sqlite3.Connection, title: str) -> str:
        story = str(uuid4())
        (order,) = db.execute("SELECT ifnull(max(volgorde), 0) + 1 FROM verhaal").fetchone()
        row = {"id": story, "titel": title, "volgorde": order, "eigen": 1, "peildatum": _today()}
        _insert(db, "verhaal", {**row, "bron_id": self._source(db), **self._stamp()})
        return story

    def _add_chapter(self, db: sqlite3.Connection, story: str, row: dict[str, Any]) -> str:
        chapter = str(uuid4())
        query = "SELECT ifnull(max(nummer), 0) + 1 FROM hoofdstuk WHERE verhaal_id = ?"
        (number,) = db.execute(query, (story,)).fetchone()
        _insert(db, "hoofdstuk", {**row, "id": chapter, "verhaal_id": story, "nummer": number, **self._stamp()})
        return chapter

    def _copy_chapter(self, db: sqlite3.Connection, chapter: str, story: str) -> str:
        columns = ", ".join(f'"{name}"' for name in _COPIED)
        row = db.execute(f"SELECT {columns} FROM hoofdstuk WHERE id = ?", (chapter,)).fetchone()
        if row is None:
            raise _gone()
        copy = self._add_chapter(db, story, dict(zip(_COPIED, row)))
        for table, names in _LINKS.items():
            listed = ", ".join(names)
            query = f"INSERT INTO {table} (hoofdstuk_id, {listed}) SELECT ?, {listed} FROM {table}"
            db.execute(f"{query} WHERE hoofdstuk_id = ? ORDER BY fid", (copy, chapter))
        return copy

    def _change(self, db: sqlite3.Connection, table: str, record: str, row: dict[str, Any]) -> None:
        values = {**row, **self._stamp()}
        setting = ", ".join(f'"{name}" = ?' for name in values)
        done = db.execute(f'UPDATE "{table}" SET {setting} WHERE id = ?', (*values.values(), record))
        if done.rowcount != 1:
            raise _gone()

    def _require_own(self, db: sqlite3.Connection, story: str) -> None:
        row = db.execute("SELECT eigen FROM verhaal WHERE id = ?", (story,)).fetchone()
        if row is None:
            raise _gone()
        if not row[0]:
            raise StoreError(
                tr("The story that came with the file is not changed."),
                tr("Copy it to a story of your own and change that."),
            )


def _insert(db: sqlite3.Connection, table: str, row: dict[str, Any], or_ignore: bool = False) -> None:
    # Names come from the code, never from a file.
    names = ", ".join(f'"{name}"' for name in row)
    how = "INSERT OR IGNORE" if or_ignore else "INSERT"
    db.execute(f'{how} INTO "{table}" ({names}) VALUES ({", ".join("?" * len(row))})', tuple(row.values()))


def _story_of(db: sqlite3.Connection, chapter: str) -> str:
    row = db.execute("SELECT verhaal_id FROM hoofdstuk WHERE id = ?", (chapter,)).fetchone()
    if row is None:
        raise _gone()
    return str(row[0])


def _delete_chapter(db: sqlite3.Connection, chapter: str) -> None:
    for table in _LINKS:
        db.execute(f"DELETE FROM {table} WHERE hoofdstuk_id = ?", (chapter,))
    db.execute("DELETE FROM hoofdstuk WHERE id = ?", (chapter,))


def _set_view_links(db: sqlite3.Connection, chapter: str, view: View) -> None:
    for table in _LINKS:
        db.execute(f"DELETE FROM {table} WHERE hoofdstuk_id = ?", (chapter,))
    for layer in view.layers:
        _insert(db, "hoofdstuk_laag", {"hoofdstuk_id": chapter, "laag_id": layer})
    for order, place in enumerate(view.places):
        row = {"hoofdstuk_id": chapter, "plaats_id": place, "rol": CAPTURED_ROLE, "volgorde": order}
        _insert(db, "hoofdstuk_plaats", row)


def _box(view: View) -> dict[str, float]:
    return dict(zip(("xmin", "ymin", "xmax", "ymax"), view.box))


def _today() -> str:
    return datetime.now().astimezone().date().isoformat()


def _own(user: str) -> str:
    return f"Eigen inbreng van {user}"  # content, which is Dutch


def _gone() -> StoreError:
    return StoreError(
        tr("What you want to change is not in the file any more."),
        tr("Somebody else deleted it; the history can restore it."),
    )


def _explained(error: Exception, name: str) -> StoreError:
    if "locked" in str(error) or "busy" in str(error):
        message, advice = tr("{} is locked by another program."), tr("Wait until it has finished, and try again.")
    elif "readonly" in str(error) or "unable to open" in str(error):
        message, advice = tr("{} is read-only: nothing was saved."), tr("Open a copy in which you may write.")
    elif "full" in str(error):
        message, advice = tr("There is no room on the disk of {}: nothing was saved."), tr("Make room, and try again.")
    else:
        message, advice = tr("{} cannot be written: nothing was saved."), tr("The log panel says why.")
    return StoreError(message.format(name), advice, (str(error),))
