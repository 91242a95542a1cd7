# SPDX-License-Identifier: EUPL-1.2
"""Why somebody waits: the fewest rules that keep her out, and from which day she would fit (pure)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations, pairwise

from baken.closed.shelter.placing.instance import ADULT, TWELVE, Household, Instance, Span
from baken.closed.shelter.placing.presence import Presence
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
    stay = presence.instance.nights(household)
    units = [[frozenset(nights[n]) for n in stay] for nights in _everywhere(presence, household)]
    whole = {frozenset[Rule]().union(*nights) for nights in units}
    each_night = [{nights[n] for nights in units} for n in range(len(stay))]
    return next(chosen for chosen in _sets() if _is_enough(frozenset(chosen), whole, each_night))


def _everywhere(presence: Presence, household: Household) -> list[list[set[Rule]]]:
    return [presence.broken(household, unit) for unit in presence.instance.units.values()]


def _sets() -> Iterator[tuple[Rule, ...]]:
    yield from (chosen for size in range(len(Rule) + 1) for chosen in combinations(Rule, size))


def _is_enough(lifted: frozenset[Rule], whole: set[frozenset[Rule]], each_night: list[set[frozenset[Rule]]]) -> bool:
    """Return whether a household has a unit without these rules: one for all of its stay, or one each night."""
    if Rule.ONE_UNIT not in lifted:
        return any(broken <= lifted for broken in whole)
    return all(any(broken <= lifted for broken in tonight) for tonight in each_night)


def earliest(presence: Presence, household: Household) -> date | None:
    """Return the first day of the horizon on which it could arrive for as many nights, cut where the horizon ends."""
    horizon = presence.instance.horizon
    for moved in _ages(presence.instance, household):
        nights = [[not broken for broken in unit] for unit in _everywhere(presence, moved)]
        for first in range((moved.stay.start - horizon.start).days, (moved.stay.end - horizon.start).days):
            if any(all(unit[first : first + household.stay.nights]) for unit in nights):
                return horizon.start + timedelta(days=first)
    return None


def _ages(instance: Instance, household: Household) -> Iterator[Household]:
    """Yield it for the days of the horizon on which it could arrive, once for as long as nobody is another age."""
    horizon = instance.horizon
    turns = (member.birthday(years) for member in household.members for years in (TWELVE, ADULT))
    days = {horizon.start, horizon.end, *(day for day in turns if day and horizon.start < day < horizon.end)}
    for start, end in pairwise(sorted(days)):
        yield replace(household, stay=Span(start, end))
