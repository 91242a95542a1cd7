# SPDX-License-Identifier: EUPL-1.2
"""A placement, and why others wait, as `baken place` prints it."""

import time
from collections.abc import Iterator
from datetime import date
from typing import Any

from baken.closed.shelter.placing.instance import ADULT, Household, Instance
from baken.closed.shelter.placing.presence import Presence
from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.residents import Clash
from baken.closed.shelter.placing.sketch import NOWHERE, Sketch
from baken.closed.shelter.placing.solving import Solved, solve
from baken.closed.shelter.placing.waiting import Waits, waits

_EXPLAINING = 0.1  # share of the time that is left for saying why others wait


def answer(instance: Instance, seconds: float) -> dict[str, Any]:
    """Return a placement in words of JSON, found in about so many seconds."""
    began = time.monotonic()
    puzzle = Puzzle(instance)
    found = solve(puzzle, seconds * (1 - _EXPLAINING))
    told = _clashed(found) if isinstance(found, Clash) else _told(puzzle, found)
    warned = {"warnings": list(warnings(instance, told["placed"]))}
    return told | warned | {"seconds": round(time.monotonic() - began, 3)}


def _clashed(found: Clash) -> dict[str, Any]:
    return {
        "status": "infeasible", "placed": {}, "waiting": [], "clash": list(found.households),
        "objective": None, "bounds": None, "proof": [False, False, False],
    }  # fmt: skip


def _told(puzzle: Puzzle, found: Solved) -> dict[str, Any]:
    placed = _placed(puzzle, found.sketch)
    presence = Presence(puzzle.instance, placed)
    waiting = [waits(presence, each) for each in puzzle.households if each.id not in placed]
    return {
        "status": "optimal" if all(found.proof) else "feasible",
        "placed": placed,
        "waiting": [_waits(each) for each in waiting],
        "objective": found.objective,
        "bounds": found.bounds,
        "proof": found.proof,
    }


def _placed(puzzle: Puzzle, sketch: Sketch) -> dict[str, str]:
    found = zip(puzzle.households, sketch.at, strict=True)
    return {household.id: puzzle.units[unit].id for household, unit in found if unit != NOWHERE}


def _waits(found: Waits) -> dict[str, Any]:
    earliest = found.earliest.isoformat() if found.earliest else None
    return {"household": found.household, "blocked_by": list(map(str, found.blocked_by)), "earliest": earliest}


def warnings(instance: Instance, placed: dict[str, str]) -> Iterator[str]:
    """Yield who of those who are placed comes of age during the stay: with whom she may share changes then."""
    for household in (instance.households[key] for key in placed):
        yield from (f"{household.id}: a member turns {ADULT} on {day}" for day in sorted(turns(household)))


def turns(household: Household) -> Iterator[date]:
    """Yield when its members come of age during the stay."""
    for member in household.members:
        day = member.birthday(ADULT)
        if day and household.stay.start < day < household.stay.end:
            yield day
