# SPDX-License-Identifier: EUPL-1.2
"""Which databases a door speaks to: those the operator set, else the embedded server's."""

import contextlib
import os
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from baken.core import embedded
from baken.settings import environment

DOORS = ("open", "closed")
SEALER = "BAKEN_SEALER_URL"
# By which the closed door comes to the hatches in the open door's database, and to nothing else there.
BRIDGE = "BAKEN_BRIDGE_URL"


class Database(NamedTuple):
    """A database of a door: Django's name for it, and the settings that lead to it."""

    alias: str
    address: str
    owner: str
    backup: str

    @classmethod
    def called(cls, alias: str, name: str) -> "Database":
        """Return a database by the name its settings carry, such as `KEYS`."""
        return cls(alias, *(f"BAKEN_{name}_{each}_URL" for each in ("DATABASE", "OWNER", "BACKUP")))


DATABASES = {
    "open": (Database.called("default", "OPEN"),),
    # Keys lie apart: what is copied of the files must not hold what opens them.
    "closed": (Database.called("default", "CLOSED"), Database.called("keys", "KEYS")),
}


class DoorError(RuntimeError):
    """A door cannot be made ready; the message says in one line why."""


@contextlib.contextmanager
def addressed(door: str) -> Iterator[dict[str, str]]:
    """Yield the settings that lead to a door's databases, for as long as the block needs them.

    Where the operator set an address they are the operator's; otherwise the embedded server runs
    meanwhile and they are its own.
    """
    names = own_names(door)
    if is_set(door):
        yield _set_by_operator(door, names)
        return
    with embedded.running(environment.home()) as found:
        yield {name: environment.text(name, found[name]) for name in names}


def is_set(door: str) -> bool:
    """Return whether the operator named this door's database."""
    return bool(environment.text(DATABASES[door][0].address))


def _set_by_operator(door: str, names: list[str]) -> dict[str, str]:
    given = {name: environment.text(name) for name in names if environment.text(name)}
    if missing := [each.address for each in DATABASES[door] if each.address not in given]:
        raise DoorError(f"{' and '.join(missing)} is not set, and the {door} door needs it")
    return given


def runtime_names(door: str) -> list[str]:
    """Return the settings that what serves a door must have."""
    return [*(each.address for each in DATABASES[door]), secret_key(door), *([BRIDGE] if door == "closed" else [])]


def secret_key(door: str) -> str:
    """Return the name of the setting that signs a door's sessions."""
    return f"BAKEN_{door.upper()}_SECRET_KEY"


def own_names(door: str) -> list[str]:
    """Return the settings that belong to one door and that the other must not see."""
    beside = [SEALER, BRIDGE] if door == "closed" else []
    return [name for each in DATABASES[door] for name in each[1:]] + [secret_key(door), *beside]


def for_child(door: str, given: Mapping[str, str], *, as_owner: bool = False) -> dict[str, str]:
    """Return the environment of a child process that runs one door.

    It holds nothing of the other door, and the owner's addresses only in place of the runtime role's.
    """
    own = {name: given[name] for name in runtime_names(door) if name in given}
    if as_owner:
        own |= {each.address: owner_address(each, given) for each in DATABASES[door]}
    return {**_inherited(), **own, "DJANGO_SETTINGS_MODULE": f"baken.settings.{door}"}


def for_sealer(given: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of the process that seals the log: its own address and no other."""
    return {**_inherited(), SEALER: given[SEALER]}


def _inherited() -> dict[str, str]:
    secret = {name for each in DOORS for name in own_names(each)}
    return {name: value for name, value in os.environ.items() if name not in secret}


def owner_address(database: Database, given: Mapping[str, str]) -> str:
    """Return a database's address as its owner; raise DoorError where there is none."""
    if not given.get(database.owner):
        raise DoorError(f"migrations need {database.owner}")
    return given[database.owner]
