# SPDX-License-Identifier: EUPL-1.2
"""`python -m baken.closed.shelter.placing.compiling`: compiles what draws placements, before somebody waits for one.

Compiled steps are compiled when they are first called, which takes longer than a proposal may. Here each is called
once, for a house that nobody lives in; what came of it is kept beside the source.
"""

import math
import time
from datetime import date, timedelta

from baken.closed.shelter.placing import aims, annealing, listing
from baken.closed.shelter.placing.generating import Generator
from baken.closed.shelter.placing.instance import Household, Instance, Member, Sex, Span, Unit
from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.sketch import Sketch

_DAY, _NIGHTS, _TIMETABLES = date(2026, 1, 1), 4, 100


def main() -> None:
    """Call each compiled step once."""
    puzzle = Puzzle(_house())
    listing.every(puzzle, _TIMETABLES)
    Generator(puzzle, aims.most_worth(puzzle), math.inf).generate(2)
    annealing.anneal(puzzle, Sketch(puzzle), time.monotonic() + 1, lambda _worth: False)


def _house() -> Instance:
    days = [_DAY + timedelta(days=number) for number in range(_NIGHTS + 1)]
    units = [Unit(each, "l", "b", each, 2, secured=False, step_free=False, region="r") for each in ("one", "two")]
    asking = [Household(str(first), Span(first, days[-1]), (Member(Sex.FEMALE, None),)) for first in days[:-1]]
    by_name = {each.id: each for each in units}, {each.id: each for each in asking}
    return Instance(Span(days[0], days[-1]), 1, *by_name)


if __name__ == "__main__":
    main()
