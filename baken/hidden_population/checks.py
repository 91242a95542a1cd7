# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a table, or weak about it, in words."""

from collections.abc import Iterator
from itertools import combinations

from baken.hidden_population.tables import Table
from baken.hidden_population.terms import pairs, terms
from baken.hidden_population.worded import Worded, worded

# Persons on two lists or more: below, one more or less of them moves the estimate a lot. The number is our own.
FEW = 10


def faults(table: Table) -> Iterator[Worded]:
    """Yield why nothing can be estimated."""
    if not table.observed:
        yield worded("nobody is on any list")
        return
    empty = (name for bit, name in enumerate(table.lists) if not table.on(1 << bit))
    yield from (worded("list {name} is empty: leave it out", name=name) for name in empty)
    if not overlapping(table):
        yield worded("nobody is on two lists: with no overlap any number of hidden persons would do")


def warnings(table: Table) -> Iterator[Worded]:
    """Yield what makes an estimate weak."""
    overlap = overlapping(table)
    if overlap < FEW:
        yield worded(
            "only {overlap} persons are on two lists or more: one person more or less there moves the estimate a lot",
            overlap=overlap,
        )
    yield from _nested(table)
    yield from _apart(table)
    yield from _degenerate(table)


def overlapping(table: Table) -> int:
    """Return how many persons are on two lists or more."""
    return int(sum(table.counts[each] for each in table.histories if each.bit_count() > 1))


def _nested(table: Table) -> Iterator[Worded]:
    names = list(enumerate(table.lists))
    for (one, first), (other, second) in combinations(names, 2):
        both = table.on(1 << one | 1 << other)
        inside = [both == table.on(1 << each) for each in (one, other)]
        if all(inside):
            yield worded("lists {both} hold the same persons: they are one list, told twice", both=(first, second))
        elif any(inside):
            small, large = (first, second) if inside[0] else (second, first)
            yield worded(
                "everybody on list {small} is on {large} too: {small} is a part of {large}, no list of its own",
                small=small, large=large,
            )  # fmt: skip


def _apart(table: Table) -> Iterator[Worded]:
    some = pairs(len(table.lists))
    empty = [each for each in some if not table.on(each)]
    for bit, name in enumerate(table.lists):
        if all(each in empty for each in some if each >> bit & 1):
            yield worded(
                "list {name} overlaps with no other list: it says nothing about how many are hidden", name=name
            )
    if empty and len(empty) < len(some):
        yield worded(
            "{empty} of {some} pairs of lists have nobody in common: {names}",
            empty=len(empty), some=len(some), names=[table.named(each) for each in empty],
        )  # fmt: skip


def _degenerate(table: Table) -> Iterator[Worded]:
    """Yield where a model of all pairs has no answer: it needs three lists that overlap pairwise (Chan et al. 2021)."""
    three = terms(len(table.lists), 3)
    overlapping = {each for each in pairs(len(table.lists)) if table.on(each)}
    if three and not any(
        all(pair in overlapping for pair in pairs(len(table.lists)) if pair & ~each == 0) for each in three
    ):
        yield worded("a degenerate table: no three lists overlap pairwise, so a model of all pairs is not identifiable")
    if len(overlapping) == 1 and three:
        (pair,) = overlapping
        yield worded(
            "a degenerate table: only {names} overlap, and a model that joins them has no estimate",
            names=table.named(pair),
        )
