# SPDX-License-Identifier: EUPL-1.2
"""Where tests put databases: in memory where there is room, since a new database is a thousand small files."""

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from baken.settings.environment import ROOT

_MEMORY = Path("/dev/shm")  # noqa: S108 - every name in it is made by mkdtemp or belongs to this account
_NEEDED = 4 * 2**30  # bytes; a container often has 64 MiB there


def base() -> Path:
    """Return the folder, short enough for the sockets of a server in it."""
    roomy = os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _NEEDED
    return _MEMORY if roomy else Path("/tmp")  # noqa: S108 - see above


def shared(name: str) -> Path:
    """Return the folder of what the test runs of this checkout share: another checkout may have other migrations."""
    mark = hashlib.sha256(bytes(ROOT)).hexdigest()[:8]
    return base() / f"baken-{name}-{os.getuid()}-{mark}"  # a home refuses other owners


def temporary(prefix: str) -> Path:
    """Make a folder that its user removes."""
    return Path(tempfile.mkdtemp(prefix=prefix, dir=base()))
