# SPDX-License-Identifier: EUPL-1.2
"""What makes her vulnerable, how safe she is, and that everybody who works with her sees the latter."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from baken.closed.access.context import working_as
from baken.closed.access.rules import Refused
from baken.closed.trafficking import actions, reads
from baken.closed.trafficking.lists import of
from baken.closed.trafficking.tests.desk import INTAKE, LEAD, LIAISON, OFFICER, SHELTER, THERAPIST
from baken.core import clock

TODAY, DAY = clock.today(), datetime.timedelta(days=1)
ANSWERS = dict.fromkeys(of("factor"), "not_asked")
ENGLISH = {"HTTP_ACCEPT_LANGUAGE": "en"}


@pytest.fixture
def lead(cast):
    with working_as(cast.person(*LEAD)):
        yield cast.files["main"]


def level(file, key="red", on=TODAY, review=TODAY + 30 * DAY, words="Verzonnen reden", **given):
    told = {"measures": ["secret"], "words": words, **given}
    return actions.write_level(dossier=file, level=key, on=on, review_on=review, **told)


def test_the_level_of_the_latest_day_counts_and_a_struck_one_does_not(lead):
    red = level(lead)
    level(lead, "green", on=TODAY - DAY)
    assert reads.latest_level(lead).pk == red.pk
    actions.strike_level(dossier=lead, level=red.pk)
    assert reads.latest_level(lead).level == "green"


def test_what_cannot_be_is_not_written_down(lead):
    impossible = [
        {"key": "purple"}, {"on": TODAY + DAY}, {"review": TODAY}, {"review": TODAY + 200 * DAY}, {"words": ""},
        {"measures": ["prayer"]},
    ]  # fmt: skip
    for given in impossible:
        with pytest.raises(ValidationError):
            level(lead, **given)
    for factors in ({}, {**ANSWERS, "debts": "perhaps"}, {**ANSWERS, "hearsay": "yes"}, {"debts": "yes"}):
        with pytest.raises(ValidationError):
            actions.write_assessment(dossier=lead, on=TODAY, factors=factors)


def test_who_works_with_her_reads_and_decides_it_and_nobody_else(cast):
    file = cast.files["main"]
    for who in (INTAKE, THERAPIST, SHELTER):
        with working_as(cast.person(*who)):
            made = level(file)
            assert reads.latest_level(file).pk == made.pk
    for who in (LIAISON, OFFICER, ("case_manager", "same"), ("case_manager", "ex_team")):
        with working_as(cast.person(*who)):
            for refused in (reads.latest_level, level):
                with pytest.raises(Refused):
                    refused(file)


def test_the_page_of_a_file_shows_it_to_who_shelters_her(cast, signed_in):
    client, file = signed_in(cast.person(*SHELTER)), cast.files["main"]
    text = client.get(reverse("file", args=[file]), **ENGLISH).content.decode()
    assert 'class="state state-watch">orange' in text
    assert reverse("safety", args=[file]) in text
    assert reverse("trafficking", args=[file]) not in text


def test_it_says_that_somebody_should_have_looked_again(cast, signed_in):
    client, page = signed_in(cast.person(*LEAD)), reverse("safety", args=[cast.files["main"]])
    # In the cast that was in February.
    assert "should have been on 4 February 2026" in client.get(page, **ENGLISH).content.decode()
    given = {"level": "green", "on": TODAY, "words": "Verzonnen", "review_on": TODAY + DAY, "measures": ["plan"]}
    assert "review_on" in client.post(page, given | {"review_on": TODAY}).context["form"].errors
    assert client.post(page, given).url == page
    text = client.get(page, **ENGLISH).content.decode()
    assert "should have been" not in text
    assert "<li>make a safety plan with her</li>" in text


def test_it_is_assessed_again_and_the_earlier_one_stays(lead, cast, signed_in):
    client, page = signed_in(cast.person(*LEAD)), reverse("write_assessment", args=[lead])
    answers = {f"factor_{key}": "no" for key in of("factor")} | {"on": TODAY, "factor_debts": "yes", "words": "x"}
    assert "on" in client.post(page, answers | {"on": TODAY + DAY}).context["form"].errors
    client.post(page, answers)
    new, before = reads.assessments_of(lead).assessments
    assert (new.factors["debts"], new.factors["income"]) == ("yes", "no")
    assert before.pk == cast.rows["assessment"]
    client.post(reverse("strike_assessment", args=[lead, new.pk]))
    assert [each.pk for each in reads.assessments_of(lead).assessments] == [before.pk]
