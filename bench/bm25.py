# SPDX-License-Identifier: EUPL-1.2
"""Plain BM25, as anybody sets it up in an afternoon: one field, the stems of its language, any word may match."""

from collections.abc import Iterable
from typing import Any

import tantivy
from tantivy import Filter, Occur, Query

from baken.open.sources.importers.jsonl import Text

_STEMS = {"nl": "dutch", "en": "english"}
_WORDS = "stems"


class Plain:
    """An index in memory of texts in one language."""

    def __init__(self, texts: Iterable[Text], language: str) -> None:
        chain = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        self._words = chain.filter(Filter.lowercase()).filter(Filter.stemmer(_STEMS[language])).build()
        self._schema = _schema()
        self._searcher = self._filled(texts).searcher()

    def ranked(self, question: str, most: int) -> list[tuple[str, float]]:
        """Return `(id, score)` of the best documents, best first."""
        terms = (Query.term_query(self._schema, "body", each) for each in self._words.analyze(question))
        found = self._searcher.search(Query.boolean_query([(Occur.Should, each) for each in terms]), most)
        return [(str(self._searcher.doc(place).get_first("id")), float(score)) for score, place in found.hits]

    def _filled(self, texts: Iterable[Text]) -> Any:
        index = tantivy.Index(self._schema)
        index.register_tokenizer(_WORDS, self._words)
        writer = index.writer(64_000_000, 1)
        for each in texts:
            writer.add_document(tantivy.Document(id=each.identifier, body=each.text))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        return index


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    builder.add_text_field("body", tokenizer_name=_WORDS)
    return builder.build()
