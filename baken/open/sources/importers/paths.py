# SPDX-License-Identifier: EUPL-1.2
"""Addresses of provisions within a work: `artikel/273f`, `boek/2/titel/XVIII`, `paragraaf/B8/3.1`."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_DASH = re.compile("[\u2010-\u2015\u2212]")
_OTHER = re.compile(r"[^\w.:°()-]+")
_LONGEST = 60
_WORDS = {
    word: str(place)
    for words in (
        "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende",
        "first second third fourth fifth sixth seventh eighth ninth tenth",
    )
    for place, word in enumerate(words.split(), 1)
}
_UNTITLED = {
    "aanhef": {"nl": "Aanhef", "en": "Preamble", "fr": "Préambule"},
    "slot": {"nl": "Slotformulier", "en": "Final clause", "fr": "Clause finale"},
    "tekst": {"nl": "Tekst", "en": "Text", "fr": "Texte"},
}


@dataclass
class Part:
    """A part of a document on its way to an address: what it is, its number, and its container."""

    kind: str
    number: str
    name: str = ""
    parent: "Part | None" = None
    path: str = field(default="", init=False)


def number(text: str) -> str:
    """Return a number as it is used in an address: no spaces, no trailing dots, plain dashes, letters as they are."""
    plain = _DASH.sub("-", text).strip().rstrip(".:")
    return _OTHER.sub("-", _WORDS.get(plain.lower(), plain)).strip("-.:")[:_LONGEST]


def slug(text: str) -> str:
    """Return a heading as an address, for parts that have no number."""
    return number(text.lower().replace(".", " ").replace(":", " ").replace("(", " ").replace(")", " "))


def untitled(kind: str, language: str) -> str:
    """Return what a part is called, in the language of the text, that bears no heading of its own."""
    return _UNTITLED.get(kind, {}).get(language, "")


def assign(parts: Sequence[Part]) -> None:
    """Give every part its path, each one unique.

    An article is known by its number alone; where the number occurs more than once, the one outside all
    annexes keeps it, and the others are prefixed by their container's path.
    """
    articles = [part for part in parts if part.kind == "artikel"]
    everywhere = Counter(part.number for part in articles)
    outside = Counter(part.number for part in articles if not _in_annex(part))
    taken: set[str] = set()
    for part in parts:
        alone = everywhere[part.number] == 1 or (outside[part.number] == 1 and not _in_annex(part))
        part.path = _free(_path(part, alone=alone), taken)
        taken.add(part.path)


def _in_annex(part: Part) -> bool:
    return part.parent is not None and (part.parent.kind == "bijlage" or _in_annex(part.parent))


def _path(part: Part, *, alone: bool) -> str:
    own = part.number or part.name
    segment = f"{part.kind}/{own}" if own else part.kind
    if part.parent is None or (part.kind == "artikel" and alone):
        return segment
    if part.kind == part.parent.kind == "paragraaf":
        return _cited(part.parent, own)
    return f"{part.parent.path}/{segment}"


def _cited(parent: Part, own: str) -> str:
    """Return how a paragraph of a circular is cited: 3.1 under B8, 3 is B8/3.1, not B8/3/3.1."""
    repeats = bool(parent.number) and own.startswith(f"{parent.number}.") and parent.path.endswith(f"/{parent.number}")
    above = parent.path.rpartition("/")[0] if repeats else parent.path
    return f"{above}/{own}" if own else parent.path


def _free(path: str, taken: set[str]) -> str:
    """Return the path, with `-2`, `-3` … behind it where it is taken; at most 300 characters."""
    path = path[:290]
    return next(each for each in _candidates(path) if each not in taken)


def _candidates(path: str) -> Iterable[str]:
    yield path
    count = 2
    while True:
        yield f"{path}-{count}"
        count += 1
