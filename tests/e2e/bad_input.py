# SPDX-License-Identifier: GPL-2.0-or-later
"""Driver: files that cannot be opened. One message in the bar, details in the log, nothing changed."""

import os
import random
import sqlite3
from pathlib import Path

import qgis.utils
import startup
from qgis.core import QgsProject
from startup import WORKDIR, check, picture, record, run

iface = qgis.utils.iface
plugin = qgis.utils.plugins["sterkesteden_plugin"].session()
good = Path(os.environ["STERKESTEDEN_PACK"])
content = good.read_bytes()


def written(name, data):
    path = WORKDIR / f"{name}.gpkg"
    path.write_bytes(data)
    return path


def edited(name, statement):
    path = written(name, content)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute(statement)
    connection.commit()
    connection.close()
    return path


def cases():
    yield WORKDIR / "weg.gpkg"
    yield written("leeg", b"")
    yield written("tekst", b"Geen database")
    yield written("afgekapt", content[: len(content) // 3])
    yield written("kapot", content[:4096] + random.Random(1).randbytes(len(content) - 4096))
    yield edited("nieuwer", "UPDATE pakket SET schema_versie = 999")
    yield edited("zonder_tabel", "DROP TABLE item_plaats")
    yield edited("onzin", "UPDATE item SET stad_id = 'nergens', peildatum = 'ooit'")


def bar():
    return iface.messageBar()


def refuse(path):
    """Open a file that cannot be opened; see what the user reads."""
    bar().clearWidgets()
    before = path.read_bytes() if path.exists() else None
    shown, layers, heard = plugin.state.pack, set(QgsProject.instance().mapLayers()), len(startup.messages)
    check(plugin.open_pack(path) is False, f"{path.name}: is not opened")
    check(len(bar().items()) == 1, f"{path.name}: one message")
    text = bar().currentItem().text()
    record[path.name] = text
    check(path.name in text, f"{path.name}: the message names the file: {text}")
    check("Traceback" not in text, f"{path.name}: no traceback")
    logged = [line for tag, line, _level in startup.messages[heard:] if tag == "Sterke Steden"]
    check(logged, f"{path.name}: the log has more")
    check(plugin.state.pack is shown, f"{path.name}: what was open stays open")
    check(set(QgsProject.instance().mapLayers()) == layers, f"{path.name}: the layers stay")
    check((path.read_bytes() if path.exists() else None) == before, f"{path.name}: the file is as it was")


def steps():
    yield 300
    for path in cases():
        refuse(path)
    evil = edited("html", "UPDATE item SET stad_id = '<a href=x>klik</a>'")
    refuse(evil)
    check("<a " not in bar().currentItem().text(), "HTML in the file stays text in the message bar")
    picture("refused")
    own = written("eigen", content)
    check(plugin.open_pack(own), "a good file opens")
    yield 500
    for path in cases():
        refuse(path)
    other = sqlite3.connect(written("bezet", content), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    refuse(WORKDIR / "bezet.gpkg")
    other.execute("ROLLBACK")
    other.close()
    check(plugin.open_pack(WORKDIR / "bezet.gpkg"), "the same file opens when it is free")
    yield 500

    locked = written("alleen_lezen", content)
    locked.chmod(0o444)
    bar().clearWidgets()
    check(plugin.open_pack(locked), "a read-only file opens")
    record["read-only"] = bar().currentItem().text()
    check(locked.name in record["read-only"], "and the user is told")
    plugin.state.set_item(plugin.state.pack.items[0].id)
    yield 500
    check(locked.read_bytes() == content, "it is as it was")

    vanished = written("verdwenen", content)
    check(plugin.open_pack(vanished), "a file opens")
    vanished.unlink()
    plugin.state.set_city(plugin.state.pack.cities[0].id)
    plugin.state.set_item(plugin.state.pack.items[-1].id)
    iface.mapCanvas().refreshAllLayers()
    yield 1000
    bar().clearWidgets()
    plugin._restore()
    check(vanished.name in bar().currentItem().text(), "a file that vanished meanwhile is told when it is asked for")
    picture("vanished")


run(steps())
