# SPDX-License-Identifier: GPL-2.0-or-later
"""Codes of municipalities that merged: which code took the place of which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Successor:
    """That `new` took the place of `old` on a day (ISO); a municipality that was split has several."""

    old: str
    new: str
    date: str
    old_name: str = ""
    new_name: str = ""


@dataclass(frozen=True)
class Recoded:
    """What codes became: only those that changed; `split` are codes that were divided, which no code can replace."""

    applied: dict[str, str]
    split: tuple[str, ...] = ()


def recode(
    codes: Iterable[str], successors: Iterable[Successor], zones: Collection[str] | None = None, until: str = ""
) -> Recoded:
    """Which of `codes` become which others.

    With `zones` only a code that is no zone is followed, from successor to successor until one is a zone; where none
    is, it stays what it is. Without zones codes are followed through all that happened up to the day `until` (ISO);
    "" for nothing at all.
    """
    after: dict[str, list[Successor]] = defaultdict(list)
    for one in successors:
        if one.old != one.new and (zones is not None or one.date <= until):
            after[one.old].append(one)
    wanted = None if zones is None else frozenset(zones)
    applied, split = {}, []
    for code in sorted(set(codes)):
        if wanted is not None and code in wanted:
            continue
        end, is_split = _follow(code, after, wanted)
        if is_split:
            split.append(code)
        elif end != code and (wanted is None or end in wanted):
            applied[code] = end
    return Recoded(applied, tuple(split))


def _follow(code: str, after: dict[str, list[Successor]], wanted: frozenset[str] | None) -> tuple[str, bool]:
    """The code at the end of the chain, and whether the chain comes to a municipality that was split."""
    seen = {code}
    since = ""
    while wanted is None or code not in wanted:
        # A code that was taken again later does not go on with what happened to its first bearer.
        following = [one for one in after.get(code, ()) if one.date >= since]
        if not following:
            break
        if len({one.new for one in following}) > 1:
            return code, True
        code, since = following[0].new, following[0].date
        if code in seen:
            break
        seen.add(code)
    return code, False
