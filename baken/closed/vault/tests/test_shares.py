# SPDX-License-Identifier: EUPL-1.2
"""Any two shares give a secret back, however many there are; one, or two that do not belong together, give none."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.closed.vault.shares import MOST, NEEDED, SharesError, combine, split

SECRET = bytes(range(32))


@given(st.binary(min_size=32, max_size=32), st.integers(NEEDED, 5))
@settings(max_examples=8, deadline=None)
def test_any_two_give_it_back(secret, made):
    lists = split(secret, made)
    assert len(set(lists)) == made
    assert {combine(pair) for pair in permutations(lists, NEEDED)} == {secret}


def test_there_may_be_many():
    lists = split(SECRET, MOST)
    assert combine([lists[0], lists[-1]]) == SECRET


@pytest.mark.parametrize("chosen", [[], [0], [0, 0], [0, 1, 2]])
def test_fewer_or_more_give_none(chosen):
    lists = split(SECRET, 3)
    with pytest.raises(SharesError):
        combine([lists[each] for each in chosen])


def test_two_splittings_do_not_mix():
    with pytest.raises(SharesError):
        combine([split(SECRET, 3)[0], split(SECRET, 3)[1]])
