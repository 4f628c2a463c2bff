#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Make build/pygeoapi, where the tests find the server pygeoapi. A second run only looks.
set -euo pipefail
cd "$(dirname "$0")/.."
exec 9<tools/pygeoapi.txt
flock 9 # two tests at once must not build it twice

python=/usr/bin/python3 # the system's: its sqlite3 loads SpatiaLite
folder=build/pygeoapi
wanted=$({ pwd; "$python" -c 'import sys; print(sys.version)'; cat tools/pygeoapi.txt; } | sha256sum)
stamp=$folder/.sterkesteden
if [[ ! -f $stamp || $(<"$stamp") != "$wanted" ]]; then
    echo "pygeoapi: building $folder"
    rm -rf "$folder"
    "$python" -m venv "$folder"
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check -r tools/pygeoapi.txt
    echo "$wanted" >"$stamp"
fi
