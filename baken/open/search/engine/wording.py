# SPDX-License-Identifier: EUPL-1.2
"""A question as it is asked of documents in one language, be it the question's own or the other."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import tantivy
from tantivy import Query

from baken.open.search.engine import rescoring
from baken.open.search.engine.analysis import DIVIDED, words
from baken.open.search.engine.inside import beginning_with, standing, stems
from baken.open.search.engine.lexical import PAIR_SLOP
from baken.open.search.engine.lexicon import LANGUAGES, Lexicon, Words
from baken.open.search.engine.parsing import Parsed
from baken.open.search.engine.schema import PARTS, SCHEMA
from baken.open.search.engine.shapes import Alternative, Way
from baken.open.search.engine.store import View
from baken.open.search.engine.titles import NONE, Alike
from baken.open.search.engine.translating import GOES_WITHIN, Concept, alike, own, typed, unrelated

# What two words that stand side by side count more, of what both are worth: as the index scores.
PAIR = 0.11


@dataclass(frozen=True)
class Wording:
    """A question's concepts as they are called in a language, each with what it is worth there.

    ``alike`` is what texts in that language say under titles like the question.
    """

    language: str
    concepts: Sequence[tuple[Concept, float]]
    alike: Alike = NONE


def worded(searcher: tantivy.Searcher, language: str, concepts: Sequence[Concept], like: Alike = NONE) -> Wording:
    """Return concepts with their worth: by how rare they are in texts of that language, and what titles taught."""
    texts = max(1, searcher.doc_freq("lang", language))
    return Wording(language, [(each, _worth(searcher, each, language, texts)) for each in concepts], like)


def as_typed(lexicon: Lexicon, view: View, parsed: Parsed, languages: Sequence[str]) -> list[Wording]:
    """Return a question for documents in its own words, in each of these languages; none where it has no word there."""
    found = ((each, _concepts(lexicon, view, parsed, each)) for each in languages if each in LANGUAGES)
    text = " ".join((*parsed.words, *parsed.phrases))
    return _evenly([
        worded(view.searcher, language, concepts, alike(lexicon, text, language, language))
        for language, concepts in found if concepts
    ])  # fmt: skip


def _evenly(wordings: Sequence[Wording]) -> list[Wording]:
    """Return wordings in which a word is worth in each language what it is where it is least rare.

    A Dutch word is rare in English texts: they would come before the Dutch ones that it was meant for.
    """
    least: dict[str, float] = {}
    for concept, worth in (each for wording in wordings for each in wording.concepts):
        least[concept.typed.form] = min(worth, least.get(concept.typed.form, worth))
    return [
        replace(each, concepts=[(concept, least[concept.typed.form]) for concept, _ in each.concepts])
        for each in wordings
    ]


def kin(wordings: Sequence[Wording], language: str, texts: Collection[str]) -> tuple[Alternative, ...]:
    """Return the words of a document's texts, as written, that are kin of a word which does not stand there."""
    held = frozenset().union(*(standing(text, language) for text in texts))
    asked = (each for wording in wordings if wording.language == language for each, _ in wording.concepts)
    missing = [each for each in asked if each.typed.stem not in held and not held.isdisjoint(each.likely)]
    wanted = held.intersection(name for each in missing for name, p in each.likely.items() if p > GOES_WITHIN)
    if not wanted:
        return ()
    stand = {form: own for form in _likely(wanted, texts) if not wanted.isdisjoint(own := stems(form, language))}
    return tuple(
        Alternative(concept.typed.form, form, language, Way.KIN, weight)
        for concept in missing
        for form, own_stems in stand.items()
        if (weight := max((concept.likely.get(each, 0.0) for each in own_stems), default=0.0)) > GOES_WITHIN
    )


def _likely(wanted: Collection[str], texts: Collection[str]) -> Iterator[str]:
    """Yield the words of texts that may have one of these stems: it begins as its word does, but for Dutch ge-.

    A long text has thousands of words, and to find the stem of one takes a thousandth of a millisecond.
    """
    letters = frozenset(stem[0] for stem in wanted)
    likely = {form.casefold(): form for text in texts for form in beginning_with(letters, text)}
    yield from likely.values()


def side_by_side(asked: Wording, parsed: Parsed) -> Iterator[Query]:
    """Yield the pairs of words that were typed side by side and stand near each other in a text.

    A pair counts for a part of what its words are worth: the index would weigh it by texts of all languages.
    """
    worth = {concept.typed.stem: each for concept, each in asked.concepts}
    for pair in pairwise(word.stem for word in typed(" ".join(parsed.words), asked.language)):
        near = Query.phrase_query(SCHEMA, f"body_{asked.language}", list(pair), PAIR_SLOP)
        yield Query.const_score_query(near, PAIR * sum(worth[each] for each in pair))


def _concepts(lexicon: Lexicon, view: View, parsed: Parsed, language: str) -> list[Concept]:
    said = typed(" ".join((*parsed.words, *parsed.phrases)), language)
    parts = typed(" ".join(parsed.parts), language) if language == DIVIDED else []
    # A misspelt word has what was meant beside it, which is nearer than its kin.
    spelt = {stem for each in parsed.also if each.way is Way.SPELT for stem in words(each.typed, language)}
    of = view.kin[language].of if language in view.kin else unrelated
    return own(lexicon.own.get(language, Words()), said, parts, lambda stem: {} if stem in spelt else of(stem))


def _worth(searcher: tantivy.Searcher, concept: Concept, language: str, texts: int) -> float:
    held = sum(p * _held(searcher, name, language) for name, p in concept.likely.items())
    return concept.salience * rescoring.idf(held, texts)


def _held(searcher: tantivy.Searcher, name: str, language: str) -> int:
    """Return about how many texts hold a word, alone or inside a compound."""
    inside = searcher.doc_freq(PARTS, name) if language == DIVIDED else 0
    return searcher.doc_freq(f"body_{language}", name) + inside
