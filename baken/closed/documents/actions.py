# SPDX-License-Identifier: EUPL-1.2
"""Every write to documents: asked of `access`, changed, logged, in one transaction."""

from uuid import UUID, uuid4

from django.db import transaction

from baken.closed.access.actions import me
from baken.closed.access.admitting import admit_to_write, note
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused
from baken.closed.audit.activities import Action, Activity
from baken.closed.casework.recorded import strike
from baken.closed.documents.kinds import cleaned, recognised
from baken.closed.documents.models import Document, Version


@transaction.atomic
def add_document(*, dossier: UUID, part: Part, title: str, name: str, body: bytes) -> Document:
    """Keep a file under a title, in a part; raise NotTaken for one that is not taken."""
    standing, ground = admit_to_write(dossier, part)
    made = Document(dossier_id=dossier, part=part.value, title=title, recorded_by_id=me())
    made.full_clean(exclude=["dossier", "title", "recorded_by", "struck_by", "struck_at"], validate_constraints=False)
    made.save(force_insert=True)
    version = _add(made, name, body)
    objects = [made.pk, version.pk]
    note(standing, Activity.CREATE, Action.CREATE, part=part, ground=ground, kind="document", objects=objects)
    return made


@transaction.atomic
def add_version(*, dossier: UUID, document: UUID, name: str, body: bytes) -> Version:
    """Keep a newer file under the same title; the older ones stay."""
    found, part = _document(dossier, document)
    standing, ground = admit_to_write(dossier, part)
    made = _add(found, name, body)
    objects = [document, made.pk]
    note(standing, Activity.CREATE, Action.CREATE, part=part, ground=ground, kind="version", objects=objects)
    return made


@transaction.atomic
def strike_document(*, dossier: UUID, document: UUID) -> None:
    """Strike out a document that does not belong here; it stays to be seen."""
    _found, part = _document(dossier, document)
    strike(Document, dossier=dossier, row=document, part=part)


def _document(dossier: UUID, document: UUID) -> tuple[Document, Part]:
    found = Document.objects.filter(pk=document, dossier=dossier, struck_at=None).first()
    if found is None:
        raise Refused("no such document")
    return found, Part(found.part)


def _add(document: Document, name: str, body: bytes) -> Version:
    kind, key = recognised(body), uuid4()
    made = Version(id=key, document=document, dossier_id=document.dossier_id, added_by_id=me())
    made.name, made.media_type, made.size = cleaned(name, kind), kind.media_type, len(body)
    made.body = body
    made.save(force_insert=True)
    return made
