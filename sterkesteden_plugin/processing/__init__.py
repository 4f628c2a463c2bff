# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin in QGIS's Processing: the provider, and what its algorithms have in common."""
