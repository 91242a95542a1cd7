# SPDX-License-Identifier: EUPL-1.2
"""How the cast is stored: agencies, people with their posts, one full file, and each person's relation to it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.contrib.auth.hashers import make_password
from django.db import connection

from baken.accounts.models import User
from baken.closed.access.models import Agency, Appointment, Consent, Dossier, Glass, Invitation, Reset, TeamPlace
from baken.closed.access.parts import PURPOSE, Role
from baken.closed.audit.models import Entry
from baken.closed.casework.models import Contact, Envelope, Hiding, Identity, hiding_place
from baken.closed.intake.models import Link, Verdict
from baken.closed.legal.models import Conditions, Happened, Watch
from baken.closed.minors.models import Round
from baken.closed.retention.models import Erasure, Hold, Tombstone
from baken.closed.vault.actions import make_dossier_key
from baken.closed.vault.blind import blind_index
from baken.closed.vault.enrolling import enrol_holder, enrol_keeper
from baken.closed.vault.holders import seal_to
from baken.closed.vault.renewing import ask, pass_on
from tests import figuring, filling, housing, planning, registering, telling
from tests.cast import OTHERS, OWN, PASSPHRASE, canary

HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)
# What was consented to: these parts and no others.
CONSENTED = ["cover", "identity", "notes"]
# Each purpose for which a role that works with files reads them.
CARING = sorted({each.value for each in PURPOSE.values()} - {"oversight"})
CONSENTING = ("consent", "consent_expired", "consent_withdrawn", "consent_later", "shut_out")
ELSEWHERE = ("none", *CONSENTING, "consent_purpose", "subject_consent")
# Who keeps shares of holders' keys, and which of them have helped the one who forgot her passphrase.
HELPED = ("manager.team", "privacy_officer.team")
KEEPERS = ("manager.same", "privacy_officer.same", *HELPED)
# Who works at the partner that has nothing to do with the file, whatever row may name her.
_AT_NONE = ("team_elsewhere", "glass_elsewhere", "two_posts")
SEATED = ("team", "ex_team", "post_ended", "inactive", "team_later", "post_later", "team_elsewhere", "two_posts",
          "two_roles")  # fmt: skip


@dataclass(frozen=True)
class Scene:
    """Who and what is there: agencies and people by name, keys of rows by name, and the moment of it all."""

    people: dict[str, User]
    agencies: dict[str, Agency]
    rows: dict[str, UUID]
    now: datetime.datetime

    @property
    def founder(self) -> User:
        """The case manager who opened the file."""
        return self.people["case_manager.team"]


def build(roles: Sequence[str], relations: Sequence[str], now: datetime.datetime) -> dict[str, dict[str, str]]:
    """Store everything and return the keys of people, files and rows by name."""
    agencies = _agencies(now)
    people = {f"{role}.{relation}": _person(role, relation, agencies, now) for role in roles for relation in relations}
    rows = {"agency": agencies["same"].pk, "partner": agencies["none"].pk, "post": _post_of(people["intake.same"])}
    rows |= {f"agency.{name}": each.pk for name, each in agencies.items()}
    scene = Scene(people, agencies, rows, now)
    files = {"main": _file(scene), "empty": _file(scene)}
    files |= {name: _file(scene, people[name]) for name in (f"{role}.{each}" for role in roles for each in OWN)}
    partner_file = Dossier.objects.create(agency=agencies["none"], number="2026-0777", bucket="2026")
    Dossier.objects.create(agency=agencies["none"], number="2025-0001", bucket="2025", closed_at=now, kind="report")
    rows["partner_file"] = partner_file.pk
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO access_numbering VALUES (%s, 2020, 7)", [agencies["same"].pk])
    rows["round.empty"] = Round.objects.get(dossier=files["empty"]).pk
    rows["happened"] = Happened.objects.get(dossier=files["main"]).pk
    _hide(files["main"], scene)
    _forget(files["main"], scene)
    _leave_behind(files["empty"], scene)
    Link.objects.create(dossier=files["main"], case=files["empty"], linked_by=scene.founder)
    Verdict.objects.create(dossier=files["main"], other=files["empty"], verdict="different", judged_by=scene.founder)
    Verdict.objects.create(dossier=files["empty"], other=files["main"], verdict="different", judged_by=scene.founder)
    _relate(files["main"], scene)
    for name in files.keys() - {"main", "empty"}:
        _relate_own(files[name], scene, name)
    for name in files.keys() - {"empty"}:
        _keep(files[name], scene)
    planning.plan(files, scene)
    planning.lead(files, scene)
    registering.register(files, scene)
    housing.house(files, scene)
    figuring.figure(files, scene)
    Tombstone.objects.create(agency=agencies["same"], erased_on=now.date(), reason="term", rule="wgbo-20-years")
    _ask(scene)
    _log(files, scene)
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
        email=f"{role}.{relation}@example.org",
        first_name=role,
        last_name=f"Verzonnen {relation}",
        is_active=relation != "inactive",
        password=make_password(None),
    )
    until = now - HOUR if relation == "post_ended" else None
    since = now + DAY if relation == "post_later" else now - 30 * DAY
    agency = agencies.get("none" if relation in _AT_NONE else relation, agencies["same"])
    Appointment.objects.create(user=user, agency=agency, role=role, since=since, until=until)
    if relation == "two_posts":
        # Her casework is done elsewhere; where the file is, and where it was consented to, she runs the machines.
        for name in ("same", "consent"):
            Appointment.objects.create(user=user, agency=agencies[name], role=Role.ADMINISTRATOR.value, since=since)
    if relation == "two_roles":
        # What she may do in her role elsewhere she may not do here.
        Appointment.objects.create(user=user, agency=agencies["none"], role=Role.INTAKE.value, since=since)
    return user


def _post_of(user: User) -> UUID:
    return Appointment.objects.get(user=user).pk


def _file(scene: Scene, subject: User | None = None) -> Dossier:
    key, agency = uuid4(), scene.agencies["same"]
    make_dossier_key(dossier=key, agency=agency.pk, bucket="2026")
    count = Dossier.objects.count() + 1
    file = Dossier.objects.create(id=key, agency=agency, number=f"2026-{count:04}", bucket="2026", subject=subject)
    Identity.objects.create(
        dossier=file, name=canary("name"), nationality=canary("nationality"), document_number=canary("document")
    )
    filling.fill(file, scene.founder, scene.rows)
    telling.tell(file, scene.founder, scene.rows)
    index = blind_index(agency.pk, "phone", canary("phone"))
    Contact.objects.create(
        dossier=file,
        phone=canary("phone"),
        safe_ways=canary("safe_ways"),
        phone_index=index,
        post_street=canary("street"),
    )
    Happened.objects.create(
        dossier=file, event="report_signed", on=datetime.date(2026, 1, 5), recorded_by=scene.founder
    )
    Conditions.objects.create(dossier=file, known={"dublin": True})
    Watch.objects.create(dossier=file, until=scene.now.date() - DAY)
    return file


def _hide(file: Dossier, scene: Scene) -> None:
    """Seal the whereabouts to the case manager on the team and one who left, whose keys four keepers keep in shares."""
    people = scene.people
    keepers = {name: people[name].pk for name in KEEPERS}
    for user in keepers.values():
        enrol_keeper(user=user, agency=file.agency_id, passphrase=PASSPHRASE)
    holders = {each.pk: each for each in (scene.founder, people["case_manager.ex_team"])}
    keys = {user: _holder_key(user, file.agency_id, set(keepers.values())) for user in holders}
    hiding = Hiding(id=uuid4(), dossier=file, written_by=scene.founder)
    letter = seal_to(keys, canary("whereabouts").encode(), hiding_place(hiding.pk, file.pk))
    hiding.body = letter.body
    hiding.save()
    for user, envelope in letter.envelopes.items():
        Envelope.objects.create(hiding=hiding, holder=holders[user], sealed=envelope)
    scene.rows["hiding"] = hiding.pk


def _leave_behind(file: Dossier, scene: Scene) -> None:
    """Give a file of an earlier year a sealed place and the founder an envelope: she was never on its team."""
    Dossier.objects.filter(pk=file.pk).update(number="2025-0900")
    hiding = Hiding.objects.create(dossier=file, written_by=scene.people[f"shelter.{OTHERS}"], body=b"")
    Envelope.objects.create(hiding=hiding, holder=scene.founder, sealed=b"")
    scene.rows["hiding.empty"] = hiding.pk


def _holder_key(user: UUID, agency: UUID, keepers: set[UUID]) -> bytes:
    return bytes(enrol_holder(user=user, agency=agency, passphrase=PASSPHRASE, keepers=keepers).public)


def _forget(file: Dossier, scene: Scene) -> None:
    """Let the holder who left the team forget her passphrase, and two of the four keepers help her."""
    renewal = ask(user=scene.people["case_manager.ex_team"].pk, agency=file.agency_id, passphrase=PASSPHRASE)
    for name in HELPED:
        pass_on(keeper=scene.people[name].pk, renewal=renewal, passphrase=PASSPHRASE)
    scene.rows["renewal"] = renewal.pk


def _relate(file: Dossier, scene: Scene) -> None:
    founder, rows = scene.founder, scene.rows
    for name, user in scene.people.items():
        relation = name.split(".")[1]
        if relation in SEATED:
            rows[f"place.{name}"] = _seat(file, user, scene, relation).pk
            rows.setdefault(f"place.{relation}", rows[f"place.{name}"])
        if relation.startswith("glass"):
            rows[f"glass.{name}"] = _break(file, user, scene, relation)
            rows.setdefault(relation, rows[f"glass.{name}"])
    for relation in CONSENTING:
        rows[relation] = _consent(file, scene, relation)
    # One purpose only; and a row that nothing of ours would write, in which even whereabouts stand.
    parts, now = [*CONSENTED, "whereabouts"], scene.now
    terms = {"parts": parts, "purpose": "coordination", "since": now - 10 * DAY, "until": now + 30 * DAY}
    Consent.objects.create(dossier=file, agency=scene.agencies["consent_purpose"], recorded_by=founder, **terms)


def _relate_own(file: Dossier, scene: Scene, name: str) -> None:
    """Give the person whom a file is about what would open it, were it somebody else's."""
    role, relation = name.split(".")
    her, rows = scene.people[name], scene.rows
    if relation == "subject":
        rows[f"place.{name}"] = _seat(file, her, scene, relation).pk
        rows[f"consent.{name}"] = _consent(file, scene, "consent_expired")
        rows[f"glass.{name}"] = _break(file, scene.people[f"{role}.{OTHERS}"], scene, "glass")
    if relation == "subject_consent":
        # For her own purpose alone, so that her colleagues there, who have other roles, stay strangers to it.
        _consent(file, scene, relation, [PURPOSE.get(Role(role), PURPOSE[Role.MANAGER]).value])
    if relation == "subject_glass":
        _break(file, her, scene, "glass")


def _seat(file: Dossier, user: User, scene: Scene, relation: str) -> TeamPlace:
    since = scene.now + DAY if relation == "team_later" else scene.now - 20 * DAY
    until = scene.now - HOUR if relation == "ex_team" else None
    return TeamPlace.objects.create(dossier=file, user=user, since=since, until=until, given_by=scene.founder)


def _break(file: Dossier, user: User, scene: Scene, relation: str) -> UUID:
    now = scene.now
    since = {"glass_expired": now - 5 * HOUR, "glass_later": now + DAY}.get(relation, now)
    # A day long where it is live: a run of the whole matrix may take more than an hour.
    until = since + (HOUR if relation == "glass_expired" else DAY)
    made = Glass.objects.create(dossier=file, user=user, reason="Verzonnen nood", since=since, until=until, alarmed=[])
    return made.pk


def _consent(file: Dossier, scene: Scene, relation: str, purposes: Sequence[str] = CARING) -> UUID:
    """Let an agency read some parts, for some purposes or for each that a role works for; return one of the rows."""
    now, by, agency = scene.now, scene.founder, scene.agencies[relation]
    since = now + DAY if relation == "consent_later" else now - 10 * DAY
    until = now - HOUR if relation == "consent_expired" else now + 30 * DAY
    withdrawn = {"withdrawn_at": now - HOUR, "withdrawn_by": by} if relation == "consent_withdrawn" else {}
    terms = {"parts": CONSENTED, "since": since, "until": until, "recorded_by": by, **withdrawn}
    rows = [Consent.objects.create(dossier=file, agency=agency, purpose=purpose, **terms) for purpose in purposes]
    return rows[0].pk


def _keep(file: Dossier, scene: Scene) -> None:
    """Hold a file, and ask that it is erased: which of the two waits for the other is no business of the cast."""
    Hold.objects.create(dossier=file, reason="criminal", placed_by=scene.people[f"privacy_officer.{OTHERS}"])
    asked = {"reason": "request", "rule": "request-3-months", "requested_on": scene.now.date()}
    Erasure.objects.create(dossier=file, agency=file.agency, made_by=scene.people[f"manager.{OTHERS}"], **asked)


def _ask(scene: Scene) -> None:
    """Ask somebody in, and ask to start somebody's account anew: both wait for a second person."""
    agency, people = scene.agencies["same"], scene.people
    asker = people[f"manager.{OTHERS}"]
    asked = Invitation.objects.create(agency=agency, made_by=asker, email="verzonnen.gast@example.org", role="intake")
    reset = Reset.objects.create(agency=agency, made_by=asker, user=people["intake.same"])
    scene.rows.update({"invitation": asked.pk, "reset": reset.pk})


def _log(files: dict[str, Dossier], scene: Scene) -> None:
    """Write entries about the file, about a privacy officer's own and about nothing, by people of several agencies."""
    file, own = files["main"], files["privacy_officer.subject"]
    told = (
        ("case_manager.team", file), ("case_manager.consent", file), ("intake.none", None), ("case_manager.team", own),
    )  # fmt: skip
    for number, (name, about) in enumerate(told):
        at = scene.agencies.get(name.split(".")[1], scene.agencies["same"])
        Entry.objects.create(
            user_id=scene.people[name].pk, agency_id=at.pk, at=scene.now - number * HOUR, activity="read", action="R",
            outcome="done", requestor=True, site="closed", component="cast", dossier_id=about.pk if about else None,
            dossier_agency_id=about.agency_id if about else None,
        )  # fmt: skip
    _log_otherwise(file, scene)


def _log_otherwise(file: Dossier, scene: Scene) -> None:
    """Write that the file stood in a list, and that somebody was refused it: at other moments than it was read."""
    others = {"site": "closed", "component": "cast", "user_id": scene.founder.pk, "agency_id": file.agency_id}
    others |= {"action": "R", "requestor": True, "dossier_agency_id": file.agency_id}
    listed = {"at": scene.now + HOUR, "activity": "list", "outcome": "done", "objects_touched": [str(file.pk)]}
    refused = {"at": scene.now + 2 * HOUR, "activity": "refusal", "outcome": "refused", "dossier_id": file.pk}
    for each in (listed, refused):
        Entry.objects.create(**others, **each)
