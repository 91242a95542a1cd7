# SPDX-License-Identifier: EUPL-1.2
"""What goes into the engine and what comes out: documents, questions, answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

PUBLIC = "public"
FACETS = ("type", "aspect", "kind", "form", "lang", "year")


@dataclass(frozen=True)
class Document:
    """One findable text in one language.

    ``key`` is unique, ``work`` names the thing it is made from (what to replace it by), ``id`` is what
    readers and scripts see. ``audience`` holds alternatives, each a set of tokens of which a reader
    must hold all; no alternative means that nobody finds it. ``date`` is yyyymmdd, 0 where unknown.
    ``weight`` (0 to 1) lowers what is no longer in force.
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
class Match:
    """A word of the question and where it was found.

    ``forms`` are other forms found by their stem, ``inside`` are compounds that hold it, ``parts`` what of a
    typed compound was found.
    """

    word: str
    places: tuple[str, ...]
    forms: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hit:
    """A document that answers; ``title`` is plain text, ``title_html`` and ``snippet`` are escaped html with <mark>."""

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


@dataclass(frozen=True)
class Answer:
    """All that one question brings: exact total, hits best first, counts of each facet's values."""

    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, tuple[tuple[str, int], ...]]
    milliseconds: float
