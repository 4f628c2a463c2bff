# SPDX-License-Identifier: GPL-2.0-or-later
"""What is told of a list of vacancy: how it was recognised, which rows and cells were not taken, what it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dutch import number, one_line
from ..i18n import tr

if TYPE_CHECKING:
    from .definitions import Definition
    from .reading import Note
    from .recipes import Recipe


def reason_words(reason: str, said: str = "") -> str:
    """Why a row or a cell was not taken; `said` is what stood there."""
    words = {
        "ragged": tr("The row has more or fewer cells than the header."),
        "empty": tr("Nothing that is asked for stands in the row."),
        "other-kind": tr("It is a berth or a pitch, no verblijfsobject."),
        "no-stock": tr("It is planned, was never built or was withdrawn."),
        "secondary-address": tr("It is a secondary address of an object that has a row of its own."),
        "double": tr("It says what another row said."),
        "contradicts": tr("Another row says otherwise of the same unit."),
        "merged": tr("It tells another function of a unit that has a row: it counts with that one."),
        "no-area": tr("There is no area with a code or a name."),
        "no-year": tr("There is no year."),
        "no-figures": tr("There are no figures."),
        "vacant-over-total": tr("More units are vacant than there are."),
        "rate-over-all": tr("A rate is over 100%."),
        "scope-over-total": tr("More units are in scope than there are."),
        "formula": tr("It is a formula, not a value."),
        "no-number": tr("It is no number."),
        "negative": tr("It is below zero."),
        "dummy-floor": tr("It is a floor area by which registers say that it is not known."),
        "dummy-year": tr("It is a year by which registers say that it is not known."),
        "bad-date": tr("It is no date."),
        "later": tr("It is after the reference date."),
        "not-vacant": tr("A date of vacancy stands with a unit that is not vacant."),
        "bad-id": tr("It is no id of the BAG."),
        "bad-postcode": tr("It is no postcode."),
        "bad-house-number": tr("It is no house number."),
        "bad-place": tr("These coordinates do not lie in the Netherlands."),
        "no-answer": tr("It says neither that the unit is vacant nor that it is not."),
        "contradicted": tr("Rows of this unit say different things: it is not known."),
        "same-address": tr("Another unit has the same address."),
        "only-secondary": tr("The object has no row with its main address."),
        "no-data": tr("The table says that there is no figure."),
        "no-units": tr("There are no units to divide by."),
        "no-address": tr("It has no id, no postcode with number and no coordinates."),
        "no-postcode": tr("It has a street and a number, but no postcode."),
        "not-there": tr("Its id or address is not in the layer of addresses, and it has no coordinates."),
        "several": tr("Its address may be one of several in the layer of addresses."),
    }
    told = words.get(reason, reason)
    return f"“{one_line(said)}”: {told}" if said else told


def recipe_words(recipe: Recipe) -> str:
    """How a table was recognised, and which columns are used."""
    words = {
        "lml": tr("Recognised as figures of the national vacancy monitor: {}."),
        "retail": tr("Recognised as a retail survey: {}."),
        "bag": tr("Recognised as a list of the BAG: {}."),
        "municipal": tr("Recognised as a municipal list: {}."),
    }
    return words.get(recipe.layout, tr("The columns that are used: {}.")).format(", ".join(recipe.wanted()))


def count_words(rows: int, used: int, listed: int) -> str:
    """How many rows there are, and what became of them; the numbers add up."""
    return tr("Rows: {}. Used: {}; listed with the reason: {}.").format(*map(number, (rows, used, listed)))


def note_words(note: Note) -> str:
    """A sentence."""
    words = {
        "imprecise": tr("Dates without a day are taken for the first of their month or year: {0}."),
        "decimal": tr("A number such as “{1}” is taken with a decimal sign; look whether it is not thousands."),
        "no-definition": tr("Nobody has said what counts as vacant in this list. It is compared with no other list."),
    }
    return words[note.key].format(number(note.count), note.example)


def break_words(key: str) -> str:
    """Why figures of a series before and after a date are not of one kind."""
    words = {
        "unknown-user": tr("until 2016 objects whose user was not known counted as vacant too"),
        "source-of-user": tr("since 2020 who uses an object is taken from another register"),
        "catering-and-services": tr("since 2020 floor area covers catering and services too"),
    }
    return words.get(key, key)


def definition_words(definition: Definition) -> str:
    """What a data set counts, for people."""
    vacant = {
        "registers": tr("without resident, business or user in the registers on 1 January (CBS, LML)"),
        "survey": tr("seen vacant on site"),
        "": tr("not told"),
    }
    unsaid = tr("not told")
    return tr("Vacant is: {}. Counted: {}. Reference date: {}. Source: {}. Licence: {}.").format(
        vacant.get(definition.vacant, definition.vacant),
        definition.unit or unsaid,
        definition.reference or unsaid,
        definition.source or unsaid,
        definition.licence or unsaid,
    )
