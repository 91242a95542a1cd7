# SPDX-License-Identifier: EUPL-1.2
"""Synthetic content of the demo, run in a process of its own: `python -m baken.verbs.seed DOOR`.

A mark in the database says which content is there, so that a start with nothing new does not load
the whole door to find that out.
"""

import hashlib
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

import psycopg

from baken.core import addresses, children, digests, doors, marks
from baken.core.embedded import Home
from baken.settings import environment

if TYPE_CHECKING:
    from baken.accounts.models import User

# Nobody lives at example.org (RFC 2606).
SIGN_INS = {"open": "redacteur@example.org", "closed": "medewerker@example.org"}
_NAMES = {"open": ("Rein", "Redacteur"), "closed": ("Mila", "Medewerker")}


def password(door: str) -> str:
    """Return the password of a door's synthetic sign-in, made at random at first and then kept."""
    return Home.prepare(environment.home()).secret(f"sign_in_{door}")


def ensure(door: str, given: Mapping[str, str]) -> bool:
    """Seed a door in a child process, unless it holds this content already; return whether it was done."""
    with psycopg.connect(addresses.owner_address(addresses.DATABASES[door][0], given), autocommit=True) as connection:
        state = _state(door)
        if marks.read(connection, "SCHEMA") == state and (door == "closed" or environment.index().exists()):
            return False
        words = [sys.executable, "-m", "baken.verbs.seed", door]
        children.run(words, addresses.for_child(door, given), cwd=environment.ROOT)
        marks.write(connection, "SCHEMA", state)
        return True


def seed(door: str) -> None:
    """Put in place what the demo shows at a door; what is there already stays."""
    with doors.ready(door):
        person = _sign_in(door)
        if door == "open":
            _let_edit(person)
            _fill()


def _sign_in(door: str) -> "User":
    from baken.accounts.models import User  # noqa: PLC0415 - only once the door is ready

    first, last = _NAMES[door]
    person, _ = User.objects.get_or_create(email=SIGN_INS[door], defaults={"first_name": first, "last_name": last})
    if not person.check_password(password(door)):
        person.set_password(password(door))
        person.save()
    return person


def _let_edit(person: "User") -> None:
    from django.contrib.auth.models import Group, Permission  # noqa: PLC0415 - only once the door is ready

    # Wagtail's own groups: the first may write, the second may publish. Translating is a right apart.
    editors = Group.objects.filter(name__in=["Editors", "Moderators"])
    person.groups.add(*editors)
    may_translate = {"codename": "submit_translation", "content_type__app_label": "wagtail_localize"}
    for group in editors:
        group.permissions.add(Permission.objects.get(**may_translate))


def _fill() -> None:
    from baken.open.articles.actions import load_starter  # noqa: PLC0415 - only once the door is ready
    from baken.open.search import actions  # noqa: PLC0415

    load_starter()
    actions.follow()


def _state(door: str) -> str:
    """Return a fingerprint of the content's files, the code that reads them and the sign-in."""
    package = environment.ROOT / "baken"
    files = [path for path in (package / "open" / "articles").rglob("starter/*") if path.is_file()]
    code = [*package.glob("open/*/*.py"), *package.glob("verbs/seed.py")]
    known = hashlib.sha256(password(door).encode()).hexdigest()[:16]
    return f"seeded {digests.of([*files, *code], package)} {known}"


if __name__ == "__main__":
    seed(sys.argv[1])
