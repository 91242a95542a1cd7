# SPDX-License-Identifier: EUPL-1.2
"""A home for a test of the life cycle, the processes that belong to it, and a user of its server."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg

from baken.settings.environment import ROOT

PATIENCE = 25  # seconds until everything a dead process started must be gone
SECRET = ("DATABASE_URL", "OWNER_URL", "BACKUP_URL", "SEALER_URL", "SECRET_KEY", "BRIDGE_URL")
USER = """
import sys, time
from pathlib import Path
from baken.core import embedded
with embedded.running(Path(sys.argv[1])) as found:
    print("ready", flush=True)
    sys.stdin.read()
"""


def environment(home: Path) -> dict[str, str]:
    """Return a bare shell's environment with this home."""
    kept = {name: value for name, value in os.environ.items() if not name.endswith(SECRET)}
    kept.pop("DJANGO_SETTINGS_MODULE", None)
    return {**kept, "BAKEN_HOME": str(home)}


def start(home: Path, *words: str) -> subprocess.Popen[str]:
    """Start a Python process that belongs to a home, as a group of its own."""
    return subprocess.Popen(
        [sys.executable, *words],
        env=environment(home),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        process_group=0,
    )


def verb(home: Path, *words: str) -> subprocess.Popen[str]:
    """Start the command `baken` with a home."""
    return start(home, "-c", "from baken.cli import main; main()", *words)


@contextlib.contextmanager
def using(home: Path) -> Iterator[subprocess.Popen[str]]:
    """Have another process use a home's server while the block runs."""
    user = start(home, "-c", USER, str(home))
    with closed_pipes(user):
        assert user.stdout.readline() == "ready\n", user.stdout.read()
        yield user
        end(user)


@contextlib.contextmanager
def closed_pipes(process: subprocess.Popen[str]) -> Iterator[None]:
    """Kill what is still there at the end, so that a failed test leaves nothing behind."""
    try:
        yield
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
        with contextlib.suppress(BrokenPipeError):
            process.stdin.close()


def end(user: subprocess.Popen[str]) -> None:
    """Let a user of the server finish by itself."""
    if user.poll() is None:
        user.stdin.close()
        user.wait(timeout=PATIENCE)


def interrupt(process: subprocess.Popen[str]) -> None:
    """Do what a terminal does on Ctrl-C: signal the whole foreground group."""
    os.killpg(process.pid, signal.SIGINT)


def answers(address: str) -> bool:
    """Return whether a database address can be connected to."""
    try:
        psycopg.connect(address, connect_timeout=30).close()  # others keep the machine busy
    except psycopg.OperationalError:
        return False
    return True


def belonging(home: Path) -> dict[int, str]:
    """Return the living processes whose command line or environment names a home, but not this one."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            command = (folder / "cmdline").read_bytes()
            around = (folder / "environ").read_bytes()
            if command and int(folder.name) != os.getpid() and str(home).encode() in command + around:
                found[int(folder.name)] = command.replace(b"\0", b" ").decode(errors="replace")
    return found


def left(home: Path, patience: float = PATIENCE) -> dict[int, str]:
    """Return what still runs of a home after a bounded wait; empty as soon as nothing does."""
    deadline = time.monotonic() + patience
    while (found := belonging(home)) and time.monotonic() < deadline:
        time.sleep(0.1)
    return found
