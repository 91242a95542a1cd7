# SPDX-License-Identifier: EUPL-1.2
"""The simplest lexicon translates, and each part of ours can be left out and is there again afterwards."""

import pytest

from baken.open.search.collections.documents import READER, document
from baken.open.search.engine import answering, ordering, rescoring
from baken.open.search.engine.compounds import WHOLE
from baken.open.search.engine.store import Store
from baken.open.search.lexicon.learned import lexicon
from baken.open.search.tests.bilingual import pairs, rows
from baken.open.sources.importers.jsonl import Text
from bench import ibm1, without
from bench.search_quality import question

TEXTS = [Text(str(number), "nl", pair.title_nl, pair.nl) for number, pair in enumerate(pairs())]


@pytest.fixture
def ours(tmp_path):
    store = Store(tmp_path)
    store.build(map(document, TEXTS), "0", learn_for=READER)
    return without.Ours(pairs(), rows(), WHOLE, TEXTS, store)


def first(made, store):
    return answering.ranked(store.view(), question("judge shelter", "en", "nl", 3), READER, lexicon=made)[0][0]


def test_the_simplest_lexicon_translates_word_for_word():
    asked = ibm1.Simple(pairs(), "en").translated("victim Palermo").split()
    assert asked[0] == "slachtoffer"
    assert asked[-1] == "Palermo"


@pytest.mark.parametrize("name", without.ACROSS)
def test_a_part_is_left_out_and_put_back(ours, name):
    before = (ordering.ordered, rescoring.LEAD)
    with without.ACROSS[name](ours) as (left, store):
        assert first(left, store) == first(lexicon(ours.rows), ours.store)
    assert (ordering.ordered, rescoring.LEAD) == before
