# SPDX-License-Identifier: EUPL-1.2
"""How near two names and two people are: the same from either side, nearest to itself, never less for agreeing more."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.closed.intake.sameness import names
from baken.closed.intake.sameness.names import Nearness, nearness
from baken.closed.intake.sameness.rules import Person, Reason, compare, decided_since, numbers_in

NAMES = st.one_of(
    st.lists(
        st.sampled_from(["Fatima", "Fátima", "el", "Amrani", "ElAmrani", "van", "Dijk", "Dyk", "Ngozi", "Ng"]),
        max_size=4,
    ).map(" ".join),
    st.text(max_size=12),
)
DAYS = st.sampled_from([None, *(datetime.date(2001, *pair) for pair in ((1, 1), (3, 4), (4, 3), (3, 31)))])
MARKS = st.frozensets(st.sampled_from([b"1", b"2", b"3"]))
PEOPLE = st.builds(Person, NAMES, DAYS, st.sampled_from(["", "Verzonnenland", "verzonnenlánd ", "Elders"]), MARKS)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Fatima el Amrani", "El Amrani, Fatima", Nearness.SAME),
        ("Fatima El-Amrani", "Fátima Elamrani", Nearness.SAME),
        ("Jan van den Berg", "Berg, Jan", Nearness.SAME),
        ("Jan van den Berg", "Jan Vandenberg", Nearness.SAME),
        ("Anne 't Hart", "Anne Hart", Nearness.SAME),
        ("Łucja Kowalska", "Lucja Kowalska", Nearness.SAME),
        ("Mohamed Verzonnen", "Mohammed Verzonnen", Nearness.NEAR),
        ("Blessing Ngozi Verzonnen", "Verzonnen Blessing", Nearness.NEAR),
        ("Ahmed Verzonnen", "Ahmad Verzonnen", Nearness.NEAR),
        ("Blessing", "Blessing Verzonnen", Nearness.PART),
        ("Li Verzonnen", "Lu Verzonnen", Nearness.FAR),
        ("Anna Verzonnen", "Anna Voorbeeld", Nearness.FAR),
        ("Elisabeth Verzonnen", "Bets Verzonnen", Nearness.FAR),
        ("Van", "de", Nearness.FAR),
        ("Van", "van", Nearness.SAME),
        ("", "", Nearness.FAR),
    ],
)
def test_names_as_they_are_written_here(one, other, expected):
    assert nearness(one, other) is expected


@given(PEOPLE, PEOPLE)
def test_it_is_the_same_from_either_side(one, other):
    assert compare(one, other) == compare(other, one)


@given(PEOPLE, PEOPLE)
def test_nobody_is_nearer_to_somebody_than_she_is_herself(one, other):
    assert compare(one, other).weight <= compare(one, one).weight


@given(PEOPLE, PEOPLE, PEOPLE, st.sampled_from(["name", "born", "nationality", "marks"]))
def test_whoever_agrees_in_more_is_never_less_near(one, other, third, field):
    more = {field: getattr(third, field)}
    assert (
        compare(replace(one, **more), replace(other, **more)).weight
        >= compare(replace(one, **{field: type(getattr(Person(), field))() if field != "born" else None}), other).weight
    )


def test_no_name_is_kept_in_memory_once_it_was_compared():
    assert not [each for each in vars(names).values() if hasattr(each, "cache_info")]


def test_a_number_or_a_whole_name_is_enough_and_a_nationality_or_a_first_name_is_not():
    born = datetime.date(2001, 3, 4)
    one = Person("Blessing Verzonnen", born, "Verzonnenland", frozenset({b"1"}))
    assert compare(one, Person(marks=frozenset({b"1", b"2"}))).is_enough
    assert compare(one, Person("Verzonnen Blessing")).reasons == (Reason.NAME,)
    assert compare(one, Person("Verzonnen Blessing")).is_enough
    assert compare(one, Person(born=datetime.date(2001, 4, 3))).reasons == (Reason.BORN_SWAPPED,)
    assert not compare(one, Person("Blessing", None, "verzonnenland")).is_enough
    assert compare(one, Person("Blessing", born)).is_enough
    first = replace(one, born=datetime.date(2001, 1, 1))
    assert compare(first, Person(born=first.born, nationality="Verzonnenland")).weight == 2
    assert compare(Person(), Person()).reasons == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bel 06 12 34 56 78 na zessen", [("phone", "06 12 34 56 78")]),
        ("+31 (0)6-12345678.", [("phone", "+31 (0)6-12345678")]),
        ("paspoort NLX12345Z, v-nummer 1234567890", [("document", "NLX12345Z"), ("document", "1234567890")]),
        ("op 04-03-2026 om 12.30 uur, kamer 12, postcode 1234 AB, HOTEL", []),
    ],
)
def test_numbers_are_found_in_what_was_said(text, found):
    assert list(numbers_in(text)) == found


def test_reports_of_the_last_half_year_count():
    assert decided_since(datetime.date(2026, 8, 31)) == datetime.date(2026, 2, 28)
