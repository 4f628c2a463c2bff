# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import io
import re
import shutil
import sqlite3
import zipfile
from binascii import unhexlify
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsAttributeEditorElement, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QUrl, QUrlQuery

from sterkesteden_plugin.maps.form_words import TITLES
from sterkesteden_plugin.maps.gpkg_project import ProjectWriter, project_name, project_uri, write_project
from sterkesteden_plugin.maps.tables import BaseTables
from sterkesteden_plugin.maps.themes import PREFIX
from sterkesteden_plugin.maps.tree import StoryTree, pack_paths
from sterkesteden_plugin.store.errors import StoreError
from sterkesteden_plugin.store.reader import read_pack


@pytest.fixture()
def opened(qgis_app):
    """Open an address in the project of QGIS itself, as a person does."""
    project = QgsProject.instance()

    def run(uri):
        assert project.read(uri), project.error()
        return project

    yield run
    project.clear()


def text_of(path):
    database = sqlite3.connect(path)
    rows = database.execute("SELECT content FROM qgis_projects").fetchall()
    database.close()
    assert len(rows) == 1
    with zipfile.ZipFile(io.BytesIO(unhexlify(rows[0][0]))) as archive:
        (name,) = (each for each in archive.namelist() if each.endswith(".qgs"))
        return archive.read(name).decode("utf-8")


def test_it_opens_with_layers_forms_relations_themes_and_extent(opened, real_pack, real_pack_file):
    project = opened(write_project(real_pack_file, real_pack))
    assert len(project.mapLayers()) == len(real_pack.present_layers) + len(TITLES)
    assert all(layer.isValid() for layer in project.mapLayers().values())
    assert project.title() == real_pack.title
    assert project.crs().authid() == "EPSG:28992"
    assert pack_paths(project) == [real_pack_file]
    relations = project.relationManager().relations()
    assert relations and all(each.isValid() for each in relations.values())
    assert any(name.startswith(PREFIX) for name in project.mapThemeCollection().mapThemes())
    assert not project.viewSettings().defaultViewExtent().isEmpty()
    tables = BaseTables(project)
    tab = tables.layer("item").editFormConfig().tabs()[1]
    (places,) = tab.children()
    assert places.type() == QgsAttributeEditorElement.AttributeEditorType.AeTypeRelation
    assert places.relation().isValid()
    tables.close()


def test_the_plugin_finds_everything_in_it(opened, small_pack, small_pack_file):
    project = opened(write_project(small_pack_file, small_pack))
    tree, tables = StoryTree(project), BaseTables(project)
    layers = set(project.mapLayers())
    assert tree.missing(small_pack) == []
    assert tree.add(small_pack, small_pack_file) == [] and tables.add(small_pack, small_pack_file) == []
    assert set(project.mapLayers()) == layers
    tree.close()
    tables.close()


def test_it_goes_with_its_file_to_another_folder(opened, small_pack, small_pack_file, tmp_path):
    write_project(small_pack_file, small_pack)
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    moved = shutil.move(small_pack_file, elsewhere / small_pack_file.name)
    project = opened(project_uri(moved, small_pack.title))
    assert all(layer.isValid() for layer in project.mapLayers().values())
    assert pack_paths(project) == [moved]


def test_it_names_no_folder_and_no_font_of_this_machine(small_pack, small_pack_file):
    write_project(small_pack_file, small_pack)
    text = text_of(small_pack_file)
    assert str(small_pack_file.parent) not in text
    assert "fontFamily" not in text
    sources = set(re.findall(r"<datasource>(.*?)</datasource>", text))
    assert {source.partition("|")[0] for source in sources if source and "url=" not in source} == {
        f"./{small_pack_file.name}"
    }
    assert not re.search(r'<attributeEditorRelation[^>]* relation=""', text)
    assert "<mapcanvas" in text


def test_writing_twice_leaves_one_project_and_the_content_as_it_was(small_pack, small_pack_file):
    before = read_pack(small_pack_file)
    write_project(small_pack_file, small_pack)
    write_project(small_pack_file, small_pack)
    text_of(small_pack_file)
    assert read_pack(small_pack_file) == before
    assert [path.name for path in small_pack_file.parent.glob("*.gpkg*")] == [small_pack_file.name]


def test_the_project_of_the_user_is_not_touched(qgis_app, small_pack, small_pack_file):
    project = QgsProject.instance()
    project.setTitle("Mijn project")
    project.setDirty(False)
    write_project(small_pack_file, small_pack)
    assert (project.title(), project.isDirty(), project.mapLayers(), project.fileName()) == (
        "Mijn project",
        False,
        {},
        "",
    )
    assert project.relationManager().relations() == {} and project.mapThemeCollection().mapThemes() == []
    project.clear()


@pytest.fixture()
def spoilt(small_pack_file):
    """A pack into which QGIS cannot write a project."""
    with closing(sqlite3.connect(small_pack_file)) as database, database:
        database.execute("CREATE TABLE qgis_projects (niets TEXT)")
    return small_pack_file


def test_what_cannot_be_written_is_told_and_the_file_stays(small_pack, spoilt):
    with pytest.raises(StoreError) as told:
        write_project(spoilt, small_pack)
    assert spoilt.name in told.value.message
    assert read_pack(spoilt).id == small_pack.id


def test_it_is_written_in_parts_while_qgis_answers(qtbot, small_pack, small_pack_file):
    writer = ProjectWriter(small_pack_file, small_pack)
    with qtbot.waitSignal(writer.finished, timeout=10_000):
        pass
    assert "<mapcanvas" in text_of(small_pack_file)


def test_a_writer_that_is_closed_halfway_leaves_no_trace(qgis_app, small_pack, small_pack_file):
    before = small_pack_file.read_bytes()
    writer = ProjectWriter(small_pack_file, small_pack)
    told = []
    writer.finished.connect(lambda: told.append(1))
    QCoreApplication.processEvents()
    writer.close()
    QCoreApplication.processEvents()
    assert told == [] and small_pack_file.read_bytes() == before


def test_a_fault_of_the_writer_is_told(qtbot, small_pack, spoilt):
    writer = ProjectWriter(spoilt, small_pack)
    with qtbot.waitSignal(writer.failed, timeout=10_000) as told:
        pass
    assert spoilt.name in told.args[0].message


def test_an_area_without_a_place_on_the_map_gives_no_extent(opened, small_pack, small_pack_file):
    project = opened(write_project(small_pack_file, replace(small_pack, area="nergens")))
    assert project.viewSettings().defaultViewExtent().isEmpty()


TITLES_OF_USERS = ["Delft & Gouda", "50% meer", "a#b = c?d;|“x”", "%"]
# But "%20": QGIS (3.22) opens no GeoPackage in a folder that has what may be an escape in its name.
FOLDERS_OF_USERS = ["gewoon", "a#1", "50% b?", "a&b+c 'é' <d>"]


@pytest.mark.parametrize("title", TITLES_OF_USERS)
def test_any_title_will_do(opened, small_pack, small_pack_file, title):
    for _ in range(2):
        uri = write_project(small_pack_file, replace(small_pack, title=title))
    text_of(small_pack_file)
    assert len(opened(uri).mapLayers()) > len(TITLES)
    storage = QgsApplication.projectStorageRegistry().projectStorageFromType("geopackage")
    (name,) = storage.listProjects(f"geopackage:{small_pack_file}")
    assert name == project_name(title)
    query = QUrlQuery()
    query.addQueryItem("projectName", name)  # as QGIS's browser makes it an address
    url = QUrl(f"geopackage:{small_pack_file}")
    url.setQuery(query)
    assert QgsProject().read(bytes(url.toEncoded()).decode())


@pytest.mark.parametrize("folder", FOLDERS_OF_USERS)
def test_any_folder_will_do(opened, small_pack, small_pack_file, tmp_path, folder):
    (tmp_path / folder).mkdir()
    path = Path(shutil.copy(small_pack_file, tmp_path / folder / "mijn & kopie.gpkg"))
    project = opened(write_project(path, small_pack))
    assert pack_paths(project) == [path]
    assert all(layer.isValid() for layer in project.mapLayers().values())
    assert folder not in text_of(path).replace("gewoon", "")
