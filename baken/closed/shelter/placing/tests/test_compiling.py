# SPDX-License-Identifier: EUPL-1.2
"""What is compiled beforehand is all that a proposal calls: nobody waits for a compiler."""

from baken.closed.shelter.placing import (
    annealing,
    answering,
    arrays,
    compiling,
    listing,
    pricing,
    reading,
    stepping,
)
from baken.closed.shelter.placing.tests.houses import house, household, unit


def compiled():
    rooms = (annealing, arrays, listing, pricing, stepping)
    found = {each for room in rooms for each in vars(room).values() if hasattr(each, "signatures")}
    return {each.py_func.__qualname__: sorted(map(str, each.signatures)) for each in found}


def test_a_proposal_compiles_nothing_more():
    compiling.main()
    before = compiled()
    assert {"best", "_round", "_step"} <= before.keys()
    assert before["best"]
    assert before["_round"]
    assert before["_write"]
    people = [household(f"h{n}", n % 7, 8 + n % 3, [("F", 30)] * (1 + n % 2)) for n in range(40)]
    units = [unit(f"u{n}", places=1 + n % 3, wing=f"w{n % 4}") for n in range(9)]
    told = answering.answer(reading.read(house(units, people, 12)), 3.0)
    assert told["placed"]
    assert compiled() == before
