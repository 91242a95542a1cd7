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
from baken.verbs import codes, people

if TYPE_CHECKING:
    from baken.accounts.models import User

# Nobody lives at example.org (RFC 2606).
SIGN_INS = {"open": "redacteur@example.org", "closed": "medewerker@example.org"}
_EDITOR: dict[str, tuple[str, str, list[str]]] = {"redacteur@example.org": ("Rein", "Redacteur", [])}
_NAMES = {"open": _EDITOR, "closed": {**people.STAFF, **people.PARTNERS}}


def password(door: str) -> str:
    """Return the password of a door's synthetic sign-in, made at random at first and then kept."""
    return Home.prepare(environment.home()).secret(f"sign_in_{door}")


def others(door: str) -> list[str]:
    """Return the other made-up people who sign in at a door with the same password."""
    return [email for email in _NAMES[door] if email != SIGN_INS[door]]


def ensure(door: str, given: Mapping[str, str]) -> bool:
    """Seed a door in a child process, unless it holds this content already; return whether it was done."""
    with psycopg.connect(addresses.owner_address(addresses.DATABASES[door][0], given), autocommit=True) as connection:
        state = _state(door)
        if marks.read(connection, "SCHEMA") == state and (door == "closed" or environment.index().exists()):
            return False
        _run(door, given, "baken.verbs.seed", door)
        if door == "closed":
            # Nobody is in yet who could let anybody in: the owner founds, then the people fill.
            _run(door, given, "baken.verbs.people", "found", as_owner=True)
            _run(door, given, "baken.verbs.people", "fill")
            _run(door, given, "baken.verbs.figures")
        marks.write(connection, "SCHEMA", state)
        return True


def _run(door: str, given: Mapping[str, str], *words: str, as_owner: bool = False) -> None:
    around = addresses.for_child(door, given, as_owner=as_owner)
    children.run([sys.executable, "-m", *words], around, cwd=environment.ROOT)


def seed(door: str) -> None:
    """Put in place what the demo shows at a door; what is there already stays."""
    with doors.ready(door):
        everybody = [_sign_in(door, email, *names) for email, (*names, _roles) in _NAMES[door].items()]
        if door == "open":
            _let_edit(everybody[0])
            _fill()


def _sign_in(door: str, email: str, first: str, last: str) -> "User":
    from baken.accounts.models import User  # noqa: PLC0415 - only once the door is ready

    person, _ = User.objects.get_or_create(email=email, defaults={"first_name": first, "last_name": last})
    if not person.check_password(password(door)):
        person.set_password(password(door))
        person.save()
    _give_second_step(person, door)
    return person


def _give_second_step(person: "User", door: str) -> None:
    """Let the sign-in take the codes that `baken user code` prints; a passkey that was added stays."""
    from allauth.mfa.models import Authenticator  # noqa: PLC0415 - only once the door is ready

    from baken.accounts.actions import add_app  # noqa: PLC0415
    from baken.accounts.reads import APP  # noqa: PLC0415

    Authenticator.objects.filter(user=person, type=APP).delete()
    add_app(user=person, secret=codes.secret(door))


def _let_edit(person: "User") -> None:
    from django.contrib.auth.models import Group, Permission  # noqa: PLC0415 - only once the door is ready
    from django.db.models import Q  # noqa: PLC0415

    # Wagtail's own groups: the first may write, the second may publish. Translating and the lexicon are rights apart.
    editors = Group.objects.filter(name__in=["Editors", "Moderators"])
    person.groups.add(*editors)
    may_translate = Q(codename="submit_translation", content_type__app_label="wagtail_localize")
    may_strike = Q(codename="change_entry", content_type__app_label="search")
    # What readers look for in vain, and taking it into the thesaurus.
    may_judge = Q(codename="change_candidate", content_type__app_label="search")
    may_judge |= Q(codename__in=["add_label", "add_concept"], content_type__app_label="thesaurus")
    for group in editors:
        group.permissions.add(*Permission.objects.filter(may_translate | may_strike | may_judge))


def _fill() -> None:
    from baken.open.articles.actions import load_starter  # noqa: PLC0415 - only once the door is ready
    from baken.open.search import actions  # noqa: PLC0415

    load_starter()
    actions.follow()


def _state(door: str) -> str:
    """Return a fingerprint of the content's files, the code that reads them and the sign-in."""
    package = environment.ROOT / "baken"
    files = [path for path in (package / "open" / "articles").rglob("starter/*") if path.is_file()]
    code = [*package.glob("open/*/*.py"), package / "verbs" / "seed.py", package / "verbs" / "codes.py"]
    code += [package / "verbs" / name for name in ("people.py", "housing.py", "counting.py", "figures.py")]
    code.append(package / "tabulation" / "examples.py")
    known = hashlib.sha256(f"{password(door)} {codes.secret(door)}".encode()).hexdigest()[:16]
    return f"seeded {digests.of([*files, *code], package)} {known}"


if __name__ == "__main__":
    seed(sys.argv[1])
