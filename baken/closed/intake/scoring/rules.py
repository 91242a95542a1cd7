# SPDX-License-Identifier: EUPL-1.2
"""The lists of indicators in the order in which a worker meets them, and what is answered to what she ticked. Pure.

The answer is one of two, and neither is "no": worth assessing, or too little to say and what to ask then.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from baken.indicators.combining import LIST, DimensionOutcome, Finding, Outcome, combine
from baken.indicators.reading import catalogue
from baken.indicators.records import Certainty, Form, Indicator, Named, Population, Strength
from baken.indicators.rules import rule

FORMS = (Form.LABOUR, Form.SEXUAL, Form.CRIMINAL, Form.ANY)
_WEIGHED_FORMS = (Form.LABOUR, Form.SEXUAL)
# The two populations that the rule looks at apart; which of them comes first, and may be meant by "both".
_BY_AGE = {"minor": (Population.CHILD,), "adult": (Population.ADULT,)}
_APART = (Population.ADULT, Population.CHILD)
_BY_WEIGHT = (Strength.STRONG, Strength.MEDIUM, Strength.WEAK, Strength.UNWEIGHTED)
MOST_ASKED = 4  # indicators of a dimension that are proposed as a question


class Answer(StrEnum):
    """What a worker is told."""

    ASSESS = "assess"
    ASK = "ask"


@dataclass(frozen=True)
class Group:
    """What stands together under one heading of one list."""

    list: Named
    dimension: Named
    population: Population
    indicators: tuple[Indicator, ...]

    @property
    def certainty(self) -> Certainty | None:
        """How all of it is known; None where that differs."""
        found = {each.certainty for each in self.indicators}
        return found.pop() if len(found) == 1 else None


@dataclass(frozen=True)
class Section:
    """What may point to one form of exploitation."""

    form: Form
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Question:
    """A dimension of which too little is known, with indicators of it that one may ask about."""

    dimension: Named
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True)
class Weighed:
    """What the rule says of one of its lists; for each of ``missing``, any of its questions will do."""

    population: Population
    form: Form
    outcome: Outcome
    missing: tuple[tuple[Question, ...], ...]

    @property
    def is_worth_assessing(self) -> bool:
        """Whether the pattern is there, or a weight that nobody knows would decide."""
        return self.outcome.finding is not Finding.NOT_SHOWN

    @property
    def dimensions(self) -> tuple[tuple[Named, DimensionOutcome], ...]:
        """What was found of each dimension, by its name."""
        names = catalogue().dimensions
        return tuple((names[each.dimension], each) for each in self.outcome.dimensions)


@dataclass(frozen=True)
class Assessment:
    """What is answered to what was noticed: of each list of the rule, and what stands in no such list."""

    seen: tuple[Indicator, ...]
    unknown: tuple[str, ...]  # keys that stand in no list any more
    weighed: tuple[Weighed, ...]
    beside: tuple[Indicator, ...]

    @cached_property
    def answer(self) -> Answer:
        """Worth assessing as soon as one list says so."""
        return Answer.ASSESS if any(each.is_worth_assessing for each in self.weighed) else Answer.ASK

    @property
    def is_verified(self) -> bool:
        """Whether all that was weighed was read in its source."""
        return all(each.outcome.verified for each in self.weighed)


def sections(age: str) -> tuple[Section, ...]:
    """Return all lists by form of exploitation, those for somebody of this age first."""
    return tuple(Section(form, tuple(_groups(form, age))) for form in FORMS)


def _groups(form: Form, age: str) -> Iterator[Group]:
    known = catalogue()
    found: dict[tuple[Population, str, str], list[Indicator]] = {}
    for each in known.indicators.values():
        if each.form is form:
            found.setdefault((each.population, each.list, each.dimension), []).append(each)
    order = (*populations(age), Population.BOTH, *_APART)
    for key in sorted(found, key=lambda key: order.index(key[0])):
        population, name, dimension = key
        yield Group(known.lists[name], known.dimensions[dimension], population, tuple(found[key]))


def populations(age: str) -> tuple[Population, ...]:
    """Return whom a person of this age may be counted among: both where her age is not known."""
    return _BY_AGE.get(age, _APART)


def assess(keys: Iterable[str], age: str) -> Assessment:
    """Return what is answered to indicators that were ticked; the age says in which lists of the rule to look."""
    known, ticked = catalogue().indicators, tuple(dict.fromkeys(keys))
    seen = tuple(known[key] for key in ticked if key in known)
    asked = {pair for each in seen for pair in _pairs(each, age)}
    order = [(population, form) for form in _WEIGHED_FORMS for population in _APART]
    weighed = tuple(_weighed(seen, *pair) for pair in order if pair in asked)
    unknown = tuple(key for key in ticked if key not in known)
    return Assessment(seen, unknown, weighed, tuple(each for each in seen if each.list != LIST))


def _pairs(indicator: Indicator, age: str) -> Iterator[tuple[Population, Form]]:
    """Yield the lists of the rule that an indicator is about, whether or not it stands in one."""
    both = indicator.population is Population.BOTH
    for population in populations(age) if both else (indicator.population,):
        yield population, indicator.form


def _weighed(seen: Sequence[Indicator], population: Population, form: Form) -> Weighed:
    here = [each for each in seen if (each.list, each.population, each.form) == (LIST, population, form)]
    outcome = combine(here, population, form, rule())
    listed = catalogue().of(LIST, population, form)
    open_ones = [each for each in listed if each not in here]
    missing = tuple(tuple(_questions(group, open_ones, listed)) for group in outcome.missing)
    return Weighed(population, form, outcome, missing)


def _questions(group: frozenset[str], unticked: Sequence[Indicator], listed: Sequence[Indicator]) -> Iterator[Question]:
    names = catalogue().dimensions
    for dimension in dict.fromkeys(each.dimension for each in listed if each.dimension in group):
        left = sorted((each for each in unticked if each.dimension == dimension), key=_weight)
        yield Question(names[dimension], tuple(left[:MOST_ASKED]))


def _weight(indicator: Indicator) -> int:
    return _BY_WEIGHT.index(indicator.strength)


def is_scored(indicator: Indicator) -> bool:
    """Return whether it weighs anything in the rule: not what somebody recalled, and not what another list says."""
    return indicator.list == LIST and indicator.certainty is not Certainty.RECALLED
