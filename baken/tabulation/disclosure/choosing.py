# SPDX-License-Identifier: EUPL-1.2
"""Which cells to hide at the least loss, where each cut names cells that cannot all stay told.

A cut says that what hiding loosens must come to 1 (Fischetti & Salazar 2001): the choice is an integer programme.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

_NODES, _NEAR, _IMPOSSIBLE = 2_000, 1e-6, 2


class Shut(ValueError):
    """A count cannot be kept open, whatever else is hidden."""


@dataclass(frozen=True)
class Cut:
    """How much hiding each column loosens, 1 being enough; with ``where`` only if that column is hidden."""

    loosens: Mapping[int, float]
    where: int | None = None

    def holds(self, hidden: set[int] | frozenset[int]) -> bool:
        """Return whether enough is hidden."""
        idle = self.where is not None and self.where not in hidden
        return idle or sum(each for column, each in self.loosens.items() if column in hidden) >= 1 - _NEAR


def cheapest(cuts: Sequence[Cut], costs: Mapping[int, float]) -> frozenset[int]:
    """Return the columns that cost least to hide together, or nearly: the best after so many nodes; raise Shut."""
    columns = list(costs)
    found = milp(
        np.array(list(costs.values())), integrality=np.ones(len(columns)), bounds=Bounds(0, 1),
        constraints=_constraint(cuts, {column: i for i, column in enumerate(columns)}),
        options={"node_limit": _NODES, "mip_rel_gap": 0},
    )  # fmt: skip
    if found.status == _IMPOSSIBLE:
        raise Shut
    if found.x is None:
        return greedy(cuts, costs, frozenset())
    return frozenset(column for column, chosen in zip(columns, found.x, strict=True) if chosen > 1 / 2)


def _constraint(cuts: Sequence[Cut], place: Mapping[int, int]) -> LinearConstraint:
    entries = [(row, place[column], each) for row, cut in enumerate(cuts) for column, each in cut.loosens.items()]
    entries += [(row, place[cut.where], -1.0) for row, cut in enumerate(cuts) if cut.where is not None]
    rows, columns, values = (np.array(each) for each in zip(*entries, strict=True))
    matrix = csr_array((values, (rows, columns)), shape=(len(cuts), len(place)))
    return LinearConstraint(matrix, lb=[0.0 if cut.where is not None else 1.0 for cut in cuts])


def greedy(cuts: Sequence[Cut], costs: Mapping[int, float], hidden: frozenset[int]) -> frozenset[int]:
    """Return hidden columns and more until each cut holds, each time what loosens most for its cost; raise Shut."""
    chosen = set(hidden)
    while broken := next((cut for cut in cuts if not cut.holds(chosen)), None):
        left = [column for column in broken.loosens if column not in chosen]
        if not left:
            raise Shut
        chosen.add(max(left, key=lambda column: (broken.loosens[column] / costs[column], -column)))
    return frozenset(chosen)
