# SPDX-License-Identifier: EUPL-1.2
"""Verbs that serve: one door, or both with synthetic content."""

import contextlib
import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass

import click

from baken.core import addresses, children, collecting, migrating
from baken.settings import environment
from baken.verbs import seed, stock

_PORTS = {"open": 8000, "closed": 8001}
_ANSWER_SECONDS = 60
_LOOKS_EVERY = 0.2  # seconds
_SERVER_ERROR = 500
_BAKEN = (sys.executable, "-c", "from baken.cli import main; main()")
Running = dict[str, subprocess.Popen[str]]


@dataclass(frozen=True)
class Stand:
    """Where a door is served: its host and port, with how many worker processes and threads in each.

    Every thread keeps a database connection; the embedded server has room for a hundred.
    """

    door: str
    port: int
    host: str = "127.0.0.1"
    workers: int = 1
    threads: int = 4

    @property
    def address(self) -> str:
        """The address to open in a browser on this machine."""
        return f"http://localhost:{self.port}/"


@click.command()
@click.option("--port-open", default=_PORTS["open"], show_default=True)
@click.option("--port-closed", default=_PORTS["closed"], show_default=True)
def demo(port_open: int, port_closed: int) -> None:
    """Serve both doors with synthetic content, on the embedded server."""
    stands = [Stand("open", port_open), Stand("closed", port_closed)]
    if given := [door for door in addresses.DOORS if addresses.is_set(door)]:
        raise click.ClickException(f"the demo would fill the database of {' and '.join(given)}: unset its address")
    _check_free(stands)
    with children.stoppable(), contextlib.ExitStack() as stack:
        running: Running = {}
        held: dict[str, Mapping[str, str]] = {}
        for stand in stands:
            found = held[stand.door] = stack.enter_context(addresses.addressed(stand.door))
            _prepare(stand.door, found)
            if seed.ensure(stand.door, found):
                click.echo(f"{stand.door}: synthetic content in place")
            running |= _start(stand, found, stack, stands)
        _await(stands, running)
        for stand in stands:
            click.echo(f"{stand.door:<7}{stand.address}  {seed.SIGN_INS[stand.door]}  {seed.password(stand.door)}")
        click.echo(f"At the closed door also, with the same password: {', '.join(seed.others('closed'))}")
        click.echo("A second step is asked: `baken user code --door open` (or `closed`) prints the code of the moment.")
        _fetch_law(held["open"], stack)
        click.echo("Ctrl-C stops everything.")
        _watch(running)


def _fetch_law(given: Mapping[str, str], stack: contextlib.ExitStack) -> None:
    """Let real law be read in behind the open door where there is some, else say how to get it in."""
    if not stock.is_there():
        click.echo("No folder of real law at BAKEN_DATA: read some in with `baken import bwb FILE…`.")
    elif reading := stock.begin(given):
        stack.callback(children.stop, [reading])
        click.echo("Real law and rulings are being read in meanwhile; search finds them as they come.")


@click.command()
@click.option("--door", type=click.Choice(addresses.DOORS), required=True)
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=int, help="8000 at the open door, 8001 at the closed one.")
@click.option("--workers", default=1, show_default=True, help="Worker processes.")
@click.option("--threads", default=4, show_default=True, help="Threads in each worker.")
def serve(door: str, host: str, port: int | None, workers: int, threads: int) -> None:
    """Serve one door, on the database that is set or else on the embedded server."""
    stand = Stand(door, port or _PORTS[door], host, workers, threads)
    _check_free([stand])
    with children.stoppable(), contextlib.ExitStack() as stack:
        found = stack.enter_context(addresses.addressed(door))
        _prepare(door, found)
        running = _start(stand, found, stack, [stand])
        _await([stand], running)
        click.echo(f"{stand.door:<7}{stand.address}")
        _watch(running)


def _check_free(stands: list[Stand]) -> None:
    for stand in stands:
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((stand.host, stand.port))
            except OSError as error:
                message = f"cannot serve the {stand.door} door on {stand.host}:{stand.port}: {error.strerror}"
                raise click.ClickException(message) from error


def _prepare(door: str, found: Mapping[str, str]) -> None:
    if not addresses.is_set(door) and migrating.migrate(door, found):
        click.echo(f"{door}: database migrated")
    if not found.get(key := addresses.secret_key(door)):
        raise click.ClickException(f"{key} is not set")
    if collecting.collect(door):
        click.echo(f"{door}: static files collected")


def _start(stand: Stand, found: Mapping[str, str], stack: contextlib.ExitStack, stands: list[Stand]) -> Running:
    """Start a door's server and, beside the closed one, what seals its log; the stack stops them.

    The closed door's pages lead into the databank, so it is told where readers find that.
    """
    told = stands if stand.door == "closed" else [stand]
    public = {f"BAKEN_{each.door.upper()}_ADDRESS": each.address.rstrip("/") for each in told}
    around = {**public, **addresses.for_child(stand.door, found)}
    running = {f"the {stand.door} door": _begin(server(stand), around, stack)}
    if stand.door == "open" and environment.embeddings()["on"]:
        # Not among those that must run: without it the search goes by words.
        _begin([*_BAKEN, "worker"], around, stack)
    if addresses.SEALER in found:
        running["the sealer of the log"] = _begin([*_BAKEN, "audit", "seal"], addresses.for_sealer(found), stack)
    return running


def server(stand: Stand) -> list[str]:
    """Return the command that serves a door."""
    options = {
        "--interface": "wsgi",
        "--host": stand.host,
        "--port": str(stand.port),
        "--workers": str(stand.workers),
        "--blocking-threads": str(stand.threads),
        "--workers-kill-timeout": "5",
        "--log-level": "warning",
    }
    words = [word for pair in options.items() for word in pair]
    return [
        sys.executable,
        "-m",
        "granian",
        *words,
        "--no-ws",
        "--no-access-log",
        f"baken.wsgi_{stand.door}:application",
    ]


def _begin(words: list[str], around: Mapping[str, str], stack: contextlib.ExitStack) -> subprocess.Popen[str]:
    """Start a child that the stack stops, whatever happens next."""
    with children.undisturbed():
        child = children.start(words, around, cwd=environment.ROOT)
        stack.callback(children.stop, [child])
    return child


def _await(stands: list[Stand], running: Running) -> None:
    """Return when every door answers; raise ClickException when one fails to, within a minute."""
    deadline = time.monotonic() + _ANSWER_SECONDS
    for stand in stands:
        while (status := _status(stand)) is None:
            _check_alive(running)
            if time.monotonic() > deadline:
                raise click.ClickException(f"the {stand.door} door does not answer")
            time.sleep(_LOOKS_EVERY)
        if status >= _SERVER_ERROR:
            raise click.ClickException(f"the {stand.door} door answers with an error ({status})")


def _status(stand: Stand) -> int | None:
    connection = http.client.HTTPConnection(stand.host, stand.port, timeout=_ANSWER_SECONDS)
    try:
        connection.request("GET", "/", headers={"Host": f"localhost:{stand.port}"})
        return connection.getresponse().status
    except OSError:
        return None
    finally:
        connection.close()


def _watch(running: Running) -> None:
    while True:
        _check_alive(running)
        time.sleep(_LOOKS_EVERY)


def _check_alive(running: Running) -> None:
    for name, child in running.items():
        if child.poll() is not None:
            raise click.ClickException(f"{name} stopped with code {child.returncode}")
