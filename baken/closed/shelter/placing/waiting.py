# SPDX-License-Identifier: EUPL-1.2
"""Why somebody waits: the fewest rules that keep her out, and from which day she would fit (pure)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import reduce
from itertools import combinations, pairwise
from operator import or_

from baken.closed.shelter.placing.instance import ADULT, TWELVE, Household, Instance, Span
from baken.closed.shelter.placing.presence import Nights, Presence
from baken.closed.shelter.placing.rules import Rule


@dataclass(frozen=True)
class Waits:
    """A household that got no unit; ``earliest`` is None where it fits on no day of the horizon."""

    household: str
    blocked_by: tuple[Rule, ...]
    earliest: date | None


def waits(presence: Presence, household: Household) -> Waits:
    """Return why a household waits while all others stay as they are placed."""
    return Waits(household.id, blocked_by(presence, household), earliest(presence, household))


def blocked_by(presence: Presence, household: Household) -> tuple[Rule, ...]:
    """Return a smallest set of rules without which it has a unit from its arrival; of equal ones the first in order."""
    stay = presence.nights(household.stay)
    # What is broken on no night of its own does not count, and many units are alike.
    units = {
        frozenset((rule, nights & stay) for rule, nights in unit.items() if nights & stay)
        for unit in presence.broken(household)
    }
    return next(chosen for chosen in _sets() if _is_enough(frozenset(chosen), [dict(unit) for unit in units], stay))


def _sets() -> Iterator[tuple[Rule, ...]]:
    yield from (chosen for size in range(len(Rule) + 1) for chosen in combinations(Rule, size))


def _is_enough(lifted: frozenset[Rule], units: list[dict[Rule, Nights]], stay: Nights) -> bool:
    """Return whether a household has a unit without these rules: one for all of its stay, or one each night."""
    if Rule.ONE_UNIT not in lifted:
        return any(unit.keys() <= lifted for unit in units)
    return reduce(or_, (_free(unit, lifted, stay) for unit in units), 0) == stay


def _free(unit: Mapping[Rule, Nights], lifted: frozenset[Rule], nights: Nights) -> Nights:
    """Return those nights on which a unit breaks no other rules than these."""
    return nights & ~reduce(or_, (broken for rule, broken in unit.items() if rule not in lifted), 0)


def earliest(presence: Presence, household: Household) -> date | None:
    """Return the first day of the horizon on which it could arrive for as many nights, cut where the horizon ends."""
    horizon = presence.instance.horizon
    whole = presence.nights(horizon)
    for moved in _ages(presence.instance, household):
        free = {_free(unit, frozenset(), whole) for unit in presence.broken(moved)}
        # What lies past the horizon is not asked for.
        starts = reduce(or_, (_runs(nights | ~whole, household.stay.nights) for nights in free), 0)
        if found := starts & presence.nights(moved.stay):
            return horizon.start + timedelta(days=(found & -found).bit_length() - 1)
    return None


def _runs(nights: Nights, length: int) -> Nights:
    """Return the nights from which so many in a row are among some."""
    done = 1
    while done < length:
        step = min(done, length - done)
        nights, done = nights & nights >> step, done + step
    return nights


def _ages(instance: Instance, household: Household) -> Iterator[Household]:
    """Yield it for the days of the horizon on which it could arrive, once for as long as nobody is another age."""
    horizon = instance.horizon
    turns = (member.birthday(years) for member in household.members for years in (TWELVE, ADULT))
    days = {horizon.start, horizon.end, *(day for day in turns if day and horizon.start < day < horizon.end)}
    for start, end in pairwise(sorted(days)):
        yield replace(household, stay=Span(start, end))
