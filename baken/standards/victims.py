# SPDX-License-Identifier: EUPL-1.2
"""What statistics ask of one person, taken from a record of the case data standard and the codes that Baken adds to it.

A record says nothing of when somebody was registered and by whom, so whoever has it says that too. Where Baken's own
codes tell more than the standard's, such as crimes that somebody was forced to commit, those are taken.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from baken.standards.htcds.fields import two_letters
from baken.standards.htcds.records import Value

PRESUMED, IDENTIFIED = "PossibleVictimOfTrafficking", "ActualVictimOfTrafficking"
SEXUAL = "SexualExploitation"
# The facts of which somebody may have several.
MANY = frozenset({"citizenships", "forms", "forms_and_border", "sexual", "sectors", "acts", "means", "roles"})
# Answers that name nothing.
_OPEN = frozenset({"", "not_asked", "unknown", "none"})
# Who decided by the standard → who registered, in the words of the tables here.
_DECIDED = {
    "Police": "police", "NGO": "ngo", "CourtOrProsecution": "prosecution",
    "NonPoliceGovernmentalOrganization": "government", "Other": "other",
}  # fmt: skip
_TOLD_RECRUITMENT = "MethodOfRecruitment"
Record = Mapping[str, Value]


@dataclass(frozen=True)
class Victim:
    """One person as statistics see her: codes alone, and nothing where nothing was told."""

    registered_on: date
    registered_by: str = ""
    status: str = ""
    sex: str = ""
    age: int | None = None
    citizenships: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    sexual: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    relationship: str = ""
    roles: tuple[str, ...] = ()
    crossing: str = ""

    @property
    def forms_and_border(self) -> tuple[str, ...]:
        """Return the forms; of sexual exploitation with whether a border was crossed, where that is known."""
        return tuple(f"{each} {self.crossing}".strip() if each == SEXUAL else each for each in self.forms)

    @property
    def is_counted(self) -> bool:
        """Return whether she is presumed or identified to be a victim; of whom nothing was said is not counted."""
        return self.status in (PRESUMED, IDENTIFIED)


def victim(
    record: Record, *, on: date, by: str = "", age: int | None = None, ours: Mapping[str, Sequence[str]] | None = None
) -> Victim:
    """Return who a record tells of, registered on a day by somebody, with our own codes where they tell more.

    ``age`` is in years on that day, where no birth date is known. ``ours`` may have `forms`, `sectors`, `means` and
    `crossing`.
    """
    own = {name: _told(codes) for name, codes in (ours or {}).items()}
    return Victim(
        registered_on=on,
        registered_by=by or _DECIDED.get(_one(record, "vic_TraffickingStatusDecisionMakingOrg"), ""),
        status=_one(record, "vic_TraffickingStatus"),
        sex=_one(record, "prs_Gender"),
        age=_age(_one(record, "prs_Birthdate"), on) if _one(record, "prs_Birthdate") else age,
        citizenships=tuple(two_letters().get(each, each) for each in _many(record, "prs_Citizenship")),
        forms=own.get("forms") or _many(record, "vic_TypeOfExploitation"),
        sexual=_many(record, "vic_TypeOfSexExploitation"),
        sectors=tuple(dict.fromkeys((*own.get("sectors", ()), *_many(record, "vic_ForcedLabourIndustry")))),
        acts=_acts(record),
        means=own.get("means") or _many(record, "vic_MethodsOfControl"),
        relationship=_one(record, "vic_RelationshipToTrafficker"),
        roles=_many(record, "per_RoleInProcess"),
        crossing=next(iter(own.get("crossing", ())), ""),
    )


def _acts(record: Record) -> tuple[str, ...]:
    """Return what tells of acts: events, what perpetrators did, and that a way of recruiting was told."""
    recruited = [_TOLD_RECRUITMENT] if _many(record, "vic_MethodOfRecruitment") else []
    return tuple(dict.fromkeys([*_many(record, "hte_Type"), *_many(record, "per_RoleInProcess"), *recruited]))


def _one(record: Record, name: str) -> str:
    return next(iter(_many(record, name)), "")


def _many(record: Record, name: str) -> tuple[str, ...]:
    value = record.get(name) or ()
    return _told([value] if isinstance(value, str) else value)


def _told(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(each for each in dict.fromkeys(codes) if each not in _OPEN)


def _age(born: str, on: date) -> int | None:
    """Return how many whole years lie between a birth date and a day; None where it lies behind that day."""
    start = date.fromisoformat(born)
    years = on.year - start.year - ((on.month, on.day) < (start.month, start.day))
    return years if years >= 0 else None
