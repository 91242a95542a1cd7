# SPDX-License-Identifier: EUPL-1.2
"""Making an agency with its first people, by whoever runs the system: nobody is in yet who could invite them.

Run as the owner of the database, for row-level security lets nobody else in here; see the verb `baken agency add`,
which runs `python -m baken.closed.access.founding NAME KIND MANAGER PRIVACY_OFFICER`.
"""

import sys
from collections.abc import Iterable, Mapping
from uuid import UUID

import django
from django.db import transaction

if __name__ == "__main__":
    django.setup()  # before the models below

from baken.accounts.models import User
from baken.closed.access.models import Agency, Appointment
from baken.closed.access.parts import Role
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity


@transaction.atomic
def found_agency(*, name: str, kind: str, people: Mapping[str, Iterable[Role]]) -> Agency:
    """Store an agency with its first people, by their e-mail addresses; what is there already stays."""
    agency, _ = Agency.objects.get_or_create(name=name, defaults={"kind": kind})
    for email, roles in people.items():
        user = User.objects.get(email=email)
        for role in roles:
            _appoint(user.pk, agency, role)
    return agency


def _appoint(user: UUID, agency: Agency, role: Role) -> None:
    post, new = Appointment.objects.get_or_create(user_id=user, agency=agency, role=role.value, until=None)
    if new:
        objects = [post.pk, user]
        record(
            activity=Activity.APPOINTED, action=Action.CREATE, kind="post", objects=objects, facts={"role": role.value}
        )


def _main(name: str, kind: str, manager: str, officer: str) -> None:
    people = {manager.strip().lower(): [Role.MANAGER], officer.strip().lower(): [Role.PRIVACY_OFFICER]}
    missing = [email for email in people if not User.objects.filter(email=email).exists()]
    if missing:
        raise SystemExit(f"there is no account {' and '.join(missing)}: run `baken user add --door closed` first")
    found_agency(name=name, kind=kind, people=people)


if __name__ == "__main__":
    _main(*sys.argv[1:])
