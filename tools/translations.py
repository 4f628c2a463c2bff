# SPDX-License-Identifier: GPL-2.0-or-later
"""Bring resources/i18n up to date with the texts of the interface, or check that it is complete.

    python -m tools.translations [--check]

Texts are the literals in `tr("…")`. Existing translations are kept, texts no longer in the code are dropped, and the
order is that of the alphabet, so that a change reads well in a diff.
"""

from __future__ import annotations

import argparse
import ast
import string
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "sterkesteden_plugin"
TS = ROOT / "resources" / "i18n" / "sterkesteden_nl.ts"
CONTEXT = "SterkeSteden"


def texts(code: Path) -> tuple[set[str], list[str]]:
    """Return the texts of every `tr("…")` below `code`, and a fault for each `tr` whose argument is no literal."""
    found: set[str] = set()
    faults = []
    for path in sorted(code.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
            if not isinstance(node, ast.Call):
                continue
            function = node.func
            name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
            if name != "tr":
                continue
            argument = node.args[0] if len(node.args) == 1 and not node.keywords else None
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                found.add(argument.value)
            else:
                faults.append(
                    f'{path.relative_to(code.parent)}:{node.lineno}: tr() takes one literal: tr("… {{}}").format(x)'
                )
    return found, faults


def read(ts: Path) -> dict[str, str]:
    """Source text to translation; empty where there is none, or none that is finished."""
    if not ts.is_file():
        return {}
    known = {}
    for message in ElementTree.parse(ts).getroot().iter("message"):
        translation = message.find("translation")
        finished = translation is not None and translation.get("type") is None
        known[message.findtext("source", "")] = (translation.text or "") if translation is not None and finished else ""
    return known


def render(translations: dict[str, str]) -> str:
    """The .ts file of these translations."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        '<TS version="2.1" language="nl_NL" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for source, translation in sorted(translations.items(), key=lambda pair: (pair[0].casefold(), pair[0])):
        kind = "" if translation else ' type="unfinished"'
        lines += [
            "    <message>",
            f"        <source>{escape(source)}</source>",
            f"        <translation{kind}>{escape(translation)}</translation>",
            "    </message>",
        ]
    return "\n".join([*lines, "</context>", "</TS>", ""])


def _fields(text: str) -> list[str]:
    try:
        return sorted(str(field) for _, field, _, _ in string.Formatter().parse(text) if field is not None)
    except ValueError:
        return ["<not a format>"]


def faults(wanted: set[str], known: dict[str, str]) -> list[str]:
    """What keeps the translation from being complete: missing, unfinished, obsolete, other {} than the source."""
    found = [f"not in the .ts file (run: make translations): {text!r}" for text in sorted(wanted - set(known))]
    found += [f"no longer in the code (run: make translations): {text!r}" for text in sorted(set(known) - wanted)]
    for text in sorted(wanted & set(known)):
        if not known[text].strip():
            found.append(f"not translated: {text!r}")
        elif _fields(text) != _fields(known[text]):
            found.append(f"other {{}} than in the source: {text!r} -> {known[text]!r}")
    return found


def main(arguments: list[str] | None = None, code: Path = CODE, ts: Path = TS) -> int:
    """Update `ts`, or with --check say what is wrong with it; return the exit code."""
    parser = argparse.ArgumentParser(description="Update or check the translation of the interface.")
    parser.add_argument("--check", action="store_true", help="change nothing; fail if anything is missing")
    check = parser.parse_args(arguments).check
    wanted, wrong = texts(code)
    known = read(ts)
    if check:
        wrong += faults(wanted, known)
    elif not wrong:
        content = render({text: known.get(text, "") for text in wanted})
        if not ts.is_file() or ts.read_text(encoding="utf-8") != content:
            ts.parent.mkdir(parents=True, exist_ok=True)
            ts.write_text(content, encoding="utf-8")
        missing = sum(1 for text in wanted if not known.get(text))
        print(f"{ts.name}: {len(wanted)} texts, {missing} not translated")
    for fault in wrong:
        print(f"translations: {fault}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
