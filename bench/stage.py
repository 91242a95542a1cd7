# SPDX-License-Identifier: EUPL-1.2
"""A throw-away home with both sites on one embedded server; nothing of it stays."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from baken.core import embedded
from baken.core.embedded import Home, cluster, server
from baken.settings import environment

BAKEN = str(Path(sys.executable).with_name("baken"))
OURS, PEER, CLOSED = "baken_open", "bench_plain", "baken_closed"


@dataclass(frozen=True)
class Stage:
    """Where the bench plays: a folder, and the environments of our doors and of the peer."""

    folder: Path
    bare: dict[str, str]
    ours: dict[str, str]
    closed: dict[str, str]
    peer: dict[str, str]
    admin: str

    def ask(self, question: str, database: str = OURS) -> list[tuple[object, ...]]:
        """Return the rows of a question put to a database by its superuser."""
        with psycopg.connect(self.admin, dbname=database, autocommit=True) as db:
            return db.execute(question.encode()).fetchall()

    def tell(self, statement: str, database: str = OURS) -> None:
        """Let a database's superuser change it."""
        with psycopg.connect(self.admin, dbname=database, autocommit=True) as db:
            db.execute(statement.encode())

    def settle(self, *databases: str) -> None:
        """Let PostgreSQL tidy up and count what was loaded."""
        for database in databases:
            with psycopg.connect(self.admin, dbname=database, autocommit=True) as db:
                db.execute("VACUUM ANALYZE")

    def pin(self, *cores: int) -> None:
        """Keep PostgreSQL, and every connection it opens from now on, on these cores."""
        parent = server.postmaster(self.folder / "home" / "cluster")
        if parent is None:
            raise RuntimeError("the embedded server is gone")
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
        for pid in [parent, *map(int, children)]:
            os.sched_setaffinity(pid, cores)


@contextmanager
def stage() -> Iterator[Stage]:
    """Start an embedded server in a short-named temporary folder; stop it and remove the folder at the end."""
    folder = Path(tempfile.mkdtemp(prefix="baken-bench-", dir="/tmp"))
    try:
        with embedded.running(folder / "home") as addresses:
            yield _furnished(folder, addresses)
    finally:
        _remove(folder)


def _remove(folder: Path) -> None:
    """Remove the folder; the server's keeper may look into it once more before it leaves."""
    for _ in range(50):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(0.1)


def _furnished(folder: Path, addresses: dict[str, str]) -> Stage:
    home = Home.prepare(folder / "home")
    cluster.make_database(home, PEER, "open")
    peer = home.address("open_owner", PEER)
    keep = {name: value for name, value in os.environ.items() if not name.startswith("BAKEN_")}
    bare = keep | {"BAKEN_HOME": str(folder / "home"), "BAKEN_STATIC": str(folder / "static")}
    bare |= {"BAKEN_DATA": str(environment.data())}
    return Stage(
        folder,
        bare,
        bare | addresses | {"DJANGO_SETTINGS_MODULE": "baken.settings.open"},
        bare | addresses | {"DJANGO_SETTINGS_MODULE": "baken.settings.closed"},
        keep | {"BENCH_PLAIN_DATABASE_URL": peer, "DJANGO_SETTINGS_MODULE": "bench.plain.settings"},
        home.address("superuser", "postgres"),
    )


def run(words: list[str], around: dict[str, str], minutes: int = 20) -> str:
    """Run a command to its end and return what it printed; raises RuntimeError with what it complained of."""
    done = subprocess.run(
        words, env=around, cwd=environment.ROOT, capture_output=True, text=True, timeout=60 * minutes, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(words[:5])} failed: {done.stderr.strip()[-2000:]}")
    return done.stdout


def python(module: str, *words: str) -> list[str]:
    """Return the command that runs a module."""
    return [sys.executable, "-m", module, *words]
