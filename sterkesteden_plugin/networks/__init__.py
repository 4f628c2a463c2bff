# SPDX-License-Identifier: GPL-2.0-or-later
"""Urban networks: flows between zones, what they say of the zones, and how they divide an area."""
