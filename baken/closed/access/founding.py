# SPDX-License-Identifier: EUPL-1.2
"""Making an agency with its first people, by whoever runs the system: nobody is in yet who could invite them.

Run as the owner of the database, for row-level security lets nobody else in here; see the verb `baken agency add`.
"""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db import transaction

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
