# SPDX-License-Identifier: EUPL-1.2
"""One table to be made safe: what must be hidden, what may be, at what cost, and what must stay open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log2

from baken.tabulation.disclosure.choosing import Cut, Shut, cheapest, greedy
from baken.tabulation.disclosure.needs import Need, any_count, left_of_hidden, left_over, small
from baken.tabulation.disclosure.opening import Looking, those_open
from baken.tabulation.disclosure.people import People
from baken.tabulation.disclosure.scene import Scene, scene
from baken.tabulation.disclosure.solving import Programme
from baken.tabulation.disclosure.wording import DIFFERENCE, SMALL
from baken.tabulation.shapes import ALL, At, Table

_ROUNDS, _DEAREST = 60, 3  # looks before nothing is taken back; times for a total


@dataclass(frozen=True)
class Task:
    """The last of some tables, which is to be made safe beside the others."""

    scene: Scene
    threshold: int
    published: Mapping[int, int]  # counts that are told already, by column
    kept: frozenset[int]  # columns that were published as hidden, and stay so

    @property
    def table(self) -> Table:
        """Return the table that is to be made safe."""
        return self.scene.ground.tables[-1]

    def column(self, at: At) -> int:
        """Return where the count of a cell stands."""
        return self.scene.column(len(self.scene.ground.tables) - 1, at)

    def reason(self, at: At) -> str:
        """Return why a cell must be hidden for its own sake, or nothing."""
        if (self.table.values[at] or 0) < self.threshold:
            return SMALL
        return DIFFERENCE if self.column(at) in self._differing else ""

    @cached_property
    def new(self) -> dict[int, int]:
        """Return the counts that nobody knows yet, by column."""
        counts = {self.column(at): self.table.values[at] or 0 for at in self.table.cells()}
        return {column: count for column, count in counts.items() if column not in self.published}

    @cached_property
    def _possible(self) -> list[int]:
        return [each for each in self.new if not self.scene.equations.keys[each][0].impossible]

    @cached_property
    def _people(self) -> People:
        return People(self.scene)

    @cached_property
    def _beside(self) -> list[Need]:
        values = {**self.published, **self.new}
        return left_over(self._possible, values, self._people, self.threshold)

    @cached_property
    def _differing(self) -> frozenset[int]:
        return frozenset(each.column for each in self._beside if each.unless in self.published)

    def again(self, at: At) -> bool:
        """Return whether the same people were published as they were counted on another day."""
        group = self.scene.equations.keys[self.column(at)][0]
        return any(self.scene.equations.keys[column][0] == group for column in self.published)

    @cached_property
    def must(self) -> frozenset[int]:
        """Return the columns that must be hidden whatever it costs."""
        small_ones = {column for column, count in self.new.items() if count < self.threshold}
        return frozenset(small_ones | self._differing | (self.kept & self.new.keys()))

    @cached_property
    def costs(self) -> dict[int, float]:
        """Return the information that hiding each other column loses: more for larger counts and for totals."""
        cells = {self.column(at): at for at in self.table.cells()}
        return {
            column: log2(1 + count) * _DEAREST ** cells[column].count(ALL)
            for column, count in self.new.items()
            if column not in self.must
        }

    def hidden(self) -> frozenset[int]:
        """Return the columns to hide, at the least loss or nearly; raise Shut."""
        programme, looking = self.scene.programme(), Looking(self._counts, self._was_shut)
        cuts: list[Cut] = self._apart()
        chosen: frozenset[int] = cheapest(cuts, self.costs) if cuts else frozenset()
        for round_ in range(_ROUNDS + len(self.new)):
            programme.tell({**self.published, **{c: n for c, n in self._counts.items() if c not in chosen}})
            found = looking.cuts(programme, self._needs, chosen | self.must)
            if not found:
                return chosen | self.must
            cuts += found
            chosen = cheapest(cuts, self.costs) if round_ < _ROUNDS else greedy(found, self.costs, chosen)
        raise Shut  # each look after the first ones hides a cell more, so that none is left to hide

    @cached_property
    def _counts(self) -> dict[int, int]:
        """Return the counts that may be told."""
        return {column: self.new[column] for column in self.costs}

    @cached_property
    def _needs(self) -> list[Need]:
        kept = [need for column in sorted(self.kept) for need in any_count(column, self.threshold)]
        beside = left_of_hidden(sorted(self.kept), list(self.costs), self.new, self._people, self.threshold)
        mine = [need for c in self._possible if self.new[c] < self.threshold for need in small(c, self.threshold)]
        return [*kept, *beside, *mine, *self._beside, *(Need(column, None) for column in self._possible)]

    def _was_shut(self, need: Need) -> bool:
        """Return whether what is needed was not open before this table either: then nobody asks for it."""
        return need.column in self.kept and need.unless is None and not those_open(self._before, [need])

    @cached_property
    def _before(self) -> Programme:
        programme = self.scene.programme()
        programme.tell(self.published)
        return programme

    def _apart(self) -> list[Cut]:
        """Return that of two cells between which lies a small count one must be hidden."""
        pairs = {frozenset((need.column, need.unless)) for need in self._beside if need.unless is not None}
        free = [pair for pair in pairs if pair <= self.costs.keys()]
        return [Cut(dict.fromkeys(sorted(pair), 1.0)) for pair in sorted(free, key=sorted)]


def task(tables: Sequence[Table], threshold: int) -> Task:
    """Return the last of some tables as a task beside the others; raise Contradiction, Mismatch, TooLarge."""
    seen, last = scene(tables), len(tables) - 1
    cells = [(column, tables[place].values[at]) for (place, at), column in seen.equations.of.items() if place < last]
    told = {column: value for column, value in cells if value is not None}
    kept_ones = {column for column, _ in cells} - told.keys()
    possible = {column for column in kept_ones if not seen.equations.keys[column][0].impossible}
    return Task(seen, threshold, told, frozenset(possible))
