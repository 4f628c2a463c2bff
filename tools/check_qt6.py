# SPDX-License-Identifier: GPL-2.0-or-later
"""Hold the plugin to Qt 6 without a QGIS 4: mypy with PyQt6's own types in the place of qgis.PyQt.

    python -m tools.check_qt6 [FOLDER]

Finds what Qt 6 took away: enums without their scope, moved classes, gone methods. The types come from the PyQt6 that
tools/setup.sh lays in .venv/qt6; nothing of it is ever loaded.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TYPES = ROOT / ".venv" / "qt6"
STUBS = ROOT / "build" / "qt6"
ANYTHING = "from typing import Any\ndef __getattr__(name: str) -> Any: ...\n"

# The kinds of fault that mean "Qt 6 does not have this"; the rest is the business of the ordinary mypy run.
KINDS = re.compile(r"\[(attr-defined|name-defined)\]$")
# Objects that Qt's types know less closely than the code does: `sender()`, a page of a stack.
UNKNOWN = re.compile(r'error: ("QObject"|"QWidget"|overloaded function) has no attribute')
FALLBACK = re.compile(r"^\s*except ImportError")


def write_stubs(folder: Path) -> None:
    """A package `qgis` whose PyQt is PyQt6 and whose rest is anything."""
    pyqt = folder / "qgis" / "PyQt"
    pyqt.mkdir(parents=True, exist_ok=True)
    for name in ("__init__", "core", "gui", "utils"):
        (folder / "qgis" / f"{name}.pyi").write_text(ANYTHING, encoding="utf-8")
    (pyqt / "__init__.pyi").write_text("", encoding="utf-8")
    for types in (TYPES / "PyQt6").glob("*.pyi"):
        (pyqt / types.name).write_text(f"from PyQt6.{types.stem} import *\n", encoding="utf-8")


def _is_fallback(line: str) -> bool:
    """Whether a fault stands in the branch for Qt 5, right below `except ImportError`."""
    path, number = line.split(":")[:2]
    source = (ROOT / path).read_text(encoding="utf-8").splitlines()
    return bool(FALLBACK.match(source[int(number) - 2]))


def faults(folder: Path) -> list[str]:
    """What in the Python files of `folder` Qt 6 does not have."""
    if not any((TYPES / "PyQt6").glob("*.pyi")):
        raise FileNotFoundError(f"no types of PyQt6 in {TYPES}; run: make setup")
    write_stubs(STUBS)
    config = STUBS / "mypy.ini"
    config.write_text(
        "[mypy]\npython_version = 3.10\nstrict_optional = false\ncheck_untyped_defs = true\n"
        f"mypy_path = {STUBS}:{TYPES}\nexplicit_package_bases = true\nnamespace_packages = true\n"
        "ignore_missing_imports = true\n[mypy-PyQt6.*]\nignore_errors = true\n",
        encoding="utf-8",
    )
    mypy = [
        sys.executable,
        "-m",
        "mypy",
        "--config-file",
        str(config),
        "--cache-dir",
        str(STUBS / "cache"),
        str(folder),
    ]
    run = subprocess.run(mypy, cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        raise RuntimeError(run.stdout + run.stderr)
    return [
        line
        for line in run.stdout.splitlines()
        if KINDS.search(line) and not UNKNOWN.search(line) and not _is_fallback(line)
    ]


def main() -> int:
    wrong = faults(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "sterkesteden_plugin")
    for fault in wrong:
        print(fault, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
