# SPDX-License-Identifier: EUPL-1.2
"""Whoever a command acts for is there herself: it asks for the code that her app shows."""

import contextlib
import sys
from collections.abc import Iterator
from uuid import UUID

import click


def proved(email: str) -> UUID:
    """Return who signs in with an address, once she gave the code of the moment; raise ClickException."""
    from baken.accounts.models import User  # noqa: PLC0415 - models, once the door is ready
    from baken.accounts.presence import NotPresent, check_present, has_app  # noqa: PLC0415

    found = User.objects.filter(email__iexact=email, is_active=True).first()
    if found is None:
        raise click.ClickException(f"nobody here signs in as {email}")
    if not has_app(found):
        raise click.ClickException(f"{email} has no app that shows codes: add one on the page of your account first")
    try:
        check_present(user=found, code=_typed(f"Code that the app of {email} shows"))
    except NotPresent as error:
        raise click.ClickException(str(error)) from error
    return UUID(str(found.pk))


def _typed(question: str) -> str:
    """Return what is typed unseen, else the next line of standard input: a code is worth nothing once it was used."""
    if sys.stdin.isatty():
        return str(click.prompt(question, hide_input=True, err=True))
    return sys.stdin.readline().strip()


@contextlib.contextmanager
def acting(email: str) -> Iterator[UUID]:
    """Work in the block as who signs in with an address, once she proved it; a refusal ends the command in a line."""
    from baken.closed.access.context import working_as  # noqa: PLC0415 - models, once the door is ready
    from baken.closed.access.rules import Refused  # noqa: PLC0415

    user = proved(email)
    try:
        with working_as(user):
            yield user
    except Refused as error:
        raise click.ClickException(f"{email} {error}") from error
