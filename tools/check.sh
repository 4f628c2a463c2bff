#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Every check of the code and of the assembled plugin. All are run, also after one has failed.
set -uo pipefail
cd "$(dirname "$0")/.."
python=.venv/bin/python
plugin=build/plugin/sterkesteden_plugin
failed=()

check() {
    local name=$1 said
    shift
    if said=$("$@" 2>&1); then
        echo "check: $name: ok"
    else
        printf '%s\n' "$said"
        echo "check: $name: FAILED"
        failed+=("$name")
    fi
}

# QGS105: QGIS itself hands the plugin its iface. QGS201 and QGS202 guess by a method's name that its answer is a success flag.
qgis_rules=(--isolated --select=QGS --extend-ignore=QGS105,QGS201,QGS202)

check "ruff" $python -m ruff check --quiet --output-format concise .
check "ruff format" $python -m ruff format --check --output-format concise .
check "mypy" $python -m mypy
check "Qt 6" $python -m tools.check_qt6
check "flake8-qgis" $python -m flake8 "${qgis_rules[@]}" sterkesteden_plugin tools tests
check "imports" $python -m tools.check_imports
check "translations" $python -m tools.translations --check
check "bandit" $python -m bandit --quiet --recursive $plugin
check "detect-secrets" $python -m tools.check_secrets $plugin
check "package" $python -m tools.package

if ((${#failed[@]})); then
    echo "check: failed: ${failed[*]}"
    exit 1
fi
echo "check: all ok"
