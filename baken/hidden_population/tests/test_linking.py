# SPDX-License-Identifier: EUPL-1.2
"""Pseudonyms become capture histories and nothing else; what is wrong with them is said without repeating any."""

import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.hidden_population.linking import linked
from baken.hidden_population.tables import Faults


def made(*numbers, key=b"key"):
    return [hmac.digest(key, str(each).encode(), hashlib.sha256) for each in numbers]


def test_who_is_on_which_lists_is_counted():
    found = linked({"police": made(*range(20)), "shelter": iter(made(*range(10, 25))), "work": made(*range(18, 40))})
    assert found.lists == ("police", "shelter", "work")
    assert found.observed == 40
    assert found.counts.tolist() == [0, 10, 0, 8, 15, 0, 5, 2]
    assert found.remarks == ()


@given(st.lists(st.sets(st.integers(0, 30)), min_size=2, max_size=5))
def test_counts_are_those_of_the_sets(sets):
    found = linked({str(place): made(*each) for place, each in enumerate(sets)})
    assert found.observed == len(set().union(*sets))
    for place, each in enumerate(sets):
        assert found.on(1 << place) == len(each)
    assert found.on(0b11) == len(sets[0] & sets[1])


def test_a_person_twice_on_a_list_is_one_and_that_is_said():
    found = linked({"a": made(*range(15), 1, 1, 2), "b": made(*range(12))})
    assert found.observed == 15
    assert found.remarks == ("list a has persons more than once: 3 of its lines were left out",)


def test_tiny_lists_are_named():
    found = linked({"a": made(*range(15)), "b": made(1, 2)})
    assert found.remarks == ("persons on list b: 2; so few tell little, and may be known by that",)


@pytest.mark.parametrize(
    ("lists", "said"),
    [
        ({"a": made(1)}, "1 lists: from 2 to 9 can be linked"),
        ({str(each): made(1) for each in range(10)}, "10 lists: from 2 to 9 can be linked"),
        ({"a": made(1), "b": ["Verzonnen Naam"]}, "list b has what is no pseudonym: a pseudonym is bytes"),
        ({"a": made(1), "b": [b"x" * 20]}, "pseudonyms have several lengths: they were not all made in the same way"),
        ({"a": [b"short"], "b": [b"short"]}, "pseudonyms are shorter than 16 bytes: two persons may have the same"),
    ],
)
def test_what_cannot_be_linked_is_said_and_never_repeated(lists, said):
    with pytest.raises(Faults) as told:
        linked(lists)
    assert list(told.value.faults) == [said]
    assert "Verzonnen" not in str(told.value)


def test_another_key_links_nobody():
    found = linked({"a": made(*range(15)), "b": made(*range(15), key=b"other")})
    assert found.on(0b11) == 0
