# SPDX-License-Identifier: GPL-2.0-or-later
"""The relations between the base tables of a project: item, place, source and all others that refer to a row.

A place may stand in any of four tables. QGIS has polymorphic relations for that, but they want a column that names the
table, which whoever writes a link would have to keep true. So a link chooses its place from the view of all places, and
is tied to each of the four tables by a plain relation: the form of a place shows who names it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsProject, QgsRelation, QgsRelationContext, QgsVectorLayer

from ..store.schema import PLACE_TABLES, TABLES
from .form_words import ALIASES, FORMS, READ_ONLY, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Rows of these tables mean nothing without the row that they refer to: QGIS deletes and copies them with it.
_PARTS = {
    *("item_plaats", "item_thema", "nu", "hoofdstuk_laag", "hoofdstuk_eigen_laag", "hoofdstuk_plaats"),
    *("workshop_score", "workshop_punt"),
}
_NO_PARTS = {("nu", "cijfer"), ("nu", "bron"), ("hoofdstuk_laag", "laag")}


class Tie(NamedTuple):
    """A column of a table that holds the id of a row of another."""

    table: str
    column: str
    target: str

    @property
    def whole(self) -> bool:
        """Whether the row belongs to the one that it refers to."""
        owned = self.table in _PARTS and (self.table, self.target) not in _NO_PARTS
        return owned or (self.table, self.target) == ("hoofdstuk", "verhaal")


def ties() -> Iterator[Tie]:
    """Every relation that a project has, from the schema, and the changes of what has a tab for them."""
    for table in TITLES:
        for column in TABLES.get(table, ()):
            if column.refers in TITLES and table not in READ_ONLY:
                yield Tie(table, column.name, column.refers)
            if column.refers == "plaats" and table in ("item_plaats", "hoofdstuk_plaats"):
                yield from (Tie(table, column.name, target) for target in PLACE_TABLES)
    for table, tabs in FORMS.items():
        if any("geschiedenis.record_id" in entries for _title, entries in tabs):
            yield Tie("geschiedenis", "record_id", table)


def relation_id(pack_id: str, tie: Tie) -> str:
    """The id of a relation: the same in every project."""
    return "_".join(("sterkesteden", pack_id, *tie))


def add_relations(project: QgsProject, pack_id: str, layers: Mapping[str, QgsVectorLayer]) -> None:
    """Add the relations that the project lacks; a layer that was made anew is in none."""
    manager = project.relationManager()
    known = manager.relations()
    for tie in ties():
        name = relation_id(pack_id, tie)
        if tie.table not in layers or tie.target not in layers:
            continue
        ends = layers[tie.table].id(), layers[tie.target].id()
        there = known.get(name)
        if there is not None and (there.referencingLayerId(), there.referencedLayerId()) == ends:
            continue
        relation = QgsRelation(QgsRelationContext(project))
        relation.setId(name)
        relation.setName(_title(tie))
        relation.setReferencingLayer(ends[0])
        relation.setReferencedLayer(ends[1])
        relation.addFieldPair(tie.column, "id")
        strength = QgsRelation.RelationStrength
        relation.setStrength(strength.Composition if tie.whole else strength.Association)
        manager.addRelation(relation)


def _title(tie: Tie) -> str:
    several = tie.target in PLACE_TABLES or tie.table == "geschiedenis"
    return f"{TITLES[tie.table]}: {ALIASES[tie.column]}" + (f" ({TITLES[tie.target]})" if several else "")
