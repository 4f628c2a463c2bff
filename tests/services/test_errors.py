# SPDX-License-Identifier: GPL-2.0-or-later
"""An error that is kept holds nothing of where it came from."""

from __future__ import annotations

import weakref

from sterkesteden_plugin.services.errors import Gone, Unreachable, without_frames


class Held:
    """What was worked with; it keeps the error."""

    def ask(self):
        try:
            try:
                raise Unreachable("a", "b")
            except Unreachable as error:
                raise Gone("c", "d") from error
        except Gone as error:
            self.error = without_frames(error)


def test_what_was_worked_with_goes_as_soon_as_nobody_needs_it():
    """Not when Python next looks for circles, in whichever thread that is."""
    held = Held()
    held.ask()
    assert isinstance(held.error.__cause__, Unreachable)
    left = weakref.ref(held)
    del held
    assert left() is None
