# SPDX-License-Identifier: EUPL-1.2
"""An instance that cannot be read, or contradicts itself, is refused with every fault named."""

import pytest

from baken.closed.shelter.placing.reading import Faults, read
from baken.closed.shelter.placing.tests.houses import house, household, on, unit

WOMAN, MAN = [("F", 30)], [("M", 30)]


def faults(told):
    with pytest.raises(Faults) as found:
        read(told)
    return found.value.faults


def test_a_house_is_read_whole():
    told = house(
        [unit("u", places=3, secured=True, closed=[[on(1), on(3)]])],
        [household("h", -2, 5, [("F", 30), ("M", None)], safety="red", network=["n"], current_unit="u", fixed=True)],
        gap=2,
    )
    found = read(told)
    (made,) = found.households.values()
    assert (found.gap, found.horizon.nights, found.units["u"].closed[0].nights) == (2, 10, 2)
    assert (made.size, made.worth, made.stay.nights, list(found.nights(made))) == (2, 18, 7, [0, 1, 2, 3, 4])
    assert (made.members[1].born, made.network, made.fixed) == (None, {"n"}, True)


def test_the_gap_is_one_day_where_nothing_is_said():
    told = house([unit("u")], [household("h", 0, 2, WOMAN)])
    del told["danger_gap_days"]
    assert read(told).gap == 1


def test_all_faults_are_named_at_once():
    told = house(
        [unit("u", places=-1), unit("v", secured="yes")],
        [household("h", 5, 5, WOMAN, safety="blue"), household("i", 0, 2, [("V", 30)])],
    )
    told["households"][1]["members"][0]["born"] = "2026-02-30"
    told["extra"] = 1
    assert faults(told) == [
        "the instance: unknown extra; known are danger_gap_days, horizon, households, units",
        "unit u: places: a whole number from 0 to 1000 is needed",
        "unit v: secured: true or false is needed",
        "household h: leave is not after arrive",
        "household h: safety 'blue' is unknown; known are green, orange, red",
        "household i, members 1: sex 'V' is unknown; known are F, M, X",
        "household i, members 1: born '2026-02-30' is no day such as 2026-01-31",
    ]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"avoid": ["x"]}, "household h: avoids x, which is unknown"),
        ({"avoid": ["h"]}, "household h: avoids itself"),
        ({"current_unit": "x"}, "household h: is in unit x, which is unknown"),
        ({"fixed": True}, "household h: is fixed, and in no unit"),
        ({"members": []}, "household h: has no members"),
        ({"arrive": on(20), "leave": on(30)}, "household h: stays wholly outside the horizon"),
        ({"arrive": on(-20), "leave": on(0)}, "household h: stays wholly outside the horizon"),
    ],
)
def test_what_contradicts_itself_is_refused(change, fault):
    assert faults(house([unit("u")], [{**household("h", 0, 2, WOMAN), **change}])) == [fault]


def test_what_stands_there_twice_is_refused():
    told = house([unit("u"), unit("u")], [household("h", 0, 2, WOMAN), household("h", 0, 2, WOMAN)])
    assert faults(told) == ["unit u: stands there twice", "household h: stands there twice"]


@pytest.mark.parametrize(
    ("ours", "theirs", "rules"),
    [
        ({}, {"members": MAN}, ["sex"]),
        ({}, {"members": [("F", 15)]}, ["minors"]),
        ({"members": [("F", 30), ("F", 31)]}, {}, ["capacity"]),
        ({"network": ["n"]}, {"network": ["n"]}, ["danger"]),
        ({"avoid": ["b"]}, {}, ["danger"]),
        ({}, {}, []),
    ],
)
def test_two_who_are_fixed_and_break_a_rule_are_refused(ours, theirs, rules):
    fixed = {"current_unit": "u", "fixed": True}
    people = [
        household(key, 0, 2, each.get("members", WOMAN), **fixed | {k: v for k, v in each.items() if k != "members"})
        for key, each in (("a", ours), ("b", theirs))
    ]
    told = house([unit("u", places=2)], people)
    if rules:
        assert faults(told) == [f"households a and b: both are fixed, and break {rule}" for rule in rules]
    else:
        read(told)


@pytest.mark.parametrize("told", [None, [], "x", {}, {"horizon": 1, "units": 2, "households": 3}, {"units": [1]}])
def test_what_is_no_instance_is_refused(told):
    assert faults(told)
