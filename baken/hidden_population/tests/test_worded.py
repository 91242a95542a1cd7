# SPDX-License-Identifier: EUPL-1.2
"""A sentence is English text that can be said again in another language, with numbers as that language writes them."""

import copy

from baken.hidden_population.worded import number, retold, rounded, worded

DUTCH = {"{many} of {names}: {why}": "{many} van {names}: {why}", "only {few}": "maar {few}", "and": "en"}


def test_it_is_english_text():
    said = worded("{many} of {names}: {why}", many=1200, names=("a", "b"), why=worded("only {few}", few=2.5))
    assert said == "1,200 of a and b: only 2.5"
    assert retold(said, DUTCH.__getitem__, "nl") == "1.200 van a en b: maar 2,5"
    assert retold(copy.deepcopy(said), DUTCH.__getitem__, "nl") == "1.200 van a en b: maar 2,5"


def test_lists_are_set_apart_by_commas_and_tuples_within_them_joined():
    assert worded("{all}", all=[("a", "b"), "c"]) == "a and b, c"


def test_braces_in_names_are_text():
    said = worded("{name} is here", name="{x}")
    assert said == "{x} is here"
    assert copy.deepcopy(said) == said


def test_text_that_remembers_nothing_stays():
    assert retold("plain", DUTCH.__getitem__, "nl") == "plain"


def test_numbers_are_told_no_more_exactly_than_they_are_known():
    assert [rounded(each) for each in (12_345.6, 999.6, 7)] == [12_300, 1000, 7]
    assert (number(1234567.25, "nl", 1), number(0.5)) == ("1.234.567,2", "0")
