# SPDX-License-Identifier: EUPL-1.2
"""What a yearly report may hold: questions that are shared, and nights for who may see them; printing is logged."""

from uuid import UUID

from baken.closed.access import reads as access
from baken.closed.access.models import Agency
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity
from baken.closed.figures import reads
from baken.closed.figures.reads import Shown
from baken.closed.figures.yearly.content import Cover, Report, report
from baken.closed.shelter.board.counting import Month, occupancy_of
from baken.closed.shelter.house.actions import SETS_UP
from baken.core.clock import today


def within(shown: Shown, year: int) -> bool:
    """Return whether the period of a question lies in a year."""
    return shown.question.first.year == year == shown.question.last.year


def years(agency: UUID) -> list[int]:
    """Return the years of which something is shared, the latest first."""
    shared = reads.shared(agency)
    return sorted({each.question.last.year for each in shared if within(each, each.question.last.year)}, reverse=True)


def yearly(agency: UUID, year: int, language: str) -> Report:
    """Return the report of a year as colleagues see its figures, and log that it is printed."""
    shared = [each for each in reads.shared(agency) if within(each, year)]
    record(
        activity=Activity.PRINT, action=Action.READ, kind="yearly report", dossier_agency=agency,
        objects=[each.question.pk for each in shared], facts={"year": str(year)},
    )  # fmt: skip
    tables = [each.table for each in sorted(shared, key=lambda each: each.question.made_at)]
    cover = Cover(Agency.objects.get(pk=agency).name, year, today())
    return report(cover, tables, _months(agency, year), language)


def _months(agency: UUID, year: int) -> list[Month]:
    """Return nights by month for whoever works in this house or manages it; for others none."""
    return occupancy_of(year) if agency in access.agencies_where(SETS_UP)[:1] else []
