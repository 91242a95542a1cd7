# SPDX-License-Identifier: EUPL-1.2
"""Legal references in a text or a question: one normal form for an act and its article, however it was written.

"273f Sr", "WvSr 273f" and "art. 273f, eerste lid, Wetboek van Strafrecht" are all of `bwb/BWBR0001854/artikel/273f`,
the address under which the provision is read; what stands below an article follows it: `/lid/1/sub/4`. Juriconnect
references and CELEX numbers are read by the importers' own readers.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple

from baken.open.search.abbreviations import CIRCULAR, called
from baken.open.sources.importers import celex, paths, references

_MOST_READ = 300_000
_SHORT = 10
# "Vb 2000" is the name of an act, and no article of it.
_OWN_YEAR = "2000"
_ARTICLE = re.compile(r"(?:\bart(?:ikel(?:en)?|icles?)?\b\.?|§) ?$", re.IGNORECASE)
_ORDINAL = "eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|\\d{1,2}e"
_BELOW = re.compile(
    rf"[ ,]{{0,2}}(?:\b(?:lid|paragraph|para\.?) (?P<lid>\d{{1,2}})|(?P<ordinal>{_ORDINAL}) lid"
    r"|\((?P<round>\d{1,2})\)"
    r"|\b(?:(?:aanhef en )?(?:onder(?:deel)?|sub)|point) \(?(?P<sub>\d{1,2}|[a-z])\b\)?°?)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\w/:-])(?<!\d\.)(?P<number>\d{1,4}(?:[.:]\d{1,3})?[a-z]{0,2})\b"
    rf"(?P<below>(?:{re.sub(r'[?]P<[a-z]+>', '?:', _BELOW.pattern)}){{0,4}})",
    re.IGNORECASE,
)
# "artikelen 12, 13 en 14 Sv": what stands before the last of them, which names the act for all.
_LISTED = re.compile(
    rf"\b(?:artikelen|articles|artt\.) (?:{re.sub(r'[?]P<[a-z]+>', '?:', _NUMBER.pattern)}"
    r"(?:, | ?(?:, )?(?:en|of|and|or) )){1,20}$",
    re.IGNORECASE,
)
_LONGEST_LIST = 200
_OF = re.compile(r",? (?:van (?:het|de) |of the (?:Dutch )?|of |Dutch )?", re.IGNORECASE)
_ECLI = re.compile(r"\bECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}", re.IGNORECASE)
_CIRCULAR = re.compile(r"(?<![\w/.])([ABC])(\d{1,2})[/.](\d{1,2}(?:\.\d{1,2}){0,3})(?![\w/])", re.IGNORECASE)
_JURICONNECT = re.compile(r"\bjci1\.\d+:[a-z]:BWB[^\s\"'<>]{1,200}")
_KEY = re.compile(r"\bBWB[RV]\d{7}\b")


class Citation(NamedTuple):
    """A reference as it was written, and its normal form; ``below`` are its words for what stands below the article."""

    text: str
    address: str
    below: str = ""


def citations(text: str, *, loose: bool = False) -> list[Citation]:
    """Return the references of a text in order, each address once; ``loose`` takes short names in small letters too."""
    plain = " ".join(text[:_MOST_READ].split())
    acts = _Acts(plain, loose=loose)
    found = chain(_articles(plain, acts), _others(plain), acts.whole())
    once: dict[str, Citation] = {}
    for each in found:
        once.setdefault(each.address, each)
    return list(once.values())


def asked(text: str) -> tuple[Citation, ...]:
    """Return the references of a question; the act that an article stands in is not asked for besides."""
    found = citations(text, loose=True)
    return tuple(each for each in found if not any(other.address.startswith(f"{each.address}/") for other in found))


def without_below(words: list[str], cited: Iterable[Citation]) -> list[str]:
    """Return a question's words but for "lid 1 sub 1" of its references: they are on every page of a law."""
    for each in cited:
        below = [word.strip(",") for word in each.below.split()]
        said = [word.strip(",") for word in words]
        starts = (place for place in range(len(said)) if below and said[place : place + len(below)] == below)
        if (start := next(starts, None)) is not None:
            words = words[:start] + words[start + len(below) :]
    return words


def containing(addresses: Iterable[str]) -> tuple[str, ...]:
    """Return these addresses and those of the articles they stand in: lid 1 of article 273f is in article 273f."""
    found = (each for address in addresses for each in (address, re.split(r"/(?:lid|sub)/", address)[0]))
    return tuple(dict.fromkeys(found))


def _articles(text: str, acts: "_Acts") -> Iterator[Citation]:
    for match in _NUMBER.finditer(text):
        start, end = _article_before(text, match.start()), match.end()
        of = _OF.match(text, end)
        if of and (after := acts.starting(of.end())):
            key, end = after
        elif match["number"] != _OWN_YEAR and (before := acts.ending(_gap(text, start))):
            key, start = before
        else:
            continue
        start, others = _listed(text, match.start(), start)
        for each in (*others, match):
            number = paths.number(each["number"].lower())
            address = f"{key}/artikel/{number}{_below(each['below'])}"
            yield Citation(text[start:end].strip(" ,"), address, each["below"].strip(" ,"))


def _listed(text: str, place: int, start: int) -> tuple[int, list[re.Match[str]]]:
    """Return where a reference begins whose last number stands at a place, and the numbers of a list before it."""
    beginning = max(0, place - _LONGEST_LIST)
    found = _LISTED.search(text[beginning:place])
    if not found:
        return start, []
    return beginning + found.start(), list(_NUMBER.finditer(text, beginning + found.start(), place))


def _article_before(text: str, place: int) -> int:
    """Return where the word "artikel" before a number begins, or the number itself."""
    beginning = max(0, place - _SHORT)
    found = _ARTICLE.search(text[beginning:place])
    return beginning + found.start() if found else place


def _gap(text: str, place: int) -> int:
    """Return where what stands before a place ends, without a space and a comma."""
    place -= text.endswith(" ", 0, place)
    return place - text.endswith(",", 0, place)


class _Acts:
    """The acts that a text names, by where their names begin and end."""

    def __init__(self, text: str, *, loose: bool) -> None:
        self.text, self.low = text, text.lower()
        numbered = [(start, end, f"celex/{number}") for start, end, number in celex.mentioned(text)]
        numbered += [(match.start(), match.end(), f"bwb/{match[0]}") for match in _KEY.finditer(text)]
        self._numbered = numbered
        self.starts = {start: (key, end) for start, end, key in sorted(numbered, key=lambda each: each[1])}
        self.ends = {end: (key, start) for start, end, key in numbered}
        # A short name in small letters is a word of its own in a text: "8 vv" is page eight and following.
        self.named = [(self.low, _full()), (self.low if loose else self.text, _short(loose))]

    def whole(self) -> Iterator[Citation]:
        """Yield the acts that are named by their numbers."""
        return (Citation(self.text[start:end], key) for start, end, key in self._numbered)

    def starting(self, place: int) -> tuple[str, int] | None:
        """Return the key of the act whose name begins here, and where it ends."""
        for text, names in self.named if place not in self.starts else ():
            for name in sorted(names, key=len, reverse=True) if text.startswith(tuple(names), place) else ():
                end = place + len(name)
                if text.startswith(name, place) and not text[end : end + 1].isalnum():
                    return names[name], end
        return self.starts.get(place)

    def ending(self, place: int) -> tuple[str, int] | None:
        """Return the key of the act whose name ends here, and where it begins."""
        for text, names in self.named if place not in self.ends else ():
            for name in sorted(names, key=len, reverse=True) if text.endswith(tuple(names), 0, place) else ():
                start = place - len(name)
                if text.endswith(name, 0, place) and not text[:start][-1:].isalnum():
                    return names[name], start
        return self.ends.get(place)


def _others(text: str) -> Iterator[Citation]:
    for match in _CIRCULAR.finditer(text):
        letter = match[1].upper()
        yield Citation(match[0], f"{CIRCULAR[letter]}/paragraaf/{letter}{match[2]}/{match[3]}")
    for match in _ECLI.finditer(text) if "ecli:" in text.lower() else ():
        yield Citation(match[0].rstrip("."), f"ecli/{match[0].rstrip('.').upper()}")
    for match in _JURICONNECT.finditer(text) if "jci1." in text else ():
        if target := references.parse(match[0].rstrip(".,;)")):
            yield Citation(match[0], target.address)


def _below(text: str) -> str:
    """Return what stands below an article as a path: `/lid/1/sub/4`."""
    steps: dict[str, str] = {}
    for match in _BELOW.finditer(text):
        member = match["lid"] or match["round"] or (match["ordinal"] or "").lower().removesuffix("e")
        if member:
            ordinal = (match["ordinal"] or "").lower()
            steps["lid"] = paths.number(ordinal) if ordinal and not ordinal[0].isdigit() else member
        elif match["sub"]:
            steps["sub"] = match["sub"].lower()
    return "".join(f"/{name}/{steps[name]}" for name in ("lid", "sub") if name in steps)


@cache
def _full() -> dict[str, str]:
    return {name.lower(): key for name, key in called().items() if len(name) > _SHORT}


@cache
def _short(loose: bool) -> dict[str, str]:
    found = {name: key for name, key in called().items() if len(name) <= _SHORT}
    return {name.lower(): key for name, key in found.items()} if loose else found
