# SPDX-License-Identifier: EUPL-1.2
"""What the breakdowns of others ask of our files (pure, but for the words of neighbours)."""

from collections.abc import Iterator
from datetime import date

from baken.closed.casework.status.rules import HTCDS_STATUS
from baken.closed.figures.counting.catalogue import dimension
from baken.closed.figures.counting.standards import Standard
from baken.closed.figures.units.counting import Asked
from baken.standards.victims import IDENTIFIED, PRESUMED
from baken.tabulation.shapes import Words

UNIT = "cases"
# The words by which a file counts as a victim's in the case data standard, and so for all of these.
VICTIMS = tuple(what.value for what, told in HTCDS_STATUS.items() if told in (PRESUMED, IDENTIFIED))
_LONGEST = 120  # characters of a title


def questions(standard: Standard, year: int) -> list[tuple[Asked, Words]]:
    """Return the tables of a standard over a year as questions, with what they are called."""
    return list(_questions(standard, date(year, 1, 1), date(year, 12, 31)))


def _questions(standard: Standard, first: date, last: date) -> Iterator[tuple[Asked, Words]]:
    for names in standard.tables:
        found = sorted((dimension(each, first, last) for each in names), key=lambda each: -len(each.codes))
        asked = Asked(UNIT, tuple(each.name for each in found), first, last, {"status": VICTIMS})
        dutch, english = ", ".join(each.title.nl for each in found), ", ".join(each.title.en for each in found)
        title = Words(f"{standard.title.nl} {first.year}: {dutch}", f"{standard.title.en} {first.year}: {english}")
        yield asked, Words(title.nl[:_LONGEST], title.en[:_LONGEST])
