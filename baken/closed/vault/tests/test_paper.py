# SPDX-License-Identifier: EUPL-1.2
"""Two of three lists of words give the root key back; fewer, strange or misspelt ones give nothing."""

from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shamir_mnemonic import generate_mnemonics

from baken.closed.vault.paper import PaperError, combine, split
from baken.closed.vault.rootkey import RootKey

KEY = RootKey(bytes(range(32)))
# Made once by `split`. They must give the same key for as long as somebody has them in a safe.
KEPT = [
    (
        "aunt morning academic acid album chubby upgrade budget prepare piece soul deny rebound mental junction "
        "cubic behavior legal enlarge furl tenant gravity airport duckling numerous birthday knit negative "
        "database bedroom bolt emerald plot"
    ),
    (
        "aunt morning academic always acid display mobile extra video round width nervous adapt royal domain "
        "credit element disaster theater organize universe album mason satoshi academic agency devote mandate "
        "knife adjust endless jury hunting"
    ),
]


@given(st.binary(min_size=32, max_size=32))
@settings(max_examples=10, deadline=None)
def test_any_two_give_the_key_back(secret):
    lists = split(RootKey(secret))
    assert [len(each.split()) for each in lists] == [33, 33, 33]
    assert {combine(pair).key for pair in permutations(lists, 2)} == {secret}


def test_lists_on_paper_keep_their_meaning():
    assert combine(KEPT) == KEY


def test_it_reads_capitals_and_wide_spaces():
    first, second, _ = split(KEY)
    assert combine([f"  {first.upper()}\n", second.replace(" ", "   ")]) == KEY


def test_one_is_not_enough():
    first, *_ = split(KEY)
    for lists in ([first], [first, first], []):
        with pytest.raises(PaperError):
            combine(lists)


def test_lists_of_two_splits_do_not_mix():
    with pytest.raises(PaperError):
        combine([split(KEY)[0], split(KEY)[1]])


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_it_notices_a_wrong_word(data):
    first, second, _ = split(KEY)
    words = first.split()
    place, word = data.draw(st.integers(0, 32)), data.draw(st.sampled_from([*second.split(), "baken"]))
    if words[place] != word:
        words[place] = word
        with pytest.raises(PaperError):
            combine([" ".join(words), second])


def test_it_refuses_words_for_something_else():
    (lists,) = generate_mnemonics(1, [(2, 3)], bytes(16))
    for pair in combinations(lists, 2):
        with pytest.raises(PaperError, match="something else"):
            combine(pair)
