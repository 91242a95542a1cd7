# SPDX-License-Identifier: EUPL-1.2
"""What was said of somebody's being a victim, by whom, and what that comes to (pure).

No single authority decides it, so nothing here is one yes or no: each who spoke has a latest word, and of these the
one that protects most counts. HTCDS 2.0 has three values, and who decided.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class What(StrEnum):
    """What was said."""

    SIGNAL = "signal"
    PRESUMED = "presumed"
    RECOGNISED = "recognised"
    NOT_A_VICTIM = "not_a_victim"


class By(StrEnum):
    """Who said it."""

    CENTRE = "centre"
    POLICE = "police"
    COURT = "court"
    SCHADEFONDS = "schadefonds"
    IND = "ind"
    OTHER = "other"


@dataclass(frozen=True)
class Said:
    """What somebody said on a day; of two of one day the one that was written down later is the later word."""

    what: What
    by: By
    on: date
    recorded_at: datetime


@dataclass(frozen=True)
class Standing:
    """The word that counts now, and whether others still stand against it."""

    said: Said
    disputed: bool


POSSIBLE, ACTUAL, NOT_A_VICTIM = (
    "PossibleVictimOfTrafficking", "ActualVictimOfTrafficking", "NotAVictimOfTrafficking",
)  # fmt: skip
HTCDS_STATUS = {
    What.SIGNAL: POSSIBLE, What.PRESUMED: POSSIBLE, What.RECOGNISED: ACTUAL, What.NOT_A_VICTIM: NOT_A_VICTIM,
}  # fmt: skip
HTCDS_DECIDED_BY = {
    By.CENTRE: "NGO",
    By.POLICE: "Police",
    By.COURT: "CourtOrProsecution",
    By.SCHADEFONDS: "NonPoliceGovernmentalOrganization",
    By.IND: "NonPoliceGovernmentalOrganization",
    By.OTHER: "Other",
}
_LEAST_FIRST = (What.NOT_A_VICTIM, What.SIGNAL, What.PRESUMED, What.RECOGNISED)


def can_say(by: By, what: What) -> bool:
    """Return whether this is theirs to say: a centre presumes, and others recognise."""
    return what != What.RECOGNISED or by != By.CENTRE


def latest_words(said: Iterable[Said]) -> dict[By, Said]:
    """Return the latest word of each who spoke; who said more before takes that back only by saying no."""
    found: dict[By, Said] = {}
    for each in sorted(said, key=_when):
        before = found.get(each.by)
        if before is None or _denies(each) or _weight(each) >= _weight(before):
            found[each.by] = each
    return found


def standing(said: Iterable[Said]) -> Standing | None:
    """Return the word that counts: of the latest of each who spoke, the one that protects most, the newest of those."""
    words = list(latest_words(said).values())
    if not words:
        return None
    counts = max(words, key=lambda each: (_weight(each), *_when(each)))
    return Standing(counts, disputed=any((each.what == What.NOT_A_VICTIM) != _denies(counts) for each in words))


def _weight(said: Said) -> int:
    return _LEAST_FIRST.index(said.what)


def _denies(said: Said) -> bool:
    return said.what == What.NOT_A_VICTIM


def _when(said: Said) -> tuple[date, datetime]:
    return said.on, said.recorded_at
