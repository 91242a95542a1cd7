# SPDX-License-Identifier: EUPL-1.2
"""`baken link`: counts who is on which lists of several organisations, none of which shows another a name.

Each makes pseudonyms of its own list on its own machine, by a key that all have and nobody keeps. One counts them.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from baken.hidden_population.linking import linked
from baken.hidden_population.pseudonyms import pseudonym, same
from baken.hidden_population.tables import Faults, written
from baken.verbs import link_keys
from baken.verbs.own_pseudonyms import files

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_NEW = click.Path(dir_okay=False, path_type=Path)


@click.group()
def link() -> None:
    """Count who is on which lists, by pseudonyms and never by name."""


@link.command("key")
@click.argument("file", type=_NEW)
def key(file: Path) -> None:
    """Make a key in FILE, for all who take part. Destroy every copy of it once all pseudonyms are made."""
    if file.exists():
        raise click.ClickException(f"{file} is there already: a key is never written over")
    link_keys.make(file)


@link.command("pseudonyms")
@click.argument("file", type=_FILE)
@click.option("--key", "key_file", type=_FILE, required=True, help="The key that all who take part have.")
@click.option("--out", type=_NEW, required=True, help="Where the pseudonyms go; they are all that is sent on.")
def pseudonyms(file: Path, key_file: Path, out: Path) -> None:
    """Make a pseudonym of each line of FILE: what a person is known by, written as all agreed to write it.

    Case, accents and spaces make no difference. The order of the lines is lost.
    """
    made = sorted(_made(_lines(file), link_keys.read(key_file)))
    if not made:
        raise click.ClickException(f"{file} is empty")
    out.write_text("".join(f"{each}\n" for each in made), encoding="ascii")
    click.echo(f"{len(made)} pseudonyms", err=True)


def _made(lines: Iterable[str], secret: bytes) -> Iterator[str]:
    return (pseudonym(each, secret) for each in lines if same(each))


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{file} is no text: {error}") from error


@link.command("count")
@click.argument("files", type=_FILE, nargs=-1, required=True)
def count(files: tuple[Path, ...]) -> None:
    """Print how many are on which lists, as `estimate` reads it, from FILES of pseudonyms.

    A list is called as its file, without what comes behind the last dot.
    """
    if len({each.stem for each in files}) < len(files):
        raise click.ClickException("two files are called the same: a list needs a name of its own")
    try:
        table = linked({each.stem: list(_read(each)) for each in files})
    except Faults as error:
        raise click.ClickException("\n".join(error.faults)) from error
    click.echo(written(table), nl=False)
    for remark in table.remarks:
        click.echo(f"mind: {remark}", err=True)


def _read(file: Path) -> Iterator[bytes]:
    for number, line in enumerate(_lines(file), 1):
        try:
            yield bytes.fromhex(line)
        except ValueError as error:
            raise click.ClickException(f"{file}: line {number} is no pseudonym") from error


link.add_command(files)
