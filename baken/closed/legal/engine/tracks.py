# SPDX-License-Identifier: EUPL-1.2
"""Where somebody stands on each way through the law, and what she has a right to there. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from baken.closed.legal.engine.clocks import Instance, Status
from baken.closed.legal.engine.facts import Facts, Happening, Person
from baken.closed.legal.engine.law import Law, Right, Step, Track

_DAY = timedelta(days=1)


class Why(StrEnum):
    """Why something cannot have happened as it is told."""

    AFTER = "after"
    NOT_AFTER = "not-after"
    ONCE = "once"
    BIRTH = "birth"
    DUTCH = "dutch"
    LAWFUL = "lawful"


_SAID = {
    Why.AFTER: "it can only come after {}",
    Why.NOT_AFTER: "it cannot come after {}",
    Why.ONCE: "it can happen only once",
    Why.BIRTH: "it is before the birth",
    Why.DUTCH: "it is not for a Dutch national",
    Why.LAWFUL: "it is not for somebody who is lawfully in the Netherlands",
}


@dataclass(frozen=True)
class Problem:
    """An event that cannot have happened as it is told, why, and which other events say so."""

    happening: Happening
    why: Why
    others: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.happening.name} on {self.happening.on}: {_SAID[self.why].format(' or '.join(self.others))}"


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


def rights(law: Law, person: Person, here: str, on: date) -> list[Right]:
    """Return what somebody has a right to in a state of her residence; of whom nobody knows the age, as either."""
    whose = {"dutch"} if person.is_dutch else {"others", "eu"} if person.eu_citizen else {"others"}
    ages = {"", "minor"} if person.may_be_minor(on) else {"", "adult"}
    ages |= {"adult"} if person.born is None else set()
    return [right for right in law.rights if here in right.states and right.whose in whose and right.age in ages]


def problems(law: Law, facts: Facts) -> list[Problem]:
    """Return what cannot have happened as the facts tell it."""
    return [problem for place in range(len(facts.happenings)) for problem in _problems(law, facts, place)]


def sound(law: Law, facts: Facts) -> Facts:
    """Return the facts without what contradicts them: a second reflection period starts no clocks of its own."""
    kept = [each for place, each in enumerate(facts.happenings) if not any(_contradictions(law, facts, place))]
    return Facts(facts.person, tuple(kept))


def _problems(law: Law, facts: Facts, place: int) -> Iterator[Problem]:
    each = facts.happenings[place]
    event, (before, later) = law.events[each.name], _around(facts, place)
    if event.after and not event.needs and not event.after & before and event.after & later:
        yield Problem(each, Why.AFTER, tuple(sorted(event.after)))
    yield from _contradictions(law, facts, place)
    if facts.person.born and each.on < facts.person.born:
        yield Problem(each, Why.BIRTH)


def _contradictions(law: Law, facts: Facts, place: int) -> Iterator[Problem]:
    """Yield why an event cannot have happened at all after, or without, what did; or to this person."""
    each = facts.happenings[place]
    event, (before, _later) = law.events[each.name], _around(facts, place)
    if event.needs and not event.after & before:
        yield Problem(each, Why.AFTER, tuple(sorted(event.after)))
    yield from (Problem(each, Why.NOT_AFTER, (name,)) for name in sorted(event.not_after & before))
    if event.once and each.name in before:
        yield Problem(each, Why.ONCE)
    is_so = {"dutch": facts.person.is_dutch, "lawful": facts.person.lawful_stay}
    yield from (Problem(each, Why(kind)) for kind in sorted(event.not_for) if is_so[kind])


def _around(facts: Facts, place: int) -> tuple[set[str], set[str]]:
    """Return the names of what happened before an event and after it."""
    names = [each.name for each in facts.happenings]
    return set(names[:place]), set(names[place + 1 :])
