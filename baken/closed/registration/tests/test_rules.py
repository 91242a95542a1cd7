# SPDX-License-Identifier: EUPL-1.2
"""What the words of all of them come to: also of any words in any order."""

import datetime
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.closed.casework.person.consenting import Party
from baken.closed.registration.rules import Basis, Overridden, Purpose, Said, State, What, standing

HER, AUTHORITY = frozenset({Party.HERSELF}), frozenset({Party.AUTHORITY})
BOTH = HER | AUTHORITY
NOON = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
MARCH = date(2026, 3, 1)


def at(hours: int) -> datetime.datetime:
    return NOON + datetime.timedelta(hours=hours)


def said(what, hours=0, parties=HER, purpose=Purpose.REGISTRATION, *, struck=False):
    return Said(purpose, what, at(hours).date(), at(hours), parties, struck)


WORDS = st.lists(
    st.builds(
        said,
        st.sampled_from(What),
        st.integers(-400, 400),
        st.sampled_from([HER, AUTHORITY, BOTH]),
        st.sampled_from(Purpose),
    ),
    max_size=8,
)
NEEDED = st.sampled_from([HER, AUTHORITY, BOTH])
OVERRIDES = st.lists(
    st.builds(lambda hours: Overridden(at(hours), at(hours).date()), st.integers(-400, 400)), max_size=3
)


@given(WORDS, NEEDED, OVERRIDES, st.integers(-400, 400))
def test_a_word_about_one_purpose_says_nothing_of_the_other(words, needed, overrides, hours):
    day = at(hours).date()
    for purpose in Purpose:
        own = [each for each in words if each.purpose == purpose]
        assert standing(words, purpose, needed, overrides, day) == standing(own, purpose, needed, overrides, day)


@given(WORDS, NEEDED, OVERRIDES)
def test_a_place_is_never_asked_for_by_override(words, needed, overrides):
    found = standing(words, Purpose.SHELTER, needed, overrides, date(2027, 1, 1))
    assert found.basis in {None, Basis.CONSENT}


@given(WORDS, NEEDED, OVERRIDES, st.sampled_from([What.REFUSED, What.WITHDRAWN]), st.sampled_from(Purpose))
def test_the_last_no_of_anybody_who_decides_stops_it_whatever_was_said_or_decided_before(
    words, needed, overrides, no, purpose
):
    last = said(no, 500, frozenset({min(needed)}), purpose)
    found = standing([*words, last], purpose, needed, overrides, last.on)
    assert found.basis is None
    assert found.state in {State.REFUSED, State.WITHDRAWN}


@given(WORDS, NEEDED)
def test_consent_stands_only_where_the_latest_word_of_each_who_decides_is_yes(words, needed):
    found = standing(words, Purpose.REGISTRATION, needed, [], date(2027, 1, 1))
    own = sorted((each for each in words if each.purpose == Purpose.REGISTRATION), key=lambda each: each.recorded_at)
    latest = [next((each for each in reversed(own) if party in each.parties), None) for party in needed]
    assert (found.basis == Basis.CONSENT) == all(each and each.what == What.GIVEN for each in latest)


def test_the_word_of_a_later_day_counts_though_it_was_written_down_first():
    given_first = Said(Purpose.REGISTRATION, What.WITHDRAWN, date(2026, 3, 5), at(0), HER)
    then = Said(Purpose.REGISTRATION, What.GIVEN, date(2026, 3, 4), at(1), HER)
    assert standing([given_first, then], Purpose.REGISTRATION, HER, [], date(2026, 3, 6)).state == State.WITHDRAWN
    assert standing([given_first, then], Purpose.REGISTRATION, HER, [], date(2026, 3, 4)).state == State.GIVEN


def test_an_override_holds_from_its_day_until_the_next_word():
    decided, no = [Overridden(at(24), at(24).date())], said(What.REFUSED)
    assert standing([no], Purpose.REGISTRATION, HER, decided, at(0).date()).basis is None
    assert standing([no], Purpose.REGISTRATION, HER, decided, at(24).date()).basis == Basis.OVERRIDE
    later = said(What.REFUSED, 48)
    assert standing([no, later], Purpose.REGISTRATION, HER, decided, at(48).date()).basis is None


@given(WORDS, NEEDED, OVERRIDES, st.sampled_from(What), st.sampled_from(Purpose))
def test_what_is_struck_out_turns_nothing_on(words, needed, overrides, what, purpose):
    last = said(what, 500, frozenset({min(needed)}), purpose)
    before = standing([*words, last], purpose, needed, overrides, last.on)
    after = standing([*words, replace(last, struck=True)], purpose, needed, overrides, last.on)
    if what != What.GIVEN:
        assert (before.basis, after.basis, after.lapsed) == (None, None, True)
    assert after.basis != Basis.OVERRIDE


@pytest.mark.parametrize("no", [What.REFUSED, What.WITHDRAWN])
def test_a_no_that_was_struck_out_asks_for_a_new_yes(no):
    old, struck, new = said(What.GIVEN), said(no, 24, struck=True), said(What.GIVEN, 48)
    assert standing([old], Purpose.REGISTRATION, HER, [], new.on).basis == Basis.CONSENT
    found = standing([old, struck], Purpose.REGISTRATION, HER, [], new.on)
    assert (found.state, found.basis, found.lapsed) == (State.NOT_ASKED, None, True)
    assert standing([old, struck, new], Purpose.REGISTRATION, HER, [], new.on).basis == Basis.CONSENT
    mistake = said(What.GIVEN, 24, struck=True)
    assert standing([old, mistake], Purpose.REGISTRATION, HER, [], new.on).since == old.on


def test_a_no_between_asking_and_deciding_ends_an_override():
    decided, no = [Overridden(at(0), at(48).date())], said(What.REFUSED, 24)
    assert standing([], Purpose.REGISTRATION, HER, decided, at(48).date()).basis == Basis.OVERRIDE
    assert standing([], Purpose.REGISTRATION, HER, decided, at(24).date()).basis is None
    assert standing([no], Purpose.REGISTRATION, HER, decided, at(48).date()).basis is None
