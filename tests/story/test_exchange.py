# SPDX-License-Identifier: GPL-2.0-or-later
"""A story as a file: what goes out comes back the same, anything else is refused with the place of the fault."""

import copy
import json

import pytest

from sterkesteden_plugin.story.exchange import ExchangeError, StoryFile, dump, load

STORY = StoryFile(
    title="Ons verhaal",
    pack="drie-steden",
    chapters=[
        {
            "titel": "Begin",
            "tekst": "Regel één\n\n=1+1 <b>vet</b> \u202eomgekeerd",
            "vak": [1, 2, 3.5, 4],
            "bron_id": "b",
            "peildatum": "2026-01-01",
            "lagen": ["steden"],
            "plaatsen": [{"plaats_id": "p", "rol": "ligt in"}],
        }
    ],
    places=[
        {
            "id": "p",
            "naam": "Plek",
            "soort": "kern",
            "zekerheid": "exact",
            "bron_id": "b",
            "peildatum": "2026-01-01",
            "tabel": "plaats_punt",
            "wkt": "Point (1 2)",
        }
    ],
    sources=[{"id": "b", "titel": "Bron", "uitgever": "Wij"}],
)


def test_what_goes_out_comes_back_the_same():
    assert load(dump(STORY)) == STORY


def test_a_long_text_stays_whole():
    long = copy.deepcopy(STORY)
    long.chapters[0]["tekst"] = "x" * 100_000
    assert load(dump(long)).chapters[0]["tekst"] == "x" * 100_000


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "no-json"), ("[1", "no-json"), ("[]", "no-story"), ('{"formaat": "x"}', "no-story"), ("[" * 9000, "no-json")],
)
def test_what_is_no_story_is_refused(text, reason):
    with pytest.raises(ExchangeError) as caught:
        load(text)
    assert caught.value.reason == reason


def _broken(change):
    content = json.loads(dump(STORY))
    change(content)
    return json.dumps(content)


@pytest.mark.parametrize(
    ("change", "reason", "where"),
    [
        (lambda c: c.update(versie=2), "newer", "versie"),
        (lambda c: c.update(titel=" "), "missing", "titel"),
        (lambda c: c.pop("plaatsen"), "no-list", "plaatsen"),
        (lambda c: c["hoofdstukken"].append(7), "no-record", "hoofdstukken 2"),
        (lambda c: c["hoofdstukken"][0].update(titel=None), "missing", "hoofdstukken 1, titel"),
        (lambda c: c["hoofdstukken"][0].update(tekst=5), "no-text", "hoofdstukken 1, tekst"),
        (lambda c: c["hoofdstukken"][0].update(vak=[1, 2, 1, 4]), "no-view", "hoofdstukken 1, vak"),
        (lambda c: c["hoofdstukken"][0].update(vak=[1, 2, True, 4]), "no-view", "hoofdstukken 1, vak"),
        (lambda c: c["hoofdstukken"][0].update(vak=[1, 2, 10**400, 4]), "no-view", "hoofdstukken 1, vak"),
        (lambda c: c["hoofdstukken"][0].update(lagen="alle"), "no-list", "hoofdstukken 1, lagen"),
        (lambda c: c["hoofdstukken"][0].update(bron_id="zoek"), "unknown", "hoofdstukken 1, bron_id"),
        (lambda c: c["plaatsen"].clear(), "unknown", "hoofdstukken 1, p"),
        (lambda c: c["bronnen"].clear(), "unknown", "hoofdstukken 1, bron_id"),
    ],
)
def test_a_fault_is_named_with_its_place(change, reason, where):
    with pytest.raises(ExchangeError) as caught:
        load(_broken(change))
    assert (caught.value.reason, caught.value.where) == (reason, where)


def test_a_coordinate_beyond_all_numbers_is_refused():
    """JSON may say 1e999, which is read as infinity."""
    text = _broken(lambda c: c["hoofdstukken"][0].update(vak=[1, 2, 987654, 4]))
    with pytest.raises(ExchangeError, match="vak"):
        load(text.replace("987654", "1e999"))


def test_a_figure_that_is_no_number_is_refused():
    with pytest.raises(ExchangeError) as caught:
        load(dump(STORY).replace("3.5", "NaN"))
    assert caught.value.reason == "no-json"
