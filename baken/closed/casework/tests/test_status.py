# SPDX-License-Identifier: EUPL-1.2
"""What was said of her being a victim: each word with who said it, and never one yes or no."""

import datetime
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from baken.closed.access.context import working_as
from baken.closed.access.rules import Refused
from baken.closed.audit.models import Entry
from baken.closed.casework.models import Assertion
from baken.closed.casework.status import actions, labels, reads, rules
from baken.closed.casework.status.rules import By, Said, What
from baken.core.clock import today

LEAD, OFFICER = ("case_manager", "team"), ("privacy_officer", "same")
NOBODY = [("shelter", "team"), ("police_liaison", "team"), ("case_manager", "same"), ("case_manager", "glass"),
          ("therapist", "consent"), OFFICER]  # fmt: skip
MOMENT = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
WORDS = st.lists(
    st.builds(
        lambda what, by, on, minutes: Said(what, by, on, MOMENT + datetime.timedelta(minutes=minutes)),
        st.sampled_from(What), st.sampled_from(By), st.dates(date(2026, 1, 1), date(2026, 1, 9)), st.integers(0, 9999),
    ),
    unique_by=lambda each: each.recorded_at,
)  # fmt: skip


def said(what, by, day=1, minute=0):
    return Said(What(what), By(by), date(2026, 1, day), MOMENT + datetime.timedelta(minutes=minute))


STANDINGS = [
    ([], None, None),
    ([said("signal", "centre")], "signal", False),
    ([said("signal", "centre"), said("presumed", "police", 2)], "presumed", False),
    ([said("recognised", "court"), said("presumed", "police", 9)], "recognised", False),
    ([said("presumed", "police"), said("not_a_victim", "police", 2)], "not_a_victim", False),
    ([said("presumed", "police", 1, 1), said("not_a_victim", "police", 1, 2)], "not_a_victim", False),
    ([said("presumed", "police"), said("not_a_victim", "ind", 5)], "presumed", True),
    ([said("not_a_victim", "ind"), said("not_a_victim", "police", 5)], "not_a_victim", False),
    ([said("recognised", "police"), said("signal", "police", 5)], "recognised", False),
    ([said("recognised", "police"), said("not_a_victim", "police", 5), said("signal", "police", 7)], "signal", False),
]  # fmt: skip


@pytest.mark.parametrize(("words", "what", "disputed"), STANDINGS)
def test_the_word_that_protects_most_counts_of_the_latest_of_each(words, what, disputed):
    found = rules.standing(words)
    assert (found.said.what if found else None, found.disputed if found else None) == (what, disputed)


@given(WORDS)
def test_an_order_of_writing_down_changes_nothing(words):
    assert rules.standing(words) == rules.standing(reversed(words))


@given(WORDS, st.sampled_from(By))
def test_only_who_denies_it_takes_a_word_back(words, by):
    """A later word of somebody replaces her own alone."""
    later = Said(What.NOT_A_VICTIM, by, date(2026, 2, 1), MOMENT)
    found, others = rules.standing([*words, later]), rules.latest_words(each for each in words if each.by != by)
    assert found.said.what == max(
        [What.NOT_A_VICTIM, *(each.what for each in others.values())], key=rules._LEAST_FIRST.index
    )


def test_every_word_has_a_name_and_a_value_of_the_standard():
    assert {code for code, _ in labels.WHAT} == set(What) == set(rules.HTCDS_STATUS)
    assert {code for code, _ in labels.BY} == set(By) == set(rules.HTCDS_DECIDED_BY)
    assert set(labels.HTCDS) == set(rules.HTCDS_STATUS.values())
    assert set(rules.HTCDS_DECIDED_BY.values()) == {
        "Police", "NGO", "CourtOrProsecution", "NonPoliceGovernmentalOrganization", "Other",
    }  # fmt: skip


@pytest.fixture
def lead(cast):
    with working_as(cast.person(*LEAD)):
        yield cast.files["main"]


def test_it_is_written_down_and_struck_out(lead):
    made = actions.write_assertion(dossier=lead, what=What.RECOGNISED, by=By.COURT, on=today())
    assert reads.status_of(lead).htcds == (rules.ACTUAL, "CourtOrProsecution")
    actions.strike_assertion(dossier=lead, assertion=made.pk)
    found = reads.status_of(lead)
    assert found.htcds == (rules.POSSIBLE, "Police")
    assert made.pk in {each.pk for each in found.assertions}
    with pytest.raises(Refused):
        actions.strike_assertion(dossier=lead, assertion=made.pk)


@pytest.mark.parametrize(("what", "by", "days"), [("recognised", "centre", 0), ("signal", "police", 1)])
def test_what_is_not_theirs_to_say_or_is_to_come_is_refused(lead, what, by, days):
    with pytest.raises(ValidationError):
        actions.write_assertion(dossier=lead, what=What(what), by=By(by), on=today() + datetime.timedelta(days=days))


@pytest.mark.parametrize("who", NOBODY)
def test_nobody_else_writes_it(cast, who):
    dossier = cast.files["main"]
    with working_as(cast.person(*who)):
        with pytest.raises(Refused):
            actions.write_assertion(dossier=dossier, what=What.SIGNAL, by=By.POLICE, on=today())
        with pytest.raises(Refused):
            actions.strike_assertion(dossier=dossier, assertion=cast.rows["assertion"])


def test_it_stands_on_the_file_for_who_may_read_it(cast, signed_in):
    page = reverse("file", args=[cast.files["main"]])
    shown = signed_in(cast.person("therapist", "team")).get(page).context["file"]
    assert shown.status.standing.said.what == What.PRESUMED
    hidden = signed_in(cast.person("shelter", "team")).get(page)
    assert hidden.context["file"].status is None
    assert reverse("status", args=[cast.files["main"]]) not in hidden.content.decode()


def test_it_is_in_the_log(cast, lead):
    made = actions.write_assertion(dossier=lead, what=What.SIGNAL, by=By.OTHER, on=today())
    actions.strike_assertion(dossier=lead, assertion=made.pk)
    reads.status_of(lead)
    with working_as(cast.person(*OFFICER)):
        told = Entry.objects.filter(dossier_id=lead, part="notes", kind__in=["assertion", "status"])
        assert sorted((each.kind, each.action) for each in told) == [
            ("assertion", "C"), ("assertion", "U"), ("status", "R"),
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"what": "x", "by": "police", "on": "2026-01-01"}, "what"),
        ({"what": "signal", "by": "x", "on": "2026-01-01"}, "by"),
        ({"what": "signal", "by": "police", "on": "2999-01-01"}, "on"),
        ({"what": "recognised", "by": "centre", "on": "2026-01-01"}, "__all__"),
    ],
)
def test_a_form_says_what_is_wrong(cast, signed_in, form, field):
    dossier = cast.files["main"]
    answer = signed_in(cast.person(*LEAD)).post(reverse("status", args=[dossier]), form)
    assert field in answer.context["form"].errors
    with working_as(cast.person(*LEAD)):
        assert Assertion.objects.filter(dossier=dossier).count() == 1
