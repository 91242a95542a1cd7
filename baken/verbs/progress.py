# SPDX-License-Identifier: EUPL-1.2
"""How far a verb is: a bar on standard error where a person looks, and nothing in a file or a pipe."""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import click

Each = TypeVar("Each")


def bar(label: str, length: int | None = None) -> Callable[[Iterable[Each]], Iterator[Each]]:
    """Return what hands on each of something while a bar shows how far it is; ``length`` is how many there will be."""

    def watched(things: Iterable[Each]) -> Iterator[Each]:
        hidden = not sys.stderr.isatty()
        with click.progressbar(things, length=length, label=label, file=sys.stderr, hidden=hidden) as shown:
            yield from shown

    return watched
