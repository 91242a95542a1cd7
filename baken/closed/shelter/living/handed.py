# SPDX-License-Identifier: EUPL-1.2
"""What a shift handed over, who signed for it, and which shifts the acting user has not read yet."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from baken.closed.access.actions import me
from baken.closed.access.rules import Refused
from baken.closed.shelter.admitting import my_houses
from baken.closed.shelter.living.models import Line, Shift, Signature, Written
from baken.closed.shelter.living.residents import Resident, residents
from baken.closed.shelter.nights.reads import Night, on_tonight
from baken.core.clock import now

ASKED = datetime.timedelta(days=7)  # so long a shift is asked to be read; a choice of ours, to be confirmed


@dataclass(frozen=True)
class Of:
    """A row, and whose it is."""

    who: Resident
    row: Written


@dataclass(frozen=True)
class Handed:
    """A shift with its lines and who signed for them, and who is on tonight."""

    shift: Shift
    night: Night
    lines: list[Of]
    signatures: list[Signature]

    @property
    def may_sign(self) -> bool:
        """Whether the acting user is to sign: it has ended, and she has not."""
        return self.shift.ended_at is not None and all(each.signed_by_id != me() for each in self.signatures)


def handed(shift: UUID) -> Handed:
    """Return what a shift of one's own house handed over, logged as one list; raise Refused for another."""
    found = Shift.objects.select_related("begun_by").filter(pk=shift, agency__in=my_houses()).first()
    if found is None:
        raise Refused("no such shift in this house")
    signatures = list(found.signatures.select_related("signed_by").order_by("signed_at"))
    return Handed(found, on_tonight(found.agency_id), lines_of(found, residents(found.agency_id)), signatures)


def lines_of(shift: Shift, there: dict[UUID, Resident]) -> list[Of]:
    """Return the lines of a shift about whoever the house still sees, the first first."""
    return of(there, Line.objects.filter(shift=shift, dossier__in=list(there)).order_by("written_at"))


def of(there: dict[UUID, Resident], rows: Iterable[Written]) -> list[Of]:
    """Return rows with whose they are."""
    return [Of(there[each.dossier_id], each) for each in rows]


def unsigned() -> list[Shift]:
    """Return shifts of one's house that ended lately, that others began, and that one has not signed; nobody's row."""
    lately = Shift.objects.filter(agency__in=my_houses(), ended_at__gt=now() - ASKED)
    others = lately.exclude(begun_by=me()).exclude(signatures__signed_by=me())
    return list(others.select_related("begun_by").order_by("-begun_at"))
