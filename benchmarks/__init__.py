# SPDX-License-Identifier: GPL-2.0-or-later
"""How fast the plugin is, in the real QGIS, beside what QGIS itself needs for the same. `python -m benchmarks`."""
