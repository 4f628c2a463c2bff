# SPDX-License-Identifier: GPL-2.0-or-later
"""Recipes: recognised, saved, and used again."""

import json
from dataclasses import replace

import pytest

from sterkesteden_plugin.vacancy.definitions import SURVEY, Definition
from sterkesteden_plugin.vacancy.premises import VACANT
from sterkesteden_plugin.vacancy.recipes import BAG, Recipe, from_json
from sterkesteden_plugin.vacancy.recognising import recognise, suggest

from .lists import table


def test_a_recipe_is_read_as_it_was_saved():
    monitor = recognise(table("Gemeente;Winkels 2022 leeg;Winkels 2022 aantal\nAssen;1;5\n"))
    chosen = Recipe(columns={"address": "Adrés"}, flags={"w": "winkelfunctie"}, otherwise=VACANT, definition=SURVEY)
    for one in (
        Recipe(),
        monitor,
        chosen,
        replace(chosen, definition=Definition("x", "y", "2020-01-01", old_way=True)),
    ):
        assert from_json(one.to_json()) == one
    assert len(monitor.figures) == 2 and monitor.is_areas and not chosen.is_areas
    assert from_json(json.dumps({"layout": "bag", "of a newer version": 1})) == Recipe(BAG)


@pytest.mark.parametrize(
    "said",
    [
        *("", "[]", "{", "null", '{"layout": 3}', '{"layout": "x"}', '{"columns": []}', '{"columns": {"x": 3}}'),
        *('{"columns": {"nonsense": "a"}}', '{"figures": [{"column": "a"}]}', '{"otherwise": 7}', '{"crs": "EPSG:1"}'),
        *('{"figures": [{"column": "a", "measure": "b"}]}', '{"definition": 3}', '{"definition": {"breaks": [{}]}}'),
        *('{"definition": {"unit": 1}}', '{"area_kind": "XX"}', '{"figures": 3}'),
    ],
)
def test_what_is_no_recipe_is_refused(said):
    with pytest.raises(ValueError):
        from_json(said)


def test_columns_that_another_table_does_not_have_are_told():
    recipe = recognise(table("adres;leeg;m2\nWeg 1;ja;80\n"))
    assert recipe.wanted() == ["adres", "m2", "leeg"] and recipe.missing(["leeg", "adres"]) == ["m2"]


@pytest.mark.parametrize(
    "text",
    [
        "van;naar;aantal\n1;2;3\n",
        "gemeente;inwoners\nAssen;69701\n",
        "gemeente;aantal inwoners;aantal woningen\nAssen;69701;30000\n",
        "naam;soort\na;b\n",
        "OBJECTID;status;oppervlakte\n1;open;80\n",
        "gemeente;leegstand\nAssen;veel\n",
        "",
    ],
)
def test_what_is_about_something_else_is_not_recognised(text):
    assert recognise(table(text)) is None
    assert suggest(table(text)).layout == "chosen"


def test_a_row_number_of_a_database_is_no_id():
    recipe = recognise(table("OBJECTID;BAG;adres;leeg\n1;0106010000000001;Weg 1;ja\n2;0106010000000002;Weg 2;ja\n"))
    assert "id" not in recipe.columns
    recipe = recognise(table("OBJECTID;bag_id;adres;leeg\n1;0106200000000001;Weg 1;ja\n2;0106200000000002;Weg 2;ja\n"))
    assert "id" not in recipe.columns and recipe.columns["address-id"] == "bag_id"
