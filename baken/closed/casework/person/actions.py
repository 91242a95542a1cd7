# SPDX-License-Identifier: EUPL-1.2
"""Writing down who has authority over a minor and who is her family; what is changed is struck out and written anew."""

from datetime import date
from uuid import UUID

from django.db import transaction

from baken.closed.access.admitting import admit, admit_to_write
from baken.closed.access.parts import Part
from baken.closed.casework.person.models import Guardian, Relative
from baken.closed.casework.recorded import strike, write


@transaction.atomic
def write_guardian(  # noqa: PLR0913 - one argument for each thing that is known
    *, dossier: UUID, kind: str, name: str, phone: str, since: date | None, until: date | None, old: UUID | None = None
) -> Guardian:
    """Write down who has authority over a minor, instead of what stood there if that is given."""
    made = Guardian(dossier_id=dossier, kind=kind, name=name, phone=phone, since=since, until=until)
    write(made, part=Part.IDENTITY, old=old)
    return made


@transaction.atomic
def write_relative(  # noqa: PLR0913 - one argument for each thing that is known
    *,
    dossier: UUID,
    name: str,
    relation: str,
    born: date | None,
    with_her: bool,
    file: UUID | None = None,
    old: UUID | None = None,
) -> Relative:
    """Write down who is her family; raise Refused for a link to a file whose cover the writer may not read."""
    admit_to_write(dossier, Part.IDENTITY)
    # A link that somebody else made stays, though who changes the rest may not see that file.
    if file and not _links(old, dossier, file):
        admit(file, Part.COVER, kind="relative", objects=[file])
    made = Relative(dossier_id=dossier, name=name, relation=relation, born=born, with_her=with_her)
    made.file = str(file or "")
    write(made, part=Part.IDENTITY, old=old)
    return made


def _links(old: UUID | None, dossier: UUID, file: UUID) -> bool:
    row = Relative.objects.filter(pk=old, dossier=dossier, struck_at=None).first() if old else None
    return row is not None and row.file == str(file)


def strike_guardian(*, dossier: UUID, guardian: UUID) -> None:
    """Strike out a guardian who was written down by mistake."""
    strike(Guardian, dossier=dossier, row=guardian, part=Part.IDENTITY)


def strike_relative(*, dossier: UUID, relative: UUID) -> None:
    """Strike out a relative who was written down by mistake."""
    strike(Relative, dossier=dossier, row=relative, part=Part.IDENTITY)
