# SPDX-License-Identifier: EUPL-1.2
"""Verbs that look after databases and accounts."""

import secrets
import sys

import click

from baken.core import addresses, doors, migrating, roles
from baken.verbs import codes

_DOOR = click.Choice(addresses.DOORS)
_PASSWORD_BYTES = 18


@click.command()
@click.option("--door", type=_DOOR, help="Only this door; both without it.")
def migrate(door: str | None) -> None:
    """Bring the databases up to date, as their owners."""
    for each in [door] if door else addresses.DOORS:
        with addresses.addressed(each) as given:
            done = migrating.migrate(each, given)
        click.echo(f"{each}: {'migrated' if done else 'nothing to do'}")


@click.command()
@click.option("--door", type=_DOOR, help="Only this door; both without it.")
def check(door: str | None) -> None:
    """Prove that the doors are fit to serve: Django's own checks, and the rights of the runtime roles."""
    chosen = [door] if door else addresses.DOORS
    faults = [f"{each}: {fault}" for each in chosen for fault in _faults(each)]
    if faults:
        raise click.ClickException("; ".join(faults))
    click.echo("\n".join(f"{each}: sound" for each in chosen))


def _faults(door: str) -> list[str]:
    with addresses.addressed(door) as given:
        # The deployment checks are about a door behind HTTPS, which is how it is deployed.
        doors.manage(door, "check", "--deploy", "--fail-level=WARNING", extra={"BAKEN_HTTPS": "1"})
        found = [given[each.address] for each in addresses.DATABASES[door]]
        return [f"the runtime role {fault}" for address in found for fault in roles.faults(address)]


@click.group()
def user() -> None:
    """Manage the people who sign in."""


@user.command("add")
@click.option("--door", type=_DOOR, required=True)
@click.option("--email", required=True)
@click.option("--superuser", is_flag=True, help="May do everything in the editors' rooms; open door only.")
@click.option("--generate", is_flag=True, help="Make a password and print it once, instead of asking for one.")
def add_user(door: str, email: str, superuser: bool, generate: bool) -> None:
    """Give somebody an account. Without a terminal to ask on, a password is made and printed once."""
    if superuser and door == "closed":
        raise click.ClickException("nobody may do everything at the closed door")
    made = generate or not sys.stdin.isatty()
    password = secrets.token_urlsafe(_PASSWORD_BYTES) if made else _asked()
    with doors.ready(door):
        _store(email.strip().lower(), password, superuser=superuser)
    click.echo(f"{email.strip().lower()} may sign in at the {door} door")
    if made:
        click.echo(f"password: {password}")
    click.echo("At the first sign-in a second step is set up: a passkey or an authenticator app.")


user.add_command(codes.show_code)


def _asked() -> str:
    answer: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    return answer


def _store(email: str, password: str, *, superuser: bool) -> None:
    from django.core.exceptions import ValidationError  # noqa: PLC0415 - only once a door is ready
    from django.utils import translation  # noqa: PLC0415

    from baken.accounts.actions import add_user  # noqa: PLC0415

    with translation.override("en"):
        try:
            add_user(email=email, password=password, superuser=superuser)
        except ValidationError as error:
            raise click.ClickException(" ".join(error.messages)) from error
