# SPDX-License-Identifier: EUPL-1.2
"""The key under which pseudonyms are made: all who take part have it, and nobody keeps it."""

import secrets
from pathlib import Path

import click

_BYTES = 32


def make(file: Path) -> None:
    """Make a key in a new file that its owner alone may read."""
    file.touch(mode=0o600)
    file.write_text(secrets.token_hex(_BYTES) + "\n", encoding="ascii")


def read(file: Path) -> bytes:
    """Return the key of a file; raise ClickException where it has none."""
    try:
        found = bytes.fromhex(file.read_text(encoding="ascii").strip())
    except ValueError as error:
        raise click.ClickException(f"{file} is no key: `baken link key` makes one") from error
    if len(found) != _BYTES:
        raise click.ClickException(f"{file} is no key: it has {len(found)} bytes and not {_BYTES}")
    return found
