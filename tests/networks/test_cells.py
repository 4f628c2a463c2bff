# SPDX-License-Identifier: GPL-2.0-or-later
"""Cells as codes of zones."""

import pytest

from sterkesteden_plugin.networks.cells import zone_code


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("GM0106  ", "GM0106"),
        ("gm0106", "GM0106"),
        ("GM 0106", "GM0106"),
        (106, "106"),
        (106.0, "106"),
        ("106.0", "106"),
        ("0106", "0106"),
        ("Groningen  (gemeente)", "Groningen (gemeente)"),
        ("Onbekend", ""),
        ("", None),
        (" ", None),
        (None, None),
    ],
)
def test_codes(written, code):
    assert zone_code(written) == code
