# SPDX-License-Identifier: EUPL-1.2
"""A placement out of timetables chosen in fractions: one is fixed, the rest is priced and chosen anew, and so on.

So whatever is fixed, timetables are drawn that go with it; each dive leaves more of them to the next.
"""

import math
import random
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain, repeat

from baken.closed.shelter.placing import aims
from baken.closed.shelter.placing.climbing import Climb
from baken.closed.shelter.placing.generating import Generator
from baken.closed.shelter.placing.master import Timetable
from baken.closed.shelter.placing.merging import merged
from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.rows import Pairs
from baken.closed.shelter.placing.sketch import NOWHERE, Sketch, first_fit

_WIDTH, _ROUNDS = 40, 6  # of drawing after each that is fixed
_NOISE = 0.8, 1.25  # by which shares are multiplied, so that no dive is as the one before
_WHOLE = 1 - 1e-6
_WIDTHS = 100, 1000, 20_000, 50_000, 200_000  # of drawing before each dive: the wider, the closer the bound
_MOST = 1200  # timetables from one dive to the next: the more, the slower
_MERGED, _MERGING = 6, 3.0  # of the best of them, for some seconds
_OFF = 1e-3  # how far a bound may be off


@dataclass
class Search:
    """Dives into a puzzle until a moment of the monotonic clock; on more than one core they share what was found."""

    puzzle: Puzzle
    until: float
    drawn: list[Timetable] = field(default_factory=list)  # by whoever began first
    dives: list[Sketch] = field(default_factory=list)

    def lead(self, found: Climb) -> None:
        """Dive, and lower the bound between one dive and the next."""
        made = Generator(self.puzzle, aims.most_worth(self.puzzle), self.until)
        self.drawn = made.master.drawn
        self._go(made, found, chain(_WIDTHS, repeat(_WIDTHS[1])), 0)

    def follow(self, found: Climb) -> None:
        """Dive among what was drawn by whoever leads."""
        made = Generator(self.puzzle, aims.most_worth(self.puzzle), self.until)
        for each in tuple(self.drawn):
            made.master.add(*each)
        self._go(made, found, repeat(_WIDTHS[1]), 1, is_wide=True)

    def _go(self, made: Generator, found: Climb, widths: Iterable[int], seed: int, *, is_wide: bool = False) -> None:
        """Dive again and again; one of two cores merges more widely, while the other sees to the bound."""
        chance = random.Random(seed)  # noqa: S311 - no secret
        for width in widths:
            made.master.add_all(found.best)
            made.generate(width)
            if made.bound < math.inf:
                found.lower(math.floor(made.bound + _OFF))
            if found.is_over or made.is_over:
                return
            chosen = made.master.pairs() if is_wide and made.master.solve() else set()
            self._dive(made, found, chance)
            if chosen:
                self._merge(found, chosen)
            made.master.solve()
            made.master.forget(_MOST)

    def _dive(self, made: Generator, found: Climb, chance: random.Random) -> None:
        """Dive once, and merge what was found so far."""
        self.dives.append(dive(made, found.best, chance))
        self._merge(found)

    def _merge(self, found: Climb, beside: Pairs = ()) -> None:
        first, *others = sorted([*self.dives, found.best], key=lambda each: -each.worth)[:_MERGED]
        seconds = min(_MERGING, self.until - time.monotonic())
        if seconds > 0 and not found.is_over:
            found.reach(merged(self.puzzle, first, others, seconds, beside))


def dive(made: Generator, start: Sketch, chance: random.Random) -> Sketch:
    """Return a placement beside what stands: whoever is in no timetable that was fixed is put where she fits."""
    fixed: dict[int, int] = {}  # the timetable of each unit, by number
    made.master.solve()
    while not made.is_over and (found := _next(made, fixed, chance)):
        for number in found:
            made.master.fix(number, is_fixed=True)
            fixed[made.master.drawn[number].unit] = number
        if not _drawn(made, fixed):
            break
    for number in fixed.values():
        made.master.fix(number, is_fixed=False)
    return _placed(made, start, fixed)


def _next(made: Generator, fixed: dict[int, int], chance: random.Random) -> list[int]:
    """Return the timetables that are chosen whole, or else one of those with the largest share."""
    shares = {each: share for each, share in made.master.shares().items() if made.master.drawn[each].unit not in fixed}
    whole = [each for each, share in shares.items() if share > _WHOLE]
    return whole or sorted(shares, key=lambda each: shares[each] * chance.uniform(*_NOISE))[-1:]


def _drawn(made: Generator, fixed: dict[int, int]) -> bool:
    """Draw timetables that go with those that are fixed; say whether there is a choice."""
    for _ in range(_ROUNDS):
        prices = made.master.solve()
        if prices is None or made.is_over:
            return False
        if not made.draw(prices, _WIDTH, fixed):
            return True
    return made.master.solve() is not None


def _placed(made: Generator, start: Sketch, fixed: dict[int, int]) -> Sketch:
    """Return what some timetables place; where a resident would be nowhere, it is what it began with."""
    sketch = Sketch(made.puzzle)
    for number in fixed.values():
        unit, who = made.master.drawn[number]
        for household in who:
            if sketch.fits(household, unit):
                sketch.put(household, unit)
    if any(sketch.at[each] == NOWHERE for each in made.puzzle.residents):
        return start
    return first_fit(made.puzzle, sketch)
