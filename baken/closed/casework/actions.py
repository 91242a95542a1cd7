# SPDX-License-Identifier: EUPL-1.2
"""Every write to what a dossier holds: asked of `access`, changed, logged, in one transaction."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from baken.closed.access.actions import me
from baken.closed.access.admitting import admit_to_write, note
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused
from baken.closed.audit.activities import Action, Activity
from baken.closed.casework.models import KINDS, Contact, Envelope, Hiding, Identity, Note, hiding_place
from baken.closed.casework.reads import possible_holders
from baken.closed.vault.blind import blind_index
from baken.closed.vault.holders import seal_to
from baken.core.clock import today


@transaction.atomic
def write_identity(  # noqa: PLR0913 - one argument for each thing that is known
    *,
    dossier: UUID,
    name: str = "",
    born: datetime.date | None = None,
    least: int | None = None,
    most: int | None = None,
    gender: str = "",
    nationality: str = "",
    languages: Sequence[str] = (),
    interpreter: str = "",
    other_nationalities: Sequence[str] = (),
    marital_status: str = "",
    children: str = "",
    education: str = "",
    document_number: str = "",
) -> Identity:
    """Write down who the person is; what stood there before is replaced.

    Raises ValidationError for a birth date together with an age.
    """
    standing, ground = admit_to_write(dossier, Part.IDENTITY)
    if born and (least is not None or most is not None):
        raise ValidationError(_("Give the birth date or an age, not both."))
    row = Identity.objects.filter(dossier=dossier).first() or Identity(dossier_id=dossier)
    made = row._state.adding
    row.name, row.born, row.gender, row.nationality = name, born, gender, nationality
    row.age_range = _age_range(row.age_range, least, most)
    row.languages, row.interpreter = list(languages), interpreter
    row.other_nationalities, row.children = list(other_nationalities), children
    row.marital_status, row.education, row.document_number = marital_status, education, document_number
    row.document_index = blind_index(standing.agency, "document", document_number) if document_number else None
    row.save()
    how = (Activity.CREATE, Action.CREATE) if made else (Activity.UPDATE, Action.UPDATE)
    note(standing, *how, part=Part.IDENTITY, ground=ground, kind="identity", objects=[row.pk])
    return row


def _age_range(before: dict[str, Any] | None, least: int | None, most: int | None) -> dict[str, Any] | None:
    """Return an age with the day on which it was said: she grows older from there on."""
    if least is None or most is None:
        return None
    if before and (before["least"], before["most"]) == (least, most):
        return before
    return {"least": least, "most": most, "on": today().isoformat()}


@transaction.atomic
def write_contact(  # noqa: PLR0913 - one argument for each thing that is known
    *,
    dossier: UUID,
    phone: str,
    safe_ways: str,
    email: str = "",
    post_street: str = "",
    post_code: str = "",
    post_city: str = "",
    post_state: str = "",
    post_country: str = "",
) -> Contact:
    """Write down how the person can be reached and where post may arrive, with the blind index of her number."""
    standing, ground = admit_to_write(dossier, Part.CONTACT)
    row = Contact.objects.filter(dossier=dossier).first() or Contact(dossier_id=dossier)
    made = row._state.adding
    row.phone, row.safe_ways, row.email = phone, safe_ways, email
    row.post_street, row.post_code, row.post_city = post_street, post_code, post_city
    row.post_state, row.post_country = post_state, post_country
    row.phone_index = blind_index(standing.agency, "phone", phone) if phone else None
    row.save()
    how = (Activity.CREATE, Action.CREATE) if made else (Activity.UPDATE, Action.UPDATE)
    note(standing, *how, part=Part.CONTACT, ground=ground, kind="contact", objects=[row.pk])
    return row


@transaction.atomic
def add_note(
    *, dossier: UUID, part: Part, text: str, kind: str = "note", happened_on: datetime.date | None = None
) -> Note:
    """Add a note to one of the parts that have notes; raise ValidationError for a day that is to come."""
    return _add_note(dossier, part, text=text, kind=kind, happened_on=happened_on or today())


@transaction.atomic
def add_conference(  # noqa: PLR0913 - one argument for each thing that is told
    *, dossier: UUID, part: Part, present: str, decisions: str, text: str, happened_on: datetime.date
) -> Note:
    """Add a case conference: who were there, what was decided, and what else was said."""
    told = {"present": present, "decisions": decisions}
    return _add_note(dossier, part, text=text, kind="conference", happened_on=happened_on, conference=told)


def _add_note(dossier: UUID, part: Part, **words: Any) -> Note:
    standing, ground = admit_to_write(dossier, part)
    if words["kind"] not in dict(KINDS) or words["happened_on"] > today():
        raise ValidationError(_("Choose what it was, and a day that is not to come."))
    made = Note(dossier_id=dossier, part=part.value, written_by_id=me(), **words)
    made.full_clean(exclude=["dossier", "written_by", "text", "conference"])
    made.save(force_insert=True)
    note(standing, Activity.CREATE, Action.CREATE, part=part, ground=ground, kind="note", objects=[made.pk])
    return made


@transaction.atomic
def write_whereabouts(*, dossier: UUID, text: str, holders: Mapping[UUID, bytes]) -> Hiding:
    """Seal where the person hides to named holders, by their public keys; each must be able to be one."""
    standing, ground = admit_to_write(dossier, Part.WHEREABOUTS)
    if not set(holders) <= {each.user for each in possible_holders(dossier)}:
        raise Refused("a holder is on the team")
    made = Hiding(id=uuid4(), dossier_id=dossier, written_by_id=me())
    letter = seal_to(holders, text.encode(), hiding_place(made.pk, dossier))
    made.body = letter.body
    made.save(force_insert=True)
    for holder, envelope in letter.envelopes.items():
        Envelope(hiding=made, holder_id=holder, sealed=envelope).save(force_insert=True)
    objects = [made.pk, *holders]
    note(standing, Activity.CREATE, Action.CREATE, part=Part.WHEREABOUTS, ground=ground, kind="hiding", objects=objects)
    return made
