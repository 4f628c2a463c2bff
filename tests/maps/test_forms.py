# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from qgis.core import (
    QgsAttributeEditorElement,
    QgsEditFormConfig,
    QgsFeature,
    QgsProject,
    QgsVectorLayerUtils,
)

from sterkesteden_plugin.maps.form_words import ALIASES, DISPLAY, FORMS, READ_ONLY, TITLES
from sterkesteden_plugin.maps.forms import CONSTRAINTS, DEFAULTS, label_of
from sterkesteden_plugin.maps.tables import BaseTables
from sterkesteden_plugin.store.schema import TABLES

EDITED = [table for table in TITLES if table not in READ_ONLY]
NOT_SHOWN = {"id", "fid", "OGC_FID"}


@pytest.fixture()
def tables(qgis_app, real_pack, real_pack_file):
    """The tables in the project of QGIS itself: forms look up relations and lists there."""
    project = QgsProject.instance()
    tables = BaseTables(project)
    assert tables.add(real_pack, real_pack_file) == []
    yield tables
    tables.close()
    project.clear()


def faults(layer, feature, column):
    index = layer.fields().indexOf(column)
    _holds, errors = QgsVectorLayerUtils.validateAttribute(layer, feature, index)
    return errors


def some(layer, **values):
    feature = QgsFeature(next(layer.getFeatures()))
    for column, value in values.items():
        feature[column] = value
    return feature


def elements(container):
    for child in container.children():
        if child.type() == QgsAttributeEditorElement.AttributeEditorType.AeTypeContainer:
            yield from elements(child)
        else:
            yield child


def test_every_column_has_a_name_that_people_read(tables):
    for table in TITLES:
        layer = tables.layer(table)
        for field in layer.fields():
            if field.name() in NOT_SHOWN or field.name() == "tabel":
                continue
            assert field.alias() and field.alias() != field.name(), f"{table}.{field.name()}"


def test_words_and_rules_name_columns_that_are_there():
    columns = {column.name for each in TABLES.values() for column in each}
    assert set(ALIASES) <= columns
    assert set(DISPLAY) == set(TITLES)
    for key in (*DEFAULTS, *CONSTRAINTS):
        table, _point, column = key.rpartition(".")
        assert column in ({each.name for each in TABLES[table]} if table else columns), key


@pytest.mark.parametrize("table", sorted(FORMS))
def test_every_column_stands_on_the_form_once(tables, table):
    layer = tables.layer(table)
    form = layer.editFormConfig()
    assert form.layout() == QgsEditFormConfig.EditorLayout.TabLayout
    shown = [each for tab in form.tabs() for each in elements(tab)]
    fields = [each.name() for each in shown if each.type() == QgsAttributeEditorElement.AttributeEditorType.AeTypeField]
    wanted = [column.name for column in TABLES[table] if column.name not in NOT_SHOWN]
    assert sorted(fields) == sorted(wanted)
    lists = [each for each in shown if each.type() == QgsAttributeEditorElement.AttributeEditorType.AeTypeRelation]
    for each in lists:
        assert each.relation().isValid(), each.name()
        assert each.relation().referencedLayer() is layer
        assert each.relationWidgetTypeId() == "relation_editor"


@pytest.mark.parametrize("table", EDITED)
def test_every_row_of_the_pack_is_taken_by_its_form(tables, table):
    """A rule that what is published breaks would keep people from saving anything."""
    layer = tables.layer(table)
    for feature in layer.getFeatures():
        for field in layer.fields():
            assert faults(layer, feature, field.name()) == [], f"{table} {feature.id()} {field.name()}"


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("item", "titel", None),
        ("item", "titel", "  "),
        ("item", "tekst", ""),
        ("item", "status", "klaar"),
        ("item", "soort", "wens"),
        ("item", "stad_id", None),
        ("item", "peildatum", None),
        ("plaats_punt", "zekerheid", "misschien"),
        ("plaats_punt", "naam", None),
        ("plaats_punt", "bron_id", None),
        ("hoofdstuk", "uitsnede_id", None),
        ("bron", "titel", ""),
    ],
)
def test_what_may_not_be_is_told_in_dutch(tables, table, column, value):
    layer = tables.layer(table)
    errors = faults(layer, some(layer, **{column: value}), column)
    assert errors
    description = layer.constraintDescription(layer.fields().indexOf(column))
    assert description.endswith(".") and description[0].isupper()


def test_a_score_is_1_to_5_or_none(tables):
    layer = tables.layer("workshop_score")
    for score, holds in ((None, True), (1, True), (5, True), (0, False), (6, False), (-1, False)):
        feature = QgsFeature(layer.fields())
        feature["score"] = score
        assert (faults(layer, feature, "score") == []) is holds, score


def test_what_is_known_now_belongs_to_an_item_or_a_chapter(tables):
    layer = tables.layer("nu")
    for item, chapter, holds in (("a", None, True), (None, "b", True), (None, None, False), ("a", "b", False)):
        feature = QgsFeature(layer.fields())
        feature["item_id"], feature["hoofdstuk_id"] = item, chapter
        assert (faults(layer, feature, "item_id") == []) is holds, (item, chapter)


def test_a_chapter_shows_a_place_or_a_rectangle(tables):
    layer = tables.layer("hoofdstuk")
    box = {"xmin": 1.0, "ymin": 2.0, "xmax": 3.0, "ymax": 4.0}
    for place, corners, holds in (
        (None, box, True),
        ("x", box, False),
        (None, {**box, "xmax": 1.0}, False),
        (None, {**box, "ymin": None}, False),
        ("x", dict.fromkeys(box), True),
    ):
        feature = some(layer, uitsnede_id=place, **corners)
        assert (faults(layer, feature, "uitsnede_id") == []) is holds, (place, corners)


def test_a_new_row_gets_what_nobody_wants_to_type(tables):
    layer = tables.layer("item")
    fields = layer.fields()
    city = next(layer.getFeatures())["stad_id"]
    given = {fields.indexOf("stad_id"): city, fields.indexOf("soort"): "opgave"}
    first, second = (QgsVectorLayerUtils.createFeature(layer, attributes=given) for _ in range(2))
    assert len(first["id"]) == 36 and first["id"] != second["id"]
    numbers = [f["nummer"] for f in layer.getFeatures() if f["stad_id"] == city and f["soort"] == "opgave"]
    assert first["nummer"] == max(numbers) + 1
    written = datetime.fromisoformat(first["gewijzigd_op"].replace("Z", "+00:00"))
    assert abs(datetime.now(timezone.utc) - written) < timedelta(minutes=1)
    assert len(first["gewijzigd_op"]) == len("2026-05-04T11:22:33.444Z")
    assert first["gewijzigd_door"]


def test_time_and_user_follow_every_change(tables):
    layer = tables.layer("item")
    feature = next(layer.getFeatures())
    layer.startEditing()
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("titel"), "Anders")
    changed = layer.getFeature(feature.id())
    layer.rollBack()
    assert str(changed["gewijzigd_op"]).endswith("Z") and changed["gewijzigd_door"]


def test_values_are_chosen_by_words(tables):
    setup = tables.layer("item").editorWidgetSetup(tables.layer("item").fields().indexOf("status"))
    assert setup.type() == "ValueMap"
    words = [next(iter(pair)) for pair in setup.config()["map"]]
    assert words == ["(geen)", "Idee", "Verkenning", "Uitvoering", "Afgerond", "Vervallen"]
    assert label_of("vaag") == "Vaag: zonder vaste grens of plek"


def test_what_refers_to_a_row_is_chosen_from_rows(tables):
    for table in EDITED:
        layer = tables.layer(table)
        for column in TABLES[table]:
            if not column.refers:
                continue
            setup = layer.editorWidgetSetup(layer.fields().indexOf(column.name))
            if setup.type() == "RelationReference":
                assert setup.config()["Relation"] in QgsProject.instance().relationManager().relations()
            else:
                assert setup.type() == "ValueRelation", f"{table}.{column.name}"
                assert setup.config()["Layer"] == tables.layer(column.refers).id()


def test_forms_hold_no_code_and_no_path_of_this_machine(tables, real_pack_file):
    for table in TITLES:
        layer = tables.layer(table)
        form = layer.editFormConfig()
        assert not form.initCode() and not form.initFunction() and not form.uiForm()
        for index, field in enumerate(layer.fields()):
            if field.name() == "tabel":  # of the view of all places
                continue
            setup = layer.editorWidgetSetup(index)
            assert str(real_pack_file) not in str(setup.config())
            assert setup.type() in {
                *("Hidden", "TextEdit", "ValueMap", "ValueRelation", "RelationReference"),
                *("DateTime", "CheckBox", "Range"),
            }, f"{table}.{field.name()}"


def test_a_restored_table_is_chosen_from_again(tables, real_pack, real_pack_file):
    project = QgsProject.instance()
    project.removeMapLayer(tables.layer("stad").id())
    tables.add(real_pack, real_pack_file)
    layer = tables.layer("item")
    setup = layer.editorWidgetSetup(layer.fields().indexOf("stad_id"))
    assert setup.config()["Layer"] == tables.layer("stad").id()
    lists = [each for tab in tables.layer("stad").editFormConfig().tabs() for each in elements(tab)]
    assert all(e.relation().isValid() for e in lists if hasattr(e, "relation"))
