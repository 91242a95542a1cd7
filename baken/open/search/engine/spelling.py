# SPDX-License-Identifier: EUPL-1.2
"""A word that nobody wrote, as it may have been meant: a near word of a text that everybody may read.

A commoner word outweighs a nearer one, as in the noisy channel of Kernighan, Church & Gale (1990, "A spelling
correction program based on a noisy channel model", COLING). What a restricted text alone says is never told: words are
those of texts that everybody may see, and each is looked up once more before it is named.
"""

from collections.abc import Sequence

from tantivy import Occur, Query

from baken.open.search.engine.analysis import DIVIDED, plain
from baken.open.search.engine.compounds import Splitter
from baken.open.search.engine.compounds.known import LINKS
from baken.open.search.engine.said import Words
from baken.open.search.engine.schema import SAID, SCHEMA
from baken.open.search.engine.shapes import Alternative, Way
from baken.open.search.engine.store import View

WEIGHT = 0.7
_MOST_ASKED = 3
_SHORTEST_PART = 4


def corrections(view: View, typed: Sequence[str], languages: Sequence[str], everybodys: Query) -> list[Alternative]:
    """Return for each word what it was likeliest meant to be; what is made of known words is no mistake."""
    found = (_correction(view, word, languages, everybodys) for word in typed[:_MOST_ASKED])
    return [each for each in found if each]


def _correction(view: View, typed: str, languages: Sequence[str], everybodys: Query) -> Alternative | None:
    word = plain().analyze(typed)[0]
    known = {each: _words(view, each, everybodys) for each in languages}
    if DIVIDED in known and is_compound(word, known[DIVIDED], view.splitter):
        return None
    worth = sorted(((*each, language) for language, words in known.items() for each in words.meant(word)), reverse=True)
    best = next(((text, language) for _, text, language in worth if _stands(view, text, language, everybodys)), None)
    return Alternative(typed, *best, Way.SPELT, WEIGHT) if best else None


def is_compound(word: str, known: Words, splitter: Splitter) -> bool:
    """Tell whether a word is made of known words, by what was learned of compounds or by two that join."""
    smallest = splitter.split(word)
    parts = [_is_part(each, known, last=place == len(smallest)) for place, each in enumerate(smallest, 1)]
    if smallest[1:] and all(parts):
        return True
    cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    return any(_is_part(word[:cut], known) and _is_part(word[cut:], known, last=True) for cut in cuts)


def _is_part(part: str, known: Words, *, last: bool = False) -> bool:
    bare = [] if last else [part.removesuffix(link) for link in LINKS if part.endswith(link)]
    return any(each in known.texts for each in (part, *bare))


def _words(view: View, language: str, everybodys: Query) -> Words:
    """Return a language's words; kept as long as the index is the same, since it takes some hundredths of a second."""
    if language not in view.said:
        view.said[language] = Words(view.searcher.terms_with_prefix(f"{SAID}_{language}", "", filter_query=everybodys))
    return view.said[language]


def _stands(view: View, word: str, language: str, everybodys: Query) -> bool:
    """Tell whether everybody may read a text that holds a word, now: a page may have been hidden since."""
    held = Query.term_query(SCHEMA, f"{SAID}_{language}", word)
    return bool(view.searcher.search(Query.boolean_query([(Occur.Must, held), (Occur.Must, everybodys)]), 1).hits)
