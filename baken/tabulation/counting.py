# SPDX-License-Identifier: EUPL-1.2
"""Counting units by their codes along dimensions, with every total."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import product

from baken.tabulation.shapes import ALL, At, Dimension


class UnknownCode(ValueError):
    """A unit carries a code that its dimension does not have: counted, it would be in the total and in no part."""


def counted(units: Iterable[Mapping[str, str]], dimensions: tuple[Dimension, ...]) -> dict[At, int]:
    """Return how many units there are in each cell and each total; each unit gives its code by a dimension's name.

    Raises UnknownCode, and KeyError for a unit that says nothing of a dimension.
    """
    found = Counter(_at(unit, dimensions) for unit in units)
    values = dict.fromkeys(product(*((*each.codes, ALL) for each in dimensions)), 0)
    for at, number in found.items():
        for total in product(*((code, ALL) for code in at)):
            values[total] += number
    return values


def _at(unit: Mapping[str, str], dimensions: tuple[Dimension, ...]) -> At:
    at = tuple(unit[each.name] for each in dimensions)
    for code, dimension in zip(at, dimensions, strict=True):
        if code not in dimension.codes:
            raise UnknownCode(f"{dimension.name}: there is no category {code!r}")
    return at
