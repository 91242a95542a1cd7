# SPDX-License-Identifier: EUPL-1.2
"""Whatever is answered keeps every rule, and in small houses is the best there is: held against a second telling."""

import pytest
from hypothesis import HealthCheck, given, settings

from baken.closed.shelter.placing import answering, reading
from baken.closed.shelter.placing.instance import Household, Member, Sex, Span
from baken.closed.shelter.placing.puzzle import kind, may_share
from baken.closed.shelter.placing.rules import of_sharing
from baken.closed.shelter.placing.tests.checker import Checker, day
from baken.closed.shelter.placing.tests.houses import FIRST, MEMBERS, born, instances

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


def answered(told, seconds=10):
    return answering.answer(reading.read(told), seconds)


def hold(told):
    """Hold an answer against the checker: every rule, what it says of itself, and why others wait."""
    answer, checker = answered(told), Checker(told)
    if answer["status"] == "infeasible":
        alone = {**told, "households": [each for each in told["households"] if each["id"] in answer["clash"]]}
        for each in alone["households"]:
            each["avoid"] = [key for key in each["avoid"] if key in answer["clash"]]
        assert answer["clash"]
        assert Checker(alone).best() is None
        return answer, checker
    placed = answer["placed"]
    assert checker.broken(placed) == set()
    assert checker.objective(placed) == answer["objective"]
    assert {each["household"] for each in answer["waiting"]} == checker.households.keys() - placed.keys()
    for each in answer["waiting"]:
        assert each["blocked_by"] == checker.blocked_by(each["household"], placed)
        assert each["earliest"] == checker.earliest(each["household"], placed)
    return answer, checker


def hold_against_everything(told):
    """Hold an answer against every placement that there is."""
    answer, checker = hold(told)
    best = checker.best()
    if best is None:
        assert answer["status"] == "infeasible"
    else:
        assert (answer["status"], answer["objective"]) == ("optimal", best)
        assert answer["bounds"] == best


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(instances(most_households=4, most_units=3))
def test_it_keeps_every_rule_and_is_the_best_there_is(told):
    hold_against_everything(told)


@pytest.mark.long
@settings(max_examples=2000, deadline=None, suppress_health_check=SLOW)
@given(instances(most_households=4, most_units=4))
def test_two_thousand_small_houses(told):
    hold_against_everything(told)


@pytest.mark.long
@settings(max_examples=150, deadline=None, suppress_health_check=SLOW)
@given(instances())
def test_the_largest_that_can_be_tried_out(told):
    hold_against_everything(told)


@settings(max_examples=15, deadline=None, suppress_health_check=SLOW)
@given(instances(most_households=14, most_units=6))
def test_larger_houses_keep_every_rule(told):
    hold(told)


PEOPLE = MEMBERS.map(
    lambda rows: [Member(Sex(sex), years if years is None else day(born(years))) for sex, years in rows]
)


@settings(max_examples=300)
@given(PEOPLE, PEOPLE)
def test_kinds_say_the_same_of_sharing_as_pairs_do(ours, theirs):
    one, other = (Household(key, Span(FIRST, FIRST), tuple(people)) for key, people in (("a", ours), ("b", theirs)))
    assert may_share(kind(one), kind(other)) == (not of_sharing(one, other))
