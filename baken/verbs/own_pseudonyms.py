# SPDX-License-Identifier: EUPL-1.2
"""`baken link files`: somebody's own files as pseudonyms, to be counted beside the lists of other organisations.

What is read and that it goes out is in the log before the file is there. No name, number or birth date goes out, and
what is not sealed never touches the disk.
"""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from baken.core import doors
from baken.verbs import link_keys
from baken.verbs.handing import DAY, Order, agency_of, write
from baken.verbs.presence import acting

if TYPE_CHECKING:
    from baken.closed.exchange.pseudonyms import Listed

_KIND = "txt"  # in which every other list of pseudonyms comes
_KNOWN_BY = ("name-born", "document")
_PLAIN = (
    "This file is not sealed. Whoever has it and the key can try names against it, until every copy of the key is"
    " destroyed."
)


@click.command("files")
@click.option("--agency", required=True, help="The agency whose files they are.")
@click.option("--as", "email", required=True, help="E-mail address of the worker whose files they are.")
@click.option(
    "--key",
    "key_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    help="The key that all have.",
)
@click.option("--known-by", type=click.Choice(_KNOWN_BY), default=_KNOWN_BY[0], show_default=True, help="By what.")
@click.option("--from", "since", type=DAY, help="Only files opened on this day or later.")
@click.option("--until", type=DAY, help="Only files opened on this day or before.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, metavar="FILE")
@click.option("--recipient", default=None, metavar="KEY", help="Public key of age of whoever counts.")
@click.option("--plain", is_flag=True, help="Write it unsealed.")
def files(key_file: Path, known_by: str, **told: Any) -> None:
    """Make pseudonyms of the persons of the files on whose care team somebody is, sealed to whoever counts.

    Persons are known by their name and birth date, or by the number of their document, as all who take part agreed.
    """
    order = Order(**told, kind=_KIND)
    keys = order.keys()
    order.check_name()
    secret = link_keys.read(key_file)
    with doors.ready("closed"):
        found = _read(order, known_by, secret)
    write(BytesIO("".join(f"{each}\n" for each in found.pseudonyms).encode("ascii")), order.out, keys)
    for line in [*map(str, found.left), *([_PLAIN] if order.plain else []), _counts(order, found)]:
        click.echo(line, err=True)


def _read(order: Order, known_by: str, secret: bytes) -> "Listed":
    """Return what is handed over, in one transaction that ends before anything is written."""
    from baken.closed.exchange.pseudonyms import Span, hand_over_pseudonyms  # noqa: PLC0415 - once the door is ready

    span = Span(*(each.date() if each else None for each in (order.since, order.until)))
    with acting(order.email):
        where = agency_of(order.agency).pk
        return hand_over_pseudonyms(agency=where, known_by=known_by, secret=secret, span=span, sealed=not order.plain)


def _counts(order: Order, found: "Listed") -> str:
    return f"{order.out}: {len(found.pseudonyms)} pseudonyms; left out: {len(found.left)} files"
