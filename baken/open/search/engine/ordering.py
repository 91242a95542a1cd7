# SPDX-License-Identifier: EUPL-1.2
"""In which order documents stand that the index finds first: counted exactly, each by the wording in its language."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import tantivy

from baken.open.search.engine import rescoring
from baken.open.search.engine.analysis import number
from baken.open.search.engine.counts import Record
from baken.open.search.engine.parsing import Parsed
from baken.open.search.engine.store import View
from baken.open.search.engine.wording import Wording

# So many documents are counted exactly; more cost time and change nothing among the first ten.
DEPTH = 200
# The index adds what a word is worth in each field, exact counting bends the fields together: this brings both to one
# measure, so that what is found by a title, a number or another name keeps its weight beside words. Chosen with the
# questions of professions in the tests; those on treaties have no titles.
AS_FOUND = 0.75
# What it counts that a text says at its very beginning what is asked, of what its words are worth; and that it is as
# texts under such titles are, of what the best one's words are worth. Chosen by asking titles that a lexicon is learned
# from for their own texts, with what titles of other treaties taught; see `bench/order.py`.
BEGUN, ALIKE = 0.4, 0.45

_Scored = tuple[float, tantivy.DocAddress]


class _Hit(NamedTuple):
    """A document that was found: its score, where it is, the language it is counted in (none keeps the score)."""

    score: float
    place: tantivy.DocAddress
    language: str
    record: Record


def ordered(
    view: View,
    wordings: Sequence[Wording],
    parsed: Parsed,
    hits: Sequence[_Scored],
    beside: Sequence[_Scored] = (),
) -> list[_Scored]:
    """Return hits counted exactly, best first; what was found by its number keeps its score.

    What was found ``beside`` the words, as by a title, a reference or a name of the thesaurus, is added to what is
    counted. Hits below the first `DEPTH` stay where they are, however many are asked for: so one page joins the next.
    """
    found = list(_hits(view, wordings, parsed, hits[:DEPTH]))
    more = {_at(place): score for score, place in beside}
    first = [(hit.score, hit.place) for hit in found if not hit.language]
    for wording in wordings:
        own = [hit for hit in found if hit.language == wording.language]
        scores = _counted(wording, own)
        first += [
            (AS_FOUND * float(score) + more.get(_at(hit.place), 0.0), hit.place)
            for score, hit in zip(scores, own, strict=True)
        ]
    first.sort(key=lambda hit: -hit[0])
    return [*first, *((min(score, first[-1][0]), place) for score, place in hits[DEPTH:])]


def _counted(wording: Wording, hits: Sequence[_Hit]) -> rescoring.Floats:
    """Return what documents in one language are worth: their words, how near the beginning, how like texts so titled.

    The best of them keeps what its words alone are worth, so that this stays one measure with what else is found.
    """
    if not hits:
        return np.zeros(0)
    asked = {name for concept, _ in wording.concepts for name in concept.names}
    found = rescoring.table([hit.record.words for hit in hits], asked.union(wording.alike.weights))
    weights = np.array([hit.record.weight for hit in hits])
    words = weights * rescoring.scores(wording.concepts, found)
    alike = weights * rescoring.added(wording.alike.weights, found)
    told = words * (1 + BEGUN * rescoring.begun(wording.concepts, found))
    told += ALIKE * wording.alike.sure * words.max() * alike / max(alike.max(), 1e-9)
    kept: rescoring.Floats = told * words.max() / max(told.max(), 1e-9)
    return kept


def _hits(view: View, wordings: Sequence[Wording], parsed: Parsed, hits: Sequence[_Scored]) -> Iterator[_Hit]:
    numbers = {rescoring.code(number(each)) for each in parsed.words}
    worded = {each.language for each in wordings}
    for (score, place), record in zip(hits, view.records([place for _, place in hits]), strict=True):
        counted = record.language in worded and numbers.isdisjoint(record.numbers)
        yield _Hit(score, place, record.language if counted else "", record)


def _at(place: tantivy.DocAddress) -> tuple[int, int]:
    return place.segment_ord, place.doc
