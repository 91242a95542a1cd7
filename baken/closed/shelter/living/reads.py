# SPDX-License-Identifier: EUPL-1.2
"""One household's daily life: agreements, visitors, incidents, what was handed over, lent, school. Logged."""

from dataclasses import dataclass
from uuid import UUID

from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused
from baken.closed.shelter.admitting import admit
from baken.closed.shelter.asking.reads import Household, household
from baken.closed.shelter.living.models import Agreement, Incident, Line, Loan, School, Visit
from baken.closed.shelter.living.writing import Wrote


@dataclass(frozen=True)
class Living:
    """What the acting user sees of it; who only sits on the team reads it and changes nothing."""

    found: Household
    agreements: list[Agreement]
    visits: list[Visit]
    incidents: list[Incident]
    lines: list[Line]
    loans: list[Loan]
    all_schools: list[School]

    @property
    def agreed(self) -> list[Agreement]:
        """Agreements that have not ended."""
        return [each for each in self.agreements if each.ended_at is None]

    @property
    def agreed_before(self) -> list[Agreement]:
        """Agreements that ended."""
        return [each for each in self.agreements if each.ended_at]

    @property
    def visiting(self) -> list[Visit]:
        """Visitors who are expected, at the door or inside."""
        return [each for each in self.visits if not each.is_over]

    @property
    def visited(self) -> list[Visit]:
        """Visits that are over, or were refused."""
        return [each for each in self.visits if each.is_over]

    @property
    def happened(self) -> list[Incident]:
        """Incidents to be followed up."""
        return [each for each in self.incidents if each.ended_at is None]

    @property
    def happened_before(self) -> list[Incident]:
        """Incidents that were closed."""
        return [each for each in self.incidents if each.ended_at]

    @property
    def lent(self) -> list[Loan]:
        """What she was given and still has."""
        return [each for each in self.loans if each.ended_at is None]

    @property
    def returned(self) -> list[Loan]:
        """What is back, or lost."""
        return [each for each in self.loans if each.ended_at]

    @property
    def schools(self) -> list[School]:
        """Where the children go now."""
        return [each for each in self.all_schools if each.ended_at is None]


def living(dossier: UUID) -> Living:
    """Return a household's daily life; raise Refused for whoever may not know where she is."""
    admit(dossier, Part.WHEREABOUTS, kind="living")
    return Living(
        found=household(dossier),
        agreements=_rows(Agreement, dossier, "written_by", "-from_on"),
        visits=_rows(Visit, dossier, "decided_by", "-expected_at"),
        incidents=_rows(Incident, dossier, "follow_by", "-happened_at"),
        lines=_rows(Line, dossier, "written_by", "-written_at"),
        loans=_rows(Loan, dossier, "written_by", "-given_on"),
        all_schools=_rows(School, dossier, "guest", "written_at"),
    )


def _rows(kind: type[Wrote], dossier: UUID, beside: str, order: str) -> list[Wrote]:
    """Return the rows of a kind in a file, with what is named beside them, in an order."""
    return list(kind._default_manager.filter(dossier=dossier).select_related(beside).order_by(order))


def written_by_me(dossier: UUID) -> Living:
    """Return a household's daily life to who may write it: she works in the house; raise Refused for another."""
    told = living(dossier)
    if not told.found.gives:
        raise Refused("does not work in this house")
    return told


def agreement(told: Living, key: UUID) -> Agreement:
    """Return an agreement that has not ended; raise Refused where it is not there."""
    return _one(told.agreed, key)


def incident(told: Living, key: UUID) -> Incident:
    """Return an incident that was not closed; raise Refused where it is not there."""
    return _one(told.happened, key)


def loan(told: Living, key: UUID) -> Loan:
    """Return what she still has; raise Refused where it is not there."""
    return _one(told.lent, key)


def school(told: Living, key: UUID) -> School:
    """Return where a child goes; raise Refused where it is not there."""
    return _one(told.schools, key)


def visit(told: Living, key: UUID) -> Visit:
    """Return a visit of somebody who is not in yet; raise Refused where it is not there."""
    return _one([each for each in told.visiting if each.in_at is None], key)


def _one(rows: list[Wrote], key: UUID) -> Wrote:
    row = next((each for each in rows if each.pk == key), None)
    if row is None:
        raise Refused("no such row here")
    return row
