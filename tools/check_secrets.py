# SPDX-License-Identifier: GPL-2.0-or-later
"""Fail on whatever detect-secrets finds in a folder, as the plugin site does. (`detect-secrets scan` always exits 0.)

python -m tools.check_secrets FOLDER
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


def findings(folder: Path) -> list[str]:
    """Each finding as `file:line: kind`; nothing is asked of the network."""
    scan = [sys.executable, "-m", "detect_secrets", "scan", "--no-verify", "--all-files", "."]
    said = json.loads(subprocess.run(scan, cwd=folder, check=True, capture_output=True, text=True).stdout)
    return [
        f"{one['filename']}:{one['line_number']}: {one['type']}" for found in said["results"].values() for one in found
    ]


def main() -> int:
    folder = Path(sys.argv[1])
    if not any(folder.rglob("*.py")):
        print(f"{folder} holds no plugin", file=sys.stderr)
        return 1
    wrong = findings(folder)
    for finding in wrong:
        print(finding, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
