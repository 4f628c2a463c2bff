# SPDX-License-Identifier: GPL-2.0-or-later
"""A chapter of a user's own, added as the form does it."""

from __future__ import annotations

from qgis.core import QgsProject

from sterkesteden_plugin.store.editing import Editor
from sterkesteden_plugin.store.reader import read_pack
from sterkesteden_plugin.story import draft


def add_chapter(path, story, title, text, view, user="Anna"):
    """Return its id."""
    editor = Editor(QgsProject.instance(), path, user)
    values = {**draft.new_chapter(read_pack(path), story, editor.source(), draft.today()), **view.values}
    edit = editor.create("hoofdstuk", values, view.links)
    edit.set_values({"titel": title, "tekst": text})
    edit.save()
    return edit.record_id
