# SPDX-License-Identifier: EUPL-1.2
"""The documents of a file, without their contents until somebody takes one out. Each question is logged."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from baken.closed.access import reads as access
from baken.closed.access import rules
from baken.closed.access.admitting import admit
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused
from baken.closed.casework.models import NOTED
from baken.closed.documents.models import Document, Version


@dataclass(frozen=True)
class Documents:
    """The documents that the acting user may read, the newest first, and the parts to which she may add."""

    dossier: Dossier
    documents: list[Document]
    writable: frozenset[Part]


@dataclass(frozen=True)
class Taken:
    """A file as it is given back."""

    name: str
    media_type: str
    body: bytes


def documents_of(dossier: UUID) -> Documents:
    """Return the documents of every part that may be read, with one entry in the log for each part."""
    standing = access.standing(dossier)
    parts = [Part(part) for part, _ in NOTED if rules.ground(standing, Part(part))]
    if not parts:
        raise Refused("no ground to read documents")
    found = list(_documents(dossier).filter(part__in=[each.value for each in parts]).order_by("-recorded_at"))
    for part in parts:
        admit(dossier, part, kind="document", objects=[each.pk for each in found if each.part == part])
    writable = frozenset(Part(part) for part, _ in NOTED if rules.ground_to_write(standing, Part(part)))
    return Documents(access.dossiers().get(pk=dossier), found, writable)


def _documents(dossier: UUID) -> QuerySet[Document]:
    versions = Version.objects.defer("body").select_related("added_by").order_by("-added_at")
    return Document.objects.filter(dossier=dossier).prefetch_related(Prefetch("versions", versions))


def document(dossier: UUID, document: UUID) -> tuple[Documents, Document]:
    """Return one document with all its versions; raise Refused for one that is not there or may not be read."""
    found = _documents(dossier).filter(pk=document).first()
    if found is None:
        raise Refused("no such document")
    standing, _ = admit(dossier, Part(found.part), kind="document", objects=[document])
    may_write = rules.ground_to_write(standing, Part(found.part)) and found.struck_at is None
    writable = frozenset([Part(found.part)] if may_write else [])
    return Documents(access.dossiers().get(pk=dossier), [found], writable), found


def take_out(dossier: UUID, document: UUID, version: UUID) -> Taken:
    """Return the contents of one version, which is logged; raise Refused, or Tampered for what was changed."""
    found = Version.objects.filter(pk=version, document=document, dossier=dossier).select_related("document").first()
    if found is None:
        raise Refused("no such version")
    admit(dossier, Part(found.document.part), kind="version", objects=[document, version])
    return Taken(found.name, found.media_type, bytes(found.body))


def check_writable(found: Documents, parts: Iterable[str]) -> None:
    """Raise Refused unless the acting user may add to each of these parts."""
    if not found.writable or not set(parts) <= found.writable:
        raise Refused("no ground to write documents")
