# SPDX-License-Identifier: EUPL-1.2
"""`baken export`: takes out what others can read in."""

import click

from baken.verbs.handing import htcds


@click.group()
def export() -> None:
    """Take out what others can read in."""


@export.command("skos")
@click.argument("scheme")
def export_skos(scheme: str) -> None:
    """Print a thesaurus as SKOS in Turtle. SCHEME is its short name, such as baken or eurovoc."""
    from baken.core import doors  # noqa: PLC0415 - Django is made ready only when there is work

    with doors.open_door():
        from baken.open.thesaurus import export  # noqa: PLC0415 - models need Django ready

        turtle = export.turtle(scheme)
    if turtle is None:
        raise click.ClickException(f"there is no thesaurus {scheme!r}")
    click.echo(turtle, nl=False)


export.add_command(htcds)
