# SPDX-License-Identifier: EUPL-1.2
"""What goes into the engine and what comes out: documents, questions, answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

PUBLIC = "public"
CONCEPT = "concept"
FACETS = ("type", "aspect", "kind", "form", "lang", "year")


class Way(StrEnum):
    """How something stands to what was typed; the first five are how a thesaurus relates names.

    A hidden name finds its concept and is never shown.
    """

    SAME = "same"
    HIDDEN = "hidden"
    NARROWER = "narrower"
    RELATED = "related"
    BROADER = "broader"
    BEGUN = "begun"
    SPELT = "spelt"
    KIN = "kin"


THESAURUS = (Way.SAME, Way.NARROWER, Way.RELATED, Way.BROADER)


class Name(NamedTuple):
    """What a concept, or one that is related to it, is called in a language."""

    language: str
    text: str
    way: Way = Way.SAME


class Alternative(NamedTuple):
    """What is looked for beside words that were typed: in one language, for ``weight`` of what they count."""

    typed: str
    text: str
    language: str
    way: Way
    weight: float


@dataclass(frozen=True)
class Document:
    """One findable text in one language.

    ``key`` is unique, ``work`` names the thing it is made from (what to replace it by), ``id`` is what
    readers and scripts see. ``audience`` holds alternatives, each a set of tokens of which a reader
    must hold all; no alternative means that nobody finds it. ``date`` is yyyymmdd, 0 where unknown.
    ``weight`` (0.1 to 1) lowers what is no longer in force. ``cites`` are addresses of sources it formally names;
    ``names`` are, for a concept, all that it and its neighbours are called.
    """

    key: str
    work: str
    id: str
    type: str
    lang: str
    path: str
    title: str
    context: str = ""
    heading: str = ""
    body: str = ""
    labels: str = ""
    numbers: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    aspect: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    date: int = 0
    audience: frozenset[frozenset[str]] = frozenset({frozenset({PUBLIC})})
    weight: float = 1.0


@dataclass(frozen=True)
class Question:
    """What a reader asks. ``languages`` are those the words are analysed for; none means all.

    ``asked_in`` is the language of the words themselves where somebody said so, for what translates them.
    """

    text: str = ""
    languages: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    limit: int = 10
    offset: int = 0
    asked_in: str = ""


@dataclass(frozen=True)
class Near:
    """A passage that means what is asked: of the document ``key``, the letters ``start`` to ``stop`` of its body.

    ``closeness`` is the cosine of the angle between the two, at most 1. ``sure`` tells that it is so close as texts
    about something else hardly come: then the document is found even where none of the words stands in it.
    """

    key: str
    start: int
    stop: int
    closeness: float
    sure: bool = True


# What gives the passages near to a question, best first: asked once, and only where a question may be answered so.
Nearby = Callable[[], Sequence[Near]]


def nowhere() -> Sequence[Near]:
    """Know of no passages."""
    return ()


@dataclass(frozen=True)
class Match:
    """A word of the question and where it was found.

    ``forms`` are other forms found by their stem, ``inside`` are compounds that hold it, ``parts`` what of a
    typed compound was found, ``called`` what the word is called in a document's other language. ``also`` is what was
    found in its place, and how that stands to it.
    """

    word: str
    places: tuple[str, ...]
    forms: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    also: tuple[tuple[Way, str], ...] = ()


@dataclass(frozen=True)
class Hit:
    """A document that answers; ``title`` is plain text, ``title_html`` and ``snippet`` are escaped html with <mark>.

    ``near`` tells that a passage of it means what was asked, whether or not its words are there.
    """

    id: str
    type: str
    lang: str
    path: str
    title: str
    title_html: str
    context: str
    snippet: str
    score: float
    date: int
    aspect: tuple[str, ...]
    kind: tuple[str, ...]
    why: tuple[Match, ...]
    near: bool = False


@dataclass(frozen=True)
class Answer:
    """All that one question brings: exact total, hits best first, counts of each facet's values.

    ``milliseconds`` is how long it took, finding what is near included.
    ``meant`` is the question with its unknown words spelt as known ones that everybody may read; nothing without such.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, tuple[tuple[str, int], ...]]
    milliseconds: float
    meant: str = ""
