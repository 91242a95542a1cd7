# SPDX-License-Identifier: EUPL-1.2
"""A table is read as it is meant, and what is wrong with it is named."""

import pytest

from baken.hidden_population import checks, tables
from baken.hidden_population.tests.made import FLAT, FOUR, table


def faults(text):
    with pytest.raises(tables.Faults) as told:
        table(text)
    return list(told.value.faults)


def test_it_reads_lists_and_counts():
    read = table()
    assert read.lists == ("work", "care", "police", "street")
    assert (read.observed, read.counts[0], read.counts[0b0111]) == (272, 0, 4)
    assert read.on(0b0011) == 13


def test_it_reads_quotes_spaces_and_a_byte_order_mark():
    assert table('\ufeff"a", "b","n"\n 1,1, 3\n\n0,1,2\n').lists == ("a", "b")


def test_rows_with_the_same_history_are_added_up_and_named():
    read = table(FLAT + "1,1,0,2\n")
    assert read.counts[0b011] == 8
    assert read.remarks == (
        (
            "rows 5 and 9 have the same capture history 110 (a+b): one of them is probably mistyped; "
            "their counts were added up"
        ),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the file is empty"),
        ("a,n\n1,3\n", "1 lists: from 2 to 9 are needed, and the count in the last column"),
        ("a,a,n\n1,0,3\n", "each list needs a name of its own in the first row"),
        ("a,b,n\n1,0\n", "row 2: 2 values where the first row has 3"),
        ("a,b,n\n1,2,3\n", "row 2: a list is 0 or 1, not '2'"),
        ("a,b,n\n1,0,-3\n", "row 2: a count is a whole number of persons, not '-3'"),
        ("a,b,n\n1,0,1.5\n", "row 2: a count is a whole number of persons, not '1.5'"),
        ("a,b,n\n1,0,99999999999\n", "row 2: 99999999999 is more than there are persons"),
        ("a,b,n\n0,0,7\n", "row 2: 7 persons on no list; who is on no list was never counted"),
    ],
)
def test_impossible_rows_are_named(text, said):
    assert faults(text) == [said]


def test_every_fault_is_named():
    assert len(faults("a,b,n\n1,x,3\n0,0,3\n1,1,\n")) == 3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b,n\n1,0,0\n", "nobody is on any list"),
        ("a,b,c,n\n1,0,0,3\n0,1,0,4\n1,1,0,4\n", "list c is empty: leave it out"),
        ("a,b,n\n1,0,3\n0,1,4\n", "nobody is on two lists: with no overlap any number of hidden persons would do"),
    ],
)
def test_tables_that_tell_nothing_are_named(text, said):
    assert list(checks.faults(table(text))) == [said]


def warned(text):
    return list(checks.warnings(table(text)))


def test_weak_tables_are_named():
    assert warned(FOUR) == []
    assert "only 3 persons are on two lists or more" in warned("a,b,n\n1,0,9\n0,1,9\n1,1,3\n")[0]
    assert "everybody on list b is on a too" in warned("a,b,n\n1,0,9\n1,1,13\n")[0]
    assert "they are one list, told twice" in warned("a,b,c,n\n1,1,0,9\n0,0,1,9\n1,1,1,30\n")[0]


def test_degenerate_tables_are_named():
    said = "\n".join(warned("a,b,c,n\n1,0,0,40\n0,1,0,30\n0,0,1,20\n1,1,0,16\n"))
    assert "list c overlaps with no other list" in said
    assert "2 of 3 pairs of lists have nobody in common: a and c, b and c" in said
    assert "no three lists overlap pairwise, so a model of all pairs is not identifiable" in said
    assert "only a and b overlap, and a model that joins them has no estimate" in said


def test_a_list_is_left_out_and_lists_are_merged():
    left = tables.without(table(), 1)
    assert (left.lists, left.observed) == (("work", "police", "street"), 272 - 45)
    assert left.counts[0b011] == 14 + 4
    joined = tables.merged(table(), ["work", "care"])
    assert (joined.lists, joined.observed) == (("workcare", "police", "street"), 272)
    assert joined.counts[0b001] == 60 + 45 + 9
