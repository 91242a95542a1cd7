# SPDX-License-Identifier: EUPL-1.2
"""A question, read: its parts, how it is asked in each language, and what its reader may know of."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from tantivy import Occur, Query

from baken.open.search.engine import crossing, filters, nearest, parsing, widening, wording
from baken.open.search.engine.analysis import bucket
from baken.open.search.engine.compounds import Splitter
from baken.open.search.engine.lexicon import Lexicon
from baken.open.search.engine.parsing import Parsed
from baken.open.search.engine.shapes import Near, Nearby, Question
from baken.open.search.engine.store import EVERYONE, View
from baken.open.search.engine.widening import Sight
from baken.open.search.engine.wording import Wording


class Asked(NamedTuple):
    """A question, read: its parts, how it is asked of documents in the other language, if it is, and what is near."""

    view: View
    question: Question
    seen: Query
    lexicon: Lexicon
    parsed: Parsed
    crossing: Wording | None
    own: Sequence[Wording]
    near: Mapping[str, Near] = MappingProxyType({})

    @property
    def splitter(self) -> Splitter:
        """Return what takes compounds apart."""
        return self.view.splitter

    @property
    def as_typed(self) -> tuple[str, ...]:
        """Return the languages whose words are looked for as they were typed."""
        return _as_typed(self.question, self.crossing)

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """Return the question in each language that it is asked of documents in."""
        return (*self.own, *([self.crossing] if self.crossing else []))


def seen(view: View, tokens: frozenset[str], doubtful: frozenset[str]) -> Query:
    """Return what a reader may know of, as far as the index is surely right about it."""
    visible = Query.boolean_query([(Occur.Must, filters.visible(view.searcher, tokens)), *filters.without(doubtful)])
    return filters.unscored(visible)


def read(view: View, question: Question, sight: Sight, lexicon: Lexicon) -> Asked:
    """Return a question as it is asked of this index by a reader with this sight; what is near is not known yet."""
    question = replace(question, languages=question.languages or view.languages())
    parsed = parsing.read(question.text, view.splitter)
    across = crossing.asked(lexicon, view, parsed, question)
    translated = crossing.translated(across, lexicon, parsed)
    parsed = widening.widened(view, parsed, question.languages, sight, translated)
    own = wording.as_typed(lexicon, view, parsed, _as_typed(question, across))
    return Asked(view, question, sight.own, lexicon, parsed, across, own)


def beside(asked: Asked, near: Nearby) -> Asked:
    """Return a question with what is near to it, once that is known."""
    return asked._replace(near=nearest.chosen(asked.view.searcher, asked.parsed, near, asked.seen))


def sight(view: View, tokens: frozenset[str], doubtful: frozenset[str]) -> Sight:
    """Return what a reader may know of, and what everybody may."""
    return Sight(seen(view, tokens, doubtful), seen(view, EVERYONE, doubtful))


def _as_typed(question: Question, across: Wording | None) -> tuple[str, ...]:
    wanted = dict.fromkeys(map(bucket, question.languages))
    return tuple(each for each in wanted if not across or each != across.language)
