# SPDX-License-Identifier: EUPL-1.2
"""`baken restore`: fills an empty server from a backup, and lets nobody in before everything is proven."""

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import click
import psycopg
import pyrage

from baken.closed.audit.keys import AuditKeys
from baken.closed.vault.rootkey import RootKeys
from baken.core import addresses, migrating, roles
from baken.core.addresses import Database
from baken.core.backups import choosing, facts, loading, sealing
from baken.core.backups.choosing import Chosen
from baken.core.backups.facts import Facts
from baken.core.backups.naming import BackupError
from baken.settings import environment
from baken.verbs import behind, restored

_DOOR_OF = {"open": "open", "closed": "closed", "keys": "closed"}
_SAMPLE = 100  # dossiers
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


class Place(NamedTuple):
    """A sealed file, opened to its end once, and the database it goes to."""

    chosen: Chosen
    facts: Facts
    owner: str
    runtime: str


@click.command()
@click.option(
    "--from", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True, metavar="FOLDER"
)
@click.option("--identity", type=_FILE, required=True, metavar="FILE", help="The private key of age.")
@click.option("--journal", type=_FILE, metavar="FILE", help="The erasure journal: what was erased is erased again.")
@click.option("--no-erasures-ever", is_flag=True, help="There is no journal, because nothing was ever erased.")
@click.option("--heads", type=_FILE, metavar="FILE", help="Signed heads of the log that were kept elsewhere.")
@click.option("--at", default="", metavar="MOMENT", help="Not the newest backup, but that of this moment.")
def restore(  # noqa: PLR0913 - one argument for each word of the verb
    *,
    folder: Path,
    identity: Path,
    journal: Path | None,
    no_erasures_ever: bool,
    heads: Path | None,
    at: str,
) -> None:
    """Fill an empty server from a backup, erase again what was erased, and prove that all is as it was."""
    keys, chosen = sealing.identities(identity), choosing.choose(folder, at)
    closed = any(each.kind == "closed" for each in chosen)
    if closed:
        _check_journal(journal, no_erasures_ever)
        _check_keys(chosen)
    told = _looked(chosen, keys)
    with contextlib.ExitStack() as stack:
        doors = dict.fromkeys(_DOOR_OF[each.kind] for each in chosen)
        given = {door: stack.enter_context(addresses.addressed(door)) for door in doors}
        places = [_place(each, told[each.kind], given[_DOOR_OF[each.kind]]) for each in chosen]
        _fill(places, keys)
        for door in doors:
            migrating.migrate(door, given[door])
        if closed:
            _prove(given["closed"], told["closed"], journal, heads)
        _open(places)
        if closed:
            behind.note(given["closed"], "restore", "done", {"backup": chosen[0].manifest.stamp})
    click.echo("Restored. Next: `baken check`, `baken index`, and look for something that you know.")


def _check_journal(journal: Path | None, never: bool) -> None:
    if (journal is None) != never:
        raise click.ClickException(
            "--journal is needed: without it people who were erased would come back"
            " (--no-erasures-ever where nobody ever was)"
        )


def _check_keys(chosen: list[Chosen]) -> None:
    """Refuse before anything is written where a key that no backup holds is not in place, or a manifest is not ours."""
    RootKeys.read(environment.root_key())
    known = AuditKeys.read(environment.audit_key()).by_id
    if not environment.factor_keys():
        raise click.ClickException("the key of second factors is not in place; see BAKEN_FACTOR_KEY")
    for each in chosen:
        each.manifest.check({name: key.pen.public_key() for name, key in known.items()})


def _looked(chosen: list[Chosen], keys: list[pyrage.x25519.Identity]) -> dict[str, Facts]:
    """Open every file to its end before any database is touched."""
    for each in chosen:
        each.check()
    told = {each.kind: loading.look(each.path, keys) for each in chosen}
    if wrong := [kind for kind, each in told.items() if each.kind != kind]:
        raise BackupError(f"the file of {wrong[0]} holds another database")
    return told


def _place(chosen: Chosen, told: Facts, given: Mapping[str, str]) -> Place:
    named: Mapping[str, Database] = {
        "open": addresses.DATABASES["open"][0],
        **dict(zip(("closed", "keys"), addresses.DATABASES["closed"], strict=True)),
    }
    database = named[chosen.kind]
    place = Place(chosen, told, addresses.owner_address(database, given), given[database.address])
    loading.check_empty(place.owner)
    return place


def _fill(places: list[Place], keys: list[pyrage.x25519.Identity]) -> None:
    """Load every database, with the runtime role kept out, and hold it against what was told of it."""
    for place in places:
        loading.shut(place.owner, place.runtime)
        loading.load(place.chosen.path, keys, place.owner)
        with psycopg.connect(place.owner) as connection:
            if faults := facts.faults(place.facts, connection):
                raise _unfit(f"the {place.chosen.kind} database {faults[0]} ({len(faults)} differences)")
        rows = sum(place.facts.rows.values())
        click.echo(f"{place.chosen.path.name}: {len(place.facts.rows)} tables, {rows:,} rows, all rights as they were")


def _prove(given: Mapping[str, str], told: Facts, journal: Path | None, heads: Path | None) -> None:
    """Erase again, follow the log's chain, open a sample; raise ClickException where anything is not as it must be."""
    owner, keys_owner = (addresses.owner_address(each, given) for each in addresses.DATABASES["closed"])
    if journal:
        click.echo(f"{behind.replay(given, journal)} erasures replayed")
    if left := restored.not_erased(owner, keys_owner, never=journal is None):
        raise _unfit(left)
    for line in restored.log(owner, told, heads or environment.audit_heads()):
        click.echo(line)
    found = behind.sample(given, _SAMPLE)
    click.echo(f"{found['fields']} fields of {found['dossiers']} dossiers opened")
    if found["without_key"]:
        raise _unfit(f"{found['without_key']} dossiers have no key")
    if found["without_dossier"]:
        click.echo(f"{found['without_dossier']} keys have no dossier: opened after the backup, and lost")


def _open(places: list[Place]) -> None:
    """Let the runtime roles in, and prove that they may no more than they should."""
    for place in places:
        loading.let_in(place.owner, place.runtime)
        if faults := roles.faults(place.runtime):
            loading.shut(place.owner, place.runtime)
            raise _unfit(f"the runtime role {faults[0]}")


def _unfit(what: str) -> click.ClickException:
    return click.ClickException(f"restored, but {what}; nobody is let in")
