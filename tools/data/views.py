# SPDX-License-Identifier: GPL-2.0-or-later
"""The views of the GeoPackage, as SQL: what docs/datamodel.md says of them.

OGR takes the column OGC_FID of a view for its feature id, so every view has it first.
"""

from __future__ import annotations

from sterkesteden_plugin.store.schema import PLACE_TABLES

from .layers import Layer, Selection
from .rows import columns


def quoted(name: str) -> str:
    """An SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """An SQL text; a view takes no parameters."""
    return "'" + text.replace("'", "''") + "'"


# Ordered before they are put together: the rowid of `item` is the order in which items are shown.
PLACE_ITEMS = """
CREATE VIEW plaats_items AS
SELECT plaats_id,
  group_concat(item_id, ' ') AS items,
  group_concat(stad || ': ' || titel, char(10)) AS onderwerpen,
  CASE
    WHEN max(soort = 'kans') AND max(soort = 'opgave') THEN 'kans en opgave'
    WHEN max(soort = 'kans') THEN 'kans'
    WHEN max(soort = 'opgave') THEN 'opgave'
    ELSE 'profiel'
  END AS item_soort
FROM (
  SELECT DISTINCT l.plaats_id, i.id AS item_id, i.titel, i.soort, s.naam AS stad
  FROM item_plaats l JOIN item i ON i.id = l.item_id JOIN stad s ON s.id = i.stad_id
  ORDER BY l.plaats_id, i.fid
)
GROUP BY plaats_id
"""

# A vacancy figure is one with a function (shops, offices, dwellings); no other figure has one.
FIGURES = """
CREATE VIEW cijfer_tabel AS
SELECT c.fid AS OGC_FID, c.id AS id, c.stad_id AS stad_id, s.naam AS stad, c.gebied AS gebied, c.functie AS functie,
  n.naam AS indicator, c.peildatum AS peildatum, c.waarde AS waarde, n.eenheid AS eenheid, n.decimalen AS decimalen,
  b.titel AS bron, c.toelichting AS toelichting
FROM cijfer c JOIN indicator n ON n.id = c.indicator_id JOIN bron b ON b.id = c.bron_id
LEFT JOIN stad s ON s.id = c.stad_id
WHERE c.functie IS NOT NULL
"""

CITY_FIGURES = """
CREATE VIEW stad_cijfers AS
SELECT stad_id, group_concat(regel, char(10)) AS cijfers
FROM (
  SELECT t.stad_id,
    t.indicator || ', ' || t.functie || ': ' ||
    CASE WHEN t.waarde IS NULL THEN 'geen gegeven'
      ELSE replace(printf('%.*f', t.decimalen, t.waarde), '.', ',') ||
        CASE t.eenheid WHEN '%' THEN '' ELSE ' ' END || t.eenheid
    END || ' (' || t.peildatum || ', ' || t.bron || ')' AS regel
  FROM cijfer_tabel t
  WHERE t.stad_id IS NOT NULL AND t.peildatum = (
    SELECT max(u.peildatum) FROM cijfer_tabel u
    WHERE u.stad_id = t.stad_id AND u.functie = t.functie AND u.indicator = t.indicator
  )
  ORDER BY t.stad_id, t.functie, t.indicator, t.OGC_FID
)
GROUP BY stad_id
"""


def all_places() -> str:
    """The view `plaats`: every place, located or not, with the table it stands in."""
    names = ", ".join(quoted(column.name) for column in columns("plaats"))
    count = len(PLACE_TABLES)
    parts = (
        f"SELECT fid * {count} + {number} AS OGC_FID, {names}, {literal(table)} AS tabel FROM {quoted(table)}"
        for number, table in enumerate(PLACE_TABLES)
    )
    return f"CREATE VIEW plaats AS {' UNION ALL '.join(parts)}"


def _condition(selection: Selection) -> str:
    parts = []
    for column, words in (("groep_id", selection.groups), ("soort", selection.kinds)):
        if words:
            parts.append(f"p.{column} IN ({', '.join(literal(word) for word in words)})")
    if selection.items:
        parts.append("i.plaats_id IS NOT NULL")
    return "(" + " AND ".join(parts) + ")"


def layer_view(layer: Layer) -> str:
    """The view of a layer of places: one row for each place."""
    assert layer.table is not None
    where = " OR ".join(_condition(selection) for selection in layer.selections)
    return f"""
CREATE VIEW {quoted(layer.view)} AS
SELECT p.fid AS OGC_FID, p.geom AS geom, p.id AS id, p.naam AS naam, p.soort AS soort, p.zekerheid AS zekerheid,
  p.historisch AS historisch, p.sleutel AS sleutel, p.stad_id AS stad_id, p.toelichting AS toelichting,
  p.peildatum AS peildatum, b.titel AS bron, coalesce(i.items, '') AS items, coalesce(i.onderwerpen, '') AS onderwerpen,
  coalesce(i.item_soort, '') AS item_soort, coalesce(c.cijfers, '') AS cijfers,
  coalesce(s.letter, '') AS letter
FROM {quoted(layer.table)} p
JOIN bron b ON b.id = p.bron_id
LEFT JOIN stad s ON s.plaats_id = p.id
LEFT JOIN plaats_items i ON i.plaats_id = p.id
LEFT JOIN stad_cijfers c ON c.stad_id = p.stad_id AND p.soort IN ('stad', 'centrum')
WHERE {where}
"""
