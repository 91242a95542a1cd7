# SPDX-License-Identifier: EUPL-1.2
"""Collecting a door's static files, only when they are missing or no longer those of this code."""

import fcntl

from baken.core import digests, doors
from baken.settings import environment


def collect(door: str) -> bool:
    """Bring a door's folder of static files up to date and return whether anything had to be done.

    Files of earlier versions stay: pages that are still open somewhere ask for them.
    """
    folder = environment.static(door)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_suffix(".state").open("a+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        state = fingerprint()
        if folder.exists() and file.read() == state:
            return False
        doors.manage(door, "collectstatic", "--noinput", "--verbosity=0")
        file.truncate(0)
        file.write(state)
        return True


def fingerprint() -> str:
    """Return what the collected files depend on: our own, the settings and the installed packages."""
    package = environment.ROOT / "baken"
    own = [path for path in package.rglob("static/**/*") if path.is_file()]
    return digests.of([*own, *package.glob("settings/*.py")], package)
