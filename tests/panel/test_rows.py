# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows as a Qt model, and how high they are."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QModelIndex, Qt

from sterkesteden_plugin.panel.rows import ROW, Row, RowsModel, heading

from .conftest import LONG_WORD


@pytest.fixture()
def model(qgis_app, qtmodeltester):
    model = RowsModel()
    model.set_rows(
        [heading("Kansen"), Row("Haven", "Wonen", "k1", "item", "K1"), Row("Plein", key="p", marker="exact")]
    )
    return model


def test_the_model_keeps_to_the_rules_of_qt(model, qtmodeltester):
    qtmodeltester.check(model)


def test_rows_are_read_by_role(model):
    index = model.index(1, 0)
    assert index.data(Qt.ItemDataRole.DisplayRole) == "Haven"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "K1 Haven. Wonen"
    assert index.data(ROW).key == "k1"
    assert QModelIndex().data(ROW) is None
    assert model.rowCount(index) == 0


def test_headings_cannot_be_chosen(model):
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_a_key_leads_to_its_row(model):
    assert model.row_of("p") == 2
    assert model.row_of("") == -1
    assert model.row_of("x") == -1


def test_a_whole_view_is_as_high_as_its_rows_at_every_width(qgis_app, qtbot):
    from sterkesteden_plugin.panel.rows_view import RowsView

    view = RowsView("Rijen", whole=True)
    qtbot.addWidget(view)
    view.set_rows([Row(LONG_WORD, LONG_WORD, "a", "item", "K1"), Row("Kort", key="b")])
    heights = []
    for width in (250, 500):
        view.resize(width, view.height())
        view.show()
        last = view.visualRect(view.model().index(1, 0))
        assert last.bottom() + 1 == view.height()
        heights.append(view.height())
    assert heights[0] > heights[1]
    font = view.font()
    font.setPointSize(30)
    view.setFont(font)
    assert view.height() > 2 * heights[1]
    assert view.visualRect(view.model().index(1, 0)).bottom() + 1 == view.height()


def test_a_whole_view_without_rows_is_hidden(qgis_app, qtbot):
    from sterkesteden_plugin.panel.rows_view import RowsView

    view = RowsView("Rijen", whole=True)
    qtbot.addWidget(view)
    view.set_rows([])
    assert not view.isVisible()
