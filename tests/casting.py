# SPDX-License-Identifier: EUPL-1.2
"""How the cast is stored: agencies, people with their posts, one full file, and each person's relation to it."""

import datetime
from collections.abc import Sequence
from uuid import UUID, uuid4

from baken.accounts.models import User
from baken.closed.access.models import Agency, Appointment, Consent, Dossier, Glass, TeamPlace
from baken.closed.access.parts import PURPOSE, Role
from baken.closed.casework.models import Contact, Envelope, Hiding, Identity, Note, hiding_place
from baken.closed.vault.actions import make_dossier_key
from baken.closed.vault.blind import blind_index
from baken.closed.vault.enrolling import enrol_holder, make_recovery
from baken.closed.vault.holders import seal_to
from tests.cast import PASSPHRASE, canary

HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)
# What was consented to: these parts and no others.
CONSENTED = ["cover", "identity", "notes"]
ELSEWHERE = ("none", "consent", "consent_expired", "consent_withdrawn", "shut_out")


def build(roles: Sequence[str], relations: Sequence[str], now: datetime.datetime) -> dict[str, dict[str, str]]:
    """Store everything and return the keys of people, files and rows by name."""
    agencies = _agencies(now)
    people = {f"{role}.{relation}": _person(role, relation, agencies, now) for role in roles for relation in relations}
    founder = people["case_manager.team"]
    rows = {"agency": agencies["same"].pk, "partner": agencies["none"].pk, "post": _post_of(people["intake.same"])}
    files = {"main": _file(agencies["same"], founder, None, people, rows)}
    for role in roles:
        files[f"{role}.subject"] = _file(agencies["same"], founder, people[f"{role}.subject"], people, {})
    _relate(files["main"], people, agencies, rows, now)
    for role in roles:
        _seat(files[f"{role}.subject"], people[f"{role}.subject"], founder, now)
    return {
        "people": {name: str(each.pk) for name, each in people.items()},
        "files": {name: str(each.pk) for name, each in files.items()},
        "rows": {name: str(each) for name, each in rows.items()},
    }


def _agencies(now: datetime.datetime) -> dict[str, Agency]:
    made = {name: Agency.objects.create(name=f"Verzonnen partner {name}") for name in ELSEWHERE}
    made["same"] = Agency.objects.create(name="Verzonnen centrum", kind=Agency.Kind.CENTRE)
    Agency.objects.filter(pk=made["shut_out"].pk).update(suspended_at=now - HOUR)
    return made


def _person(role: str, relation: str, agencies: dict[str, Agency], now: datetime.datetime) -> User:
    user = User.objects.create(
        email=f"{role}.{relation}@example.org", first_name=role, last_name=f"Verzonnen {relation}"
    )
    until = now - HOUR if relation == "post_ended" else None
    agency = agencies.get(relation, agencies["same"])
    Appointment.objects.create(user=user, agency=agency, role=role, since=now - 30 * DAY, until=until)
    return user


def _post_of(user: User) -> UUID:
    return Appointment.objects.get(user=user).pk


def _file(
    agency: Agency, founder: User, subject: User | None, people: dict[str, User], rows: dict[str, UUID]
) -> Dossier:
    key = uuid4()
    make_dossier_key(dossier=key, agency=agency.pk, bucket="2026")
    count = Dossier.objects.count() + 1
    file = Dossier.objects.create(id=key, agency=agency, number=f"2026-{count:04}", bucket="2026", subject=subject)
    Identity.objects.create(dossier=file, name=canary("name"), nationality=canary("nationality"))
    index = blind_index(agency.pk, "phone", canary("phone"))
    Contact.objects.create(dossier=file, phone=canary("phone"), safe_ways=canary("safe_ways"), phone_index=index)
    for part in ("notes", "legal", "health"):
        Note.objects.create(dossier=file, part=part, text=canary(part), written_by=founder)
    if subject is None:
        _hide(file, founder, people, rows)
    return file


def _hide(file: Dossier, founder: User, people: dict[str, User], rows: dict[str, UUID]) -> None:
    """Seal the whereabouts to the case manager on the team, after the ceremony that needs two keepers."""
    keepers = [people["manager.same"].pk, people["privacy_officer.same"].pk]
    make_recovery(agency=file.agency_id, keepers=dict.fromkeys(keepers, PASSPHRASE))
    holder = enrol_holder(user=founder.pk, agency=file.agency_id, passphrase=PASSPHRASE)
    hiding = Hiding(id=uuid4(), dossier=file, written_by=founder)
    letter = seal_to(
        {founder.pk: bytes(holder.public)}, canary("whereabouts").encode(), hiding_place(hiding.pk, file.pk)
    )
    hiding.body = letter.body
    hiding.save()
    Envelope.objects.create(hiding=hiding, holder=founder, sealed=letter.envelopes[founder.pk])
    rows["hiding"] = hiding.pk


def _relate(
    file: Dossier, people: dict[str, User], agencies: dict[str, Agency], rows: dict[str, UUID], now: datetime.datetime
) -> None:
    founder = people["case_manager.team"]
    for name, user in people.items():
        relation = name.split(".")[1]
        if relation in {"team", "ex_team", "post_ended"}:
            place = _seat(file, user, founder, now, until=now - HOUR if relation == "ex_team" else None)
            rows.setdefault(f"place.{relation}", place.pk)
        if relation.startswith("glass"):
            _break(file, user, rows, now, live=relation == "glass")
    for relation in ("consent", "consent_expired", "consent_withdrawn", "shut_out"):
        rows[relation] = _consent(file, agencies[relation], founder, relation, now)


def _seat(
    file: Dossier, user: User, by: User, now: datetime.datetime, until: datetime.datetime | None = None
) -> TeamPlace:
    return TeamPlace.objects.create(dossier=file, user=user, since=now - 20 * DAY, until=until, given_by=by)


def _break(file: Dossier, user: User, rows: dict[str, UUID], now: datetime.datetime, *, live: bool) -> None:
    since = now if live else now - 5 * HOUR
    made = Glass.objects.create(
        dossier=file, user=user, reason="Verzonnen nood", since=since, until=since + HOUR, alarmed=[]
    )
    rows.setdefault("glass" if live else "glass_expired", made.pk)


def _consent(file: Dossier, agency: Agency, by: User, relation: str, now: datetime.datetime) -> UUID:
    """Let an agency read some parts, for every purpose that a role with a clearance has; return one of the rows."""
    until = now - HOUR if relation == "consent_expired" else now + 30 * DAY
    withdrawn = {"withdrawn_at": now - HOUR, "withdrawn_by": by} if relation == "consent_withdrawn" else {}
    purposes = sorted({PURPOSE[role].value for role in Role if role in PURPOSE} - {"oversight"})
    rows = [
        Consent(dossier=file, agency=agency, parts=CONSENTED, purpose=purpose, until=until, recorded_by=by, **withdrawn)
        for purpose in purposes
    ]
    for row in rows:
        row.since = now - 10 * DAY
        row.save()
    return rows[0].pk
