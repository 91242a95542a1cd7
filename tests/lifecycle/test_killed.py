# SPDX-License-Identifier: EUPL-1.2
"""`kill -9` while people's files are written: what was promised is there, and nothing is there by halves.

Workers of the closed door, the sealer of the log, PostgreSQL and the writers themselves are killed in turn. After each
time everything starts again and is looked at: every note that was promised opens, no file is without its key, its team
or its entry in the log, and the log's chain is whole.
"""

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import pytest

from baken.closed.audit import verification
from baken.closed.audit.keys import AuditKeys
from baken.core import embedded, processes
from baken.core.embedded import Home, server
from tests import folders, homes, machine
from tests.lifecycle import files, houses

ROUNDS, SAMPLE = 36, 3
WRITERS, BROWSERS = 3, 2
PATIENCE = 90  # seconds until what was killed works again
PAUSES = (0.2, 1.1, 0.5, 1.5, 0.8)  # seconds before the next kill


@dataclass
class Scene:
    """A home in which people write, and what is known of it."""

    files: files.Files
    folder: Path
    asker: list[str]
    port: int
    session: str = ""
    file: str = ""
    served: subprocess.Popen[str] | None = None
    writers: list[subprocess.Popen[str]] = field(default_factory=list)
    killed: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0

    @property
    def home(self) -> Path:
        return self.files.home

    @property
    def promised(self) -> set[str]:
        return set().union(*(files.promises(path.read_text()) for path in self.folder.glob("told-*")))

    @property
    def counts(self) -> tuple[int, int]:
        """How many notes were promised to who writes through the actions, and to browsers."""
        found = self.promised
        browser = sum("browser" in text for text in found)
        return len(found) - browser, browser


def told(scene: Scene, name: str) -> IO[str]:
    return (scene.folder / name).open("a")


def serve(scene: Scene) -> None:
    """Serve the closed door with two workers and the sealer beside them, unless that still runs."""
    if scene.served and scene.served.poll() is None:
        return
    words = ["serve", "--door", "closed", "--port", str(scene.port), "--workers", "2", "--threads", "2"]
    with told(scene, "served") as file:
        command = [files.sys.executable, "-c", "from baken.cli import main; main()", *words]
        around = houses.environment(scene.home)
        scene.served = subprocess.Popen(command, env=around, cwd=houses.ROOT, stdout=file, stderr=file, process_group=0)


def write(scene: Scene) -> None:
    """Let as many write as there should be: some through the actions, some from a browser."""
    scene.writers = [each for each in scene.writers if each.poll() is None]
    posting = sum("post" in each.args for each in scene.writers)
    for number in range(WRITERS + BROWSERS - len(scene.writers)):
        words = (
            ["post", str(scene.port), scene.session, scene.file]
            if number + posting < BROWSERS
            else ["write", *scene.asker]
        )
        with told(scene, f"told-{time.monotonic_ns()}") as file:
            scene.writers.append(scene.files.start(file, *words))


def kill(pids: list[int]) -> int:
    """Kill processes of the home at once and return how many there were, once the system has buried them."""
    gone = []
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
            gone.append(pid)
    wait_until(lambda: not any(map(processes.started, gone)))
    return len(gone)


def below(pid: int | None) -> list[int]:
    """Return the children of a process."""
    if pid is None:
        return []
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def called(scene: Scene, word: str) -> list[int]:
    return [pid for pid, command in houses.belonging(scene.home).items() if word in command]


def a_worker(scene: Scene) -> list[int]:
    """Return a worker of the closed door: a child of its server, but not one that only counts resources."""
    counting = called(scene, "resource_tracker")
    workers = [pid for parent in called(scene, "-m granian") for pid in below(parent) if pid not in counting]
    return random.sample(workers, min(1, len(workers)))


def the_sealer(scene: Scene) -> list[int]:
    return called(scene, "audit seal")


def the_postmaster(scene: Scene) -> list[int]:
    pid = server.postmaster(Home(scene.home).cluster)
    return [pid] if pid else []


def a_backend(scene: Scene) -> list[int]:
    """Return a process of PostgreSQL other than the first: it then ends all others, and recovers by itself."""
    found = [pid for parent in the_postmaster(scene) for pid in below(parent)]
    return random.sample(found, min(1, len(found)))


def all_of_postgresql(scene: Scene) -> list[int]:
    return [pid for parent in the_postmaster(scene) for pid in [parent, *below(parent)]]


def the_writers(scene: Scene) -> list[int]:
    return [each.pid for each in scene.writers]


def everything(scene: Scene) -> list[int]:
    served = [*called(scene, "-m granian"), *called(scene, "multiprocessing"), *the_sealer(scene)]
    return [*all_of_postgresql(scene), *served, *the_writers(scene), *([scene.served.pid] if scene.served else [])]


VICTIMS: list[Callable[[Scene], list[int]]] = [
    the_postmaster, a_worker, the_sealer, everything, a_backend, all_of_postgresql, the_writers,
]  # fmt: skip


def recover(scene: Scene) -> None:
    """Start again what is gone, and return once notes are promised both ways."""
    began = time.monotonic()
    with embedded.running(scene.home):  # starts PostgreSQL where it is gone; our own lease keeps it
        wait_until(lambda: houses.answers(scene.files.given["BAKEN_CLOSED_OWNER_URL"]))
    scene.slowest = max(scene.slowest, time.monotonic() - began)
    by_action, by_browser = scene.counts
    wait_until(lambda: up(scene) and scene.counts[0] > by_action and scene.counts[1] > by_browser)


def up(scene: Scene) -> bool:
    """Start what has ended meanwhile; return whether the door has workers and the log its sealer."""
    serve(scene)
    write(scene)
    return bool(a_worker(scene) and the_sealer(scene))


def wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def sealed(scene: Scene) -> bool:
    """End whoever writes, and return whether every entry of the log has its link by now."""
    kill(the_writers(scene))
    return proof(scene).unsealed == 0


def proof(scene: Scene) -> verification.Report:
    keys = AuditKeys.read(scene.home / "secrets" / "audit_key")
    return verification.verify(scene.files.given["BAKEN_SEALER_URL"], keys, scene.home / "audit-heads.jsonl")


def look(scene: Scene) -> Counter[str]:
    """Return what is wrong: how many promised notes are lost, how much is half there, how many faults the chain has."""
    promised = scene.promised  # first: what is promised meanwhile is not looked for
    found = json.loads(scene.files.run("count", as_owner=True))
    chain = proof(scene)
    wrong = Counter({"lost": len(promised - set(found["notes"])), "broken links": chain.faults, **found["half"]})
    return Counter({what: number for what, number in wrong.items() if number})


@contextlib.contextmanager
def scene() -> Iterator[Scene]:
    """Provide a home in which people write; whatever still runs of it afterwards is a failure, and is ended."""
    folder = folders.temporary("bl-")
    homes.lay("migrated", folder / "a")
    try:
        with files.kept(folder / "a") as place:
            asker = place.found()
            made = Scene(place, folder, asker, machine.free_ports(1)[0])
            made.session = place.run("session", asker[0]).strip()
            made.file = place.run("write", *asker, "1", "0").split()[1]
            try:
                yield made
            finally:
                leave(made)
        assert houses.left(folder) == {}
    finally:
        kill(list(houses.left(folder)))
        shutil.rmtree(folder, ignore_errors=True)


def leave(scene: Scene) -> None:
    """End whoever writes and whatever serves."""
    for writer in scene.writers:
        writer.kill()
        writer.wait()
    if scene.served:
        scene.served.send_signal(signal.SIGTERM)
        scene.served.wait(timeout=PATIENCE)


def killed(rounds: int) -> None:
    """Kill, look, and again; print the counts last."""
    random.seed(rounds)
    with scene() as place:
        recover(place)
        for number in range(rounds):
            time.sleep(PAUSES[number % len(PAUSES)])
            victim = VICTIMS[number % len(VICTIMS)]
            wait_until(lambda victim=victim: up(place) and victim(place))
            place.killed[victim.__name__] += kill(victim(place))
            print(f"round {number + 1}: killed {victim.__name__}")  # noqa: T201 - says where it was, where it fails
            recover(place)
            assert look(place) == {}, victim.__name__
        wait_until(lambda: sealed(place))
        promised, (_, browser) = place.promised, place.counts
    assert set(place.killed) == {each.__name__ for each in VICTIMS[:rounds]}
    assert min(place.killed.values()) > 0
    print(  # noqa: T201 - what the test is for
        f"rounds {rounds}; killed {dict(place.killed)}; promised {len(promised)}, of which {browser} to a browser;"
        f" lost 0, half-written 0, broken links 0; PostgreSQL back within {place.slowest:.1f} s"
    )


def test_nothing_is_lost_and_nothing_is_half_there_in_a_few_rounds():
    killed(SAMPLE)


@pytest.mark.long
def test_nothing_is_lost_and_nothing_is_half_there_in_many_rounds():
    killed(ROUNDS)
