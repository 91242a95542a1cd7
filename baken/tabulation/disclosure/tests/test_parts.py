# SPDX-License-Identifier: EUPL-1.2
"""Days, axes, cliques and cuts, each by itself."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.tabulation.disclosure.choosing import Cut, Shut, cheapest, greedy
from baken.tabulation.disclosure.cliques import cliques, joints
from baken.tabulation.disclosure.days import pieces, span
from baken.tabulation.disclosure.tests.small import SEX, dimension, table

SETS = st.lists(st.frozensets(st.integers(0, 6), max_size=4), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-H2", date(2025, 7, 1), date(2025, 12, 31)),
        ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31)),
        ("2025Q4", date(2025, 10, 1), date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_codes_of_time(code, first, last):
    assert span(code) == (first, last)


@pytest.mark.parametrize("code", ["2025-Q5", "2025-13", "spring", "25"])
def test_what_is_no_time(code):
    with pytest.raises(ValueError, match="is no year"):
        span(code)


def test_days_are_cut_where_any_table_cuts_them():
    quarter = dimension("quarter", "2025-Q1", "2025-Q2")
    half = table([], quarter, first=date(2025, 1, 1), last=date(2025, 6, 30))
    found = pieces([half, table([], SEX, first=date(2025, 2, 1), last=date(2025, 6, 30))])
    assert [first for first, _ in found.spans] == [date(2025, 1, 1), date(2025, 2, 1), date(2025, 4, 1)]
    assert found.within((date(2025, 1, 1), date(2025, 3, 31))) == {0, 1}


@given(SETS)
def test_each_set_lies_in_a_clique_and_what_cliques_share_lies_on_the_way(sets):
    found = cliques(sets)
    assert all(any(each <= clique for clique in found) for each in sets)
    tree = {frozenset(pair) for pair in joints(found)}
    assert len(tree) == len(found) - 1
    for axis in frozenset().union(*found):
        holds = {place for place, clique in enumerate(found) if axis in clique}
        inside = sum(pair <= holds for pair in tree)
        assert inside == len(holds) - 1


def test_a_ring_is_crossed_whole():
    assert cliques([frozenset(each) for each in combinations(range(3), 2)]) == [frozenset(range(3))]


def test_the_cheapest_that_satisfies_all_cuts():
    cuts = [Cut({1: 1.0, 2: 1.0}), Cut({2: 1.0, 3: 0.5, 4: 0.5}), Cut({5: 1.0}, where=2)]
    assert cheapest(cuts, {1: 1.0, 2: 3.0, 3: 1.0, 4: 1.0, 5: 9.0}) == {1, 3, 4}
    assert cheapest(cuts, {1: 5.0, 2: 1.0, 3: 5.0, 4: 5.0, 5: 1.0}) == {2, 5}


def test_one_by_one_takes_nothing_back():
    assert greedy([Cut({1: 1.0, 2: 1.0})], {1: 2.0, 2: 1.0}, frozenset({3})) == {2, 3}


@pytest.mark.parametrize("choose", [cheapest, lambda cuts, costs: greedy(cuts, costs, frozenset())])
def test_what_nothing_loosens_is_shut(choose):
    with pytest.raises(Shut):
        choose([Cut({1: 0.5})], {1: 1.0})
