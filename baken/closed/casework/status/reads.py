# SPDX-License-Identifier: EUPL-1.2
"""What was said of somebody's being a victim. Each question is logged."""

from dataclasses import dataclass
from uuid import UUID

from baken.closed.access import reads as access
from baken.closed.access import rules as access_rules
from baken.closed.access.admitting import admit
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.casework.status import rules
from baken.closed.casework.status.models import Assertion
from baken.closed.casework.status.rules import HTCDS_DECIDED_BY, HTCDS_STATUS, By, Said, What


@dataclass(frozen=True)
class Status:
    """Everything that was said, the newest first, and what it comes to."""

    dossier: Dossier
    assertions: list[Assertion]
    standing: rules.Standing | None
    may_write: bool

    @property
    def htcds(self) -> tuple[str, str] | None:
        """The status and who decided, as HTCDS 2.0 has them."""
        if self.standing is None:
            return None
        said = self.standing.said
        return HTCDS_STATUS[said.what], HTCDS_DECIDED_BY[said.by]


def status_of(dossier: UUID) -> Status:
    """Return what was said of a dossier's person; raise Refused without a ground for the notes."""
    standing = access.standing(dossier)
    access_rules.check_can_read(standing, Part.NOTES)
    found = list(Assertion.objects.filter(dossier=dossier).select_related("recorded_by"))
    admit(dossier, Part.NOTES, kind="status", objects=[each.pk for each in found])
    return Status(
        dossier=access.dossiers().get(pk=dossier),
        assertions=sorted(found, key=lambda each: (each.on, each.recorded_at), reverse=True),
        standing=rules.standing(_said(each) for each in found if each.struck_at is None),
        may_write=access_rules.ground_to_write(standing, Part.NOTES) is not None,
    )


def _said(row: Assertion) -> Said:
    return Said(What(row.what), By(row.by), row.on, row.recorded_at)
