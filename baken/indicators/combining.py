# SPDX-License-Identifier: EUPL-1.2
"""What the rule of 2009 makes of indicators that somebody noticed, with its reasons. Pure.

It screens and decides nothing. Its answer is certain only where the rule and every indicator it looked at were read in
their source; as long as they were not, it says so and names them. An indicator without a weight makes nothing
positive, but leaves open what it could decide.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from baken.indicators.records import Certainty, Form, Indicator, Population, Strength

LIST = "ilo-ec-2009"


class Finding(StrEnum):
    """What the rule says: the pattern is there, an unknown weight decides, or it was not shown. Never "no"."""

    POSITIVE = "positive"
    OPEN = "open"
    NOT_SHOWN = "not_shown"


class MixedLists(ValueError):
    """The rule holds within one list, and these indicators stand in another."""


@dataclass(frozen=True)
class Need:
    """So many indicators of any of these weights."""

    of: frozenset[Strength]
    number: int


@dataclass(frozen=True)
class Line:
    """One way for a dimension to be positive."""

    key: str
    nl: str
    en: str
    needs: tuple[Need, ...]

    def met_by(self, seen: Sequence[Indicator]) -> tuple[Indicator, ...]:
        """Return indicators that meet it, the first of each weight; none where it is not met."""
        groups = [[each for each in seen if each.strength in need.of][: need.number] for need in self.needs]
        met = all(len(group) == need.number for group, need in zip(groups, self.needs, strict=True))
        return tuple(each for group in groups for each in group) if met else ()


@dataclass(frozen=True)
class Pattern:
    """What must come together for people of this age; of each group one dimension is enough."""

    population: Population
    requires: tuple[frozenset[str], ...]


@dataclass(frozen=True)
class Rule:
    """The whole rule, and how we know it."""

    lines: tuple[Line, ...]
    patterns: tuple[Pattern, ...]
    source: str
    certainty: Certainty

    def pattern(self, population: Population) -> Pattern:
        """Return what must come together for people of an age; raise MixedLists where it has no list for them."""
        for each in self.patterns:
            if each.population is population:
                return each
        raise MixedLists(f"the rule has no list for {population}: adults and children are looked at apart")


@dataclass(frozen=True)
class DimensionOutcome:
    """What was seen of a dimension, and which line of the rule those in ``because`` meet."""

    dimension: str
    finding: Finding
    seen: tuple[Indicator, ...]
    line: Line | None = None
    because: tuple[Indicator, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What the rule says, why, and whether that is certain; ``unread`` is what nobody read in its source."""

    finding: Finding
    dimensions: tuple[DimensionOutcome, ...]
    missing: tuple[frozenset[str], ...]
    unread: tuple[Indicator, ...]
    verified: bool


def combine(seen: Iterable[Indicator], population: Population, form: Form, rule: Rule) -> Outcome:
    """Return what a rule says of indicators of one list; raise MixedLists.

    ``missing`` are the groups of dimensions of which none is positive yet.
    """
    noticed = tuple(dict.fromkeys(seen))
    _check_one_list(noticed, population, form)
    pattern = rule.pattern(population)
    names = dict.fromkeys(each.dimension for each in noticed)
    dimensions = tuple(_dimension(name, noticed, rule.lines) for name in names)
    found = {each.dimension: each.finding for each in dimensions}
    groups = [(group, _best(found.get(name, Finding.NOT_SHOWN) for name in group)) for group in pattern.requires]
    unread = tuple(each for each in noticed if not each.is_read)
    return Outcome(
        finding=_weakest(finding for _group, finding in groups),
        dimensions=dimensions,
        missing=tuple(group for group, finding in groups if finding is not Finding.POSITIVE),
        unread=unread,
        verified=not unread and rule.certainty is Certainty.READ,
    )


_ORDER = (Finding.NOT_SHOWN, Finding.OPEN, Finding.POSITIVE)


def _best(findings: Iterable[Finding]) -> Finding:
    return max(findings, key=_ORDER.index)


def _weakest(findings: Iterable[Finding]) -> Finding:
    return min(findings, key=_ORDER.index)


def _dimension(name: str, noticed: Sequence[Indicator], lines: Sequence[Line]) -> DimensionOutcome:
    seen = tuple(each for each in noticed if each.dimension == name)
    for line in lines:
        if because := line.met_by(seen):
            return DimensionOutcome(name, Finding.POSITIVE, seen, line, because)
    # No weight counts for more than strong: what would not be positive then, is not with any other weight.
    heaviest = [replace(each, strength=Strength.STRONG) if _is_unweighted(each) else each for each in seen]
    could_be = any(line.met_by(heaviest) for line in lines)
    return DimensionOutcome(name, Finding.OPEN if could_be else Finding.NOT_SHOWN, seen)


def _is_unweighted(indicator: Indicator) -> bool:
    return indicator.strength is Strength.UNWEIGHTED


def _check_one_list(noticed: Sequence[Indicator], population: Population, form: Form) -> None:
    asked = (LIST, population, form)
    if others := [each.id for each in noticed if (each.list, each.population, each.form) != asked]:
        raise MixedLists(f"the rule holds within one list; {', '.join(others)} stand in another")
