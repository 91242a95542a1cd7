# SPDX-License-Identifier: EUPL-1.2
"""A question in one language, asked of documents in another: what the index looks for, and what it found it by.

The index finds: every name of every word is a term with a weight. For those it finds first, `ordering` then has them
counted exactly. What a reader may see is part of the question to the index, so nothing hidden is ever counted.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

import tantivy
from tantivy import Query

from baken.open.search.engine import lexical, parsing, rescoring
from baken.open.search.engine.analysis import BUCKETS, DIVIDED, bucket, words
from baken.open.search.engine.inside import standing
from baken.open.search.engine.lexicon import LANGUAGES, Lexicon, Words, other
from baken.open.search.engine.parsing import Parsed
from baken.open.search.engine.schema import PARTS, SCHEMA
from baken.open.search.engine.shapes import Question
from baken.open.search.engine.store import View
from baken.open.search.engine.translating import GOES_WITH, Concept, alike, concepts, typed
from baken.open.search.engine.wording import Wording, worded

# A name that is this much less likely than the likeliest finds no document by itself.
_FAINT = 0.03
_INSIDE = 0.3
# A word as it stands, where nobody said in which language it was asked: names and loan words are the same in both.
_AS_IS = 0.5
# So many names are told, and none that weighs far less than the one that weighs most.
_TOLD, _TELLING = 3, 0.1


def asked(lexicon: Lexicon, view: View, parsed: Parsed, question: Question) -> Wording | None:
    """Return the question for documents in the other language, or None where there is nothing to translate."""
    asked_in = _asked_in(lexicon, parsed, question)
    if not asked_in or other(asked_in) not in (tuple(map(bucket, question.languages)) or BUCKETS):
        return None
    language = other(asked_in)
    found = _concepts(lexicon, parsed, asked_in)
    if not question.asked_in:
        found = [_also_as_is(each, language) for each in found]
    like = alike(lexicon, " ".join(parsed.words), asked_in, language)
    return worded(view.searcher, language, found, like) if found else None


def translated(asked: Wording | None, lexicon: Lexicon, parsed: Parsed) -> frozenset[str]:
    """Return the words of a question that the lexicon knows in its language: they are not misspelt in the other."""
    if not asked:
        return frozenset()
    language = other(asked.language)
    known = lexicon.of.get(language, Words()).words
    return frozenset(each for each in parsed.words if any(word.stem in known for word in typed(each, language)))


def reworded(lexicon: Lexicon, question: Question) -> str:
    """Return a question in the likeliest words of the other language, or nothing where documents in its own are wanted.

    What makes vectors is surer of it than of the question as it was asked, though it is no sentence.
    """
    parsed = parsing.read(question.text)
    asked_in = _asked_in(lexicon, parsed, question)
    if not asked_in or set(map(bucket, question.languages)) != {other(asked_in)}:
        return ""
    shown, found = lexicon.shown[other(asked_in)], _concepts(lexicon, parsed, asked_in)
    return " ".join(dict.fromkeys(shown.get(_likeliest(each), each.typed.form) for each in found))


def language_of(lexicon: Lexicon, question: Question) -> str:
    """Return the language that a question is asked in, or nothing where the lexicon cannot tell or there is none."""
    return _asked_in(lexicon, parsing.read(question.text), question)


def _concepts(lexicon: Lexicon, parsed: Parsed, asked_in: str) -> list[Concept]:
    return concepts(lexicon, typed(" ".join(parsed.words), asked_in), asked_in, lexicon.splitter.parts)


def _likeliest(concept: Concept) -> str:
    return max(concept.likely, key=lambda name: concept.likely[name])


class Called(NamedTuple):
    """Words of the question that a document has under other names: index words, as shown, and where they stand."""

    typed: str
    names: tuple[str, ...]
    shown: tuple[str, ...]
    places: tuple[str, ...]


def query(searcher: tantivy.Searcher, asked: Wording) -> Query:
    """Return what finds documents in the other language: every name of every word that is not too faint."""
    inside = {PARTS: _INSIDE} if asked.language == DIVIDED else {}
    return lexical.any_of(_named(searcher, asked, _fields(asked, rescoring.ROLES) | inside))


def titled(searcher: tantivy.Searcher, asked: Wording) -> Query:
    """Return the titles and headings in the other language that hold a name: they count by themselves as well."""
    return lexical.any_of(_named(searcher, asked, _fields(asked, lexical.TITLED)))


def called(asked: Wording | None, lexicon: Lexicon, language: str, texts: Mapping[str, str]) -> tuple[Called, ...]:
    """Return under which names a document in the other language has the question's words; none for one in its own.

    Words that stand side by side and have the same name there are told together: reflection period → bedenktijd.
    """
    if not asked or asked.language != language:
        return ()
    stands = {role: standing(text, language) for role, text in texts.items()}
    held = frozenset().union(*stands.values())
    found: list[Called] = []
    for concept, _ in asked.concepts:
        names = _best(concept, held)
        if names and found and found[-1].names[0] == names[0]:
            found[-1] = found[-1]._replace(typed=f"{found[-1].typed} {concept.typed.form}")
        elif names:
            shown = tuple(lexicon.shown[language].get(name, concept.typed.form) for name in names)
            places = tuple(role for role, stand in stands.items() if stand & set(names))
            found.append(Called(concept.typed.form, names, shown, places))
    return tuple(found)


def _best(concept: Concept, held: frozenset[str]) -> tuple[str, ...]:
    """Return the names that weigh most of those a text holds; a word that only goes with it is no name."""
    there = [name for name, p in concept.likely.items() if name in held and p > GOES_WITH]
    best = sorted(there, key=lambda name: -concept.names[name])[:_TOLD]
    return tuple(name for name in best if concept.names[name] >= _TELLING * concept.names[best[0]])


def _asked_in(lexicon: Lexicon, parsed: Parsed, question: Question) -> str:
    """Return the language that a question is asked in, or nothing where the lexicon cannot tell or there is none."""
    if not lexicon:
        return ""
    if question.asked_in:
        return bucket(question.asked_in) if bucket(question.asked_in) in LANGUAGES else ""
    text = " ".join(parsed.words)
    known = {each: sum(word.stem in lexicon.of[each].words for word in typed(text, each)) for each in LANGUAGES}
    best = max(LANGUAGES, key=lambda each: known[each])
    return best if known[best] > known[other(best)] else ""


def _also_as_is(concept: Concept, language: str) -> Concept:
    same = dict.fromkeys(words(concept.typed.form, language), _AS_IS)
    return concept._replace(names=same | dict(concept.names), likely=same | dict(concept.likely))


def _fields(asked: Wording, roles: Mapping[str, float]) -> dict[str, float]:
    return {f"{role}_{asked.language}": boost for role, boost in roles.items()}


def _named(searcher: tantivy.Searcher, asked: Wording, boosts: Mapping[str, float]) -> Iterator[Query]:
    """Yield the names of concepts as terms; each brings what the concept is worth, not what its own rarity is."""
    for (field, boost), (concept, worth) in product(boosts.items(), asked.concepts):
        most = max(concept.names.values())
        for name, weight in concept.names.items():
            # What no text of the index holds need not be looked for.
            if weight >= _FAINT * most and (texts := searcher.doc_freq(field, name)):
                own = rescoring.idf(texts, max(1, searcher.num_docs))
                yield Query.boost_query(Query.term_query(SCHEMA, field, name), boost * weight * worth / own)
