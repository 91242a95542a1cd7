# SPDX-License-Identifier: EUPL-1.2
"""`baken agency`: the first people of an agency, whom nobody inside could invite yet."""

import sys

import click

from baken.core import addresses, children
from baken.settings import environment

KINDS = ("centre", "partner")


@click.group()
def agency() -> None:
    """Look after the agencies that work behind the closed door."""


@agency.command("add")
@click.option("--name", required=True, help="What the agency is called.")
@click.option("--kind", type=click.Choice(KINDS), default="partner", show_default=True)
@click.option("--manager", required=True, help="E-mail address of an account that manages it.")
@click.option("--privacy-officer", required=True, help="E-mail address of another account, which reads its log.")
def add_agency(name: str, kind: str, manager: str, privacy_officer: str) -> None:
    """Make an agency with its first two people; they ask in everybody else. It may be run again."""
    if manager.strip().lower() == privacy_officer.strip().lower():
        raise click.ClickException("the manager and the privacy officer are two people")
    with addresses.addressed("closed") as given:
        around = addresses.for_child("closed", given, as_owner=True)
        words = [sys.executable, "-m", "baken.closed.access.founding", name, kind, manager, privacy_officer]
        children.run(words, around, cwd=environment.ROOT)
    click.echo(f"{name}: {manager} manages it, {privacy_officer} reads its log")
