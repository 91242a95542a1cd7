# SPDX-License-Identifier: EUPL-1.2
"""All that is said of one table: several methods side by side, and without each list in turn."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from baken.hidden_population.estimating import Estimate, Spread, estimate
from baken.hidden_population.methods import METHODS, Asked
from baken.hidden_population.strata.adding import added_up
from baken.hidden_population.strata.joint import JOINT, joint
from baken.hidden_population.strata.parts import Strata
from baken.hidden_population.tables import FEWEST_LISTS, Faults, Table, without
from baken.hidden_population.worded import Worded, worded

QUICK = frozenset({"independence", "stepwise", "bic-downhill", JOINT})  # enough to ask them once more for each list
SLOW = frozenset({"lcmcr"})  # asked by name alone
Left = Mapping[str, Mapping[str, float | None]]  # totals by method and by the list left out


@dataclass(frozen=True)
class Answer:
    """Estimates side by side, the first that which was asked for; why others do not apply; and without each list."""

    table: Table  # as it is if nobody is told apart
    by: tuple[str, ...]  # columns by which persons were told apart
    estimates: tuple[Estimate, ...]
    refused: tuple[Worded, ...]
    left: Left
    untold: Estimate | None = None  # where persons were told apart: the first method again, as if they had not been


def answer(source: Table | Strata, method: str | None, asked: Asked, spread: Spread, briefly: bool = False) -> Answer:
    """Return all methods that apply; where one is asked for it comes first.

    Briefly, the others stand beside it without resamples, and `bic` is not among them. Raises `Faults` where that
    method has no estimate, or none has.
    """
    first = [by_method(source, method, asked, spread)] if method else []
    brief = bool(method) and briefly
    but = {method, "bic"} if brief else {method}
    others, refused = side_by_side(source, asked, Spread(times=0) if brief else spread, but)
    if not (found := [*first, *others]):
        raise Faults([*dict.fromkeys(each.parts["fault"] for each in refused)])
    left = without_each(source, found, asked)
    if isinstance(source, Table):
        return Answer(source, (), tuple(found), tuple(refused), left)
    return Answer(source.whole, source.by, tuple(found), tuple(refused), left, _untold(source, found, asked))


def by_method(source: Table | Strata, method: str, asked: Asked, spread: Spread) -> Estimate:
    """Estimate by one method, stratum by stratum where persons are told apart; raises `Faults`."""
    if method == JOINT:
        if isinstance(source, Table):
            raise Faults([worded("joint tells persons apart: name the columns by which")])
        return joint(source, asked, spread)
    if isinstance(source, Table):
        return estimate(source, method, asked, spread)
    return added_up(source, method, asked, spread)


def side_by_side(
    source: Table | Strata, asked: Asked, spread: Spread, but: Collection[str | None] = ()
) -> tuple[list[Estimate], list[Worded]]:
    """Return the estimate by each method that applies, and why others do not."""
    found, refused = list[Estimate](), list[Worded]()
    for method in [*METHODS, *([JOINT] if isinstance(source, Strata) else [])]:
        if method not in {*but, *SLOW} and (asked.model or method != "fixed"):
            try:
                found.append(by_method(source, method, asked, spread))
            except Faults as error:
                refused += [worded("{method}: {fault}", method=method, fault=fault) for fault in error.faults]
    return found, refused


def without_each(source: Table | Strata, found: Sequence[Estimate], asked: Asked) -> Left:
    """Return by method the estimate without each list in turn; none where a stratum that had one has none then."""
    asked_of = [each for each in found if each.method in QUICK]
    names = [*enumerate(source.lists)]
    return {each.method: {name: _left(source, bit, each, asked) for bit, name in names} for each in asked_of}


def _left(source: Table | Strata, number: int, whole: Estimate, asked: Asked) -> float | None:
    if len(source.lists) == FEWEST_LISTS:
        return None
    fewer = source.without(number) if isinstance(source, Strata) else without(source, number)
    try:
        found = by_method(fewer, whole.method, asked, Spread(times=0))
    except Faults:
        return None
    return found.estimate if _estimated(whole) == _estimated(found) else None


def _estimated(found: Estimate) -> list[bool]:
    return [each.estimate is not None for each in found.strata]


def _untold(strata: Strata, found: Sequence[Estimate], asked: Asked) -> Estimate | None:
    method = next((each.method for each in found if each.method != JOINT), None)
    try:
        return estimate(strata.whole, method, asked, Spread(times=0)) if method else None
    except Faults:
        return None
