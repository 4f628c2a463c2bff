#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Run a Python of .venv so that it can load QGIS without a screen:  tools/with_qgis.sh -m pytest …
set -euo pipefail
cd "$(dirname "$0")/.."
unset PYTHONPATH PYTHONHOME QT_PLUGIN_PATH QGIS_PREFIX_PATH DISPLAY WAYLAND_DISPLAY
# In a virtual environment PROJ looks for its data in the wrong place; before 9.1 it only knew PROJ_LIB.
export QT_QPA_PLATFORM=offscreen PROJ_DATA=/usr/share/proj PROJ_LIB=/usr/share/proj LC_ALL=C.UTF-8
exec .venv/bin/python "$@"
