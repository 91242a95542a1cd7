# SPDX-License-Identifier: EUPL-1.2
"""Short fingerprints of files and of what is installed, to see quickly that nothing changed."""

import hashlib
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path


def of(paths: Iterable[Path], root: Path) -> str:
    """Return a fingerprint of the files' names below ``root`` and contents, and of all installed packages."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(f"{path.relative_to(root)}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    total.update("\n".join(_installed()).encode())
    return total.hexdigest()[:32]


def _installed() -> list[str]:
    """Return the packages beside Django as `name-version`: the names of their information folders."""
    found = find_spec("django")
    folder = Path(found.origin).parents[1] if found and found.origin else Path()
    return sorted(path.stem for path in folder.glob("*.dist-info"))
