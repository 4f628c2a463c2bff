# SPDX-License-Identifier: GPL-2.0-or-later
"""Lists of files and layers as premises with their places, for Processing and for the dialog."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..i18n import tr
from ..processing import long_tables
from ..processing.long_tables import Source
from ..store.errors import StoreError

if TYPE_CHECKING:
    import numpy as np

    from .definitions import Definition
    from .reading import ReadPremises
    from .recipes import Recipe
    from .tying import Register


def _nothing(_share: float) -> None:
    pass


def _never() -> bool:
    return False


@dataclass(frozen=True, eq=False)
class Placed:
    """Of each unit (P,): where it is (metres RD, NaN for nowhere), by what, why not, its object's id and its key."""

    x: np.ndarray
    y: np.ndarray
    how: np.ndarray  # int8, positions in `written.PLACED_BY`
    reason: np.ndarray  # int8, positions in `tying.REASONS`
    ids: list[str]  # of the register where the list has none
    keys: list[str]


def open_file(path: Path, table: str = "") -> Source:
    """A list in a file, `table` its sheet or layer ("" for the first with rows). Raises StoreError."""
    from .recognising import score

    return long_tables.open_file(path, score, table)


def recipe_of(source: Source, said: str = "") -> Recipe | None:
    """How a table is read: as a recipe says (JSON), else as it is recognised; None where it is not.

    Raises StoreError for what is no recipe, and for one of another table.
    """
    from .recipes import from_json
    from .recognising import recognise

    head = source.head()
    if not said:
        return recognise(head)
    try:
        recipe = from_json(said)
    except ValueError as error:
        raise StoreError(
            tr("What was given is no recipe for reading a table."),
            tr("Give the text of a recipe that was saved, or leave it empty."),
            (str(error),),
        ) from None
    missing = recipe.missing(head.names)
    if missing:
        raise StoreError(
            tr("{} has no column {}, which the recipe reads.").format(source.name, ", ".join(missing)),
            tr("Choose another recipe, or another table; this one has: {}.").format(", ".join(head.names)),
        )
    return recipe


def told_by(recipe: Recipe, **said: str) -> Recipe:
    """The recipe with what a user says of vacant, unit, reference, source and licence; what is empty stays."""
    more = {name: text for name, text in said.items() if text}
    return replace(recipe, definition=replace(recipe.definition, **more))  # type: ignore[arg-type]  # all are texts


def read_list(
    source: Source, recipe: Recipe, told: Callable[[float], None] = _nothing, cancelled: Callable[[], bool] = _never
) -> ReadPremises:
    """The premises of a list. Raises StoreError, and Stopped."""
    from .reading import read_premises

    return read_premises(source.read(set(recipe.wanted()), told, cancelled), recipe, cancelled)


def read_register(
    source: Source, told: Callable[[float], None] = _nothing, cancelled: Callable[[], bool] = _never
) -> Register:
    """Addresses of the BAG from a layer that has them. Raises StoreError where it has not, and Stopped."""
    from .recipes import ADDRESS_ID, ID, NUMBER, POSTCODE, X
    from .recognising import suggest
    from .tying import Register

    recipe = suggest(source.head())
    has = set(recipe.columns)
    if X not in has or not (has & {ID, ADDRESS_ID} or {POSTCODE, NUMBER} <= has):
        raise StoreError(
            tr("No addresses with places are recognised in {}.").format(source.name),
            tr("Choose a layer of the BAG: points with an id, or with postcode and number."),
        )
    return Register.of(source.read(set(recipe.wanted()), told, cancelled), recipe)


def place(
    read: ReadPremises,
    register: Register | None = None,
    by_hand: Mapping[str, tuple[float, float]] | None = None,
    cancelled: Callable[[], bool] = _never,
) -> Placed:
    """Each unit to a point; `by_hand` (key of a unit -> metres RD) goes before all else. Raises Stopped."""
    from .tying import tie
    from .written import BY_HAND, keys

    tied = tie(read, register, cancelled)
    ids: list[str] = read.ids.cells()
    if register is not None:
        own = register.ids.cells()
        ids = [one or (own[row] if row >= 0 else "") for one, row in zip(ids, tied.row.tolist())]
    every = keys(read, ids)
    x, y, how, reason = (one.copy() for one in (tied.x, tied.y, tied.how, tied.reason))
    if by_hand:
        for at, key in enumerate(every):
            if key in by_hand:
                (x[at], y[at]), how[at], reason[at] = by_hand[key], BY_HAND, 0
    return Placed(x, y, how, reason, ids, every)


def definition_as_json(definition: Definition) -> dict[str, Any]:
    """What `recipes.definition_of` reads."""
    from dataclasses import asdict

    return asdict(definition)
