# SPDX-License-Identifier: GPL-2.0-or-later
"""The real zip against the rules of the plugin site, and each rule against a zip that breaks it."""

import configparser
import zipfile

import pytest

from tools.assemble import contents
from tools.package import LIMIT, faults, version, write

NAME = "sterkesteden_plugin"


@pytest.fixture(scope="session")
def archive(plugin_dir, tmp_path_factory):
    return write(plugin_dir, tmp_path_factory.mktemp("zip") / "plugin.zip")


@pytest.fixture
def changed(archive, tmp_path):
    """Make a copy of the zip with files added, replaced or (with None) left out."""

    def make(**files):
        target = tmp_path / "changed.zip"
        with zipfile.ZipFile(archive) as old, zipfile.ZipFile(target, "w") as new:
            for name in old.namelist():
                if name not in files:
                    new.writestr(name, old.read(name))
            for name, data in files.items():
                if data is not None:
                    new.writestr(name, data)
        return target

    return make


def metadata(archive, **values):
    """The metadata.txt of the zip with other values; None leaves a key out."""
    with zipfile.ZipFile(archive) as old:
        lines = old.read(f"{NAME}/metadata.txt").decode().splitlines()
    kept = [line for line in lines if line.split("=")[0] not in values]
    return "\n".join([*kept, *(f"{key}={value}" for key, value in values.items() if value is not None)])


def test_the_zip_keeps_every_rule(archive):
    assert faults(archive) == []


def test_the_zip_is_far_below_the_limit(archive):
    assert archive.stat().st_size < LIMIT / 2


def test_the_zip_holds_what_the_plugin_needs_and_nothing_else(archive, plugin_dir):
    with zipfile.ZipFile(archive) as opened:
        names = {name.partition("/")[2] for name in opened.namelist()}
    assert {"__init__.py", "plugin.py", "metadata.txt", "LICENSE", "data/sterkesteden.gpkg"} <= names
    assert {"resources/icons/sterkesteden.svg", "resources/i18n/sterkesteden_nl.qm"} <= names
    assert {name.rpartition(".")[2] for name in names} <= {"py", "txt", "LICENSE", "gpkg", "svg", "qm", "qml"}
    assert not [name for name in names if "test" in name or name.endswith(".ts")]


def test_the_licence_is_the_whole_of_gpl_2(archive):
    with zipfile.ZipFile(archive) as opened:
        licence = opened.read(f"{NAME}/LICENSE").decode()
    assert "Version 2, June 1991" in licence
    assert "END OF TERMS AND CONDITIONS" in licence


def test_the_metadata_names_versions_and_region(archive):
    parser = configparser.ConfigParser()
    with zipfile.ZipFile(archive) as opened:
        parser.read_string(opened.read(f"{NAME}/metadata.txt").decode("utf-8"))
    general = parser["general"]
    assert (general["qgisMinimumVersion"], general["qgisMaximumVersion"]) == ("3.22", "4.99")
    assert "Drenthe" in general["about"]
    assert general["name"] == "Sterke Steden"


def test_twice_gives_the_same_bytes(plugin_dir, archive, tmp_path):
    assert write(plugin_dir, tmp_path / "again.zip").read_bytes() == archive.read_bytes()


def test_the_version_is_that_of_the_changelog(plugin_dir, pytestconfig):
    changelog = (pytestconfig.rootpath / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## {version(plugin_dir / 'metadata.txt')}" in changelog


def test_a_missing_part_stops_the_assembling(tmp_path, plugin_dir):
    listed = contents(tmp_path, tmp_path / "none.gpkg")
    assert not any(source.exists() for source in listed.values())
    assert {"metadata.txt", "LICENSE", "data/sterkesteden.gpkg", "resources/i18n/sterkesteden_nl.qm"} <= set(listed)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (f"{NAME}/plugin.pyc", "not allowed"),
        (f"{NAME}/__pycache__/x.py", "not allowed"),
        (f"{NAME}/.git/config", "not allowed"),
        (f"{NAME}/.hidden", "not allowed"),
        (f"{NAME}/../evil.py", "not allowed"),
        (f"/{NAME}/x.py", "not allowed"),
        (f"{NAME}/native.so", "not allowed"),
        (f"{NAME}/tests/test_x.py", "tests stay out"),
        ("second/x.py", "not one top folder"),
        ("loose.py", "not one top folder"),
    ],
)
def test_a_file_that_must_not_be_there_is_found(name, said, changed):
    assert any(said in fault for fault in faults(changed(**{name: b""})))


@pytest.mark.parametrize("name", ["__init__.py", "metadata.txt", "LICENSE"])
def test_a_file_that_is_missing_is_found(name, changed):
    assert f"missing: {name}" in faults(changed(**{f"{NAME}/{name}": None}))


def test_a_zip_that_is_too_large_is_found(changed):
    assert faults(changed(**{f"{NAME}/large.txt": bytes(LIMIT)})) == [f"larger than {LIMIT} bytes"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *((key, None) for key in ("name", "description", "about", "version", "qgisMinimumVersion", "author", "email")),
        *((key, None) for key in ("homepage", "repository", "tracker")),
        *((key, "") for key in ("about", "homepage")),
        ("homepage", "http://homepage"),
        ("tracker", "see the repository"),
        ("email", "nobody"),
        ("icon", "resources/icons/none.svg"),
        ("about", "100 % Drenthe"),
    ],
)
def test_a_fault_in_the_metadata_is_found(key, value, archive, changed):
    found = faults(changed(**{f"{NAME}/metadata.txt": metadata(archive, **{key: value})}))
    assert len(found) == 1
    assert "metadata.txt" in found[0]
