# SPDX-License-Identifier: EUPL-1.2
"""Where somebody stands on each way through the law, and what she has a right to there. Pure."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from baken.closed.legal.clocks import Instance, Status
from baken.closed.legal.facts import Facts, Happening, Person
from baken.closed.legal.law import Law, Right, Step, Track

_DAY = timedelta(days=1)


def state(track: Track, happenings: Iterable[Happening], clocks: Iterable[Instance]) -> str:
    """Return the state that events and clocks which ran out lead to, each on its day."""
    here = track.start
    for name in _moments(happenings, clocks):
        here = next((step.to for step in track.steps if here in step.origins and _takes(step, name)), here)
    return here


def _moments(happenings: Iterable[Happening], clocks: Iterable[Instance]) -> Iterator[tuple[str, str]]:
    """Yield what happened, by day; a clock runs out on the day after its last, before anything else of that day."""
    ends = [(each.last + _DAY, 0, ("ends", each.clock.rule)) for each in clocks if each.status == Status.MISSED]
    events = [(each.on, 1 + place, ("by", each.name)) for place, each in enumerate(happenings)]
    ordered: list[tuple[date, int, tuple[str, str]]] = sorted([*ends, *events])
    return (moment for _, _, moment in ordered)


def _takes(step: Step, moment: tuple[str, str]) -> bool:
    kind, name = moment
    return name == (step.ends if kind == "ends" else step.by)


def rights(law: Law, person: Person, here: str) -> list[Right]:
    """Return what somebody has a right to in a state of her residence."""
    whose = {"dutch"} if person.is_dutch else {"others", "eu"} if person.eu_citizen else {"others"}
    return [right for right in law.rights if here in right.states and right.whose in whose]


def problems(law: Law, facts: Facts) -> list[str]:
    """Return what cannot have happened as the facts tell it, each in a line."""
    return [problem for place, each in enumerate(facts.happenings) for problem in _problems(law, facts, place, each)]


def _problems(law: Law, facts: Facts, place: int, each: Happening) -> Iterator[str]:
    event, said = law.events[each.name], f"{each.name} on {each.on}"
    before = [other.name for other in facts.happenings[:place]]
    later = {other.name for other in facts.happenings[place + 1 :]}
    if event.after and not event.after & set(before) and (event.needs or event.after & later):
        yield f"{said}: it can only come after {' or '.join(sorted(event.after))}"
    for name in sorted(event.not_after & set(before)):
        yield f"{said}: it cannot come after {name}"
    if event.once and each.name in before:
        yield f"{said}: it can happen only once"
    person = facts.person
    for kind in sorted(event.not_for & {name for name, is_so in _kinds(person) if is_so}):
        yield f"{said}: it is not for somebody who is {_SAID[kind]}"
    if person.born and each.on < person.born:
        yield f"{said}: it is before the birth on {person.born}"


_SAID = {"dutch": "a Dutch national", "lawful": "lawfully in the Netherlands"}


def _kinds(person: Person) -> tuple[tuple[str, bool], ...]:
    return ("dutch", person.is_dutch), ("lawful", person.lawful_stay)
