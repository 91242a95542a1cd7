# SPDX-License-Identifier: EUPL-1.2
"""What was recognised in a report: answered with reasons and never "no", kept by its owner, read with the report."""

import datetime

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from baken.closed.access.context import working_as
from baken.closed.access.rules import Refused
from baken.closed.intake import actions, reads
from baken.closed.intake.models import Scoring
from baken.closed.intake.scoring import rules
from baken.closed.intake.scoring.actions import score
from baken.closed.intake.scoring.rules import Answer, assess
from baken.closed.intake.templatetags.scoring import turns
from baken.closed.intake.tests.desk import COLLEAGUE, WORKER
from baken.indicators.combining import LIST, Finding
from baken.indicators.reading import catalogue
from baken.indicators.records import Certainty, Form, Population, Strength

KEYS = sorted(catalogue().indicators)
AGES = ("minor", "adult", "unknown")


def of(population, form, dimension, *weights):
    """Return keys of the rule's list, one for each weight."""
    left = [each for each in catalogue().of(LIST, population, form) if each.dimension == dimension]
    return [left.pop(next(i for i, each in enumerate(left) if each.strength is weight)).id for weight in weights]


S, M = Strength.STRONG, Strength.MEDIUM
WORK = (Population.ADULT, Form.LABOUR)
PATTERN = [
    *of(*WORK, "deceptive_recruitment", S, M),
    *of(*WORK, "exploitation", S, M),
    *of(*WORK, "coercion_destination", S, S),
]


def test_the_pattern_of_the_rule_is_worth_assessing_for_its_reasons():
    found = assess(PATTERN, "adult")
    (work,) = found.weighed
    assert found.answer is Answer.ASSESS
    assert {each.dimension: each.line.key for each in work.outcome.dimensions} == {
        "deceptive_recruitment": "strong-and-other", "exploitation": "strong-and-other",
        "coercion_destination": "two-strong",
    }  # fmt: skip
    assert work.missing == ()
    assert not found.is_verified


def test_what_is_missing_is_asked_heaviest_first_and_never_what_was_ticked():
    found = assess(PATTERN[:4], "adult")
    ((question,),) = found.weighed[0].missing
    assert found.answer is Answer.ASK
    assert question.dimension.key == "coercion_destination"
    assert [each.strength for each in question.indicators] == [S] * rules.MOST_ASKED
    recruited = assess(PATTERN[1:], "adult").weighed[0].missing[0]
    assert len(recruited) == 3
    assert not {each.id for part in recruited for each in part.indicators} & set(PATTERN[1:])


def test_weights_that_nobody_knows_leave_it_worth_assessing_and_count_for_nothing():
    sexual = [each for each in catalogue().of(LIST, Population.CHILD, Form.SEXUAL) if each.dimension == "exploitation"]
    recalled = [each for each in sexual if each.certainty is Certainty.RECALLED][:2]
    (only,) = assess([each.id for each in recalled], "minor").weighed
    assert only.outcome.finding is Finding.OPEN
    assert only.is_worth_assessing
    assert not any(rules.is_scored(each) for each in recalled)


@pytest.mark.parametrize(
    ("age", "asked"), [("minor", {"child"}), ("adult", {"adult"}), ("unknown", {"adult", "child"})]
)
def test_what_stands_beside_the_rule_is_told_and_asked_on_by_age(age, asked):
    keys = [each.id for each in catalogue().indicators.values() if each.list == "ilo-forced-labour"][:3]
    found = assess(keys, age)
    assert [each.id for each in found.beside] == keys
    assert {each.population for each in found.weighed} == asked
    assert all(each.missing for each in found.weighed)
    assert found.answer is Answer.ASK


def test_a_key_that_left_the_lists_is_told_and_not_lost():
    found = assess(["OM-B3-28", *PATTERN], "adult")
    assert found.unknown == ("OM-B3-28",)
    assert found.answer is Answer.ASSESS


@pytest.mark.parametrize("age", AGES)
def test_every_indicator_can_be_ticked_once_those_of_the_age_first(age):
    found = rules.sections(age)
    assert sorted(each.id for part in found for group in part.groups for each in group.indicators) == KEYS
    first = {part.form: part.groups[0].population for part in found}
    assert first[Form.SEXUAL] is (Population.CHILD if age == "minor" else Population.ADULT)


@given(st.sets(st.sampled_from(KEYS)), st.sets(st.sampled_from(KEYS)), st.sampled_from(AGES))
def test_whatever_more_is_noticed_makes_nothing_less_worth_assessing(some, more, age):
    before, after = assess(sorted(some), age), assess(sorted(some | more), age)
    assert {each.id for each in after.seen} >= {each.id for each in before.seen}
    assert before.answer is Answer.ASK or after.answer is Answer.ASSESS


@given(st.sets(st.sampled_from(KEYS)), st.sampled_from(AGES))
def test_what_is_not_worth_assessing_yet_says_what_to_ask(keys, age):
    found = assess(sorted(keys), age)
    assert {each.id for each in found.seen} == keys
    for each in found.weighed:
        assert each.is_worth_assessing or all(part.indicators for part in each.missing[0])


@pytest.fixture
def taken(door, worker):
    """Provide a report about an adult that the worker took."""
    return actions.take(source=door.report()).dossier_id


def test_each_time_is_kept_with_its_answer_the_last_first(taken):
    score(dossier=taken, seen=PATTERN[:2])
    score(dossier=taken, seen=PATTERN)
    last, first = reads.report(taken).scorings
    assert [each.answer for each in (first, last)] == ["ask", "assess"]
    assert last.row.content == {"seen": PATTERN, "age": "adult", "answer": "assess"}
    assert not last.has_changed
    assert last.row.scored_at.date() == datetime.datetime.now(datetime.UTC).date()


def test_lists_that_changed_since_do_not_change_what_was_answered(taken):
    content = {"seen": PATTERN, "age": "adult", "answer": "ask"}
    made = score(dossier=taken, seen=PATTERN)
    Scoring(dossier_id=taken, content=content, scored_by_id=made.scored_by_id).save(force_insert=True)
    old = reads.report(taken).scorings[0]
    assert (old.answer, old.has_changed) == ("ask", True)


def test_its_owner_alone_scores_it_and_only_until_it_is_decided(door, cast, taken):
    for seen in ([], ["NO-SUCH"], ["NO-SUCH", *PATTERN]):
        with pytest.raises(Refused):
            score(dossier=taken, seen=seen)
    with working_as(cast.person("case_manager", "team")):
        theirs = cast.files["main"]
        score(dossier=theirs, seen=PATTERN)
    for who in (("intake", "team"), ("therapist", "team"), COLLEAGUE):
        with working_as(cast.person(*who)), pytest.raises(Refused):
            score(dossier=theirs, seen=PATTERN)
    with working_as(cast.person(*WORKER)):
        actions.decide(dossier=taken, decision="advise", words="Verzonnen")
        with pytest.raises(Refused):
            score(dossier=taken, seen=PATTERN)


def test_the_page_leads_from_ticking_to_the_answer_and_goes_along_to_the_file(door, cast, signed_in):
    with working_as(cast.person(*WORKER)):
        dossier = actions.take(source=door.report()).dossier_id
    client, page = signed_in(cast.person(*WORKER)), reverse("indicators", args=[dossier])
    assert client.post(page, {}).status_code == 400
    client.post(page, {"seen": PATTERN[:4]})
    assert client.get(page).content.decode().count(" checked") == 4
    told = client.post(page, {"seen": PATTERN}, follow=True).content.decode()
    assert told.count("state-watch") == 1
    answer = client.post(reverse("decide_report", args=[dossier]), {"decision": "open_case", "words": "x"}, follow=True)
    assert answer.resolver_match.url_name == "file"
    kept = client.get(reverse("report", args=[dossier])).content.decode()
    assert catalogue().indicators[PATTERN[0]].nl in kept
    assert page not in kept
    assert client.get(page).status_code == 404


@pytest.mark.parametrize(("population", "form", "shown", "absent"), [
    (Population.CHILD, Form.SEXUAL, "veilig-thuis", "labour-inspectorate"),
    (Population.ADULT, Form.LABOUR, "labour-inspectorate", "veilig-thuis"),
])  # fmt: skip
def test_where_to_turn_follows_whom_and_what_it_is_about(population, form, shown, absent):
    seen = [each.id for each in catalogue().indicators.values() if (each.population, each.form) == (population, form)]
    keys = {each.key for each in turns(assess(frozenset(seen[:1]), "unknown"))}
    assert {"emergency", "police", shown} <= keys
    assert absent not in keys
