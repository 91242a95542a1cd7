# SPDX-License-Identifier: EUPL-1.2
"""A small process beside the server: when all its users are gone, however they went, it stops it.

Run as `python -m baken.core.embedded.keeper HOME`. There is at most one a home: it holds a lock and
lets go of it only while it holds the home's own lock and has seen that nobody uses the server.
"""

import fcntl
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

from baken.core.embedded import account, leases, server
from baken.core.embedded.home import Home

_LOOKS_EVERY = 0.5  # seconds
# The shell lets the keeper go at once: nobody has to wait for it, and it is nobody's child.
_LET_GO = '"$@" </dev/null >/dev/null 2>&1 &'


def ensure(home: Home) -> None:
    """Start a keeper where there is none; call it with a lease taken, under the home's lock."""
    with (home.path / "keeper").open("a") as file:
        if not _obtain(file):
            return
    words = [sys.executable, "-m", "baken.core.embedded.keeper", str(home.path)]
    root = str(Path(__file__).resolve().parents[3])
    command = ["/bin/sh", "-c", _LET_GO, "sh", *words]
    subprocess.run(command, check=True, start_new_session=True, cwd=root, env=account.environment())  # noqa: S603


def keep(home: Home) -> None:
    """Watch until the last user is gone, then stop the server."""
    with (home.path / "keeper").open("a") as file:
        if not _obtain(file):
            return
        while True:
            with home.locked():
                if not leases.held(home):
                    server.stop_all(home)
                    fcntl.flock(file, fcntl.LOCK_UN)
                    return
            time.sleep(_LOOKS_EVERY)


def _obtain(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


if __name__ == "__main__":
    keep(Home(Path(sys.argv[1])))
