# SPDX-License-Identifier: GPL-2.0-or-later
"""Driver: a pack that names no open data says so; everything of it can be shown all the same."""

import os
from pathlib import Path

import qgis.utils
from startup import check, picture, record, run


def steps():
    plugin = qgis.utils.plugins["sterkesteden_plugin"].session()
    check(plugin.open_pack(Path(os.environ["STERKESTEDEN_PACK"])), "opens the pack")
    yield lambda: plugin.dock is not None and plugin.dock.isVisible() and plugin.state.pack is not None
    content = plugin.dock.content
    content.show_open_data()
    page = content.open_data
    yield lambda: page.isVisible() and len(page.head.toPlainText().splitlines()) > 2
    check(not page.blocks and not page.all.isEnabled() and not page.some.isEnabled(), "nothing can be fetched")
    yield 300
    picture("open-data")
    record["head"] = page.head.toPlainText().splitlines()
    record["layers"] = len(plugin._tree.layers())
    record["wanted"] = len(plugin.state.pack.present_layers)


run(steps())
