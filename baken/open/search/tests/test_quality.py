# SPDX-License-Identifier: EUPL-1.2
"""The engine finds known items no worse than when its settings were chosen (`bench/search_quality.py`)."""

import gzip
import json

import pytest

from baken.open.search.engine import answering, trec
from baken.open.search.engine.shapes import Question
from baken.open.search.tests.material import EVERYONE, document, store
from baken.settings import environment

FOLDER = environment.data() / "search"

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the folder of real material is absent"),
]


def test_it_finds_known_treaty_articles(tmp_path):
    with gzip.open(FOLDER / "documents.nl.jsonl.gz", "rt", encoding="utf-8") as lines:
        made = store(tmp_path, *(document(each["id"], title="", body=each["text"]) for each in map(json.loads, lines)))
    topics = list(trec.topics((FOLDER / "topics.nl.tsv").read_text(encoding="utf-8").splitlines()))
    view, ranks = made.view(), []
    for topic, text in topics:
        names = [name for name, _ in answering.ranked(view, Question(text), EVERYONE)]
        # Every topic of this collection is named after its one right document.
        ranks.append(names.index(topic) + 1 if topic in names else 0)
    assert sum(rank == 1 for rank in ranks) / len(ranks) > 0.51
    assert sum(rank > 0 for rank in ranks) / len(ranks) > 0.74
    assert sum(1 / rank for rank in ranks if rank) / len(ranks) > 0.59
