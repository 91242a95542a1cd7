# SPDX-License-Identifier: EUPL-1.2
"""The index on disk: generations in a folder, one of them current, one writer a host.

`current` is a link that is replaced in one step, so a reader sees the old index or the new one, whole.
A generation that is no longer current may be removed while it is read: the system keeps open files.
"""

import contextlib
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

_CURRENT = "current"
_LOCK = "writer.lock"


class Missing(Exception):
    """There is no index that this version can read; it must be rebuilt."""


def current(folder: Path) -> Path:
    """Return the generation that is current; raises Missing where there is none."""
    generation = (folder / _CURRENT).resolve()
    if not (generation / "meta.json").is_file():
        raise Missing(str(folder))
    return generation


def mark(folder: Path) -> tuple[str, int, int]:
    """Return what changes whenever the index on disk does; raises Missing."""
    # Asked twice for each question: to resolve the whole path would take several times as long.
    try:
        name = (folder / _CURRENT).readlink().name
        state = (folder / name / "meta.json").stat()
    except OSError as error:
        raise Missing(str(folder)) from error
    return name, state.st_mtime_ns, state.st_ino


@contextlib.contextmanager
def writing(folder: Path, *, patient: bool) -> Iterator[bool]:
    """Be the host's only writer while the block runs; without patience, yield False where somebody is."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / _LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | (0 if patient else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
        else:
            yield True


@contextlib.contextmanager
def new_generation(folder: Path) -> Iterator[Path]:
    """Yield an empty folder to build in; it becomes current when the block ends well, and vanishes otherwise."""
    beside = Path(tempfile.mkdtemp(prefix="generation-", dir=folder))
    try:
        yield beside
        _point(folder, beside)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    _tidy(folder, beside)


def _point(folder: Path, generation: Path) -> None:
    link = folder / f"{_CURRENT}.{os.getpid()}"
    link.unlink(missing_ok=True)
    link.symlink_to(generation.name)
    link.replace(folder / _CURRENT)


def _tidy(folder: Path, kept: Path) -> None:
    for old in folder.glob("generation-*"):
        if old != kept:
            shutil.rmtree(old, ignore_errors=True)
