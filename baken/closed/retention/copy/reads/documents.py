# SPDX-License-Identifier: EUPL-1.2
"""Documents in the copy: what each is, and the files themselves, one after another."""

from collections.abc import Iterator
from uuid import UUID

from baken.closed.access.parts import Part
from baken.closed.casework.models import NOTED
from baken.closed.documents.models import Document, Version
from baken.closed.retention.copy.reads.admitting import Copy, admitted, moment


def documents(dossier: UUID) -> list[Copy]:
    """Return every document with its versions, what was struck out too, and where in the copy each file is."""
    found = list(Document.objects.filter(dossier=dossier).order_by("recorded_at"))
    for part, _label in NOTED:
        admitted(dossier, Part(part), [each.pk for each in found if each.part == part])
    versions = _versions(dossier)
    return [
        {
            "part": each.part,
            "title": each.title,
            "struck_out": moment(each.struck_at),
            "versions": [told for document, told in versions if document == each.pk],
        }
        for each in found
    ]


def _versions(dossier: UUID) -> list[tuple[UUID, Copy]]:
    rows = Version.objects.filter(dossier=dossier).select_related("document").defer("body").order_by("added_at", "id")
    return [
        (
            row.document_id,
            {
                "name": row.name,
                "media_type": row.media_type,
                "size": row.size,
                "added_at": moment(row.added_at),
                "path": _path(number, row),
            },
        )
        for number, row in enumerate(rows, 1)
    ]


def files(dossier: UUID) -> Iterator[tuple[str, bytes]]:
    """Yield each file with its path in the copy; only for whoever was admitted to the documents."""
    rows = Version.objects.filter(dossier=dossier).select_related("document").order_by("added_at", "id")
    for number, row in enumerate(rows.iterator(chunk_size=1), 1):
        if path := _path(number, row):
            yield path, bytes(row.body)


def _path(number: int, row: Version) -> str | None:
    """Return where a file stands in the copy; one that was struck out may be another's and is not handed out."""
    return None if row.document.struck_at else f"documents/{number:03}-{row.name}"
