# SPDX-License-Identifier: EUPL-1.2
"""Whose people are some of whose: what one cell counts lies within what another one counts."""

import numpy as np
from numpy.typing import NDArray

from baken.tabulation.disclosure.groups import Group
from baken.tabulation.disclosure.scene import Scene

_Bits = NDArray[np.uint64]


class People:
    """Whose people are some of whose."""

    def __init__(self, scene: Scene) -> None:
        self._bits = _bits(scene)
        self._possible = np.array([not group.impossible for group, _ in scene.equations.keys])

    def around(self, column: int) -> tuple[list[int], list[int], list[int]]:
        """Return the columns of some of a column's people, of more than them, and of the same on another day."""
        some, more, same = (np.flatnonzero(each & self._possible).tolist() for each in _inside(self._bits, column))
        return some, more, [each for each in same if each != column]


def _bits(scene: Scene) -> _Bits:
    """Return for each column whom it counts, as bits: rows of whole words."""
    axes = scene.ground.axes
    sizes = [len(scene.ground.pieces.spans), *(len(axis.codes) for axis in axes)]
    starts = np.cumsum([0, *sizes])
    flags = np.zeros((len(scene.equations.keys), -(-int(starts[-1]) // 64) * 64), dtype=bool)
    for row, (group, _) in enumerate(scene.equations.keys):
        for side, start, size in zip(_sides(group), starts, sizes, strict=False):
            flags[row, start + np.fromiter(range(size) if side is None else side, dtype=np.int64)] = True
    return np.packbits(flags, axis=1).view(np.uint64)


def _sides(group: Group) -> list[frozenset[int] | None]:
    return [group.days, *group.sides]


def _inside(all_bits: _Bits, column: int) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which columns count some of a column's people, all and others beside, and exactly the same."""
    mine = all_bits[column]
    some = ~np.any(all_bits & ~mine, axis=1)
    more = ~np.any(mine & ~all_bits, axis=1)
    return some & ~more, more & ~some, some & more
