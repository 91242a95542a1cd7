# SPDX-License-Identifier: EUPL-1.2
"""A published count keeps what it says: a number, a range or nothing; and so do sums of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.standards.comparing import counts
from baken.standards.comparing.counts import NOBODY, UNKNOWN, Count, CountError, exactly

COUNTS = st.one_of(
    st.just(UNKNOWN),
    st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(lambda both: Count(min(both), max(both))),
)


@pytest.mark.parametrize(
    ("cell", "count", "said"),
    [
        ("<5", Count(1, 4), "1 to 4"),
        (" < 5 ", Count(1, 4), "1 to 4"),
        ("<2", Count(1, 1), "1"),
        ("1,222", Count(1222, 1222), "1222"),
        ("1,222,333", Count(1222333, 1222333), "1222333"),
        ("0", NOBODY, "0"),
        ("17", Count(17, 17), "17"),
        ("", UNKNOWN, "unknown"),
        ("  ", UNKNOWN, "unknown"),
    ],
)
def test_a_cell_is_this_count(cell, count, said):
    assert counts.read(cell) == count
    assert str(count) == said


@pytest.mark.parametrize(
    "cell", ["<", "<<5", "5>", "1,22", "1,2222", "1.5", "1.222", "-3", "about 5", "<0", "<1", "²", "NA"]
)
def test_a_cell_that_is_no_count_is_refused_without_saying_what_stood_there(cell):
    with pytest.raises(CountError) as error:
        counts.read(cell)
    assert cell not in str(error.value)


def test_sums_of_ranges_are_ranges():
    assert counts.total([Count(1, 4), Count(1, 4), exactly(10)]) == Count(12, 18)
    assert counts.total([exactly(3), UNKNOWN]) == Count(3, None)
    assert str(counts.total([exactly(3), UNKNOWN])) == "3 or more"


def test_a_sum_of_nothing_is_unknown_and_not_nobody():
    assert counts.total([]) == UNKNOWN
    assert UNKNOWN != NOBODY


def test_a_count_is_no_number():
    with pytest.raises(TypeError):
        int(Count(1, 4))
    with pytest.raises(TypeError):
        Count(1, 4) + 1
    with pytest.raises(TypeError):
        sum([Count(1, 4)])
    assert exactly(4) != 4


@pytest.mark.parametrize("ends", [(-1, 2), (3, 2)])
def test_a_count_runs_upwards_from_nothing(ends):
    with pytest.raises(CountError):
        Count(*ends)


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        (Count(1, 4), exactly(4), True),
        (Count(1, 4), exactly(5), False),
        (exactly(5), Count(1, 4), False),
        (Count(6, None), exactly(5), False),
        (UNKNOWN, exactly(5), True),
    ],
)
def test_two_counts_meet_where_both_can_be_the_same(one, other, meets):
    assert one.meets(other) == meets
    assert other.meets(one) == meets


@given(COUNTS, COUNTS, COUNTS)
def test_counts_add_up_in_any_order(one, two, three):
    assert one + two == two + one
    assert (one + two) + three == one + (two + three)
    assert (one + two).low >= one.low
    assert one + NOBODY == one
