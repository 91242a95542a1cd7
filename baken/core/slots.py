# SPDX-License-Identifier: EUPL-1.2
"""Letting only so many at a time do what takes much memory, whatever process of this machine they are in."""

import contextlib
import fcntl
import itertools
import os
from collections.abc import Iterator
from pathlib import Path

_turns = itertools.count(os.getpid())


@contextlib.contextmanager
def slot(name: str, folder: Path, *, of: int) -> Iterator[None]:
    """Hold one of so many places while the block runs; whoever finds it taken waits. The system frees a dead one's."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / f"{name}-{next(_turns) % of}.slot").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
