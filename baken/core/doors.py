# SPDX-License-Identifier: EUPL-1.2
"""Making Django ready for a door: in this process, or in a child that runs one of its commands."""

import contextlib
import os
import sys
from collections.abc import Iterator, Mapping

from baken.core import addresses, children, migrating
from baken.core.addresses import DoorError
from baken.settings import environment


def open_door() -> contextlib.AbstractContextManager[None]:
    """Make Django ready for the open door while the block runs; see `ready`."""
    return ready("open")


@contextlib.contextmanager
def ready(door: str) -> Iterator[None]:
    """Make Django ready for a door in this process, as its runtime role.

    Where no address is set, the embedded server is started, migrated, and afterwards left as it was
    found. A database the operator named is never migrated in passing. A process has one door only.
    """
    if addresses.is_set(door):
        setup(door)
        yield
        return
    with addresses.addressed(door) as given:
        migrating.migrate(door, given)
        with _variables({name: given[name] for name in addresses.runtime_names(door) if name in given}):
            setup(door)
            try:
                yield
            finally:
                _hang_up()


def setup(door: str) -> None:
    """Load Django's settings and applications of a door; raise DoorError in a process of the other door."""
    import django  # noqa: PLC0415 - takes long, and most callers only want the messages above
    from django.conf import settings  # noqa: PLC0415

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"baken.settings.{door}")
    if door != settings.DOOR:
        raise DoorError(f"this process serves the {settings.DOOR} door and cannot open the {door} door")
    django.setup()


def manage(door: str, *words: str, as_owner: bool = False, extra: Mapping[str, str] | None = None) -> str:
    """Run a Django command in a child process of a door and return what it printed.

    With ``as_owner`` it connects as the database's owner; ``extra`` are settings for this run only.
    Raises ChildError with the command's last line when it fails.
    """
    with addresses.addressed(door) as given:
        around = {**addresses.for_child(door, given, as_owner=as_owner), **(extra or {})}
        return children.run([sys.executable, "-m", "django", *words], around, cwd=environment.ROOT)


@contextlib.contextmanager
def _variables(values: Mapping[str, str]) -> Iterator[None]:
    """Set variables for the block, then put back what was there."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


def _hang_up() -> None:
    from django.db import connections  # noqa: PLC0415 - only once Django is loaded

    connections.close_all()
