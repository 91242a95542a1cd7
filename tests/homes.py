# SPDX-License-Identifier: EUPL-1.2
"""Homes made once and then copied: to migrate two doors and fill the demo takes minutes, to copy them a moment.

They are kept between runs: migrated ones as long as the migrations, the embedded server and what is installed stay the
same, furnished ones as long as the whole package does; `python -m tests.homes` makes them before anybody waits. What
is about a first start itself makes its own.
"""

import contextlib
import fcntl
import itertools
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

from baken.core import addresses, digests, migrating
from baken.settings.environment import ROOT
from tests import folders, machine
from tests.lifecycle import houses

LAST_LINE = "Ctrl-C stops everything.\n"  # of what the demo says once it serves
_PACKAGE = ROOT / "baken"
_NOT_OF_IT = {"__pycache__", "static"}


def lay(stage: str, home: Path) -> None:
    """Put a copy of a home at a path: `migrated`, both doors; or `furnished`, as the demo leaves them."""
    with _made(stage) as kept:
        subprocess.run(["cp", "-a", kept, home], check=True)


def state(stage: str) -> str:
    """Return a fingerprint of what a home of a stage depends on."""
    if stage == "migrated":
        return f"{migrating.fingerprint()}-{digests.of(_PACKAGE.glob('core/embedded/*.py'), _PACKAGE)}"
    files = (each for each in _PACKAGE.rglob("*") if not _NOT_OF_IT & set(each.parts))
    return digests.of([each for each in files if each.is_file()], _PACKAGE)


@contextlib.contextmanager
def _made(stage: str) -> Iterator[Path]:
    """Provide the home of a stage, made now if need be; other processes wait meanwhile."""
    shelf = folders.shared("homes")
    shelf.mkdir(mode=0o711, exist_ok=True)
    assert shelf.stat().st_uid == os.getuid(), f"{shelf} belongs to somebody else"
    kept = shelf / f"{stage}-{state(stage)}"
    with (shelf / f"making-{stage}").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            for old in [*shelf.glob(f"{stage}-*"), building := shelf / stage]:
                shutil.rmtree(old, ignore_errors=True)
            _MAKING[stage](building)
            assert houses.left(building) == {}
            building.rename(kept)
        yield kept


def _migrate(home: Path) -> None:
    """Migrate both doors at once."""
    with contextlib.ExitStack() as stack:
        verbs = [houses.verb(home, "migrate", "--door", door) for door in addresses.DOORS]
        for process in verbs:
            stack.enter_context(houses.closed_pipes(process))
        for process in verbs:
            said = process.stdout.read()
            assert process.wait() == 0, said


def _is_starting(line: str) -> bool:
    return line != LAST_LINE


def _furnish(home: Path) -> None:
    lay("migrated", home)
    ports = map(str, machine.free_ports(2))
    process = houses.verb(home, "demo", "--port-open", next(ports), "--port-closed", next(ports))
    with houses.closed_pipes(process):
        said = list(itertools.takewhile(_is_starting, iter(process.stdout.readline, "")))
        assert process.poll() is None, "".join(said)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=houses.PATIENCE) == 0


_MAKING = {"migrated": _migrate, "furnished": _furnish}

if __name__ == "__main__":
    with _made("furnished"):
        pass
