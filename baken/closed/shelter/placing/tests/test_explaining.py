# SPDX-License-Identifier: EUPL-1.2
"""Each rule on its own, with whom it keeps out, why, and from when she would fit: worked out by hand."""

import pytest

from baken.closed.shelter.placing import answering, reading
from baken.closed.shelter.placing.tests.houses import house, household, on, unit

WOMAN, MAN, GIRL, BOY, SMALL, OTHER = (
    [each] for each in (("F", 30), ("M", 30), ("F", 15), ("M", 15), ("M", 11), ("X", 30))
)
MOTHER = [("F", 30), ("F", 4)]


def answer(units, households, **told):
    return answering.answer(reading.read(house(units, households, **told)), 10)


def resident(key, members, arrive=0, leave=10, **told):
    return household(key, arrive, leave, members, current_unit="u", fixed=True, **told)


def waits(units, households, **told):
    (found,) = answer(units, households, **told)["waiting"]
    return found["blocked_by"], found["earliest"]


@pytest.mark.parametrize(
    ("ours", "theirs", "blocked"),
    [
        (WOMAN, WOMAN, None), (MAN, MAN, None), (GIRL, GIRL, None), (GIRL, SMALL, None), (BOY, SMALL, None),
        (SMALL, SMALL, None), (WOMAN, MAN, ["sex"]), (GIRL, BOY, ["sex"]), (WOMAN, GIRL, ["minors"]),
        (WOMAN, SMALL, ["minors"]), (MOTHER, WOMAN, ["minors"]), (MOTHER, MOTHER, ["minors"]),
        (OTHER, OTHER, ["sex"]), (OTHER, WOMAN, ["sex"]), (OTHER, SMALL, ["sex", "minors"]),
        (WOMAN, [("F", None)], ["minors"]), (SMALL, [("F", None)], None), (BOY, [("F", None)], ["sex"]),
        ([("F", 30), ("M", 40)], WOMAN, ["sex"]), ([("F", 13), ("M", 13)], SMALL, None),
    ],
)  # fmt: skip
def test_who_may_share(ours, theirs, blocked):
    units = [unit("u", places=4)]
    told = answer(units, [resident("a", ours), household("b", 0, 10, theirs)])
    assert [each["blocked_by"] for each in told["waiting"]] == ([blocked] if blocked else [])


@pytest.mark.parametrize(
    ("own", "asks", "blocked"),
    [
        ({}, {"safety": "red"}, "secured"), ({}, {"step_free": True}, "access"),
        ({}, {"excluded_regions": ["noord"]}, "region"), ({"places": 0}, {}, "capacity"),
    ],
)  # fmt: skip
def test_what_a_unit_must_be(own, asks, blocked):
    assert waits([unit("u", **own)], [household("h", 0, 5, WOMAN, **asks)]) == ([blocked], None)


def test_a_closed_unit_lets_in_from_the_day_it_opens():
    closed = [[on(0), on(3)]]
    assert waits([unit("u", closed=closed)], [household("h", 2, 5, WOMAN)]) == (["closed"], on(3))


def test_who_leaves_makes_room_on_that_day():
    households = [resident("a", WOMAN, leave=4), household("b", 2, 6, WOMAN)]
    assert waits([unit("u")], households) == (["capacity"], on(4))


def test_a_stay_that_is_moved_is_cut_at_the_end_of_the_horizon():
    households = [resident("a", WOMAN, leave=8), household("b", 2, 9, WOMAN)]
    assert waits([unit("u")], households) == (["capacity"], on(8))


@pytest.mark.parametrize(
    ("gap", "arrive", "waits_for"), [(0, 4, None), (1, 4, on(5)), (1, 5, None), (2, 5, on(6)), (2, 6, None)]
)
def test_danger_reaches_over_days_between_two_stays(gap, arrive, waits_for):
    units = [unit("u", building="x"), unit("v", building="y")]
    households = [resident("a", WOMAN, leave=4), household("b", arrive, 10, WOMAN, avoid=["a"])]
    told = answer(units, households, gap=gap)["waiting"]
    assert [(each["blocked_by"], each["earliest"]) for each in told] == ([(["danger"], waits_for)] if waits_for else [])


def test_a_network_is_kept_out_of_a_building_and_who_is_avoided_out_of_a_location():
    units = [unit("u", building="x"), unit("v", building="y")]
    network, avoided = {"network": ["n"]}, {"avoid": ["a"]}
    ours = resident("a", WOMAN, **network)
    assert answer(units, [ours, household("b", 0, 5, WOMAN, **network)])["placed"] == {"a": "u", "b": "v"}
    assert waits(units, [ours, household("b", 0, 5, WOMAN, **avoided)]) == (["danger"], None)
    elsewhere = [units[0], unit("v", building="y", location="m")]
    assert answer(elsewhere, [ours, household("b", 0, 5, WOMAN, **avoided)])["placed"] == {"a": "u", "b": "v"}


def test_who_could_stay_in_two_units_one_after_another_waits_for_one():
    units = [unit("u", closed=[[on(5), on(10)]]), unit("v", closed=[[on(0), on(5)]])]
    assert waits(units, [household("h", 2, 8, WOMAN)]) == (["one-unit"], on(5))


def test_need_outranks_length():
    households = [household("green", 0, 10, WOMAN), household("orange", 4, 5, WOMAN, safety="orange")]
    told = answer([unit("u")], households)
    assert (told["placed"], told["objective"][0]) == ({"orange": "u"}, 4)


def test_a_resident_moves_where_that_lets_somebody_in_and_stays_otherwise():
    units = [unit("u", secured=True), unit("v")]
    lives = household("a", -5, 10, WOMAN, current_unit="u")
    told = answer(units, [lives, household("b", 0, 10, WOMAN, safety="red")])
    assert (told["placed"], told["objective"]) == ({"a": "v", "b": "u"}, [11, 1, 0])
    told = answer(units, [lives, household("b", 0, 10, WOMAN)])
    assert (told["placed"], told["objective"]) == ({"a": "u", "b": "v"}, [4, 0, 0])


def test_places_in_use_are_filled():
    units = [unit("u", places=4), unit("v", places=2)]
    told = answer(units, [household(key, 0, 10, WOMAN) for key in "ab"])
    assert (set(told["placed"].values()), told["objective"]) == ({"v"}, [4, 0, 0])


def test_residents_who_cannot_all_be_placed_are_named():
    households = [resident("a", WOMAN), household("b", 0, 5, WOMAN, current_unit="u"), household("c", 0, 5, WOMAN)]
    told = answer([unit("u")], households)
    assert (told["status"], sorted(told["clash"]), told["objective"]) == ("infeasible", ["a", "b"], None)


def test_a_resident_alone_may_be_the_clash():
    told = answer([unit("u", closed=[[on(0), on(1)]])], [resident("a", WOMAN), household("b", 0, 5, WOMAN)])
    assert (told["status"], told["clash"]) == ("infeasible", ["a"])


def test_who_comes_of_age_during_the_stay_is_warned_of():
    young = household("h", 0, 10, [("F", 17)])
    young["members"][0]["born"] = "2008-03-01"
    assert answer([unit("u")], [young])["warnings"] == ["h: a member turns 18 on 2026-03-01"]
    young["members"][0]["born"] = "2008-02-24"  # on the day she arrives: she is of age all along
    assert answer([unit("u")], [young])["warnings"] == []


def test_an_age_is_that_on_the_day_of_arrival_also_of_one_that_is_moved():
    turning = household("b", 0, 3, [("F", 17)])
    turning["members"][0]["born"] = "2008-03-01"  # the fifth day
    assert waits([unit("u", places=2)], [resident("a", WOMAN), turning]) == (["minors"], on(5))


def test_nobody_asks_and_nobody_is_placed():
    told = answer([unit("u")], [])
    assert (told["status"], told["placed"], told["objective"]) == ("optimal", {}, [0, 0, 0])
