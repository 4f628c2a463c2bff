# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws the QGIS styles in resources/styles: `python -m tools.styles`. Made with QGIS 3.22, read by newer ones."""
