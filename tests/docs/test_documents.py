# SPDX-License-Identifier: GPL-2.0-or-later
"""What the documents quote and point at is there."""

import re
from pathlib import Path

import pytest

from tools.translations import TS, read

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
MANUAL = (ROOT / "docs" / "handleiding.md").read_text(encoding="utf-8")

# Of QGIS itself, of the pack, or stressed by the writer.
NOT_OURS = {
    "Plug-ins > Plug-ins beheren en installeren…",
    "Installeren vanuit ZIP",
    "Plug-in installeren",
    "Plug-ins > Sterke Steden",
    "Beeld > Kaarttips weergeven",
    "Logboekmeldingen",
}


def form(text):
    """A text without what is put into it, and without the marks of access keys."""
    return re.sub(r"\{\}|…|&", "", text).strip(" .:")


@pytest.fixture(scope="module")
def interface():
    """Every Dutch text of the interface, in the form in which it is compared."""
    return {form(text) for text in read(TS).values()}


def test_the_manual_quotes_the_interface_word_for_word(interface):
    quoted = re.findall(r"(?<![*\w])\*([^*\n]+)\*(?!\*)", MANUAL)
    assert len(quoted) > 20

    def known(text):
        return form(text) in interface

    # A message and its advice are two texts.
    unknown = [q for q in set(quoted) - NOT_OURS if not known(q) and not all(map(known, re.split(r"(?<=\.) ", q)))]
    assert not unknown


def test_every_message_about_a_file_is_in_the_manual_with_what_to_do(interface):
    told = {tuple(map(str.strip, row.strip("|").split("|"))) for row in MANUAL.splitlines() if row.startswith("|")}
    known = {(form(row[0]), form(row[1])) for row in told if len(row) == 2}
    dutch = read(TS)
    missing = []
    for module in ("database.py", "copy.py"):
        code = (ROOT / "sterkesteden_plugin" / "store" / module).read_text(encoding="utf-8")
        said = re.findall(r'tr\(\s*"(.*?)"\s*\)', code)
        for message, advice in zip(said[::2], said[1::2]):
            if (form(dutch[message]), form(dutch[advice])) not in known:
                missing.append(message)
        assert len(said) % 2 == 0 and said
    assert not missing


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_a_document_points_at_is_there(document):
    text = document.read_text(encoding="utf-8")
    targets = [t.split("#")[0] for t in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in t]
    assert not [t for t in targets if t and not (document.parent / t).exists()]
    headings = {re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in re.findall(r"^#+ (.+)$", text, re.M)}
    assert not [a for a in re.findall(r"\]\(#([^)]+)\)", text) if a not in headings]
