# SPDX-License-Identifier: GPL-2.0-or-later
"""The user's own copy: whole or not at all, and never over what is there unless asked."""

import pytest

from sterkesteden_plugin.store.copy import make_copy
from sterkesteden_plugin.store.errors import StoreError


@pytest.fixture()
def source(tmp_path):
    path = tmp_path / "bron.gpkg"
    path.write_bytes(b"nieuw" * 1000)
    return path


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_copy_is_the_same(source, tmp_path):
    make_copy(source, tmp_path / "kopie.gpkg")
    assert (tmp_path / "kopie.gpkg").read_bytes() == source.read_bytes()
    assert names(tmp_path) == ["bron.gpkg", "kopie.gpkg"]


def test_what_is_there_is_not_overwritten(source, tmp_path):
    target = tmp_path / "kopie.gpkg"
    target.write_bytes(b"oud")
    with pytest.raises(StoreError):
        make_copy(source, target)
    assert target.read_bytes() == b"oud"


def test_what_is_there_is_replaced_when_the_user_says_so(source, tmp_path):
    target = tmp_path / "kopie.gpkg"
    target.write_bytes(b"oud")
    make_copy(source, target, overwrite=True)
    assert target.read_bytes() == source.read_bytes()


@pytest.mark.parametrize("ending", ["-wal", "-shm", "-journal"])
def test_a_file_in_use_is_not_replaced(source, tmp_path, ending):
    target = tmp_path / "kopie.gpkg"
    target.write_bytes(b"oud")
    (tmp_path / f"kopie.gpkg{ending}").write_bytes(b"")
    with pytest.raises(StoreError):
        make_copy(source, target, overwrite=True)
    assert target.read_bytes() == b"oud"


def test_a_folder_that_is_not_there_is_told(source, tmp_path):
    with pytest.raises(StoreError) as caught:
        make_copy(source, tmp_path / "weg" / "kopie.gpkg")
    assert "kopie.gpkg" in caught.value.message
    assert names(tmp_path) == ["bron.gpkg"]


def test_a_copy_that_fails_half_way_leaves_the_old_file_and_nothing_else(source, tmp_path, monkeypatch):
    target = tmp_path / "kopie.gpkg"
    target.write_bytes(b"oud")

    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copyfileobj", full)
    with pytest.raises(StoreError) as caught:
        make_copy(source, target, overwrite=True)
    assert "No space left" in caught.value.details[0]
    assert target.read_bytes() == b"oud"
    assert names(tmp_path) == ["bron.gpkg", "kopie.gpkg"]


def test_a_missing_source_is_told(tmp_path):
    with pytest.raises(StoreError) as caught:
        make_copy(tmp_path / "weg.gpkg", tmp_path / "kopie.gpkg")
    assert "weg.gpkg" in caught.value.message
    assert names(tmp_path) == []
