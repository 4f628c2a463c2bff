# SPDX-License-Identifier: GPL-2.0-or-later
"""The SQL of tables, indices and triggers, made from the schema. Pure: shared by the data build and the migration.

The triggers keep `geschiedenis`, so that every program that changes the file is heard. Who writes a change in one
transaction says in `wijziging` who does so and when (store/writing.py); the row is gone when the transaction ends, so
nobody else ever sees it. Of other programs the time is the clock's, and the user whom they put into the row themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from . import sql
from .schema import AUDIT, HISTORY_TABLES, LINKS, SPATIAL, TABLES, Column

CURRENT_CHANGE = """CREATE TABLE wijziging (
  fid INTEGER PRIMARY KEY CHECK (fid = 1), tijd TEXT NOT NULL, gebruiker TEXT
)"""

_CLOCK = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
_UNDER_WAY = "EXISTS (SELECT 1 FROM wijziging)"
_WHO = "(SELECT gebruiker FROM wijziging)"
_TIME = ", ".join(("ifnull((SELECT tijd FROM wijziging)", f"{_CLOCK})"))
_HISTORY = [column.name for column in TABLES["geschiedenis"]]
_SECONDS = 60  # as long a link that another program wrote is put down to whom it named in the row it belongs to


def table(name: str) -> str:
    """A table of the schema. The spatial index of its geometries is OGR's to make."""
    parts = ["fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"]
    parts += [f"geom {SPATIAL[name].upper()} NOT NULL"] if name in SPATIAL else []
    parts += [_definition(column) for column in TABLES[name]]
    parts += [
        f'FOREIGN KEY ("{column.name}") REFERENCES "{column.refers}" (id) DEFERRABLE INITIALLY DEFERRED'
        for column in TABLES[name]
        if column.refers and column.refers != "plaats"
    ]
    return f'CREATE TABLE "{name}" ({", ".join(parts)})'


def _definition(column: Column) -> str:
    extra = " NOT NULL" if column.required else ""
    return f'"{column.name}" {column.type}{extra}{" UNIQUE" if column.name == "id" else ""}'


def indices(name: str) -> dict[str, str]:
    """Name and SQL of the indices of a table: one for each reference."""
    wanted = {column.name: f'"{column.name}"' for column in TABLES[name] if column.refers}
    if name == "geschiedenis":
        wanted["record_id"] = '"record_id", "tabel"'
    return {f"{name}_{key}": f'CREATE INDEX "{name}_{key}" ON "{name}" ({on})' for key, on in wanted.items()}


def triggers(name: str) -> dict[str, str]:
    """Name and SQL of the triggers of a table, but for those of its spatial index."""
    if name in LINKS:
        history = dict(_link_triggers(name)) if TABLES[name][0].refers in HISTORY_TABLES else {}
    else:
        history = dict(_row_triggers(name)) if name in HISTORY_TABLES else {}
    return {**_count_triggers(name), **history}


def _count_triggers(name: str) -> dict[str, str]:
    """OGR asks `gpkg_ogr_contents` how many rows there are. It makes these two for what it makes itself."""
    made = {}
    for event, sign in (("insert", "+"), ("delete", "-")):
        trigger = f"trigger_{event}_feature_count_{name}"
        where = f"lower(table_name) = lower('{name}')"
        count = sql.assign("gpkg_ogr_contents", f"feature_count = feature_count {sign} 1", where)
        made[trigger] = f'CREATE TRIGGER "{trigger}" AFTER {event.upper()} ON "{name}" BEGIN {count}; END'
    return made


def _row_triggers(name: str) -> Iterator[tuple[str, str]]:
    columns = [column.name for column in TABLES[name] if column.name not in ("id", *AUDIT)]
    fields = [(column, f'OLD."{column}"', f'NEW."{column}"') for column in columns]
    if name in SPATIAL:
        fields.append(("geom", 'hex(OLD."geom")', 'hex(NEW."geom")'))
    fields_and_id = [("id", 'OLD."id"', 'NEW."id"'), *fields]
    changed = " OR ".join(f"{old} IS NOT {new}" for _field, old, new in fields_and_id)
    signed = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in AUDIT)
    who_inserts, who_changes = _user('NEW."gewijzigd_door"'), _user(f'CASE WHEN {signed} THEN NEW."gewijzigd_door" END')
    yield _trigger(
        name,
        "insert",
        "",
        _rows(name, 'NEW."id"', "nieuw", who_inserts, [(field, "NULL", new) for field, _old, new in fields]),
        sql.assign(name, f"gewijzigd_op = {_CLOCK}", 'fid = NEW.fid AND NEW."gewijzigd_op" IS NULL'),
    )
    yield _trigger(
        name,
        "update",
        f"WHEN {changed} ",
        _rows(name, 'OLD."id"', "gewijzigd", who_changes, fields_and_id),
        # A program that says nothing of itself must not pass for the one who changed the row before.
        sql.assign(
            name, f"gewijzigd_op = {_CLOCK}, gewijzigd_door = NULL", f"fid = NEW.fid AND NOT ({signed} OR {_UNDER_WAY})"
        ),
    )
    yield _trigger(
        name,
        "delete",
        "",
        _rows(name, 'OLD."id"', "verwijderd", _user("NULL"), [(field, old, "NULL") for field, old, _new in fields]),
    )


def _link_triggers(name: str) -> Iterator[tuple[str, str]]:
    """A link is told whole, as SQL literals: several of one record may change at once, and have no id."""
    owner = TABLES[name][0]
    names = [column.name for column in TABLES[name][1:]]
    veld = ", ".join(names)

    def whole(row: str) -> str:
        return " || ', ' || ".join(f'quote({row}."{column}")' for column in names)

    def told(row: str, action: str, old: str, new: str) -> str:
        owned = f'{row}."{owner.name}"'
        just_now = f"julianday(gewijzigd_op) > julianday('now') - {_SECONDS} / 86400.0"
        who = sql.select("gewijzigd_door", owner.refers, f"id = {owned} AND {just_now}")
        return _rows(name, owned, action, _user(f"({who})"), [(veld, old, new)])

    gone, made = told("OLD", "verwijderd", whole("OLD"), "NULL"), told("NEW", "nieuw", "NULL", whole("NEW"))
    same = f'OLD."{owner.name}" IS NEW."{owner.name}"'
    yield _trigger(name, "insert", "", made)
    yield _trigger(name, "update", f"WHEN {same} ", told("NEW", "gewijzigd", whole("OLD"), whole("NEW")))
    yield _trigger(name, "update", f"WHEN NOT ({same}) ", gone, made, suffix="_owner")
    yield _trigger(name, "delete", "", gone)


def _trigger(name: str, event: str, when: str, *statements: str, suffix: str = "") -> tuple[str, str]:
    trigger = f"geschiedenis_{name}_{event}{suffix}"
    body = " ".join(f"{statement};" for statement in statements)
    return trigger, f'CREATE TRIGGER "{trigger}" AFTER {event.upper()} ON "{name}" {when}BEGIN {body} END'


def _user(other: str) -> str:
    return " ".join(("CASE WHEN", _UNDER_WAY, "THEN", _WHO, "ELSE", other, "END"))


def _rows(name: str, record: str, action: str, user: str, fields: list[tuple[str, str, str]]) -> str:
    """One row for each field that differs."""
    rows = " UNION ALL ".join(f"SELECT '{field}' AS veld, {old} AS oud, {new} AS nieuw" for field, old, new in fields)
    what = f"{_TIME}, {user}, '{name}', {record}, '{action}', veld, oud, nieuw"
    query = " ".join(("SELECT", what, "FROM", f"({rows})", "WHERE oud IS NOT nieuw"))
    return sql.insert("geschiedenis", _HISTORY, query=query)
