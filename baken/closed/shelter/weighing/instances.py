# SPDX-License-Identifier: EUPL-1.2
"""A house as the placement wants it: who is there stays, who asks is asked for."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from baken.closed.shelter.labels import STEPS
from baken.closed.shelter.placing import instance as told
from baken.closed.shelter.placing import rules as placing
from baken.closed.shelter.placing.instance import Household, Instance, Safety, Span
from baken.closed.shelter.placing.presence import Placed
from baken.closed.shelter.placing.rules import Rule
from baken.closed.shelter.weighing import rules
from baken.closed.shelter.weighing.reads import Flat, House, Housed, Party

GAP = 1  # days between the stays of those who must not be near each other
_LONGEST = 400  # days that are looked ahead


def instance(house: House, asking: Iterable[Household] = (), *, fixed: bool = True, late: bool = False) -> Instance:
    """Return the house with all who are there, as late as they may be if that is asked, and with those who ask."""
    there = [_there(house, each, fixed=fixed, late=late) for each in (*house.lately, *house.stays)]
    people = {each.id: each for each in (*there, *asking)}
    return Instance(_horizon(house, people.values()), GAP, {each.id: each for each in _units(house)}, people)


def placed(house: House, *, but: str = "") -> Placed:
    """Return in which unit each is or lately was, but for one of them."""
    found = {str(each.stay.request_id): str(each.stay.unit_id) for each in (*house.lately, *house.stays)}
    return {household: unit for household, unit in found.items() if household != but}


def asking(house: House, party: Party, span: Span) -> Household:
    """Return a household that asks for some nights, whom it must not be near put in the words of the house."""
    request, needs = party.request, party.request.needs
    return Household(
        id=str(request.pk),
        stay=span,
        members=tuple(rules.member(each.sex, each.born, each.age, span.start) for each in party.guests),
        safety=Safety(party.colour),
        step_free=bool(needs.get("step_free")),
        network=frozenset(str(each).casefold() for each in needs.get("network", ())),
        avoid=frozenset(_known(house, needs.get("avoid", ()))),
        excluded_regions=frozenset(needs.get("excluded_regions", ())),
    )


def conflicts(house: House) -> Iterator[tuple[Rule, Housed, Housed]]:
    """Yield which rules are broken by two who are in the house: what is learned later breaks them, not a placement."""
    found = instance(house)
    for one, other in combinations((*house.lately, *house.stays), 2):
        if one.stay.ended_at is None or other.stay.ended_at is None:
            yield from ((rule, one, other) for rule in _broken(found, one, other))


def _broken(found: Instance, one: Housed, other: Housed) -> Iterator[Rule]:
    ours, theirs = (found.households[str(each.stay.request_id)] for each in (one, other))
    unit, another = (found.units[str(each.stay.unit_id)] for each in (one, other))
    yield from (rule for rule in placing.of_pair(found, ours, unit, theirs, another) if rule != Rule.CAPACITY)


def _there(house: House, housed: Housed, *, fixed: bool, late: bool) -> Household:
    stay = Span(housed.stay.from_on, housed.until_at_least(house.day))
    sure = housed.party.request.sure if housed.stay.ended_at is None else "sure"
    found = asking(house, housed.party, rules.slipped(stay, sure) if late else stay)
    steps = found.step_free and STEPS not in housed.stay.lifted
    return replace(found, current_unit=str(housed.stay.unit_id), fixed=fixed, step_free=steps)


def _known(house: House, dossiers: Iterable[str]) -> Iterator[str]:
    """Yield by which requests files are housed, or wait to be."""
    parties = [each.party for each in (*house.lately, *house.stays)] + list(house.waiting)
    wanted = set(dossiers)
    return (str(each.request.pk) for each in parties if str(each.request.dossier_id) in wanted)


def _units(house: House) -> Iterator[told.Unit]:
    return (unit(each) for each in house.flats)


def unit(flat: Flat) -> told.Unit:
    """Return a unit as the placement knows one; a building is named within its location."""
    found = flat.unit
    return told.Unit(
        id=str(found.pk), location=str(found.location_id), building=f"{found.location_id} {found.building}",
        wing=found.wing, places=flat.places, secured=found.secured, step_free=found.step_free,
        region=found.location.region, closed=tuple(Span(each.from_on, each.until_on) for each in flat.closings),
    )  # fmt: skip


def _horizon(house: House, households: Iterable[Household]) -> Span:
    ends = [each.stay.end for each in households]
    last = max([house.day + datetime.timedelta(days=90), *ends])
    return Span(house.day, min(last, house.day + datetime.timedelta(days=_LONGEST)))
