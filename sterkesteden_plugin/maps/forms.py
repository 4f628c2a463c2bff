# SPDX-License-Identifier: GPL-2.0-or-later
"""The form of a base table: names, widgets, defaults, constraints, and tabs to read and fill in.

Only what QGIS and QField both know, and no code in the form. The Dutch that stands here becomes part of the user's
project, as content does (see form_words.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorElement,
    QgsAttributeEditorField,
    QgsAttributeEditorRelation,
    QgsDefaultValue,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsFieldConstraints,
    QgsVectorLayer,
)

from ..store.schema import PLACE_TABLES, TABLES, Column
from .form_words import ALIASES, DISPLAY, FORMS, LABELS, LONG, NAME_COLUMNS, READ_ONLY, TITLES
from .relations import Tie, relation_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_TECHNICAL = ("fid", "OGC_FID", "id")
_AUDIT = ("gewijzigd_op", "gewijzigd_door")
# Chosen from a list that can also open the row, or add one.
_OPENED = ("bron", "cijfer", "workshop")
# Too many, and too long, for a list to fold out: QGIS looks them up as one types.
_TYPED = ("plaats", "item")

# As Python writes them: UTC with thousandths of a second. QGIS 3.22 has no function that turns a time into UTC but
# `epoch`; noon stands for the day, so that no summer time moves it.
_UTC_NOW = (
    "with_variable('ms', epoch(now()), "
    "format_date(make_datetime(1970, 1, 1, 12, 0, 0) + make_interval(days:=floor(@ms / 86400000)), 'yyyy-MM-dd')"
    " || 'T' || lpad(to_string(floor(@ms % 86400000 / 3600000)), 2, '0')"
    " || ':' || lpad(to_string(floor(@ms % 3600000 / 60000)), 2, '0')"
    " || ':' || lpad(to_string(floor(@ms % 60000 / 1000)), 2, '0')"
    " || '.' || lpad(to_string(floor(@ms % 1000)), 3, '0') || 'Z')"
)
_USER = "coalesce(nullif(trim(@user_full_name), ''), @user_account_name)"
_SAME_CITY = "\"stad_id\" = attribute(@parent, 'stad_id') AND \"soort\" = attribute(@parent, 'soort')"
DEFAULTS = {
    "id": "uuid('WithoutBraces')",
    "gewijzigd_op": _UTC_NOW,
    "gewijzigd_door": _USER,
    "peildatum": "to_date(now())",
    "historisch": "false",
    "zekerheid": "'indicatief'",
    "workshop.datum": "to_date(now())",
    "verhaal.eigen": "true",
    "verhaal.volgorde": 'coalesce(maximum("volgorde"), 0) + 1',
    "item.nummer": f"coalesce(aggregate(@layer, 'max', \"nummer\", {_SAME_CITY}), 0) + 1",
    "hoofdstuk.nummer": "coalesce(aggregate(@layer, 'max', \"nummer\", "
    "\"verhaal_id\" = attribute(@parent, 'verhaal_id')), 0) + 1",
    "item_plaats.rol": "'ligt in'",
    "hoofdstuk_plaats.rol": "'ligt in'",
    **{
        f"{table}.volgorde": "coalesce(aggregate(@layer, 'max', \"volgorde\", "
        f"\"{owner}\" = attribute(@parent, '{owner}')), 0) + 1"
        for table, owner in (
            ("item_plaats", "item_id"),
            ("hoofdstuk_plaats", "hoofdstuk_id"),
            ("workshop_score", "workshop_id"),
        )
    },
}
_ONE_OF_BOTH = (
    '("item_id" IS NULL) <> ("hoofdstuk_id" IS NULL)',
    "Kies een kans of opgave, of een hoofdstuk; niet beide.",
)
_BOX = (
    'CASE WHEN "uitsnede_id" IS NOT NULL THEN coalesce("xmin", "ymin", "xmax", "ymax") IS NULL '
    'ELSE coalesce("xmin" < "xmax" AND "ymin" < "ymax", false) END',
    "Kies een plaats, of vul alle vier de randen van een rechthoek in; niet beide.",
)
CONSTRAINTS = {
    "workshop_score.score": ('"score" IS NULL OR "score" IN (1, 2, 3, 4, 5)', "Een score is 1, 2, 3, 4 of 5, of leeg."),
    "workshop.deelnemers": ('"deelnemers" IS NULL OR "deelnemers" > 0', "Vul een aantal van 1 of meer in, of niets."),
    "nu.item_id": _ONE_OF_BOTH,
    "nu.hoofdstuk_id": _ONE_OF_BOTH,
    "hoofdstuk.uitsnede_id": _BOX,
}


def dress(layer: QgsVectorLayer, table: str, pack_id: str, layers: Mapping[str, QgsVectorLayer]) -> None:
    """Give the layer of a base table its form. `layers` are all base tables: those it refers to and those it lists."""
    form = layer.editFormConfig()
    for index, field in enumerate(layer.fields()):
        layer.setFieldAlias(index, ALIASES.get(field.name(), field.name()))
        if field.name() in (*_TECHNICAL, *_AUDIT):
            form.setReadOnly(index, True)
        if field.name() in LONG:
            form.setLabelOnTop(index, True)
    layer.setEditorWidgetSetup(0, _widget("Hidden"))  # the feature id
    for column in columns_of(table):
        index = layer.fields().indexOf(column.name)
        layer.setEditorWidgetSetup(index, _widget_of(column, table, pack_id, layers))
        if table not in READ_ONLY:
            _rule(layer, index, column, table)
    if table in FORMS:
        form.setLayout(QgsEditFormConfig.EditorLayout.TabLayout)
        form.clearTabs()
        for title, entries in FORMS[table]:
            form.addTab(_as_tab(_container(title, entries, layer, table, pack_id)))
    layer.setEditFormConfig(form)
    layer.setDisplayExpression(DISPLAY[table])
    _hide_in_table(layer)


def columns_of(table: str) -> tuple[Column, ...]:
    """The columns of a table; the view of all places has those of its tables."""
    return TABLES.get(table, TABLES[PLACE_TABLES[0]])


def _widget(kind: str, **settings: Any) -> QgsEditorWidgetSetup:
    return QgsEditorWidgetSetup(kind, settings)


def _widget_of(column: Column, table: str, pack_id: str, layers: Mapping[str, QgsVectorLayer]) -> QgsEditorWidgetSetup:
    if column.name in _TECHNICAL:
        return _widget("Hidden")
    if column.refers in _OPENED and table not in READ_ONLY:
        return _widget(
            "RelationReference",
            Relation=relation_id(pack_id, Tie(table, column.name, column.refers)),
            AllowNULL=True,
            AllowAddFeatures=True,
            OrderByValue=True,
            ShowForm=False,
            ShowOpenFormButton=True,
            MapIdentification=False,
            ReadOnly=False,
        )
    if column.refers in NAME_COLUMNS and column.refers in layers:
        return _widget(
            "ValueRelation",
            Layer=layers[column.refers].id(),  # no LayerSource: it would be a path of this machine
            LayerName=TITLES[column.refers],
            Key="id",
            Value=NAME_COLUMNS[column.refers],
            AllowNull=True,  # also where one must be chosen: else the first of the list would stand there unasked
            AllowMulti=False,
            OrderByValue=True,
            UseCompleter=column.refers in _TYPED,
            FilterExpression="",
            NofColumns=1,
        )
    if column.values:
        return _widget("ValueMap", map=[*_none(column), *({label_of(value): value} for value in column.values)])
    if column.type == "BOOLEAN":
        return _widget("CheckBox", TextDisplayMethod=0)
    if column.type == "DATE":
        return _widget(
            "DateTime",
            display_format="dd-MM-yyyy",
            field_format="yyyy-MM-dd",
            field_format_overwrite=False,
            calendar_popup=True,
            allow_null=not column.required,
            field_iso_format=False,
        )
    if column.name == "score":
        return _widget("Range", Min=1, Max=5, Step=1, Style="SpinBox", AllowNull=True, Precision=0)
    return _widget("TextEdit", IsMultiline=column.name in LONG, UseHtml=False)


def _none(column: Column) -> list[dict[str, str]]:
    """QGIS's own word for NULL in a value map."""
    return [] if column.required else [{"(geen)": "{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}"}]


def label_of(value: str) -> str:
    """How a value of a code list is shown."""
    return LABELS.get(value, value[:1].upper() + value[1:])


def _rule(layer: QgsVectorLayer, index: int, column: Column, table: str) -> None:
    """What a column is filled with, and what it must hold."""
    default = DEFAULTS.get(f"{table}.{column.name}", DEFAULTS.get(column.name, ""))
    if default:
        layer.setDefaultValueDefinition(index, QgsDefaultValue(default, column.name in _AUDIT))
    hard = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthHard
    if column.required:
        layer.setFieldConstraint(index, QgsFieldConstraints.Constraint.ConstraintNotNull, hard)
    expression, description = CONSTRAINTS.get(f"{table}.{column.name}", ("", ""))
    name = f'"{column.name}"'
    if not expression and column.values:
        words = ", ".join(f"'{value}'" for value in column.values)
        expression = f"{name} IN ({words})" if column.required else f"{name} IS NULL OR {name} IN ({words})"
        description = f"{ALIASES[column.name]}: kies een waarde uit de lijst."
    elif not expression and column.required and column.name not in _TECHNICAL:
        expression = f"trim({name}) <> ''" if column.type == "TEXT" else f"{name} IS NOT NULL"
        kind = "kies een datum" if column.type == "DATE" else "vul iets in"
        description = f"{ALIASES[column.name]}: {'kies een rij uit de lijst' if column.refers else kind}."
    if expression:
        layer.setConstraintExpression(index, expression, description)
        layer.setFieldConstraint(index, QgsFieldConstraints.Constraint.ConstraintExpression, hard)


def _container(
    title: str, entries: Iterable[Any], layer: QgsVectorLayer, table: str, pack_id: str
) -> QgsAttributeEditorContainer:
    container = QgsAttributeEditorContainer(title, None)
    for entry in entries:
        if isinstance(entry, tuple):
            child: QgsAttributeEditorElement = _container(entry[0], entry[1], layer, table, pack_id)
        elif "." in entry:
            child = _list(entry, table, pack_id)
        else:
            child = QgsAttributeEditorField(entry, layer.fields().indexOf(entry), container)
        container.addChildElement(child)
    return container


def _as_tab(container: QgsAttributeEditorContainer) -> QgsAttributeEditorContainer:
    """A container is a frame unless it is told to be a tab."""
    if hasattr(Qgis, "AttributeEditorContainerType"):
        container.setType(Qgis.AttributeEditorContainerType.Tab)
    else:  # before 3.32
        container.setIsGroupBox(False)
    return container


def _list(entry: str, table: str, pack_id: str) -> QgsAttributeEditorRelation:
    """The rows of another table that refer to this one."""
    other, column = entry.split(".")
    child = QgsAttributeEditorRelation(relation_id(pack_id, Tie(other, column, table)), None)
    child.setRelationWidgetTypeId("relation_editor")  # without it a project that is read again shows no list
    child.setLabel(TITLES[other])
    child.setShowLabel(True)
    return child


def _hide_in_table(layer: QgsVectorLayer) -> None:
    table = layer.attributeTableConfig()
    table.update(layer.fields())
    columns = table.columns()
    for column in columns:
        column.hidden = column.name in _TECHNICAL
    table.setColumns(columns)
    layer.setAttributeTableConfig(table)
