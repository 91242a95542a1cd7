# SPDX-License-Identifier: EUPL-1.2
"""`baken backup`: copies each database, sealed to somebody whose private key is never here."""

import contextlib
import fcntl
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import click
import pyrage

import baken
from baken.closed.audit import ledger
from baken.closed.audit.keys import AuditKeys
from baken.core import addresses
from baken.core.backups import dumping, facts, naming, sealing
from baken.core.backups.facts import Facts
from baken.core.backups.manifest import Manifest, Sum
from baken.core.backups.naming import BackupError
from baken.settings import environment
from baken.verbs import behind

_KINDS = {"open": ("open",), "closed": ("closed", "keys")}  # the keys after the files; see baken.core.backups
_NOT_IN_IT = (
    "Not in it, and lost with this machine unless you keep it elsewhere: the root key, the log's key, the key of"
    " second factors, the erasure journal, the log's signed heads, and uploaded pictures."
    " docs/how-to/back-up.md says how to keep each."
)


class Copy(NamedTuple):
    """A database that was copied: its sealed file's sum, and what was told about it."""

    sum: Sum
    facts: Facts


@click.command()
@click.option("--to", type=click.Path(file_okay=False, path_type=Path), required=True, metavar="FOLDER")
@click.option("--recipient", metavar="KEY", help="Public key of age to seal to; several apart by commas.")
@click.option("--keep", default=90, show_default=True, metavar="DAYS", help="Older backups are removed.")
@click.option("--keep-keys", default=14, show_default=True, metavar="DAYS", help="The same, for the keys in them.")
@click.option("--door", type=click.Choice(addresses.DOORS), help="Only this door; both without it.")
def backup(to: Path, recipient: str | None, keep: int, keep_keys: int, door: str | None) -> None:
    """Copy each database while it is in use, sealed to an offline recipient."""
    keys = _recipients(recipient)
    with _folder(to), contextlib.ExitStack() as stack:
        given = {
            each: stack.enter_context(addresses.addressed(each)) for each in addresses.DOORS if door in {None, each}
        }
        stamp = naming.stamp(datetime.now(UTC))
        with _logged(given.get("closed"), stamp) as told:
            copies = _copied(to, stamp, keys, given)
            _vouch(to, stamp, copies)
            told.update({f"{kind}-sha256": copy.sum.sha256 for kind, copy in copies.items()})
        gone = _prune(to, timedelta(days=keep), timedelta(days=keep_keys))
    for kind, copy in copies.items():
        rows, tables = sum(copy.facts.rows.values()), len(copy.facts.rows)
        click.echo(f"{naming.sealed(stamp, kind)}  {copy.sum.bytes:,} bytes, {tables} tables, {rows:,} rows")
    if gone:
        click.echo(f"{gone} older files removed")
    click.echo(_NOT_IN_IT)


def _recipients(given: str | None) -> list[pyrage.x25519.Recipient]:
    keys = sealing.recipients(given or environment.text("BAKEN_BACKUP_RECIPIENT"))
    if not keys:
        raise click.ClickException("say to whom it is sealed: --recipient age1…, or BAKEN_BACKUP_RECIPIENT")
    return keys


@contextlib.contextmanager
def _folder(to: Path) -> Iterator[None]:
    """Make the folder of backups, keep others out of it meanwhile, and clear what a killed backup left behind."""
    to.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (to / ".lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BackupError(f"another backup is being written to {to}") from error
        for part in to.glob(f"*{sealing.PART}"):
            if naming.read(part.name.removesuffix(sealing.PART)):
                part.unlink()
        yield


@contextlib.contextmanager
def _logged(given: Mapping[str, str] | None, stamp: str) -> Iterator[dict[str, str]]:
    """Log that everything behind the closed door is read, before it is, and how that ended.

    The backup role writes nothing, so the runtime role does. Without the first entry nothing is read.
    """
    note: Callable[..., None] = behind.note if given else lambda *_: None
    facts = {"backup": stamp}
    note(given, "backup", "done", {**facts, "step": "begun"})
    try:
        yield facts
    except BaseException:
        note(given, "backup", "failed", {**facts, "step": "ended"})
        raise
    note(given, "backup", "done", {**facts, "step": "ended"})


def _copied(
    to: Path, stamp: str, keys: list[pyrage.x25519.Recipient], given: Mapping[str, Mapping[str, str]]
) -> dict[str, Copy]:
    """Copy the databases of doors, files before keys."""
    databases = [
        (kind, found.get(each.backup, ""), each.backup)
        for door, found in given.items()
        for kind, each in zip(_KINDS[door], addresses.DATABASES[door], strict=True)
    ]
    if missing := [name for _, address, name in databases if not address]:
        raise BackupError(f"{' and '.join(missing)} is not set")
    return {kind: _copy(to / naming.sealed(stamp, kind), kind, address, keys) for kind, address, _ in databases}


def _copy(path: Path, kind: str, address: str, keys: list[pyrage.x25519.Recipient]) -> Copy:
    with sealing.beside(path) as sink, dumping.moment(address) as connection:
        tail = ledger.tail(connection) if kind == "closed" else None
        told = facts.gathered(connection, kind, *((tail.seq, tail.hash.hex()) if tail else ()))
        if not told.rows:
            raise BackupError(f"the {kind} database holds nothing: is this the right one? --door backs up one door")
        with dumping.dump(address, connection) as stream:
            sealing.seal(sealing.Joined(told.line, stream), sink, keys)
    return Copy(sink.sum, told)


def _vouch(to: Path, stamp: str, copies: Mapping[str, Copy]) -> None:
    """Write the manifest, last of all: a backup without one is none. The open door has no key to sign it with."""
    made = Manifest(stamp, baken.__version__, {kind: copy.sum for kind, copy in copies.items()})
    if "closed" in copies:
        key = AuditKeys.read(environment.audit_key()).newest
        made = made.signed(key.id, key.pen)
    with sealing.beside(to / naming.manifest(stamp)) as sink:
        sink.write(made.text.encode())


def _prune(to: Path, keep: timedelta, keep_keys: timedelta) -> int:
    """Remove what is over its time, now that a newer backup is there; return how many files."""
    old = list(naming.past((each.name for each in to.iterdir()), datetime.now(UTC), keep, keep_keys))
    for name in old:
        (to / name).unlink()
    return len(old)
