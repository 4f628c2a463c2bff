# SPDX-License-Identifier: GPL-2.0-or-later
"""What a layer says beside its symbols: names of fields, the form, the map tip."""

from __future__ import annotations

from qgis.core import QgsAttributeTableConfig, QgsEditorWidgetSetup, QgsVectorLayer

FIELDS = {
    "id": ("string", "Kenmerk"),
    "naam": ("string", "Naam"),
    "soort": ("string", "Soort"),
    "zekerheid": ("string", "Zekerheid"),
    "historisch": ("bool", "Historisch"),
    "sleutel": ("string", "Officiële sleutel"),
    "stad_id": ("string", "Stad (kenmerk)"),
    "toelichting": ("string", "Toelichting"),
    "peildatum": ("date", "Peildatum"),
    "bron": ("string", "Bron"),
    "items": ("string", "Kansen en opgaven (kenmerken)"),
    "onderwerpen": ("string", "Kansen en opgaven"),
    "item_soort": ("string", "Kans of opgave"),
    "cijfers": ("string", "Leegstandscijfers"),
    "letter": ("string", "Letter"),
}
_LONG = ("toelichting", "onderwerpen", "cijfers")
_HIDDEN = ("id", "stad_id", "items", "letter")

_CERTAINTY = (
    "CASE WHEN \"zekerheid\" = 'exact' THEN 'exacte ligging' "
    "WHEN \"zekerheid\" = 'indicatief' THEN 'indicatief getekend' "
    "WHEN \"zekerheid\" = 'vaag' THEN 'vaag: zonder vaste grens of plek' ELSE \"zekerheid\" END"
)


def describe(layer: QgsVectorLayer) -> None:
    """Give a layer Dutch field names, a form to read only, and a map tip."""
    fields = layer.fields()
    form = layer.editFormConfig()
    for name, (_type, alias) in FIELDS.items():
        index = fields.indexOf(name)
        layer.setFieldAlias(index, alias)
        form.setReadOnly(index, True)
        if name in _LONG:
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("TextEdit", {"IsMultiline": True, "UseHtml": False}))
        elif name in _HIDDEN:
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Hidden", {}))
    layer.setEditFormConfig(form)
    table = QgsAttributeTableConfig()
    table.update(fields)
    columns = table.columns()
    for column in columns:
        column.hidden = column.name in _HIDDEN
    table.setColumns(columns)
    layer.setAttributeTableConfig(table)
    layer.setDisplayExpression('"naam"')
    layer.setMapTipTemplate(map_tip())


def describe_loaded(layer: QgsVectorLayer, fields: dict[str, tuple[str, str]], name: str) -> None:
    """Give a layer of what users load Dutch field names, a form to read only, and a map tip."""
    form = layer.editFormConfig()
    for field, (_type, alias) in fields.items():
        index = layer.fields().indexOf(field)
        layer.setFieldAlias(index, alias)
        form.setReadOnly(index, True)
    layer.setEditFormConfig(form)
    layer.setDisplayExpression(f'"{name}"')
    rows = "".join(_row(alias, f'"{field}"') for field, (_type, alias) in fields.items() if field != name)
    title = _value(f'"{name}"')
    layer.setMapTipTemplate(f'<div style="width:300px"><b>{title}</b><br>{rows}</div>')


def escaped(expression: str) -> str:
    """Return an expression whose text is safe inside HTML: QGIS 3.22 has no function of its own for that."""
    text = f"to_string({expression})"
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = f"replace({text}, '{character}', '{entity}')"
    return f"replace({text}, char(10), '<br>')"


def map_tip() -> str:
    kind, name, source = (_value(f'"{field}"') for field in ("soort", "naam", "bron"))
    date = _value("format_date(\"peildatum\", 'd MMMM yyyy', 'nl')")
    historic = "[% if(\"historisch\", ' &#183; historisch', '') %]"
    return (
        f'<div style="width:340px"><b>{name}</b><br><i>{kind} &#183; {_value(_CERTAINTY)}{historic}</i>'
        + _row("", '"toelichting"')
        + _row("Kansen en opgaven", '"onderwerpen"')
        + _row("Leegstand", '"cijfers"')
        + f"<br><small>Bron: {source}, {date}</small></div>"
    )


def _value(expression: str) -> str:
    return f"[% coalesce({escaped(expression)}, '') %]"


def _row(title: str, expression: str) -> str:
    head = f"<b>{title}</b><br>" if title else ""
    return f"[% if(coalesce({expression}, '') = '', '', '<br>{head}' || {escaped(expression)} || '<br>') %]"
