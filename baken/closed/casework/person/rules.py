# SPDX-License-Identifier: EUPL-1.2
"""How old somebody is, and what that asks for (pure). In doubt she is taken for a child."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Age:
    """What is known of an age: the birth date, or between which years she was on a day; else nothing."""

    born: date | None = None
    least: int | None = None
    most: int | None = None
    on: date | None = None


@dataclass(frozen=True)
class Turning:
    """The day on which a minor comes of age, and how many days are left."""

    on: date
    days: int


def years_between(start: date, end: date) -> int:
    """Return how many whole years lie between two days; who was born on 29 February waits for 1 March."""
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def youngest(age: Age, today: date) -> int | None:
    """Return the fewest years that she can have."""
    if age.born:
        return years_between(age.born, today)
    if age.least is None or age.on is None:
        return None
    return age.least + years_between(age.on, today)


def oldest(age: Age, today: date) -> int | None:
    """Return the most years that she can have: her birthday may have been the day after she was asked."""
    if age.born:
        return years_between(age.born, today)
    if age.most is None or age.on is None:
        return None
    return age.most + years_between(age.on, today) + (today > age.on)


def may_be_minor(age: Age, majority: int, today: date) -> bool:
    """Return whether she is under age, or may be; of whom nothing is known it says nothing."""
    found = youngest(age, today)
    return found is not None and found < majority


def is_surely_minor(age: Age, majority: int, today: date) -> bool:
    """Return whether she is under age whatever was left open."""
    found = oldest(age, today)
    return found is not None and found < majority


def turning(born: date | None, majority: int, today: date, within: timedelta) -> Turning | None:
    """Return when she comes of age, if that is soon; on 29 February of another year it is said for the day before."""
    if born is None:
        return None
    day = _birthday(born, majority)
    return Turning(day, (day - today).days) if today < day <= today + within else None


def _birthday(born: date, years: int) -> date:
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 2, 28)


def has_authority(spans: Iterable[tuple[date | None, date | None]], today: date) -> bool:
    """Return whether anybody has authority today, by the first and last day of each."""
    return any((since is None or since <= today) and (until is None or today <= until) for since, until in spans)
