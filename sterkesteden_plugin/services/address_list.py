# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses of a list: which columns hold them, and for each the place that is it, may be it, or why there is none.

The Locatieserver gives the best it has for whatever it is asked, also where that is another address. So what it gives
is held against what was asked, and what has another house number is not taken.
"""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..i18n import tr
from .errors import ServiceError, without_frames
from .exchange import wait
from .locatieserver import Hit, LocatieserverClient

PAUSE = 0.05  # seconds from one question to the next: everybody asks this service, and it is free
MOST_FAILURES = 3  # each of them takes as long as all its tries

# How an address was found.
EXACT = "exact"  # postcode, number, letter and addition are those that were asked
NUMBER = "huisnummer"  # postcode and number are; the letter or addition is another
TEXT = "tekst"  # the number, and the postcode or street and town, are in the text
UNSURE = "onzeker"  # something of it is

_POSTCODE = re.compile(r"\b([1-9]\d{3})\s?([A-Za-z]{2})\b")
_NUMBER = re.compile(r"(\d{1,5})(?:\s?([A-Za-z])\b)?(?:\s*[-/]?\s*([0-9A-Za-z]{1,4}))?")
_NUMBER_IN_TEXT = re.compile(r"[^\W\d_][\w'.-]*,?\s+(\d{1,5})(?:\s?([A-Za-z]))?\b(?:\s*[-/]\s*([0-9A-Za-z]{1,4})\b)?")
_NO_LETTERS = re.compile(r"[\W_]+")

# Names of columns without spaces and signs. The first that a table has counts.
_NAMES = {
    "postcode": ("postcode", "pc6", "postalcode", "zipcode", "pc"),
    "number": ("huisnummer", "huisnr", "housenumber", "hnr", "nummer", "nr"),
    "letter": ("huisletter", "letter", "hlt"),
    "addition": ("huisnummertoevoeging", "huisnrtoevoeging", "toevoeging", "toev"),
}
_WHOLE = ("volledigadres", "adresregel", "adres", "address", "weergavenaam")
_STREETS = ("straatnaam", "straat", "openbareruimtenaam", "openbareruimte", "street")
_TOWNS = ("woonplaatsnaam", "woonplaats", "plaatsnaam", "plaats", "city")
_LONG = 6  # letters of a name that may also stand at the end of a longer one: bezoekadres_postcode


@dataclass(frozen=True)
class Columns:
    """Where a table has its addresses; "" where it does not have a part. `text` are joined in their order."""

    text: tuple[str, ...] = ()
    postcode: str = ""
    number: str = ""
    letter: str = ""
    addition: str = ""

    @property
    def used(self) -> tuple[str, ...]:
        every = (self.postcode, self.number, self.letter, self.addition, *self.text)
        return tuple(dict.fromkeys(name for name in every if name))

    @property
    def is_enough(self) -> bool:
        return bool(self.text or (self.postcode and self.number))


@dataclass(frozen=True)
class Address:
    """An address as it stands in a list: by postcode and number, or else as a line of text."""

    text: str = ""
    postcode: str = ""
    number: str = ""
    letter: str = ""
    addition: str = ""

    @property
    def words(self) -> str:
        """As it may be shown."""
        number = f"{self.number}{self.letter}{'-' if self.addition else ''}{self.addition}"
        return self.text.strip() or " ".join(part for part in (self.postcode, number) if part)


@dataclass(frozen=True)
class Located:
    """What became of an address. `how` is EXACT, NUMBER, TEXT or UNSURE; "" for none, and then `reason` says why.

    `nearest` is the name of what the service gave that is not it.
    """

    address: Address
    hit: Hit | None = None
    how: str = ""
    reason: str = ""
    nearest: str = ""

    @property
    def certain(self) -> bool:
        return self.how == EXACT


class AddressFinder:
    """Finds addresses one by one, at a moderate pace. One that is asked twice is asked once."""

    def __init__(self, client: LocatieserverClient, pause: float = PAUSE) -> None:
        self._client = client
        self._pause = pause
        self._next = 0.0
        self._failures = 0  # one after the other
        self.answers = 0
        self.error: ServiceError | None = None  # the last
        self._known: dict[Address, Located] = {}

    def find(self, address: Address) -> Located:
        """Raises ServiceError where the service does not answer, or Cancelled."""
        if address not in self._known:
            self._known[address] = self._find(address)
        return self._known[address]

    def find_or_say(self, address: Address) -> Located:
        """As `find`, but that the service does not answer is a reason, and after some of those it is asked no more."""
        if self._failures >= MOST_FAILURES and address not in self._known:
            return Located(address, reason=tr("Not asked: the service does not answer any more."))
        try:
            return self.find(address)
        except ServiceError as error:
            self._failures += 1
            self.error = without_frames(error)
            return Located(address, reason=error.message)

    def _find(self, address: Address) -> Located:
        asked = read(address)
        hits: list[Hit] = []
        if asked.postcode and asked.number:
            place = f"{asked.postcode} {asked.number}"
            for question in dict.fromkeys((f"{place}{asked.letter} {asked.addition}".rstrip(), place)):
                hits = self._ask(question) or hits
                found = by_number(asked, hits)
                if found is not None:
                    return replace(found, address=address)
        if address.text.strip():
            hits = self._ask(address.text) or hits
            found = by_text(address.text, hits)
            if found is not None:
                return replace(found, address=address)
        return Located(address, reason=_reason(address, asked, bool(hits)), nearest=hits[0].name if hits else "")

    def _ask(self, text: str) -> list[Hit]:
        rest = self._next - time.monotonic()
        if rest > 0:
            wait(rest, self._client.fetcher.feedback)
        self._next = time.monotonic() + self._pause
        hits = self._client.free(text, ("adres",))
        self._failures = 0
        self.answers += 1
        return [hit for hit in hits if hit.x is not None]


def recognise(names: Sequence[str]) -> Columns:
    """Which columns hold addresses, by their names. Without a whole address: street, number and town."""
    parts = {part: _named(names, known) for part, known in _NAMES.items()}
    whole, street, town = (_named(names, known) for known in (_WHOLE, _STREETS, _TOWNS))
    text: tuple[str, ...] = ()
    if whole:
        text = (whole,)
    elif street and town:
        line = (street, parts["number"], parts["letter"], parts["addition"], parts["postcode"], town)
        text = tuple(name for name in line if name)
    return Columns(text, **parts)


def address_of(row: Mapping[str, Any], columns: Columns) -> Address:
    """The address of a row, by the names of its columns."""

    def of(name: str) -> str:
        return cell(row.get(name)) if name else ""

    text = " ".join(filter(None, map(of, columns.text)))
    return Address(text, of(columns.postcode), of(columns.number), of(columns.letter), of(columns.addition))


def cell(value: object) -> str:
    """A value of a cell; whole numbers without the point that a reader of CSV gave them."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip() if isinstance(value, (str, int, float)) else ""


def read(address: Address) -> Address:
    """The same in the form of the register; "" for a postcode or number that is none, or is not there."""
    postcode, number = _POSTCODE.fullmatch(address.postcode.strip()), _NUMBER.fullmatch(address.number.strip())
    if not address.postcode and not address.number:
        postcode = _POSTCODE.search(address.text)
        number = _NUMBER_IN_TEXT.search(_POSTCODE.sub(" ", address.text))
    of_number = number.groups("") if number else ("", "", "")
    return Address(
        address.text,
        f"{postcode.group(1)}{postcode.group(2).upper()}" if postcode else "",
        of_number[0].lstrip("0"),
        (address.letter.strip() or of_number[1]).upper(),
        address.addition.strip() or of_number[2],
    )


def by_number(asked: Address, hits: Iterable[Hit]) -> Located | None:
    """The hit with the postcode and number that were asked (in the form of the register), if there is one."""
    same = [
        hit
        for hit in hits
        if _bare(hit.fields.get("postcode")) == asked.postcode and _bare(hit.fields.get("huisnummer")) == asked.number
    ]
    mine = [_bare(asked.letter), _bare(asked.addition)]
    parts = [[_bare(hit.fields.get(name)) for name in ("huisletter", "huisnummertoevoeging")] for hit in same]
    exact = [hit for hit, theirs in zip(same, parts) if theirs == mine]
    # Who makes a list does not always know a letter from an addition.
    alike = [hit for hit, theirs in zip(same, parts) if "".join(theirs) == "".join(mine)]
    if exact or len(alike) == 1:
        return Located(asked, (exact or alike)[0], EXACT)
    return Located(asked, same[0], NUMBER) if same else None


def by_text(text: str, hits: Iterable[Hit]) -> Located | None:
    """The hit of which most is in a text; None where none of them can be meant."""
    postcode = _POSTCODE.search(text)
    numbers = {found.lstrip("0") for found in re.findall(r"\d+", _POSTCODE.sub(" ", text))}
    unsure = None
    for hit in hits:
        has_number = _bare(hit.fields.get("huisnummer")) in numbers
        has_street, has_town = (_is_in(hit.fields.get(name), text) for name in ("straatnaam", "woonplaatsnaam"))
        has_postcode = postcode is not None and _bare(postcode.group()) == _bare(hit.fields.get("postcode"))
        if has_number and (has_postcode or (has_street and has_town and postcode is None)):
            return Located(Address(text), hit, TEXT)
        is_like = (has_street or has_town) if has_number else (has_street and not numbers)
        if unsure is None and is_like:
            unsure = Located(Address(text), hit, UNSURE)
    return unsure


def _reason(address: Address, asked: Address, has_other: bool) -> str:
    if not address.words:
        return tr("There is no address in this row.")
    if address.postcode and not asked.postcode and not address.text:
        return tr("“{}” is no postcode.").format(address.postcode)
    if not asked.number and not address.text:
        return tr("“{}” is no house number.").format(address.number) if address.number else tr("No house number.")
    if not asked.postcode and not address.text:
        return tr("There is no postcode in this row.")
    return tr("The service knows only another address.") if has_other else tr("The service does not know it.")


def _named(names: Sequence[str], known: Iterable[str]) -> str:
    """The column that bears one of these names; else one whose name ends in it."""
    bare = {_NO_LETTERS.sub("", name).casefold(): name for name in reversed(names)}
    for wanted in known:
        if wanted in bare:
            return bare[wanted]
    longer = (
        name
        for wanted in known
        if len(wanted) >= _LONG
        for found, name in reversed(bare.items())
        if found.endswith(wanted)
    )
    return next(longer, "")


def _bare(value: Any) -> str:
    return "" if value is None else re.sub(r"\s", "", str(value)).upper()


def _is_in(name: Any, text: str) -> bool:
    """Whether the words of a name stand in a text, whatever their accents and signs."""
    plain = _plain(str(name or ""))
    return bool(plain) and f" {plain} " in f" {_plain(text)} "


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return _NO_LETTERS.sub(" ", "".join(sign for sign in decomposed if not unicodedata.combining(sign))).strip()
