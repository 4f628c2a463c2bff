# SPDX-License-Identifier: GPL-2.0-or-later
"""The tour: layers that are missing, a project that is opened again, and one of an older version of the plugin."""

import shutil
import sqlite3
import sys
from contextlib import closing
from html import unescape
from pathlib import Path

from hands import DRAWN, canvas, click, iface, plugin, project, saved, target
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton
from startup import WORKDIR, check, picture, record

sys.path.append(str(Path(__file__).resolve().parents[1] / "store"))
from schema_1 import make_old

from sterkesteden_plugin import paths  # isort: skip
from sterkesteden_plugin.store.schema import SCHEMA_VERSION  # isort: skip

_OWN_TITLE = "Onze eigen woorden"


def missing():
    content, pack = plugin.dock.content, plugin.state.pack
    item = plugin.state.item
    layer = plugin._tree.layer(pack.present_layers[0].id)
    project.removeMapLayer(layer.id())
    canvas.refresh()  # as QGIS's own "Remove layer" does
    yield lambda: content.missing.isVisible()
    yield DRAWN
    picture("91-missing")
    click(content.missing.findChild(QAbstractButton))
    yield lambda: plugin._tree.missing(pack) == []
    check(not content.missing.isVisible(), "what was missing is restored")
    check(plugin.state.item is item and content.card_open, "and the user stays where they were")
    yield DRAWN


def reopening():
    content, pack = plugin.dock.content, plugin.state.pack
    plugin.go_home()
    yield DRAWN
    check(project.write(str(saved)), "the project can be saved")
    iface.newProject(False)
    yield lambda: content.missing.isVisible()
    check(plugin.state.pack is pack, "a new project: the panel keeps the story and says what is missing")
    yield DRAWN
    check(iface.addProject(str(saved)), "the project can be opened again")
    yield lambda: plugin._tree.missing(plugin.state.pack) == []
    check(not content.missing.isVisible(), "its layers are found again")
    yield DRAWN
    picture("92-reopened")


def _make_older(folder):
    """Write project and file into a folder as version 0.1.0 left them: without base tables, on schema 1.

    Return both, and the id of an item to which the user gave another title.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    project.removeMapLayers([layer.id() for layer in plugin._work.tables.layers()])
    beside = target.with_name("oud.qgz")  # where the layers are a relative path away
    check(project.write(str(beside)), "the older project is written")
    iface.newProject(False)
    shutil.move(beside, folder / beside.name)
    file = folder / target.name
    shutil.copyfile(paths.SHIPPED_PACK, file)
    make_old(file)
    with closing(sqlite3.connect(file)) as db:
        (key,) = db.execute("SELECT id FROM item ORDER BY rowid LIMIT 1").fetchone()
        db.execute("UPDATE item SET titel = ? WHERE id = ?", (_OWN_TITLE, key))
        db.commit()
    return folder / beside.name, file, key


def _schema(path):
    with closing(sqlite3.connect(path)) as db:
        return db.execute("SELECT schema_versie FROM pakket").fetchone()[0]


def _id(layer):
    return layer.customProperty("sterkesteden/laag")


def _counts(layers):
    """How many features each layer gives; None for one that cannot be read."""
    return {_id(layer): sum(1 for _ in layer.getFeatures()) if layer.isValid() else None for layer in layers}


def older_project():
    """A project of version 0.1.0 is opened: its file is brought up to date, a copy kept, and its layers work on."""
    content, before = plugin.dock.content, plugin.state.pack
    loaded = {spec.id for spec in before.layers if spec.dataset}  # of which it knew nothing
    project.removeMapLayers([one.id() for one in plugin._tree.layers() if _id(one) in loaded])
    shown = _counts(layer for layer in plugin._tree.layers() if isinstance(layer, QgsVectorLayer))
    old, file, key = _make_older(WORKDIR / "oud")
    check(_schema(file) == 1, "the file is one of 0.1.0")
    iface.messageBar().clearWidgets()
    check(iface.addProject(str(old)), "the older project opens")
    yield lambda: plugin.state.path == file and plugin.state.pack is not before
    yield DRAWN
    (backup,) = file.parent.glob("*-oud*.gpkg")
    check((_schema(file), _schema(backup)) == (SCHEMA_VERSION, 1), "the file is up to date, the older one kept")
    told = [unescape(item.text()) for item in iface.messageBar().items()]
    check(any(backup.name in text for text in told), f"and the user is told where: {told}")
    pack = plugin.state.pack
    check(pack.item_by_id[key].title == _OWN_TITLE, "what the user had changed stays")
    check(len(pack.items) == len(before.items), "no item came or went")
    layers = [layer for layer in plugin._tree.layers() if isinstance(layer, QgsVectorLayer)]
    check(_counts(layers) == shown, "each layer of the project gives the features it gave")
    sources = {Path(layer.source().partition("|")[0]) for layer in layers}
    check(sources == {file}, "from the file that was brought up to date")
    check(plugin._tree.missing(pack) == [] and not content.missing.isVisible(), "no layer is missing")
    picture("93-older-project")
    # What the older file had no room for: a change that is kept with its history.
    plugin.state.set_item(key)
    yield DRAWN
    click(content.city.card.edit)
    form = content.edits.page.item
    yield lambda: form.isVisible()
    form.title.setFocus()
    QTest.keyClicks(form.title, "!")
    click(form.save)
    yield lambda: _OWN_TITLE in plugin.state.pack.item_by_id[key].title and not form.isVisible()
    title = plugin.state.pack.item_by_id[key].title
    with closing(sqlite3.connect(file)) as db:
        kept = db.execute("SELECT oud, nieuw FROM geschiedenis WHERE record_id = ? AND veld = 'titel'", (key,))
        check(kept.fetchall() == [(_OWN_TITLE, title)], "a change is kept in the history")
    yield DRAWN
    picture("94-older-project-edited")
    record["older"] = {"schema": _schema(file), "backup": backup.name, "layers": shown, "title": title}
