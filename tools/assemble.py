# SPDX-License-Identifier: GPL-2.0-or-later
"""Put the plugin together as QGIS wants it: code, metadata, licence, resources and data in one folder.

python -m tools.assemble [--pack GPKG] [--out DIR]
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "sterkesteden_plugin"
PACK = ROOT / "build" / "sterkesteden.gpkg"
OUT = ROOT / "build" / "plugin"

# What the installed plugin needs; translation sources, for one, stay out.
CODE_SUFFIXES = {".py"}
RESOURCE_SUFFIXES = {".svg", ".png", ".qml", ".qpt", ".qm", ".html", ".css", ".js", ".json"}


def contents(root: Path, pack: Path) -> dict[str, Path]:
    """Map each path inside the plugin folder to the file it is copied from."""
    found = {
        "metadata.txt": root / "metadata.txt",
        "LICENSE": root / "LICENSE",
        "data/sterkesteden.gpkg": pack,
        "resources/i18n/sterkesteden_nl.qm": root / "resources" / "i18n" / "sterkesteden_nl.qm",
    }
    for folder, suffixes, prefix in ((NAME, CODE_SUFFIXES, ""), ("resources", RESOURCE_SUFFIXES, "resources/")):
        base = root / folder
        for path in base.rglob("*"):
            inside = path.relative_to(base)
            hidden = any(part.startswith(".") or part == "__pycache__" for part in inside.parts)
            if path.is_file() and path.suffix in suffixes and not hidden:
                found[prefix + inside.as_posix()] = path
    return dict(sorted(found.items()))


def assemble(root: Path = ROOT, pack: Path = PACK, out: Path = OUT) -> Path:
    """Write the plugin's folder anew below `out` and return it; a missing part is a FileNotFoundError."""
    target = out / NAME
    shutil.rmtree(target, ignore_errors=True)
    for inside, source in contents(root, pack).items():
        destination = target / inside
        destination.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, destination)
    return target


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--pack", type=Path, default=PACK)
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    print(f"assembled {assemble(ROOT, arguments.pack, arguments.out)}")


if __name__ == "__main__":
    main()
