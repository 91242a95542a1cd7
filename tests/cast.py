# SPDX-License-Identifier: EUPL-1.2
"""The cast: a made-up person for every role in every relation to a file, and the file.

Built by the owner in a process of its own (`python -m tests.cast`), since row-level security lets nobody
build it from within; then it is the template that every test with the fixture `cast` starts from.
"""

import datetime
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

ROLES = (
    "intake", "case_manager", "shelter", "therapist", "legal_support",
    "police_liaison", "analyst", "privacy_officer", "manager", "administrator",
)  # fmt: skip
RELATIONS = (
    "none", "same", "team", "ex_team", "consent", "consent_expired", "consent_withdrawn",
    "glass", "glass_expired", "subject", "shut_out", "post_ended",
)  # fmt: skip
# Relations that look like a ground and are none, or are one only in part: each shows that one condition is there.
EDGES = (
    "inactive", "team_later", "post_later", "team_elsewhere", "glass_elsewhere", "glass_later", "consent_later",
    "consent_purpose", "two_posts", "two_roles", "subject_consent", "subject_glass",
)  # fmt: skip
# Colleagues at the centre who have nothing to do with the file: who asks, breaks and invites where it must be another.
OTHERS = "other"
# In these the file is about the person herself.
OWN = ("subject", "subject_consent", "subject_glass")
# In these her post at the centre, whose file it is, counts now.
AT_THE_CENTRE = (
    "same", "team", "ex_team", "glass", "glass_expired", "subject", "team_later", "glass_later", "subject_glass",
    "two_roles",
)  # fmt: skip
PASSPHRASE = "een verzonnen wachtzin van de proef"
CANARIES = (
    "name", "nationality", "guardian", "relative", "source", "decisions", "title", "body", "phone", "safe_ways",
    "document", "street",
    "notes", "legal", "health", "whereabouts", "report", "attachment", "decision", "goal", "task", "reason", "handover",
    "answer", "closure", "step", "route", "account", "event", "assessment", "level", "consented", "override", "sheet",
    "sent", "asked", "refused", "initials", "screening", "stay", "absence", "onward",
    "arrival", "agreement", "visitor", "incident", "line", "loan", "school", "address",
)  # fmt: skip


@dataclass(frozen=True)
class Cast:
    """Who is who: keys of people by `role.relation`, of the files they relate to, and of rows in them."""

    people: dict[str, UUID]
    files: dict[str, UUID]
    rows: dict[str, UUID]

    def person(self, role: str, relation: str) -> UUID:
        """Return the key of whoever has this role in this relation."""
        return self.people[f"{role}.{relation}"]

    def file(self, role: str, relation: str) -> UUID:
        """Return the file that this relation is to: each subject's own, else the one."""
        return self.files[f"{role}.{relation}" if relation in OWN else "main"]


def canary(field: str) -> str:
    """Return the unique text that stands in a sensitive field of the file."""
    return "+31 6 7700 7700" if field == "phone" else f"kanarie-{field}-q7x"


@pytest.fixture(scope="session")
def cast_template(database_copy: Any) -> Cast:
    """Provide the cast, built once into a template of its own."""
    told = database_copy.build("tests.cast")
    return Cast(**{name: {key: UUID(value) for key, value in each.items()} for name, each in json.loads(told).items()})


@pytest.fixture
def cast(cast_template: Cast, committed: Any) -> Cast:
    """Provide the cast in a database that a test may change."""
    return cast_template


@pytest.fixture
def signed_in(client: Any) -> Callable[..., Any]:
    """Provide a way to make the client somebody who signed in with a second factor a moment ago."""

    def sign_in(user: UUID, *, fresh: bool = True) -> Any:
        from baken.accounts.models import User  # noqa: PLC0415 - only where a door is under test
        from baken.accounts.tests import people  # noqa: PLC0415

        return people.sign_in(client, User.objects.get(pk=user), proved_ago=0 if fresh else 3600)

    return sign_in


def build() -> dict[str, dict[str, str]]:
    """Store the cast as the owner and return who is who."""
    from tests import casting  # noqa: PLC0415 - models, once Django is set up

    return casting.build(ROLES, (*RELATIONS, *EDGES, OTHERS), datetime.datetime.now(datetime.UTC))


if __name__ == "__main__":
    import django

    django.setup()
    sys.stdout.write(json.dumps(build()))
