# SPDX-License-Identifier: GPL-2.0-or-later
"""Pack the assembled plugin as the zip that QGIS's "Install from ZIP" and the plugin site take; the same twice.

python -m tools.package [--check ZIP]
"""

from __future__ import annotations

import argparse
import configparser
import sys
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

from tools.assemble import NAME, OUT, ROOT

# The rules of plugins.qgis.org.
LIMIT = 25 * 1024 * 1024
REQUIRED = ("name", "description", "about", "version", "qgisMinimumVersion", "author", "email")
ADDRESSES = ("homepage", "repository", "tracker")
FORBIDDEN_PARTS = ("__pycache__", "__MACOSX")  # and all that begin with a dot
FORBIDDEN_SUFFIXES = (".pyc", ".pyo", ".so", ".dll", ".exe", ".dylib")
TESTS = ("test", "tests")
EPOCH = (1980, 1, 1, 0, 0, 0)


def version(metadata: Path) -> str:
    """The version in metadata.txt."""
    parser = configparser.ConfigParser()
    parser.read(metadata, encoding="utf-8")
    return parser["general"]["version"]


def write(plugin: Path, target: Path) -> Path:
    """Pack the folder `plugin` as `target`: names sorted, one date and mode, so that twice gives the same bytes."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(plugin.rglob("*")):
            if not path.is_file():
                continue
            entry = zipfile.ZipInfo(path.relative_to(plugin.parent).as_posix(), EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, path.read_bytes(), compresslevel=9)
    return target


def faults(archive_path: Path) -> list[str]:
    """Every rule of the plugin site that the zip breaks."""
    found = []
    if archive_path.stat().st_size > LIMIT:
        found.append(f"larger than {LIMIT} bytes")
    with zipfile.ZipFile(archive_path) as archive:
        names = archive.namelist()
        for name in names:
            parts = name.split("/")
            hidden = any(part in FORBIDDEN_PARTS or part.startswith(".") for part in parts)
            if name.startswith("/") or "\\" in name or hidden or name.endswith(FORBIDDEN_SUFFIXES):
                found.append(f"not allowed: {name}")
            elif any(part in TESTS for part in parts):
                found.append(f"tests stay out: {name}")
        tops = sorted({name.split("/")[0] for name in names})
        if len(tops) != 1 or not tops[0].isidentifier():
            return [*found, f"not one top folder that Python can import: {tops}"]
        wanted = ("__init__.py", "metadata.txt", "LICENSE")
        found += [f"missing: {name}" for name in wanted if f"{tops[0]}/{name}" not in names]
        if f"{tops[0]}/metadata.txt" in names:
            found += metadata_faults(
                archive.read(f"{tops[0]}/metadata.txt"), {name[len(tops[0]) + 1 :] for name in names}
            )
    return found


def metadata_faults(raw: bytes, names: set[str]) -> list[str]:
    """What is wrong with metadata.txt; `names` are the files beside it."""
    try:
        parser = configparser.ConfigParser()
        parser.read_string(raw.decode("utf-8"))
        general = {key: value.strip() for key, value in parser["general"].items()}
    except (UnicodeDecodeError, configparser.Error, KeyError) as error:
        return [f"metadata.txt cannot be read: {error}"]  # a single % is one of these
    found = [f"metadata.txt: no {key}" for key in (*REQUIRED, *ADDRESSES) if not general.get(key.lower())]
    for key in ADDRESSES:
        address = urlsplit(general.get(key, ""))
        if general.get(key) and (address.scheme not in ("http", "https") or "." not in address.netloc):
            found.append(f"metadata.txt: {key} is no address: {general[key]}")
    if "@" not in general.get("email", "@"):
        found.append(f"metadata.txt: email is no address: {general['email']}")
    if general.get("icon") and general["icon"] not in names:
        found.append(f"metadata.txt: no such icon: {general['icon']}")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(
        description="Pack the assembled plugin as a zip and hold it to the plugin site's rules."
    )
    parser.add_argument("--check", type=Path, metavar="ZIP", help="only check this one")
    archive = parser.parse_args().check
    if archive is None:
        archive = write(OUT / NAME, ROOT / "build" / f"{NAME}-{version(OUT / NAME / 'metadata.txt')}.zip")
        print(f"packed {archive} ({archive.stat().st_size / 1e6:.1f} MB)")
    wrong = faults(archive)
    for fault in wrong:
        print(f"package: {fault}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
