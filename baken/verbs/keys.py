# SPDX-License-Identifier: EUPL-1.2
"""`baken keys`: changes the keys of people's files, keeps the root key on paper, and proves that all is sound."""

import contextlib
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from uuid import UUID

import click
import psycopg

from baken.closed.vault import paper, rootkey, shares
from baken.closed.vault.rootkey import RootKeys
from baken.core import addresses, doors
from baken.settings import environment

_OVERSEERS = (
    "SELECT p.agency_id, p.user_id FROM access_appointment p JOIN accounts_user u ON u.id = p.user_id"
    " WHERE p.role IN ('manager', 'privacy_officer') AND p.until IS NULL AND u.is_active"
)
_THERE = "SELECT id FROM access_dossier WHERE id = ANY(%s)"


@click.group()
def keys() -> None:
    """Look after the keys of people's files."""


@keys.command()
@click.option("--root", is_flag=True, help="Make a new root key first.")
def rotate(root: bool) -> None:
    """Change all keys while the service runs; go on where an earlier run was cut off."""
    with doors.ready("closed"):
        from baken.closed.vault import rotating  # noqa: PLC0415 - only once the door is ready

        # Cut off in the middle, a change of the root key is finished and not begun again.
        if root and rotating.all_under_newest_root():
            rootkey.put_on_top(environment.root_key())
        _note("rotation", root=RootKeys.read(environment.root_key()).newest.mark)
        done: Counter[str] = Counter()
        for step in rotating.steps():
            done[step.did] += step.keys
    click.echo("\n".join(f"{count} keys {did}" for did, count in done.items()) or "nothing to rotate")


@keys.command()
def split() -> None:
    """Print the root key as three lists of words, of which any two give it back."""
    with doors.ready("closed"):
        key = RootKeys.read(environment.root_key()).newest
        _note("split", root=key.mark)
    click.echo(f"The root key {key.mark}. Write each list on paper of its own; keep them apart. Any two give the key.")
    for number, words in enumerate(paper.split(key), 1):
        click.echo(f"\n{number}: {words}")


@keys.command()
@click.option("--into", type=click.Path(path_type=Path), required=True, help="File to make; none may be there yet.")
def combine(into: Path) -> None:
    """Write the root key that two lists of words give; asks for them, or reads them as two lines."""
    if into.exists():
        raise click.ClickException(f"{into} is there already")
    key = paper.combine(_asked() if sys.stdin.isatty() else filter(str.strip, sys.stdin))
    rootkey.write(into, [key.line])
    click.echo(f"root key {key.mark} written to {into}")


@keys.command()
def check() -> None:
    """Prove that every key opens, and that no old one is in use past its date."""
    with doors.ready("closed"):
        from baken.closed.vault import checking  # noqa: PLC0415 - only once the door is ready

        overseers = _overseers()
        report = checking.check(overseers)
    if overseers is None:
        click.echo("who still oversees an agency was not asked: the address of the role that backs up is not set")
    for fault in report.faults:
        click.echo(fault)
    if report.faults:
        raise click.ClickException(f"{report.keys} keys open; {len(report.faults)} faults")
    click.echo(f"sound: {report.keys} keys open")


@keys.command()
@click.option("--at-most", default=20, show_default=True, help="Destroy none where more than so many have no dossier.")
def sweep(at_most: int) -> None:
    """Destroy keys older than an hour whose dossier never came."""
    with doors.ready("closed"), _dossiers() as there:
        from baken.closed.vault import sweeping  # noqa: PLC0415 - only once the door is ready

        gone = sweeping.sweep(there=there, at_most=at_most)
        if gone:
            _note("orphan", objects=gone)
    click.echo(f"{len(gone)} keys without a dossier destroyed")


def _overseers() -> set[tuple[UUID, UUID]] | None:
    """Return agency and user of all who oversee one now, as the role that backs up sees them; None without it."""
    with addresses.addressed("closed") as given:
        name = addresses.DATABASES["closed"][0].backup
        if name not in given:
            return None
        with psycopg.connect(given[name], autocommit=True) as connection:
            return set(connection.execute(_OVERSEERS).fetchall())


@contextlib.contextmanager
def _dossiers() -> Iterator[Callable[[Sequence[UUID]], Collection[UUID]]]:
    """Yield what tells which dossiers are there, as the role that backs up: no policy hides a row from it."""
    with addresses.addressed("closed") as given:
        name = addresses.DATABASES["closed"][0].backup
        if name not in given:
            raise click.ClickException(f"{name} is not set, and no other role sees every dossier")
        with psycopg.connect(given[name], autocommit=True) as connection:
            yield lambda asked: [found for (found,) in connection.execute(_THERE, [list(asked)])]


def _asked() -> list[str]:
    return [click.prompt(f"List {number}", type=str) for number in range(1, shares.NEEDED + 1)]


def _note(kind: str, objects: Sequence[UUID] = (), **facts: str) -> None:
    """Tell the log; of who does it nothing is known but that it was somebody at the machine."""
    from baken.closed.audit.actions import record  # noqa: PLC0415 - only once the door is ready
    from baken.closed.audit.activities import Action, Activity  # noqa: PLC0415

    record(activity=Activity.KEY_CEREMONY, action=Action.EXECUTE, kind=kind, objects=objects, facts=facts)
