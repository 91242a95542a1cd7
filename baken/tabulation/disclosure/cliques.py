# SPDX-License-Identifier: EUPL-1.2
"""Which axes must be crossed: as few together as say everything that the tables say together.

Tables by age and sex, and by sex and form, need no cross of age and form: any two that agree on sex fit on one table of
three (Vorob'ev 1962; Lauritzen 1996). That holds where the sets of axes are the cliques of a graph without long cycles.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations

Axes = frozenset[int]


def cliques(sets: Iterable[Axes]) -> list[Axes]:
    """Return sets of axes, each given set whole in one of them, whose graph has no cycle without a chord."""
    beside = _neighbours(sets)
    found: list[Axes] = []
    while beside:
        axis = min(beside, key=lambda each: (_missing(beside, each), len(beside[each]), each))
        around = beside.pop(axis)
        for each in around:
            beside[each] |= around - {each}
            beside[each] -= {axis}
        found.append(Axes(around | {axis}))
    return [each for each in found if not any(each < other for other in found)] or [Axes()]


def _neighbours(sets: Iterable[Axes]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for each in sets:
        for axis in each:
            found.setdefault(axis, set()).update(each - {axis})
    return found


def _missing(beside: dict[int, set[int]], axis: int) -> int:
    return sum(b not in beside[a] for a, b in combinations(sorted(beside[axis]), 2))


def joints(found: Sequence[Axes]) -> list[tuple[int, int]]:
    """Return which cliques must agree on the axes they share: a tree, each with the one it shares most with."""
    joined, tree = {0}, []
    while len(joined) < len(found):
        pairs = ((a, b) for a in joined for b in range(len(found)) if b not in joined)
        a, b = max(pairs, key=lambda pair: (len(found[pair[0]] & found[pair[1]]), -pair[1], -pair[0]))
        tree.append((a, b))
        joined.add(b)
    return tree
