# SPDX-License-Identifier: EUPL-1.2
"""Which database a door speaks to: the one the operator set, else the embedded server's."""

import contextlib
import os
from collections.abc import Iterator, Mapping

from baken.core import embedded
from baken.settings import environment

DOORS = ("open", "closed")


class DoorError(RuntimeError):
    """A door cannot be made ready; the message says in one line why."""


@contextlib.contextmanager
def addressed(door: str) -> Iterator[dict[str, str]]:
    """Yield the settings that lead to a door's database, for as long as the block needs it.

    Where the operator set an address they are the operator's; otherwise the embedded server runs
    meanwhile and they are its own.
    """
    names = own_names(door)
    if is_set(door):
        yield {name: environment.text(name) for name in names if environment.text(name)}
        return
    with embedded.running(environment.home()) as found:
        yield {name: environment.text(name, found[name]) for name in names}


def is_set(door: str) -> bool:
    """Return whether the operator named this door's database."""
    return bool(environment.text(f"BAKEN_{door.upper()}_DATABASE_URL"))


def own_names(door: str) -> list[str]:
    """Return the settings that belong to one door and that the other must not see."""
    return [f"BAKEN_{door.upper()}_{each}" for each in ("DATABASE_URL", "OWNER_URL", "SECRET_KEY")]


def for_child(door: str, given: Mapping[str, str], *, as_owner: bool = False) -> dict[str, str]:
    """Return the environment of a child process that runs one door.

    It holds nothing of the other door, and the owner's address only in place of the runtime role's.
    """
    address, owner, _ = own_names(door)
    secret = {name for each in DOORS for name in own_names(each)}
    inherited = {name: value for name, value in os.environ.items() if name not in secret}
    own = {name: value for name, value in given.items() if name != owner}
    if as_owner:
        own[address] = owner_address(door, given)
    return {**inherited, **own, "DJANGO_SETTINGS_MODULE": f"baken.settings.{door}"}


def owner_address(door: str, given: Mapping[str, str]) -> str:
    """Return the address as the database's owner; raise DoorError where there is none."""
    name = own_names(door)[1]
    if not given.get(name):
        raise DoorError(f"migrations of the {door} door need {name}")
    return given[name]
