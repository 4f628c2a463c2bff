# SPDX-License-Identifier: GPL-2.0-or-later
"""The texts of the interface: found, kept, dropped, and every way in which a translation is not complete."""

import pytest

from tools.translations import main, read, render


@pytest.fixture
def code(tmp_path):
    folder = tmp_path / "code"
    folder.mkdir()

    def write(source):
        (folder / "module.py").write_text(source, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def ts(tmp_path):
    return tmp_path / "plugin_nl.ts"


def check(code, ts):
    return main(["--check"], code, ts)


def test_an_update_adds_keeps_and_drops(code, ts):
    ts.write_text(render({"Open": "Openen", "Gone": "Weg"}), encoding="utf-8")
    assert main([], code('tr("Open")\nx = tr("A <b> & \\"c\\"")\ni18n.tr("New {}").format(1)'), ts) == 0
    assert read(ts) == {"Open": "Openen", 'A <b> & "c"': "", "New {}": ""}


def test_an_update_twice_gives_the_same_file(code, ts):
    folder = code('tr("b"); tr("A"); tr("c")')
    main([], folder, ts)
    first = ts.read_bytes()
    main([], folder, ts)
    assert ts.read_bytes() == first
    assert first.index(b">A<") < first.index(b">b<") < first.index(b">c<")


def test_a_complete_translation_passes(code, ts):
    ts.write_text(render({"Open {}": "{} openen"}), encoding="utf-8")
    assert check(code('tr("Open {}")'), ts) == 0


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({}, "not in the .ts file"),
        ({"Open {}": ""}, "not translated"),
        ({"Open {}": "Openen"}, "other {}"),
        ({"Open {}": "{} openen", "Gone": "Weg"}, "no longer in the code"),
    ],
)
def test_an_incomplete_translation_fails(known, said, code, ts, capsys):
    ts.write_text(render(known), encoding="utf-8")
    assert check(code('tr("Open {}")'), ts) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("argument", ['f"Open {x}"', "text", '"Open " + x', '"Open {}".format(x)', '"a", "b"', ""])
def test_what_cannot_be_extracted_fails(argument, code, ts, capsys):
    folder = code(f"tr({argument})")
    assert main([], folder, ts) == 1
    assert "module.py:1" in capsys.readouterr().err
    assert not ts.exists()
