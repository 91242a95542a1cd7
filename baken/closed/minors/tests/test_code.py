# SPDX-License-Identifier: EUPL-1.2
"""The reporting code: no answer of danger lowers what is asked, and nothing is decided before its steps were taken."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.closed.minors.engine import rounds
from baken.closed.minors.engine.code import Answer, Outcome, code
from baken.closed.minors.engine.rounds import Gap, Lack, Taken

CODE = code(datetime.date(2026, 1, 1))
QUESTIONS = {each.key: each for each in CODE.questions}
DANGERS = [(key, answer) for key, each in QUESTIONS.items() for answer in Answer if each.asks(answer) == Outcome.REPORT]
DECISIONS = [frozenset(), frozenset({"help"}), frozenset({"report"}), frozenset({"help", "report"})]


def talk(told):
    return Taken("talk", told)


given_answers = st.dictionaries(st.sampled_from(sorted(QUESTIONS)), st.sampled_from(list(Answer)))
weighs = given_answers.map(lambda each: Taken("weigh", {"answers": {key: str(value) for key, value in each.items()}}))
consults = st.lists(st.sampled_from(["colleague", "veilig_thuis"]), max_size=2).map(
    lambda w: Taken("consult", {"with": w})
)
talks = st.sampled_from([{"with": ["child"], "why": ""}, {"with": [], "why": ""}, {"with": [], "why": "niet veilig"}])
steps = st.lists(st.one_of(st.just(Taken("signals")), consults, talks.map(talk), weighs), max_size=6)
CALM = {"suspicion": "yes", "danger": "no", "help": "yes", "accepted": "yes"}


def weigh(**answers):
    return Taken("weigh", {"answers": answers})


def whole(*weighed):
    return [Taken("signals"), Taken("consult", {"with": ["colleague"]}), Taken("talk", {"with": ["child"]}), *weighed]


WALK = {each.key: each for each in whole(weigh(**CALM))}
# Each step or none: much of this can be decided, and of `steps` nearly nothing.
walks = st.tuples(
    *(st.one_of(st.none(), each) for each in (st.just(Taken("signals")), consults, talks.map(talk), weighs))
).map(lambda parts: [each for each in parts if each])


def test_the_table_has_five_steps_and_five_questions_each_with_its_source():
    assert [each.key for each in CODE.steps] == ["signals", "consult", "talk", "weigh", "decide"]
    assert len(CODE.questions) == 5
    assert all(each.source for each in (*CODE.steps, *CODE.questions, *CODE.phones))
    assert DANGERS == [("danger", "yes"), ("help", "no"), ("accepted", "no"), ("results", "no")]


def test_before_2019_nobody_asked_the_five_questions():
    assert code(datetime.date(2018, 12, 31)).questions == ()
    assert len(code(datetime.date(2018, 12, 31)).steps) == 5


@given(given_answers, st.sampled_from(DANGERS))
def test_an_answer_of_danger_never_lowers_the_outcome(answers, danger):
    key, answer = danger
    assert rounds.outcome({**answers, key: answer}, CODE) == Outcome.REPORT >= rounds.outcome(answers, CODE)


@given(steps, steps)
def test_danger_once_seen_is_not_weighed_away_by_what_follows(before, after):
    seen = [*before, weigh(danger="yes"), *after]
    assert rounds.stand(seen, CODE).must_report
    assert all(Gap(Lack.REPORT) in rounds.faults(seen, each, CODE) for each in DECISIONS if "report" not in each)


@given(st.sets(st.sampled_from(sorted(WALK))), st.permutations(sorted(WALK)))
def test_it_is_decided_with_all_its_steps_and_never_without_one(keys, order):
    taken = [WALK[key] for key in order if key in keys]
    assert rounds.can_decide(taken, {"help"}, CODE) is (keys == WALK.keys())


@given(st.one_of(steps, walks), st.sampled_from(DECISIONS))
def test_nothing_is_decided_without_its_steps(taken, decision):
    if rounds.can_decide(taken, decision, CODE):
        assert {each.key for each in taken} >= {"signals", "consult", "talk", "weigh"}
        assert any(each.told.get("with") or each.told.get("why") for each in taken if each.key == "talk")
        assert not rounds.stand(taken, CODE).must_report or "report" in decision


@given(steps, st.sampled_from(DECISIONS))
def test_to_report_as_well_is_never_what_stands_in_the_way(taken, decision):
    assert set(rounds.faults(taken, decision | {"report"}, CODE)) <= set(rounds.faults(taken, decision, CODE))


@given(st.permutations(whole(weigh(**CALM))))
def test_the_order_of_the_steps_is_free(taken):
    assert rounds.can_decide(taken, {"help"}, CODE)
    assert rounds.stand(taken, CODE).next == "decide"


@pytest.mark.parametrize(
    ("answers", "open_", "outcome"),
    [
        ({}, ("suspicion", "danger", "help", "accepted"), Outcome.NOTHING),
        ({"suspicion": "no"}, (), Outcome.NOTHING),
        ({"suspicion": "yes"}, ("danger", "help", "accepted"), Outcome.HELP),
        (CALM, (), Outcome.HELP),
        ({**CALM, "results": "no"}, (), Outcome.REPORT),
        ({"suspicion": "no", "danger": "yes"}, (), Outcome.REPORT),
        ({"suspicion": "doubt"}, ("danger", "help", "accepted"), Outcome.ASK),
    ],
)
def test_what_is_still_asked_and_what_is_to_be_done(answers, open_, outcome):
    held = {key: Answer(each) for key, each in answers.items()}
    assert (rounds.unanswered(held, CODE), rounds.outcome(held, CODE)) == (open_, outcome)


def test_doubt_is_answered_by_advice_of_veilig_thuis():
    doubtful = whole(weigh(**{**CALM, "danger": "doubt"}))
    assert rounds.faults(doubtful, {"help"}, CODE) == (Gap(Lack.ADVICE),)
    asked = [*doubtful, Taken("consult", {"with": ["veilig_thuis"]})]
    assert rounds.can_decide(asked, {"help"}, CODE)
    assert rounds.faults(asked, set(), CODE) == (Gap(Lack.HELP),)


def test_what_was_weighed_again_counts_as_it_was_said_last():
    again = whole(weigh(**{**CALM, "accepted": "no"}), weigh(accepted="yes"))
    assert rounds.can_decide(again, {"help"}, CODE)
    gone = whole(weigh(**CALM), weigh(suspicion="no"))
    assert rounds.can_decide(gone, set(), CODE)


def test_a_talk_is_left_out_with_a_reason_and_not_without():
    without = [each for each in whole(weigh(**CALM)) if each.key != "talk"]
    assert rounds.faults([*without, Taken("talk", {"with": [], "why": " "})], {"help"}, CODE) == (
        Gap(Lack.STEP, "talk"),
    )
    assert rounds.can_decide([*without, Taken("talk", {"with": [], "why": "niet veilig"})], {"help"}, CODE)
