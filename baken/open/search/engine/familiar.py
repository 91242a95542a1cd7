# SPDX-License-Identifier: EUPL-1.2
"""Whether everybody may read each word of a text somewhere."""

from tantivy import Occur, Query

from baken.open.search.engine import filters
from baken.open.search.engine.analysis import BUCKETS, plain
from baken.open.search.engine.schema import SAID, SCHEMA
from baken.open.search.engine.store import EVERYONE, View


def all_known(view: View, text: str) -> bool:
    """Tell whether each word stands, as it is written, in a text that everybody may read."""
    everybodys = filters.unscored(filters.visible(view.searcher, EVERYONE))
    return all(_stands(view, word, everybodys) for word in plain().analyze(text))


def _stands(view: View, word: str, everybodys: Query) -> bool:
    held = [(Occur.Should, Query.term_query(SCHEMA, f"{SAID}_{language}", word)) for language in BUCKETS]
    wanted = Query.boolean_query([(Occur.Must, Query.boolean_query(held)), (Occur.Must, everybodys)])
    return bool(view.searcher.search(wanted, 1).hits)
