# SPDX-License-Identifier: EUPL-1.2
"""What is asked of a placement: a house, and households that ask for a unit in it from a day until another (pure).

Every end is exclusive: who leaves on a day does not sleep there that night.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from baken.closed.casework.person.rules import years_between

TWELVE, ADULT = 12, 18


class Sex(StrEnum):
    """As the case data standard has it, in one letter."""

    FEMALE = "F"
    MALE = "M"
    OTHER = "X"


class Safety(StrEnum):
    """What the risk screening of women's shelters says."""

    GREEN = "green"
    ORANGE = "orange"
    RED = "red"


WEIGHT = {Safety.RED: 9, Safety.ORANGE: 4, Safety.GREEN: 2}  # for each person: a choice of ours


@dataclass(frozen=True)
class Span:
    """Nights from a day until another."""

    start: date
    end: date

    @property
    def nights(self) -> int:
        """How many."""
        return max(0, (self.end - self.start).days)

    def meets(self, other: "Span", gap: int = 0) -> bool:
        """Return whether a night of one is a night of the other, or within so many days of one."""
        apart = timedelta(days=gap)
        return self.start < other.end + apart and other.start < self.end + apart

    def within(self, other: "Span") -> "Span":
        """Return those nights that are also the other's."""
        return Span(max(self.start, other.start), min(self.end, other.end))


@dataclass(frozen=True)
class Unit:
    """A room or a flat with places, in a wing of a building at a location."""

    id: str
    location: str
    building: str
    wing: str
    places: int
    secured: bool
    step_free: bool
    region: str
    closed: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Member:
    """One person of a household. A birth date that nobody knows may be a minor's, of twelve or over."""

    sex: Sex
    born: date | None

    def is_minor(self, on: date) -> bool:
        """Return whether she is under eighteen on a day, or may be."""
        return self.born is None or years_between(self.born, on) < ADULT

    def is_twelve(self, on: date) -> bool:
        """Return whether she is twelve or over on a day, or may be."""
        return self.born is None or years_between(self.born, on) >= TWELVE

    def birthday(self, years: int) -> date | None:
        """Return the day on which she is so many years old: who was born on 29 February waits for 1 March."""
        if self.born is None:
            return None
        try:
            return self.born.replace(year=self.born.year + years)
        except ValueError:
            return date(self.born.year + years, 3, 1)


@dataclass(frozen=True)
class People:
    """What of a household counts for who shares with it; many are alike."""

    sexes: frozenset[Sex]  # of those who are twelve or over
    other: bool  # whether somebody is of another sex, of whatever age
    minors: bool
    adults: bool


@dataclass(frozen=True)
class Household:
    """People who are placed together, and what their placement has to respect."""

    id: str
    stay: Span
    members: tuple[Member, ...]
    safety: Safety = Safety.GREEN
    step_free: bool = False
    network: frozenset[str] = frozenset()
    avoid: frozenset[str] = frozenset()
    excluded_regions: frozenset[str] = frozenset()
    current_unit: str | None = None
    fixed: bool = False

    @property
    def size(self) -> int:
        """How many places it takes."""
        return len(self.members)

    @cached_property
    def people(self) -> "People":
        """Who shares a unit with others, on the day of arrival."""
        on = self.stay.start
        return People(
            sexes=frozenset(each.sex for each in self.members if each.is_twelve(on)),
            other=any(each.sex == Sex.OTHER for each in self.members),
            minors=any(each.is_minor(on) for each in self.members),
            adults=any(not each.is_minor(on) for each in self.members),
        )

    @property
    def worth(self) -> int:
        """What placing it counts for: its persons, by what the screening says."""
        return self.size * WEIGHT[self.safety]


@dataclass(frozen=True)
class Instance:
    """A house and its households over some weeks."""

    horizon: Span
    gap: int
    units: Mapping[str, Unit]
    households: Mapping[str, Household]

    def nights(self, household: Household) -> range:
        """Return the nights of a household's stay within the horizon, counted from its first night, which is 0."""
        seen = household.stay.within(self.horizon)
        return range((seen.start - self.horizon.start).days, (seen.end - self.horizon.start).days)
