# SPDX-License-Identifier: EUPL-1.2
"""tantivy by itself, as the peer that does least: one field, the same stems, BM25, ten numbers and nothing more.

No filter for who may read, no facets, no total, no snippet, no reason, no other names and no second count.
"""

from collections.abc import Iterable
from pathlib import Path

import tantivy
from tantivy import Occur, Query

from baken.open.search.engine.analysis import bucket, words
from baken.open.search.engine.lexicon import LANGUAGES
from baken.open.search.engine.shapes import Document

_PAGE = 10


class Bare:
    """An index in a folder, filled anew."""

    def __init__(self, folder: Path, documents: Iterable[Document]) -> None:
        self._schema = _schema()
        index = tantivy.Index(self._schema, str(folder), reuse=False)
        writer = index.writer(64_000_000, 1)
        for each in documents:
            stems = " ".join(words(f"{each.title}\n{each.body}", bucket(each.lang)))
            writer.add_document(tantivy.Document(id=each.id, stems=stems))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()

    def ask(self, text: str) -> list[str]:
        """Return the names of the ten best documents for a question in either language."""
        stems = dict.fromkeys(stem for language in LANGUAGES for stem in words(text, language))
        terms = [(Occur.Should, Query.term_query(self._schema, "stems", each)) for each in stems]
        found = self._searcher.search(Query.boolean_query(terms), _PAGE, count=False)
        return [str(self._searcher.doc(place).get_first("id")) for _, place in found.hits]


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    builder.add_text_field("stems", tokenizer_name="whitespace")
    return builder.build()
