# SPDX-License-Identifier: EUPL-1.2
"""`baken export htcds`: somebody's files, read as she reads them, for another system and sealed to whoever gets them.

What is read and that it goes out is in the log before the file is there. What is not sealed never touches the disk.
"""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pyrage

from baken.core import doors
from baken.core.backups import sealing
from baken.standards.htcds.writing import FORMATS
from baken.verbs.presence import acting

if TYPE_CHECKING:
    from baken.closed.access.models import Agency
    from baken.closed.exchange.reads import Handed

SEALED = ".age"
DAY = click.DateTime(["%Y-%m-%d"])
_PLAIN = (
    "This file is not sealed. Whoever comes by it reads the lives of those it tells of, as long as it is anywhere:"
    " on a disk, in a mailbox, in a backup. Destroy it once it was read in."
)


@dataclass(frozen=True)
class Order:
    """What somebody asks for: whose files, opened when, as what, to which file, and sealed to whom."""

    agency: str
    email: str
    since: datetime | None
    until: datetime | None
    kind: str
    out: Path
    recipient: str | None
    plain: bool

    @property
    def suffix(self) -> str:
        """What a file of this kind ends in, unsealed."""
        return f".{self.kind}"

    def keys(self) -> list[pyrage.x25519.Recipient]:
        """Return to whom it is sealed, nobody where it is to be plain; raise ClickException where neither is said."""
        if bool(self.recipient) == self.plain:
            raise click.ClickException("say to whom it is sealed, --recipient age1…, or that it is not, --plain")
        return sealing.recipients(self.recipient or "")

    def check_name(self) -> None:
        """Raise ClickException for a name that does not say what the file is."""
        ending = self.suffix if self.plain else f"{self.suffix}{SEALED}"
        if not self.out.name.lower().endswith(ending):
            raise click.ClickException(f"the name of this file ends in {ending}")


def hand_over(order: Order) -> int:
    """Write the files of a worker and tell what was left out; return how many values and files that were."""
    keys = order.keys()
    order.check_name()
    with doors.ready("closed"):
        found = _read(order)
    held = BytesIO()
    FORMATS[order.suffix](found.records, held)
    write(held, order.out, keys)
    for line in [*map(str, found.left), *([_PLAIN] if order.plain else []), f"{order.out}: {_counts(found)}"]:
        click.echo(line, err=True)
    return len(found.left)


def _read(order: Order) -> "Handed":
    """Return what is handed over, in one transaction that ends before anything is written."""
    from baken.closed.exchange.reads import hand_over  # noqa: PLC0415 - models, once the door is ready

    since, until = (each.date() if each else None for each in (order.since, order.until))
    with acting(order.email):
        where = agency_of(order.agency).pk
        return hand_over(agency=where, suffix=order.suffix, since=since, until=until, sealed=not order.plain)


def agency_of(name: str) -> "Agency":
    """Return the agency of a name; raise ClickException where there is none."""
    from baken.closed.exchange.reads import agency_called  # noqa: PLC0415 - models, once the door is ready

    found = agency_called(name)
    if found is None:
        raise click.ClickException(f"there is no agency {name!r}")
    return found


def write(held: BytesIO, out: Path, keys: list[pyrage.x25519.Recipient]) -> None:
    """Write what is held to a file for its owner alone, sealed to whoever has one of the keys; plain for none."""
    held.seek(0)
    with sealing.beside(out) as sink:
        if keys:
            sealing.seal(held, sink, keys)
        else:
            sink.write(held.getvalue())


def _counts(found: "Handed") -> str:
    values = sum(bool(each.field) for each in found.left)
    files = len(found.left) - values
    return f"{len(found.records)} cases; left out: {values} values and {files} whole files"


@click.command("htcds")
@click.option("--agency", required=True, help="The agency whose files they are.")
@click.option("--as", "email", required=True, help="E-mail address of the worker whose files go out.")
@click.option("--from", "since", type=DAY, help="Only files opened on this day or later.")
@click.option("--until", type=DAY, help="Only files opened on this day or before.")
@click.option("--format", "kind", type=click.Choice(["csv", "xlsx", "json"]), default="csv", show_default=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, metavar="FILE")
@click.option("--recipient", default=None, metavar="KEY", help="Public key of age to seal to; several apart by commas.")
@click.option("--plain", is_flag=True, help="Write it unsealed: whoever comes by the file reads it.")
@click.option("--strict", is_flag=True, help="End with exit code 1 where a value or a file was left out.")
def htcds(strict: bool, **told: Any) -> None:
    """Write the files on whose care team somebody is as cases of the HTCDS, sealed to whoever gets them.

    It asks her for the code that her app shows: nobody hands over a colleague's files.
    What the standard has no place or code for is told on standard error, each by its file and field.
    """
    left = hand_over(Order(**told))
    if strict and left:
        click.get_current_context().exit(1)
