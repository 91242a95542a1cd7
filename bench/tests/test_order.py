# SPDX-License-Identifier: EUPL-1.2
"""Weights are chosen by titles of one half, asked with what the other half taught."""

from unittest import mock

from baken.open.search.engine import ordering
from baken.open.search.lexicon.pairs import Pair
from baken.open.search.tests.bilingual import pairs
from bench import order


def half(*more):
    return order.Half({f"treaty#{number}": pair for number, pair in enumerate((*pairs(), *more))})


def test_only_titles_that_stand_once_are_asked():
    found = order.once(
        half(Pair("Een boot vaart.", "A boat sails.", "Varen", "Sailing"), Pair("Een net.", "A net.")), "nl"
    )
    assert found == [("treaty#20", "Varen")]


def test_it_measures_each_pair_of_weights_and_puts_them_back():
    before = ordering.BEGUN, ordering.ALIKE
    own = half(Pair("Een boot vaart over zee.", "A boat sails the sea.", "Boten", "Boats"))
    with mock.patch.multiple(order, BEGUN=(0.0, 0.4), ALIKE=(0.45,)):
        told = list(order.measured(own, half(), "nl"))
    assert [(row["begun"], row["alike"], row["hit@10"]) for row in told] == [(0.0, 0.45, 1.0), (0.4, 0.45, 1.0)]
    assert before == (ordering.BEGUN, ordering.ALIKE)
