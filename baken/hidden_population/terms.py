# SPDX-License-Identifier: EUPL-1.2
"""Terms and models. A term is a set of lists, written as a history; a model is a set of terms, closed downwards.

The name of a model is that of its largest terms, with lists as digits from 1: `[12,3]` has terms for nobody, for each
of three lists, and for the first two together. Every model has a term for each list.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from baken.hidden_population.tables import Faults, Floats

Flags = NDArray[np.bool_]
Model = frozenset[int]
_NAME = re.compile(r"\[?\s*([1-9]+(?:\s*,\s*[1-9]+)*)\s*\]?")


def order(term: int) -> int:
    """Return how many lists a term has."""
    return term.bit_count()


def independence(lists: int) -> Model:
    """Return the model in which no list says anything about another."""
    return frozenset([0, *(1 << each for each in range(lists))])


def pairs(lists: int) -> list[int]:
    """Return the pairs of lists: 12, 13, and so on, then 23."""
    return terms(lists, 2)


def terms(lists: int, size: int) -> list[int]:
    """Return the terms of so many lists."""
    return [sum(1 << each for each in some) for some in combinations(range(lists), size)]


def closed(tops: Iterable[int], lists: int) -> Model:
    """Return the smallest model with some terms."""
    found = set(independence(lists))
    for top in tops:
        found.update(term for term in range(top + 1) if term & top == term)
    return frozenset(found)


def tops(model: Model) -> list[int]:
    """Return the largest terms of a model."""
    return [each for each in model if each and not any(each != other and each & other == each for other in model)]


def parse(name: str, lists: int) -> Model:
    """Return the model of a name; raises `Faults` where it names a list that is not there, or one twice."""
    found = _NAME.fullmatch(name.strip())
    if not found:
        raise Faults([f"{name!r} is no model; one is written like [12,3]"])
    words = [each.strip() for each in found.group(1).split(",")]
    wrong = [each for each in words if len(set(each)) < len(each) or int(max(each)) > lists]
    if wrong:
        raise Faults([f"{name!r}: {wrong[0]} is no set of the lists 1 to {lists}"])
    return closed((sum(1 << int(digit) - 1 for digit in word) for word in words), lists)


def name(model: Model) -> str:
    """Return the name of a model, by which R's MultipleSystemsEstimation knows it too."""
    return f"[{','.join(sorted(map(digits, tops(model))))}]"


def digits(term: int) -> str:
    """Return the lists of a term as digits."""
    return "".join(str(bit + 1) for bit in range(term.bit_length()) if term >> bit & 1)


def flags(models: Iterable[Model], lists: int) -> Flags:
    """Return models as rows, with a flag for each term."""
    rows = [list(each) for each in models]
    found = np.zeros((len(rows), 1 << lists), bool)
    for row, each in zip(found, rows, strict=True):
        row[each] = True
    return found


def model(row: Flags) -> Model:
    """Return the model of a row of flags."""
    return frozenset(np.flatnonzero(row).tolist())


def margins(counts: Floats) -> Floats:
    """Return for each term the sum over the histories that hold it, in each row (as Yates did it, a list at a time)."""
    found = counts.copy()
    for halves in _halves(found):
        halves[:, :, 0] += halves[:, :, 1]
    return found


def logs(parameters: Floats) -> Floats:
    """Return for each history the sum over the terms that it holds, in each row."""
    found = parameters.copy()
    for halves in _halves(found):
        halves[:, :, 1] += halves[:, :, 0]
    return found


def _halves(rows: Floats) -> Iterator[Floats]:
    """Yield views in which the second last axis says whether a list is there, a list at a time."""
    for bit in range(rows.shape[1].bit_length() - 1):
        yield rows.reshape(len(rows), rows.shape[1] >> bit + 1, 2, 1 << bit)


@cache
def holds(lists: int) -> Floats:
    """Return which history holds which term, as ones; histories are rows."""
    return logs(np.eye(1 << lists)).T
