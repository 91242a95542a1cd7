# SPDX-License-Identifier: EUPL-1.2
"""Who uses the server: one file a use, named by process number, its beginning and a random word."""

import os
import secrets
from pathlib import Path

from baken.core import processes
from baken.core.embedded.home import Home


def new(home: Home) -> Path:
    """Return the path of a lease for this process; it counts once the file is there."""
    pid = os.getpid()
    return home.leases / f"{pid}_{processes.started(pid)}_{secrets.token_hex(4)}"


def held(home: Home) -> list[Path]:
    """Return the leases of living processes and throw away the others; call it under the home's lock."""
    alive = []
    for lease in home.leases.iterdir():
        if _lives(lease):
            alive.append(lease)
        else:
            lease.unlink(missing_ok=True)
    return alive


def _lives(lease: Path) -> bool:
    pid, began, _ = lease.name.split("_")
    return processes.started(int(pid)) == began
