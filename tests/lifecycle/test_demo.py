# SPDX-License-Identifier: EUPL-1.2
"""The demo: both doors served, and nothing left of it however it ends."""

import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from baken.core import addresses, embedded
from tests import folders, homes, machine
from tests.lifecycle import houses

LONGEST_START = 240


def long(*values: object) -> list[object]:
    """Return parameters that only the whole run takes."""
    return [pytest.param(*value, marks=pytest.mark.long) for value in values]


def demo(home: Path) -> subprocess.Popen[str]:
    first, second = map(str, machine.free_ports(2))
    return houses.verb(home, "demo", "--port-open", first, "--port-closed", second)


def serve(home: Path, port: str) -> subprocess.Popen[str]:
    return houses.verb(home, "serve", "--door", "closed", "--port", port)


def said_until(process: subprocess.Popen[str], last: str) -> list[str]:
    """Read what a process says until a line begins with `last`; fail where it ends before that."""
    said = []
    for line in process.stdout:
        said.append(line)
        if line.startswith(last):
            return said
    raise AssertionError("".join(said))


def status(address: str) -> int:
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - loopback, built here
        return answer.status


def around(pid: int) -> set[str]:
    """Return the names of a process's environment."""
    return {word.partition("=")[0] for word in Path(f"/proc/{pid}/environ").read_text().split("\0")}


def stop(process: subprocess.Popen[str], number: int) -> int:
    if number == signal.SIGINT:
        houses.interrupt(process)
    else:
        process.send_signal(number)
    return process.wait(timeout=houses.PATIENCE)


def lives(home: Path) -> list[str]:
    """Return when the log of the closed door began and when it ended, in order."""
    with embedded.running(home) as given:
        address = addresses.owner_address(addresses.DATABASES["closed"][0], given)
        with psycopg.connect(address) as owner:
            told = owner.execute("SELECT activity FROM audit_entry WHERE activity IN ('start', 'stop') ORDER BY xid")
            return [activity for (activity,) in told]


@pytest.fixture(scope="module")
def furnished() -> Iterator[Path]:
    """Provide a home in which the demo has run before."""
    path = folders.temporary("bl-")
    homes.lay("furnished", path / "a")
    yield path / "a"
    shutil.rmtree(path, ignore_errors=True)


def test_it_prints_addresses_that_answer_and_sign_ins(furnished):
    process = demo(furnished)
    with houses.closed_pipes(process):
        began = time.monotonic()
        said = [line.split() for line in said_until(process, homes.LAST_LINE)]
        print(f"second demo: {time.monotonic() - began:.1f} s")  # noqa: T201 - measured, not asserted
        lines = {words[0]: words[1:] for words in said if words[0] in {"open", "closed"}}
        assert {door: status(words[0]) for door, words in lines.items()} == {"open": 200, "closed": 200}
        for door, (_, email, password) in lines.items():
            assert email.endswith("@example.org")
            assert password == (furnished / "secrets" / f"sign_in_{door}").read_text()
        assert stop(process, signal.SIGTERM) == 0
    assert houses.left(furnished) == {}
    assert lives(furnished)[-2:] == ["start", "stop"]


def test_no_server_knows_the_other_door_or_an_owner(furnished):
    process = demo(furnished)
    with houses.closed_pipes(process):
        said_until(process, homes.LAST_LINE)
        servers = [pid for pid, command in houses.belonging(furnished).items() if "baken.wsgi_" in command]
        known = [{name for name in around(pid) if name.endswith(houses.SECRET)} for pid in servers]
        stop(process, signal.SIGINT)
    assert len(servers) >= 2
    for names in known:
        assert names in [set(addresses.runtime_names(door)) for door in addresses.DOORS]


@pytest.mark.parametrize(
    ("number", "seconds"),
    [
        (signal.SIGINT, 0.5),
        (signal.SIGINT, 2),
        (signal.SIGKILL, 2),
        *long((signal.SIGINT, 10), (signal.SIGTERM, 0.5), (signal.SIGTERM, 2), (signal.SIGTERM, 10)),
        *long((signal.SIGHUP, 2), (signal.SIGKILL, 0.5), (signal.SIGKILL, 4), (signal.SIGKILL, 10)),
    ],
)
def test_nothing_is_left_however_early_it_ends(furnished, number, seconds):
    process = demo(furnished)
    with houses.closed_pipes(process):
        time.sleep(seconds)
        stop(process, number)
    assert houses.left(furnished) == {}


def test_it_starts_again_after_having_been_killed(furnished):
    process = demo(furnished)
    with houses.closed_pipes(process):
        said_until(process, homes.LAST_LINE)
        stop(process, signal.SIGKILL)
    assert houses.left(furnished) == {}
    again = demo(furnished)
    with houses.closed_pipes(again):
        said_until(again, homes.LAST_LINE)
        assert stop(again, signal.SIGHUP) == 0
    assert houses.left(furnished) == {}


@pytest.mark.parametrize(
    ("number", "seconds"),
    [(signal.SIGINT, 3), *long((signal.SIGKILL, 3), (signal.SIGTERM, 8), (signal.SIGKILL, 8), (signal.SIGKILL, 15))],
)
def test_a_first_start_that_is_cut_off_is_taken_up_again(home, number, seconds):
    process = demo(home)
    with houses.closed_pipes(process):
        time.sleep(seconds)
        stop(process, number)
    assert houses.left(home) == {}
    again = houses.verb(home, "migrate", "--door", "closed")
    with houses.closed_pipes(again):
        said = again.stdout.read()
        assert (again.wait(), said.count("\n")) == (0, 1), said


def test_two_copies_stand_beside_each_other(home):
    ports = [str(port) for port in machine.free_ports(2)]
    for name in "ab":
        homes.lay("migrated", home / name)
    first, second = serve(home / "a", ports[0]), serve(home / "b", ports[1])
    with houses.closed_pipes(first), houses.closed_pipes(second):
        for process, port in zip((first, second), ports, strict=True):
            said_until(process, "closed http")
            assert status(f"http://127.0.0.1:{port}/") == 200
        stop(first, signal.SIGINT)
        assert houses.left(home / "a") == {}
        assert status(f"http://127.0.0.1:{ports[1]}/") == 200
        stop(second, signal.SIGINT)


def test_two_verbs_share_one_home(migrated):
    port = str(machine.free_ports(1)[0])
    server = serve(migrated, port)
    with houses.closed_pipes(server):
        said_until(server, "closed http")
        other = houses.verb(migrated, "migrate", "--door", "closed")
        with houses.closed_pipes(other):
            assert other.stdout.read() == "closed: nothing to do\n"
            assert other.wait() == 0
        assert status(f"http://127.0.0.1:{port}/") == 200
        stop(server, signal.SIGTERM)


def test_a_port_in_use_is_said_before_anything_starts(home):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        process = houses.verb(home, "demo", "--port-open", str(machine.free_ports(1)[0]), "--port-closed", port)
        with houses.closed_pipes(process):
            said = process.stdout.read()
            assert process.wait() == 1
    assert said == f"baken: cannot serve the closed door on 127.0.0.1:{port}: Address already in use\n"
    assert list(home.iterdir()) == []


def test_it_fills_no_database_of_an_operator(home):
    words = ["-c", "from baken.cli import main; main()", "demo"]
    around = {**houses.environment(home), "BAKEN_OPEN_DATABASE_URL": "postgresql://nobody@localhost/real"}
    command = [sys.executable, *words]
    done = subprocess.run(command, env=around, cwd=houses.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "baken: the demo would fill the database of open: unset its address\n"
    assert list(home.iterdir()) == []
