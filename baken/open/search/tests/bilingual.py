# SPDX-License-Identifier: EUPL-1.2
"""A small made-up corpus in two languages, and the lexicon it teaches."""

from functools import cache

from baken.open.search.lexicon import learning
from baken.open.search.lexicon.learned import lexicon
from baken.open.search.lexicon.pairs import Pair

NOUNS = [("slachtoffer", "victim"), ("rechter", "judge"), ("politie", "police"), ("kind", "child"), ("arts", "doctor")]
VERBS = [("krijgt", "receives"), ("vraagt", "requests"), ("weigert", "refuses")]
THINGS = [("bedenktijd", "a reflection period"), ("opvang", "shelter"), ("geld", "money"), ("hulp", "assistance")]


@cache
def pairs() -> tuple[Pair, ...]:
    """Return a text for each noun and thing, titled by the thing."""
    return tuple(
        Pair(
            ". ".join(f"Het {noun[0]} {verb[0]} {thing[0]}" for verb in VERBS) + ".",
            ". ".join(f"The {noun[1]} {verb[1]} {thing[1]}" for verb in VERBS) + ".",
            f"Over {thing[0]}", f"About {thing[1]}",
        )
        for noun in NOUNS for thing in THINGS
    )  # fmt: skip


@cache
def rows():
    return learning.learned(pairs())


@cache
def learned():
    return lexicon(rows())
