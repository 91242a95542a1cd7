# SPDX-License-Identifier: EUPL-1.2
"""`python -m bench place`: placements in made-up houses, beside first-fit by arrival; some minutes, on two cores.

Large: 32 units with 75 places over 90 days, and households that ask for 125 % of the nights, a third of them with a
network or somebody to avoid. Steady: 60 residents, 8 requests, a week to place them. Ten times: ten such houses in one.
Six houses of a kind, or as many as the number behind it says.
"""

import json
import random
import time
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from baken.closed.shelter.placing import answering
from baken.closed.shelter.placing.instance import Household, Instance, Member, Safety, Sex, Span, Unit
from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.sketch import NOWHERE, Sketch, first_fit
from baken.settings import environment
from bench import machine

FIRST, DAYS = date(2026, 3, 1), 90
SEEDS = 6
_REGIONS = ("noord", "midden", "zuid")
_NETWORK, _AVOIDS = 0.2, 0.33  # a household is in a network below the one, and avoids somebody below the other
_EXCLUDED, _STEP_FREE = 0.15, 0.06
_RESIDENTS, _REQUESTS, _WEEK = 60, 8, 7
# Grown-ups and minors on their own, by sex and age; others are a mother with children.
_ALONE = (
    (0.45, "F", (19, 45)), (0.6, "M", (19, 45)), (0.72, "F", (13, 18)), (0.77, "M", (13, 18)), (0.79, "X", (19, 30)),
)  # fmt: skip
_PLACES = [1] * 10 + [2] * 10 + [3] * 7 + [4, 4] + [5, 5, 6]  # 75 in 32 units


def day(number: int) -> date:
    """Return a day by its number."""
    return FIRST + timedelta(days=number)


def units(chance: random.Random, houses: int = 1) -> Iterator[Unit]:
    """Yield the units of some houses, each with six buildings at three locations; a few are closed for some days."""
    for house in range(houses):
        places = chance.sample(_PLACES, len(_PLACES))
        closed = chance.sample(range(len(places)), 4)
        for number, each in enumerate(places):
            where = number % 3
            start = chance.randrange(DAYS - 10)
            spans = (Span(day(start), day(start + chance.randrange(3, 14))),) if number in closed else ()
            location = f"locatie {house}-{where}"
            yield Unit(
                id=f"unit {house}-{number}", location=location, building=f"{location}{'ab'[number // 3 % 2]}", wing="w",
                places=each, secured=number % 5 == 0, step_free=number % 4 == 0, region=_REGIONS[where], closed=spans,
            )  # fmt: skip


def household(chance: random.Random, key: str, stay: Span, keys: list[str], networks: int) -> Household:
    """Return a made-up household: a third of them is in a network or avoids one of those before it."""
    drawn = chance.random()
    network = frozenset({f"netwerk {chance.randrange(networks)}"}) if drawn < _NETWORK else frozenset[str]()
    avoid = frozenset({chance.choice(keys)}) if _NETWORK <= drawn < _AVOIDS and keys else frozenset[str]()
    excluded = frozenset({chance.choice(_REGIONS)}) if chance.random() < _EXCLUDED else frozenset[str]()
    safety = chance.choices(list(Safety), [55, 33, 12])[0]
    people = tuple(Member(Sex(sex), _born(stay.start, years)) for sex, years in _members(chance))
    return Household(key, stay, people, safety, chance.random() < _STEP_FREE, network, avoid, excluded)


def _born(on: date, years: int) -> date:
    return on.replace(year=on.year - years, day=1)


def _members(chance: random.Random) -> list[tuple[str, int]]:
    drawn = chance.random()
    for most, sex, (least, below) in _ALONE:
        if drawn < most:
            return [(sex, chance.randrange(least, below))]
    children = [(chance.choice("FM"), chance.randrange(12)) for _ in range(chance.choice([1, 1, 2, 2, 3]))]
    return [("F", chance.randrange(22, 40)), *children]


def large(seed: int, houses: int = 1) -> Instance:
    """Return a house, or some in one, for which more is asked than there is."""
    chance = random.Random(seed)  # noqa: S311 - made up
    made = list(units(chance, houses))
    horizon, asked, found = Span(day(0), day(DAYS)), 0, dict[str, Household]()
    while asked < 1.25 * DAYS * sum(each.places for each in made):
        start, nights = chance.randrange(-20, DAYS - 3), _length(chance)
        if start + nights > 0:
            key = f"huishouden {len(found)}"
            found[key] = household(chance, key, Span(day(start), day(start + nights)), list(found), 6 * houses)
            asked += found[key].stay.within(horizon).nights * found[key].size
    return Instance(horizon, 1, {each.id: each for each in made}, found)


def _length(chance: random.Random) -> int:
    return chance.choice(
        [chance.randrange(3, 22), chance.randrange(20, 60), *(chance.randrange(60, 200) for _ in "ab")]
    )


def steady(seed: int) -> Instance:
    """Return a house with sixty residents, where first-fit put them, and eight who ask for a place this week."""
    chance = random.Random(seed)  # noqa: S311 - made up
    made = {each.id: each for each in units(chance)}
    horizon = Span(day(0), day(DAYS))
    found: dict[str, Household] = {}
    while sum(each.size for each in found.values()) < _RESIDENTS:
        key = f"bewoner {len(found)}"
        stay = Span(day(-chance.randrange(1, 90)), day(chance.randrange(10, 150)))
        found[key] = household(chance, key, stay, list(found), 6)
        puzzle = Puzzle(Instance(horizon, 1, made, found))
        sketch = first_fit(puzzle, _where_they_are(puzzle))
        if sketch.at[-1] == NOWHERE:
            del found[key]
        else:
            unit = puzzle.units[sketch.at[-1]].id
            found[key] = Household(**{**vars(found[key]), "current_unit": unit})
    for number in range(_REQUESTS):
        start = chance.randrange(_WEEK)
        key = f"aanvraag {number}"
        found[key] = household(chance, key, Span(day(start), day(start + _length(chance))), list(found), 6)
    return Instance(horizon, 1, made, found)


def _where_they_are(puzzle: Puzzle) -> Sketch:
    sketch = Sketch(puzzle)
    for number, unit in enumerate(puzzle.current):
        if unit is not None:
            sketch.put(number, unit)
    return sketch


def main(houses: int = SEEDS) -> None:
    """Measure so many houses of a kind, print, and write `build/placing.json`."""
    told: dict[str, Any] = {"machine": machine.describe("none"), "runs": []}
    for name, instance, seconds in _runs(range(houses)):
        told["runs"].append(_measured(name, instance, seconds))
        print(_line(told["runs"][-1]), flush=True)
    file = environment.ROOT / "build" / "placing.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


def _runs(seeds: range) -> Iterator[tuple[str, Instance, int]]:
    yield from ((f"steady {seed}", steady(seed), 10) for seed in seeds)
    yield from ((f"large {seed}", large(seed), seconds) for seconds in (20, 60) for seed in seeds)
    yield "ten times", large(0, houses=10), 60


def _measured(name: str, instance: Instance, seconds: int) -> dict[str, Any]:
    puzzle = Puzzle(instance)
    began = time.monotonic()
    plain = first_fit(puzzle, _where_they_are(puzzle)).worth
    took = time.monotonic() - began
    found = answering.answer(instance, seconds)
    return {
        "name": name, "households": len(puzzle.households), "asked": seconds, "first_fit": plain,
        "first_fit_seconds": round(took, 2),
        **{key: found[key] for key in ("status", "objective", "bounds", "proof", "seconds")},
    }  # fmt: skip


def _line(run: dict[str, Any]) -> str:
    reached, bound = run["objective"][0], run["bounds"][0]
    gap = f"{100 * (bound / reached - 1) if reached else 0.0:.2f} %"
    first = f"{run['name']:<10} {run['households']:>5} households, {run['asked']} s: {reached} of {bound} ({gap})"
    whole = f"{run['objective']} of {run['bounds']}, {run['status']} in {run['seconds']} s"
    return f"{first}, first-fit {run['first_fit']}; all {whole}"
