# SPDX-License-Identifier: GPL-2.0-or-later
"""Statements whose tables and columns are known only at run time: names are quoted, values are always bound. Pure."""

from __future__ import annotations

from collections.abc import Iterable


def quoted(name: str) -> str:
    """An identifier; `main.item` is one of a database."""
    return ".".join('"' + part.replace('"', '""') + '"' for part in name.split("."))


def listed(names: Iterable[str]) -> str:
    return ", ".join(map(quoted, names))


def select(what: str, table: str, where: str = "", order: str = "") -> str:
    return select_from(what, quoted(table), where, order)


def select_from(what: str, source: str, where: str = "", order: str = "") -> str:
    """`source` are tables, each quoted or of the code's own, with aliases and joins."""
    parts = ["SELECT", what, "FROM", source]
    parts += ["WHERE", where] if where else []
    parts += ["ORDER BY", order] if order else []
    return " ".join(parts)


def lacking(source: str, where: str) -> str:
    """The condition that there is no such row."""
    return " ".join(("NOT EXISTS", f"({select_from('1', source, where)})"))


def insert(table: str, names: Iterable[str], how: str = "INSERT", query: str = "") -> str:
    """Of values that are bound, or of what a query finds."""
    names = tuple(names)
    values = query or f"VALUES ({', '.join('?' * len(names))})"
    return " ".join((how, "INTO", quoted(table), f"({listed(names)})", values))


def update(table: str, setting: Iterable[str], where: str = "") -> str:
    """`setting` are names whose values are bound."""
    return assign(table, ", ".join(f"{quoted(name)} = ?" for name in setting), where)


def assign(table: str, setting: str, where: str = "") -> str:
    parts = ["UPDATE", quoted(table), "SET", setting]
    return " ".join(parts + (["WHERE", where] if where else []))


def delete(table: str, where: str) -> str:
    return " ".join(("DELETE", "FROM", quoted(table), "WHERE", where))
