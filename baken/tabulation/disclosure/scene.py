# SPDX-License-Identifier: EUPL-1.2
"""Several tables before an attacker: the equations, and which counts are told."""

from collections.abc import Sequence
from dataclasses import dataclass

from baken.tabulation.disclosure.equations import Equations, equations
from baken.tabulation.disclosure.groups import Ground, ground
from baken.tabulation.disclosure.moments import Changes, changes, every_change, with_struck
from baken.tabulation.disclosure.solving import Contradiction, Programme
from baken.tabulation.shapes import At, Table


@dataclass(frozen=True)
class Scene:
    """Tables, their equations, and the counts that are told by column."""

    ground: Ground
    equations: Equations
    told: dict[int, int]

    def column(self, table: int, at: At) -> int:
        """Return where the count of a cell stands."""
        return self.equations.of[table, at]

    def hidden(self) -> list[int]:
        """Return the columns of counts that no table tells; those of nobody by their meaning are left out."""
        keys = enumerate(self.equations.keys)
        return [column for column, (group, _) in keys if column not in self.told and not group.impossible]

    def programme(self) -> Programme:
        """Return the linear programme with what is told."""
        return Programme(self.equations, self.told)


def scene(tables: Sequence[Table]) -> Scene:
    """Return tables as an attacker sees them; raise Contradiction where no people give their numbers."""
    common = ground(tables)
    for seen in (changes, with_struck, every_change):
        try:
            found = _scene(common, seen(common))
            found.programme().check()
        except Contradiction:
            continue
        return found
    raise Contradiction("the tables contradict each other")


def _scene(common: Ground, seen: Changes) -> Scene:
    found = equations(common, seen)
    told: dict[int, int] = {}
    for (place, at), column in found.of.items():
        value = common.tables[place].values[at]
        if value is not None and told.setdefault(column, value) != value:
            raise Contradiction("one count is told twice")
    return Scene(common, found, told)
