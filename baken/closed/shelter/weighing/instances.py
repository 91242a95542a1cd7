# SPDX-License-Identifier: EUPL-1.2
"""A house as the placement wants it: who is there stays, who asks is asked for."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from uuid import UUID

from baken.closed.shelter.labels import STEPS, SURE
from baken.closed.shelter.placing import instance as told
from baken.closed.shelter.placing import rules as placing
from baken.closed.shelter.placing.instance import Household, Instance, Safety, Span
from baken.closed.shelter.placing.presence import Placed
from baken.closed.shelter.placing.rules import Rule
from baken.closed.shelter.weighing import rules
from baken.closed.shelter.weighing.reads import Flat, House, Housed, Party

GAP = 1  # days between the stays of those who must not be near each other


def instance(house: House, asking: Iterable[Household] = (), *, late: bool = False) -> Instance:
    """Return the house with all who are or lately were there, as late as they may be if that is asked, and who asks.

    Each stay is a household of its own: who moved keeps others from where she slept last night.
    """
    people = {each.id: each for each in (*(_there(house, each, late=late) for each in house.all_stays), *asking)}
    return Instance(_horizon(house, people.values()), GAP, {each.id: each for each in _units(house)}, people)


def placed(house: House, *, but: UUID | None = None) -> Placed:
    """Return in which unit each stay is or lately was, but for those of one file: nobody is in her own way."""
    stays = (each.stay for each in house.all_stays if each.stay.dossier_id != but)
    return {str(each.pk): str(each.unit_id) for each in stays}


def asking(house: House, party: Party, span: Span, key: UUID | None = None) -> Household:
    """Return a household for some nights, whom it must not be near put in the words of the house."""
    request, needs = party.request, party.request.needs
    return Household(
        id=str(key or request.pk),
        stay=span,
        members=tuple(rules.member(each.sex, each.born, each.age, span.start) for each in party.guests),
        safety=Safety(party.colour),
        step_free=bool(needs.get("step_free")),
        network=frozenset(map(rules.same, needs.get("network", ()))),
        avoid=frozenset(_known(house, needs.get("avoid", ()))),
        excluded_regions=frozenset(map(rules.same, needs.get("excluded_regions", ()))),
    )


@dataclass(frozen=True)
class Conflict:
    """Who is in the house and breaks a rule there, alone or with somebody else who is."""

    rule: Rule
    one: Housed
    other: Housed | None = None


def conflicts(house: House) -> Iterator[Conflict]:
    """Yield which rules those in the house break by what is known now: what is learned later breaks no placement."""
    found = instance(house)
    for each in house.stays:
        household, unit = _at(found, each)
        yield from (Conflict(rule, each) for rule in placing.of_unit(household, unit) if rule != Rule.CAPACITY)
    for one, other in combinations(house.stays, 2):
        yield from (Conflict(rule, one, other) for rule in _broken(found, one, other))


def _broken(found: Instance, one: Housed, other: Housed) -> Iterator[Rule]:
    both = (*_at(found, one), *_at(found, other))
    yield from (rule for rule in placing.of_pair(found, *both) if rule != Rule.CAPACITY)


def _at(found: Instance, each: Housed) -> tuple[Household, told.Unit]:
    return found.households[str(each.stay.pk)], found.units[str(each.stay.unit_id)]


def _there(house: House, housed: Housed, *, late: bool) -> Household:
    stay = Span(housed.stay.from_on, housed.until_at_least(house.day))
    sure = housed.party.request.sure if housed.stay.ended_at is None else SURE
    found = asking(house, housed.party, rules.slipped(stay, sure) if late else stay, housed.stay.pk)
    steps = found.step_free and STEPS not in housed.stay.lifted
    return replace(found, current_unit=str(housed.stay.unit_id), fixed=True, step_free=steps)


def _known(house: House, dossiers: Iterable[str]) -> Iterator[str]:
    """Yield by which stays and requests files are housed, were lately, or wait to be."""
    wanted = set(dossiers)
    stays = (each.stay for each in house.all_stays)
    yield from (str(each.pk) for each in stays if str(each.dossier_id) in wanted)
    asked = (each.request for each in (*(each.party for each in house.all_stays), *house.waiting))
    yield from (str(each.pk) for each in asked if str(each.dossier_id) in wanted)


def _units(house: House) -> Iterator[told.Unit]:
    return (unit(each) for each in house.flats)


def unit(flat: Flat) -> told.Unit:
    """Return a unit as the placement knows one; a building is named within its location."""
    found, location = flat.unit, flat.unit.location
    return told.Unit(
        id=str(found.pk),
        location=str(location.pk),
        building=f"{location.pk} {rules.same(found.building)}",
        wing=found.wing,
        places=flat.places,
        secured=found.secured,
        step_free=found.step_free,
        region=rules.same(location.region),
        closed=tuple(Span(each.from_on, each.until_on) for each in flat.closings),
    )


def _horizon(house: House, households: Iterable[Household]) -> Span:
    ends = [each.stay.end for each in households]
    last = max([house.day + datetime.timedelta(days=90), *ends])
    return Span(house.day, min(last, house.day + rules.AHEAD))
