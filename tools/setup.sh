#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Install what is missing: QGIS and its companions by apt, the rest by pip. A second run only looks.
set -euo pipefail
cd "$(dirname "$0")/.."
exec 9<tools/requirements.txt
flock 9 # two makes at once must not build .venv twice

PACKAGES=(
    qgis python3-qgis qgis-providers xvfb xauth fonts-open-sans
    python3-geopandas python3-fiona python3-numpy python3-matplotlib python3-venv python3-yaml
    pyqt5-dev-tools qttools5-dev-tools qgis-server libsqlite3-mod-spatialite
)

QT6_TYPES=PyQt6==6.8.1

missing=()
for package in "${PACKAGES[@]}"; do
    state=$(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null || true)
    [[ $state == ii* ]] || missing+=("$package")
done

if ((${#missing[@]})); then
    if [[ $(id -u) == 0 ]]; then
        as_root=()
    elif command -v sudo >/dev/null; then
        as_root=(sudo)
    else
        echo "setup: these packages are missing and neither root nor sudo is at hand: ${missing[*]}" >&2
        echo "setup: ask an administrator to run: apt-get install --no-install-recommends ${missing[*]}" >&2
        exit 1
    fi
    echo "setup: installing ${missing[*]}"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
fi

# The system's Python on purpose, not the first on the PATH: only that one has QGIS.
python=/usr/bin/python3
wanted=$({ "$python" -c 'import sys; print(sys.version)'; cat tools/requirements.txt; echo "$QT6_TYPES"; } | sha256sum)
stamp=.venv/.sterkesteden
if [[ ! -f $stamp || $(<"$stamp") != "$wanted" ]]; then
    echo "setup: building .venv"
    rm -rf .venv
    "$python" -m venv --system-site-packages .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check -r tools/requirements.txt
    # A NumPy or GDAL of pip's own would clash with the one QGIS was built against.
    for clash in numpy pandas geopandas fiona shapely pyproj PyQt5 PyQt6; do
        if [[ -n $(compgen -G ".venv/lib/python3*/site-packages/$clash/__init__.py") ]]; then
            echo "setup: pip put its own $clash in .venv, where the system's must be used; see tools/requirements.txt" >&2
            exit 1
        fi
    done
    # Only read by mypy (tools/check_qt6.py): in .venv itself it would be taken for the Qt to use.
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --target .venv/qt6 "$QT6_TYPES"
    echo "$wanted" >"$stamp"
fi

tools/pygeoapi.sh
