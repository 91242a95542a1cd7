# SPDX-License-Identifier: EUPL-1.2
"""Dutch legislation and treaties from wetten.overheid.nl: `toestand` XML, and its older DTD."""

import datetime
import re
from collections.abc import Iterator

from baken.open.files import xmltree
from baken.open.files.refusals import Ignored, Refused
from baken.open.files.xmltree import Element, child, name, words
from baken.open.sources.importers import bwbparts, days
from baken.open.sources.importers.records import ExpressionRecord, ProvisionRecord, WorkRecord

SUFFIXES = frozenset({".xml"})
_IDENTIFIER = re.compile(r"BWB[RVW]\d{7}\Z")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})")
# The Aliens Act guidelines are one text in lettered parts: C2 is chapter 2 of part C.
_LETTER = re.compile(r"\(([A-Z])\)\Z")
_POLICY = ("circulaire", "beleidsregel")
_IGNORED = {
    "wetstechnische-informatie": "is a WTI file: it tells about a regulation and holds no text",
    "work": "is a manifest: it lists files and holds no text",
}
# How laws say what they are called: "wordt aangehaald als: X." and "welke zullen uitmaken het X."
_QUOTES = "\u201e\u201c\u201d\u2018\u2019\"'"
_CALLED = re.compile(
    rf"(?:aangehaald als|zullen uitmaken het):?\s+[{_QUOTES}]?(?:de |het )?"
    rf"([^.;{_QUOTES}]{{4,200}}?)(?:, afgekort als|[.;{_QUOTES}]|\Z)"
)


def read(data: bytes, file: str) -> Iterator[WorkRecord]:
    """Yield the one work of a file; raise `Refused` where it is none, `Ignored` for a WTI or a manifest."""
    root = xmltree.root(data)
    if why := _IGNORED.get(name(root)):
        raise Ignored(why)
    law = child(root, "wetgeving") if name(root) == "toestand" else root
    if law is None or name(law) != "wetgeving":
        raise Refused(f"is XML, but its root is <{name(root)}>: bwb reads <toestand> and <wetgeving>")
    yield _work(law, _identifier(root), _date(root, file))


def _identifier(root: Element) -> str:
    identifier = root.get("bwb-id", "")
    if not _IDENTIFIER.match(identifier):
        raise Refused("has no bwb-id such as BWBR0001854, so it is not known which regulation this is")
    return identifier


def _date(root: Element, file: str) -> datetime.date | None:
    """Return from when the text stood: as the file says, else the day in its name, else not known."""
    said = root.get("inwerkingtreding", "") or (match[1] if (match := _DAY.search(file)) else "")
    return days.day(said, f"says it is in force from {said!r}, which is no date")


def _work(law: Element, identifier: str, since: datetime.date | None) -> WorkRecord:
    treaty = [each for each in law if name(each) == "verdrag"]
    bodies = treaty or [law]
    expressions = bwbparts.aligned([_expression(body, law, since, identifier) for body in bodies])
    if len({each.language for each in expressions}) < len(expressions):
        raise Refused("holds two texts in one language, and it is not known which one counts")
    if not any(expression.provisions for expression in expressions):
        raise Refused("holds no article, paragraph or annex")
    titles = {each.language: each.title for each in expressions}
    title = _title(law, expressions)
    return WorkRecord(
        scheme="bwb",
        identifier=identifier,
        kind=_kind(law, treaty=bool(treaty)),
        title=title,
        title_nl=title if treaty else "",
        title_en=titles.get("en", ""),
        language=next(each.language for each in expressions if each.authentic),
        jurisdiction="INT" if treaty else "NL",
        url=f"https://wetten.overheid.nl/{identifier}",
        expressions=tuple(expressions),
        references=bwbparts.references_in(law, identifier),
    )


def _kind(law: Element, *, treaty: bool) -> str:
    policy = law.get("soort", "").startswith(_POLICY)
    return "treaty" if treaty else "policy" if policy else "legislation"


def _expression(body: Element, law: Element, since: datetime.date | None, identifier: str) -> ExpressionRecord:
    language = (xmltree.language(body) or xmltree.language(law) or "nl")[:2].lower()
    letter = match[1] if (match := _LETTER.search(words(child(law, "intitule"), without=("meta-data",)))) else ""
    return ExpressionRecord(
        language=language,
        title=_own_title(body) or words(child(law, "intitule"), without=("meta-data",)),
        in_force_from=since,
        authentic=body.get("tekst", "authentiek") == "authentiek",
        provisions=bwbparts.provisions(body, language=language, letter=letter, own=f"bwb/{identifier}"),
    )


def _own_title(body: Element) -> str:
    text = child(body, "verdragtekst")
    return words(child(text, "kop")) if text is not None and child(text, "kop") is not None else ""


def _title(law: Element, expressions: list[ExpressionRecord]) -> str:
    """Return the name the law is cited by: official, else as it says itself, else its long title."""
    official = words(child(law, "citeertitel"), without=("meta-data",))
    long = words(child(law, "intitule"), without=("meta-data",))
    named = official or (_called(expressions[0].provisions) if child(law, "verdrag") is None else "")
    return named or long or expressions[0].title or "—"


def _called(provisions: tuple[ProvisionRecord, ...]) -> str:
    """Return the name a law gives itself, in its preamble or in one of its last articles."""
    likely = [each for each in provisions if each.path == "aanhef" or "aangehaald als" in each.text]
    found = [match[1] for each in likely if (match := _CALLED.search(xmltree.squeeze(each.text)))]
    return found[-1].strip() if found else ""
