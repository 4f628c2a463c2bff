# SPDX-License-Identifier: GPL-2.0-or-later
"""Driver: the project inside the GeoPackage, in QGIS without the plugin: forms, relations, themes and an edit."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import qgis.utils
from qgis.core import (
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsVectorLayerUtils,
)
from qgis.gui import QgsAttributeEditorContext, QgsAttributeForm
from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import QDialogButtonBox, QTabWidget
from startup import WORKDIR, check, picture, record, run

iface = qgis.utils.iface
project = QgsProject.instance()
pack = Path(os.environ["STERKESTEDEN_PACK"])
uri = os.environ["STERKESTEDEN_PROJECT"]
PREFIX = "Sterke Steden · "


def tables():
    return {
        layer.customProperty("sterkesteden/tabel"): layer
        for layer in project.mapLayers().values()
        if layer.customProperty("sterkesteden/tabel")
    }


def form_of(layer, feature):
    context = QgsAttributeEditorContext()
    context.setVectorLayerTools(iface.vectorLayerTools())
    context.setMapCanvas(iface.mapCanvas())
    context.setCadDockWidget(iface.cadDockWidget())
    form = QgsAttributeForm(layer, feature, context)
    form.resize(760, 640)
    form.show()
    return form


def tabs_of(form):
    return max(form.findChildren(QTabWidget), key=lambda tabs: tabs.width() * tabs.height())


def ok_of(form):
    return form.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)


def sql(query):
    connection = sqlite3.connect(f"file:{pack}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def steps():
    check("sterkesteden_plugin" not in qgis.utils.plugins, "the plugin is off")
    iface.addProject(uri)
    yield lambda: project.fileName() == uri and not iface.mapCanvas().isDrawing()
    yield 500
    lost = [layer.name() for layer in project.mapLayers().values() if not layer.isValid()]
    check(not lost, f"every layer opens: {lost}")
    picture("1-project")
    check(not project.isDirty(), "nothing is to be saved")
    relations = project.relationManager().relations()
    check(relations and all(each.isValid() for each in relations.values()), "every relation holds")
    record["themes"] = [name for name in project.mapThemeCollection().mapThemes() if name.startswith(PREFIX)]
    check(len(record["themes"]) > 3, "there are themes")

    found = tables()
    record["forms"] = {}
    for table in ("item", "plaats_punt", "plaats_vlak", "item_plaats", "hoofdstuk", "bron", "stad", "nu"):
        layer = found[table]
        feature = next(layer.getFeatures(), None)
        if feature is None:
            continue
        layer.startEditing()
        form = form_of(layer, feature)
        yield 1000
        tabs = tabs_of(form) if form.findChildren(QTabWidget) else None
        names = [tabs.tabText(index) for index in range(tabs.count())] if tabs is not None else []
        record["forms"][table] = names
        picture(f"2-{table}-0", form)
        for index in range(1, len(names)):
            tabs.setCurrentIndex(index)
            yield 700
            picture(f"2-{table}-{index}", form)
        form.close()
        form.deleteLater()
        layer.rollBack()
    check(record["forms"]["item"][:2] == ["Tekst", "Plaatsen"], "the tabs of an item")

    # A workshop of one's own, with the form: what is not filled in is told, what is filled in gets into the file.
    layer = found["workshop"]
    layer.startEditing()
    form = form_of(layer, QgsVectorLayerUtils.createFeature(layer))  # as QGIS's own button does
    form.setMode(QgsAttributeEditorContext.Mode.AddFeatureMode)
    yield 200
    form.changeAttribute("deelnemers", 12)
    yield 300
    picture("3-workshop-empty", form)
    record["city"] = form.currentFormFeature()["stad_id"] if hasattr(form, "currentFormFeature") else None
    check(not ok_of(form).isEnabled(), "a workshop without a city cannot be saved")
    form.changeAttribute("stad_id", sql("SELECT id FROM stad")[0][0])
    form.changeAttribute("datum", QDate(2026, 5, 4))
    yield 200
    picture("3-workshop", form)
    yield lambda: ok_of(form).isEnabled()
    check(form.save(), "a workshop is saved")
    check(layer.commitChanges(), f"and committed: {layer.commitErrors()}")
    form.close()
    form.deleteLater()
    (workshop,) = sql("SELECT id, datum, deelnemers, gewijzigd_op, gewijzigd_door FROM workshop")
    record["workshop"] = list(workshop)
    check(len(workshop[0]) == 36 and workshop[1:3] == ("2026-05-04", 12), "a workshop with an id")
    check(workshop[3].endswith("Z") and len(workshop[3]) == 24 and workshop[4], "and with time and user")

    # An item that is changed says when and by whom.
    layer = found["item"]
    layer.startEditing()
    feature = next(layer.getFeatures())
    form = form_of(layer, feature)
    yield 200
    form.changeAttribute("titel", "Een andere titel")
    form.changeAttribute("status", "verkenning")
    check(form.save() and layer.commitChanges(), f"an item is changed: {layer.commitErrors()}")
    form.close()
    form.deleteLater()
    key = feature["id"]
    (item,) = sql(f"SELECT titel, status, gewijzigd_op, gewijzigd_door FROM item WHERE id = '{key}'")
    check(item[:2] == ("Een andere titel", "verkenning") and all(item[2:]), "in the file")

    # A theme on the map and in a layout.
    name = record["themes"][-1]
    shown = {layer.name() for layer in iface.mapCanvas().layers()}
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    item = QgsLayoutItemMap(layout)
    item.setRect(0, 0, 10, 10)  # a map without a size takes no extent
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(5, 5))
    item.attemptResize(QgsLayoutSize(280, 200))
    item.setFollowVisibilityPreset(True)
    item.setFollowVisibilityPresetName(name)
    item.zoomToExtent(iface.mapCanvas().extent())
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 80
    QgsLayoutExporter(layout).exportToImage(str(WORKDIR / "4-layout.png"), settings)
    check((WORKDIR / "4-layout.png").stat().st_size > 50_000, "a layout shows the theme")
    check({layer.name() for layer in iface.mapCanvas().layers()} == shown, "a layout leaves the map as it is")
    project.mapThemeCollection().applyTheme(name, project.layerTreeRoot(), iface.layerTreeView().layerTreeModel())
    yield lambda: not iface.mapCanvas().isDrawing()
    yield 500
    record["shown"] = [layer.name() for layer in iface.mapCanvas().layers()]
    check(record["shown"] and not any(layer in found.values() for layer in iface.mapCanvas().layers()), "a theme shows")
    picture("5-theme")


run(steps())
