# SPDX-License-Identifier: EUPL-1.2
"""What the thesaurus calls what was typed: other names, names in other languages, narrower and broader concepts.

Concepts stand in the index, each with its own names and those of its neighbours, so that what is asked of it is as new
as its documents and bounded by what the reader may see.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from tantivy import Occur, Query, Searcher

from baken.open.search.engine.analysis import bucket, words
from baken.open.search.engine.lexicon import LANGUAGES
from baken.open.search.engine.schema import SCHEMA, named, spoken
from baken.open.search.engine.shapes import Alternative, Name, Way

WEIGHTS = {Way.SAME: 0.4, Way.NARROWER: 0.25, Way.RELATED: 0.25, Way.BROADER: 0.1}
_LONGEST_NAME = 6
_MOST_WORDS, _MOST_CONCEPTS, _MOST_NAMES = 20, 20, 30
_Run = tuple[int, int]


def names(searcher: Searcher, typed: Sequence[str], languages: Sequence[str], seen: Query) -> list[Alternative]:
    """Return what the concepts that are named by words of a question are called besides, in these languages."""
    runs = {run: " ".join(typed[slice(*run)]) for run in _runs(len(typed[:_MOST_WORDS]))}
    keys = _named(typed[:_MOST_WORDS], runs)
    concepts = _concepts(searcher, keys, seen) if keys else []
    called = {run for run, _ in concepts}
    found: dict[tuple[str, str], Alternative] = {}
    for run, its in concepts:
        if not any(_inside(run, other) for other in called):
            for each in _besides(runs[run], its, languages):
                known = found.setdefault((each.language, each.text), each)
                found[each.language, each.text] = max(known, each, key=lambda one: one.weight)
    return sorted(found.values(), key=lambda each: -each.weight)[:_MOST_NAMES]


def _named(typed: Sequence[str], runs: dict[_Run, str]) -> dict[str, _Run]:
    """Return what each run of words is found by as a name. Each word is analysed once, however many runs it is in."""
    stems = {language: [words(word, language) for word in typed] for language in LANGUAGES}
    found: dict[str, _Run] = {}
    for run, text in reversed(runs.items()):
        apart = (named(chain.from_iterable(each[slice(*run)]), language) for language, each in stems.items())
        found |= {key: run for key in (_keys(text) if "(" in text else apart) if key}
    return found


def _concepts(searcher: Searcher, keys: dict[str, _Run], seen: Query) -> list[tuple[_Run, list[Name]]]:
    """Return the concepts of these names, each with the words that name it and all its names."""
    wanted = [(Occur.Must, Query.term_set_query(SCHEMA, "named", list(keys))), (Occur.Must, seen)]
    hits = searcher.search(Query.boolean_query(wanted), _MOST_CONCEPTS).hits
    told = (json.loads(searcher.doc(place).get_first("names") or b"[]") for _, place in hits)
    concepts = [[Name(language, text, Way(way)) for language, text, way in each] for each in told]
    return [(run, its) for its in concepts for run in {keys[key] for key in _own(its) if key in keys}]


def _besides(typed: str, its: Iterable[Name], languages: Sequence[str]) -> Iterator[Alternative]:
    """Yield a concept's names but for what was typed itself."""
    said = set(_keys(typed))
    for each in its:
        key, text = spoken(each.text, each.language), each.text.partition("(")[0].strip()
        if key and key not in said and each.way in WEIGHTS and bucket(each.language) in languages:
            yield Alternative(typed, text, bucket(each.language), each.way, WEIGHTS[each.way])


def _own(its: Iterable[Name]) -> Iterator[str]:
    return (spoken(each.text, each.language) for each in its if each.way in {Way.SAME, Way.HIDDEN})


def _runs(count: int) -> Iterator[_Run]:
    """Yield the runs of words that may be a name, longest first."""
    for length in range(min(_LONGEST_NAME, count), 0, -1):
        yield from ((start, start + length) for start in range(count - length + 1))


def _inside(run: _Run, other: _Run) -> bool:
    return run != other and other[0] <= run[0] and run[1] <= other[1]


def _keys(text: str) -> list[str]:
    return [key for language in LANGUAGES if (key := spoken(text, language))]
