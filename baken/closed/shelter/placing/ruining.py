# SPDX-License-Identifier: EUPL-1.2
"""Ruin and recreate: some units are emptied for some weeks and filled again in another order, a thousand times (pure).

After Schrimpf and others, "Record Breaking Optimization Results Using the Ruin and Recreate Principle" (2000), with
skipped positions as Christiaens and Vanden Berghe have them (2020); a worse placement is kept now and then, ever more
seldom. Residents stay where they are: only the model moves them.
"""

import math
import random
import time
from collections.abc import Callable, Iterable

from baken.closed.shelter.placing.instance import Safety
from baken.closed.shelter.placing.puzzle import Puzzle, numbers, overlap
from baken.closed.shelter.placing.sketch import Sketch

_WARM, _COLD = 6.0, 0.3  # how much worth may be lost, at the start and at the end
_SKIPPED = 0.05  # positions passed over
_AROUND = 5  # nights around what was emptied from which others are let in
_SHARED, _SECURED = -100, 30  # nights that a place is worth more or less
Order = Callable[[int], float]


def first_fit(puzzle: Puzzle, sketch: Sketch) -> Sketch:
    """Return a placement in which each household, as it arrives, takes the first unit in which it fits."""
    made = sketch.copy()
    for household in sorted(made.waiting(), key=lambda each: puzzle.nights[each].start):
        unit = next((unit for unit in puzzle.allowed[household] if made.fits(household, unit)), None)
        if unit is not None:
            made.put(household, unit)
    return made


def search(puzzle: Puzzle, start: Sketch, until: float, enough: Callable[[int], bool], seed: int = 0) -> Sketch:
    """Return the best placement that was found from one until a moment of the monotonic clock, or that is enough."""
    chance, began = random.Random(seed), time.monotonic()  # noqa: S311 - no secret
    density = [each.worth / max(1, len(nights)) for each, nights in zip(puzzle.households, puzzle.nights, strict=True)]
    kept = best = _filled(start.copy(), sorted(start.waiting(), key=lambda each: -density[each]), chance, skipped=0)
    while (now := time.monotonic()) < until and not enough(best.worth):
        warmth = _WARM * (_COLD / _WARM) ** ((now - began) / (until - began))
        made, around = _ruined(kept, chance)
        nearby = [each for each in made.waiting() if overlap(puzzle.nights[each], around)]
        made = _filled(made, sorted(nearby, key=_order(puzzle, density, chance)), chance)
        if made.worth >= kept.worth + warmth * math.log(1 - chance.random()):
            kept = made
            best = made.copy() if made.worth > best.worth else best
    return best


def _ruined(sketch: Sketch, chance: random.Random) -> tuple[Sketch, range]:
    """Return a placement with some units emptied around some night, and around which nights."""
    puzzle, made = sketch.puzzle, sketch.copy()
    units, middle, half = _where(sketch, chance)
    weeks = range(middle - half, middle + half)
    for unit in units:
        for household in numbers(made.inside[unit]):
            if puzzle.current[household] is None and overlap(puzzle.nights[household], weeks):
                made.take(household)
    return made, range(weeks.start - _AROUND, weeks.stop + _AROUND)


def _where(sketch: Sketch, chance: random.Random) -> tuple[list[int], int, int]:
    """Return which units to empty, around which night, how many nights on either side; now and then for who waits."""
    puzzle = sketch.puzzle
    waiting = list(sketch.waiting()) if chance.random() < 0.3 else []  # noqa: PLR2004 - a share
    if waiting:
        household = chance.choice(waiting)
        nights, allowed = puzzle.nights[household], puzzle.allowed[household]
        return _some(allowed, 3, chance), (nights.start + nights.stop) // 2, len(nights) // 2 + 3
    units = range(len(puzzle.units))
    return _some(units, 4, chance), chance.randrange(puzzle.instance.horizon.nights), chance.randrange(5, 50)


def _some(units: Iterable[int], most: int, chance: random.Random) -> list[int]:
    found = list(units)
    return chance.sample(found, min(len(found), chance.randint(1, most)))


def _order(puzzle: Puzzle, density: list[float], chance: random.Random) -> Order:
    """Return in which order those who wait are tried: by what counts most, blurred, or by who is hardest to place."""
    orders: list[Order] = [
        lambda each: -density[each] * chance.uniform(0.6, 1.4),
        lambda each: -puzzle.households[each].worth * chance.uniform(0.6, 1.4),
        lambda each: puzzle.nights[each].start,
        lambda each: len(puzzle.allowed[each]),
        lambda each: chance.random(),
    ]
    return chance.choices(orders, [4, 3, 1, 1, 1])[0]


def _filled(sketch: Sketch, households: Iterable[int], chance: random.Random, skipped: float = _SKIPPED) -> Sketch:
    """Put each household where it fits most snugly, if anywhere."""
    for household in households:
        found = [
            (_loose(sketch, household, unit), unit)
            for unit in sketch.puzzle.allowed[household]
            if chance.random() >= skipped and sketch.fits(household, unit)
        ]
        if found:
            sketch.put(household, min(found)[1])
    return sketch


def _loose(sketch: Sketch, household: int, number: int) -> int:
    """Return how loosely a household would sit in a unit: nights left idle beside it, places left empty."""
    puzzle, unit, stay = sketch.puzzle, sketch.puzzle.units[number], sketch.puzzle.nights[household]
    empty = unit.places - puzzle.households[household].size
    if sketch.inside[number] & puzzle.together[household]:
        return _SHARED + empty
    others = [puzzle.nights[each] for each in numbers(sketch.inside[number])]
    before = max((each.stop for each in others if each.stop <= stay.start), default=0)
    after = min((each.start for each in others if each.start >= stay.stop), default=puzzle.instance.horizon.nights)
    wasted = unit.secured and puzzle.households[household].safety != Safety.RED
    return min(stay.start - before, after - stay.stop) + 4 * empty + _SECURED * wasted
