# SPDX-License-Identifier: EUPL-1.2
"""The sheet as it is being filled in, with what is missing and what contradicts itself. Each question is logged."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from baken.closed.access import reads as access
from baken.closed.access import rules as grounds
from baken.closed.access.admitting import admit
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused
from baken.closed.casework.person import reads as people
from baken.closed.casework.status.reads import status_of
from baken.closed.registration import checks
from baken.closed.registration.checks import Fault
from baken.closed.registration.fields import Field, Kind, table
from baken.closed.registration.models import Draft
from baken.closed.registration.prefilling import prefilled
from baken.core.clock import today


@dataclass(frozen=True)
class Sheet:
    """A sheet, and what is to be said of it before it is fixed."""

    dossier: Dossier
    draft: Draft
    missing: list[Field]
    differences: list[Field]
    faults: list[Fault]

    @property
    def kind(self) -> Kind:
        """Which type of file it is."""
        return table().kinds[self.draft.kind]

    @property
    def stamp(self) -> str:
        """Which state of it this is."""
        return stamp(self.draft)

    @property
    def is_open(self) -> bool:
        """Whether something was not asked, or the file says otherwise."""
        return bool(self.missing or self.differences)


def sheet_of(dossier: UUID) -> Sheet:
    """Return the sheet of a dossier for who fills it in; raise Refused where there is none or she does not."""
    standing, _ = admit(dossier, Part.NOTES, kind="sheet")
    draft = Draft.objects.filter(dossier=dossier).first()
    if draft is None or not grounds.can_record_consent(standing):
        raise Refused("fills in no sheet here")
    person = people.person(standing)
    told = prefilled(person, status_of(dossier))
    name = person.identity.name if person.identity else ""
    return Sheet(
        dossier=access.dossiers().get(pk=dossier),
        draft=draft,
        missing=checks.missing(draft.kind, draft.answers),
        differences=checks.differences(draft.answers, told),
        faults=checks.faults(draft.kind, draft.answers, name, today()),
    )


def filed(dossier: UUID) -> Mapping[str, Any]:
    """Return what the file holds of the sheet: for an action that was let in."""
    return prefilled(people.person(access.standing(dossier)), status_of(dossier))


def stamp(draft: Draft) -> str:
    """Return which state of a sheet this is."""
    return draft.changed_at.isoformat()
