# SPDX-License-Identifier: EUPL-1.2
"""What is looked for beside the words that were typed: other names, what they begin, how they are spelt.

All of it weighs less than the words themselves, and each result says by which of it it was found.
"""

from collections.abc import Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from tantivy import Query

from baken.open.search.engine import halftyped, naming, said, spelling
from baken.open.search.engine.analysis import BUCKETS, bucket, words
from baken.open.search.engine.lexical import holding
from baken.open.search.engine.parsing import Parsed
from baken.open.search.engine.shapes import Alternative, Way
from baken.open.search.engine.store import View


class Sight(NamedTuple):
    """What the reader may see, and what everybody may, as queries."""

    own: Query
    everybodys: Query


def widened(
    view: View, parsed: Parsed, languages: Sequence[str], sight: Sight, translated: Set[str] = frozenset()
) -> Parsed:
    """Return a question with what is looked for beside its words in these languages, all where there are none.

    Words that are ``translated`` into another language are known, whether or not a text here holds them.
    """
    wanted = tuple(dict.fromkeys(map(bucket, languages))) or BUCKETS
    also = naming.names(view.searcher, parsed.words, wanted, sight.own)
    typed = [each for each in dict.fromkeys(parsed.words) if said.is_word(each)]
    unknown = [each for each in typed if each not in translated and not _known(view, each, wanted, sight.own)]
    begun = halftyped.beginnings(view.searcher, parsed.last, wanted, sight.own, known=parsed.last not in unknown)
    doubted = [each for each in unknown if not begun or each != parsed.last]
    spelt = spelling.corrections(view, doubted, wanted, sight.everybodys)
    return replace(parsed, also=(*also, *begun, *spelt))


def meant(text: str, also: Sequence[Alternative]) -> str:
    """Return a question with its words spelt as they were meant, or nothing where none was misspelt."""
    spelt = {each.typed: each.text for each in also if each.way is Way.SPELT}
    for typed, better in spelt.items():
        text = text.replace(typed, better)
    return text if spelt else ""


def _known(view: View, word: str, languages: Sequence[str], seen: Query) -> bool:
    """Tell whether a reader can find a word, alone or inside a compound; what no language looks for is known."""
    stems = {each: words(word, each) for each in languages}
    return not all(stems.values()) or any(holding(view.searcher, stems[each], each, seen) for each in languages)
