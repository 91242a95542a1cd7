# SPDX-License-Identifier: EUPL-1.2
"""Rulings: judgments in open-rechtspraak XML, and the Atom pages of the case-law search API."""

import datetime
import re
from collections.abc import Iterator

from baken.open.files import xmltree
from baken.open.files.refusals import Ignored, Refused
from baken.open.files.xmltree import Element, child, name, words
from baken.open.sources.importers import days, eclitext, markup, references
from baken.open.sources.importers.records import ReferenceRecord, RulingRecord, WorkRecord

SUFFIXES = frozenset({".xml", ".atom"})
_ECLI = re.compile(r"ECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}\Z")
_PAGE = "https://uitspraken.rechtspraak.nl/details?id="
# "ECLI:NL:RBOVE:2021:5, Rechtbank Overijssel, 04-01-2021, 08.206498.20".
_TOLD = re.compile(r"[^,]+, (.*?), (\d{2}-\d{2}-\d{4})(?:, (.*))?\Z")
_CELEX = re.compile(r"[0-9CE]\d{4}[A-Z]{1,2}\d{4}(?:\(\d{2}\))?\Z")


def read(data: bytes, file: str) -> Iterator[WorkRecord]:
    """Yield the ruling of a judgment, or those of a search page; raise `Refused` on any other XML."""
    root = xmltree.root(data)
    if name(root) == "open-rechtspraak":
        yield _judgment(root)
    elif name(root) == "feed":
        yield from _page(root)
    else:
        raise Refused(f"is XML, but its root is <{name(root)}>: ecli reads <open-rechtspraak> and Atom <feed>")


def _page(feed: Element) -> Iterator[WorkRecord]:
    entries = [each for each in feed if name(each) == "entry"]
    if not entries:
        raise Ignored("is an Atom page without entries")
    for entry in entries:
        yield _entry(entry)


def _entry(entry: Element) -> WorkRecord:
    """Return a ruling as the search page tells it: "ECLI, court, day, case number" and often a summary."""
    ecli, title, summary = (words(child(entry, part)) for part in ("id", "title", "summary"))
    court, day, cases = found.groups() if (found := _TOLD.match(title)) else ("", "", "")
    ruling = RulingRecord(
        court=court[:200],
        decided=_day("-".join(reversed(day.split("-")))),
        case_numbers=_cut((cases or "",)),
        summary="" if summary == "-" else summary,
    )
    return _work(_identifier(ecli), ruling)


def _cut(values: tuple[str, ...], longest: int = 300) -> tuple[str, ...]:
    return tuple(value[:longest] for value in values if value)


def _identifier(text: str) -> str:
    if not _ECLI.match(text):
        raise Refused(f"has {text[:60]!r} where an ECLI such as ECLI:NL:HR:2021:1 belongs")
    return text


def _work(ecli: str, ruling: RulingRecord, cited: tuple[ReferenceRecord, ...] = (), language: str = "nl") -> WorkRecord:
    day = ruling.decided.isoformat() if ruling.decided else ""
    title = ", ".join(part for part in (ruling.court, day, *ruling.case_numbers[:1]) if part)
    return WorkRecord(
        scheme="ecli",
        identifier=ecli,
        kind="ruling",
        title=title or ecli,
        language=language,
        issued=ruling.decided,
        publisher="Raad voor de rechtspraak",
        jurisdiction=ecli.split(":")[1],
        url=f"{_PAGE}{ecli}",
        ruling=ruling,
        references=cited,
    )


def _judgment(root: Element) -> WorkRecord:
    facts = next((each for each in root.iter() if name(each) == "Description"), None)
    if facts is None:
        raise Refused("has no metadata (rdf:Description), so it is not known which ruling this is")
    ecli = _identifier(words(child(facts, "identifier")))
    body = next((each for each in root if name(each) in {"uitspraak", "conclusie"}), None)
    html = eclitext.html(body) if body is not None else ""
    summary = eclitext.html(child(root, "inhoudsindicatie"))
    ruling = _ruling(facts, html, markup.plain(summary))
    language = words(child(facts, "language"))[:2] or "nl"
    return _work(ecli, ruling, _references(facts, ecli), language)


def _ruling(facts: Element, html: str, summary: str) -> RulingRecord:
    return RulingRecord(
        court=words(child(facts, "creator"))[:200],
        decided=_day(words(child(facts, "date"))),
        document_type=words(child(facts, "type"))[:50],
        case_numbers=_all(facts, "zaaknummer", 300),
        procedures=_all(facts, "procedure", 200),
        subjects=_all(facts, "subject", 200),
        place=words(child(facts, "spatial"))[:100],
        summary="" if summary == "-" else summary,
        html=html,
        text=markup.plain(html),
    )


def _all(facts: Element, wanted: str, longest: int) -> tuple[str, ...]:
    return _cut(tuple(dict.fromkeys(words(each) for each in facts if name(each) == wanted)), longest)


def _day(text: str) -> datetime.date | None:
    return days.day(text[:10], f"says it was decided on {text!r}, which is no date")


def _references(facts: Element, ecli: str) -> tuple[ReferenceRecord, ...]:
    """Return the law a ruling applies and the rulings it is related to, each once."""
    found = {record: None for each in facts for record in _reference(each) if record.target != f"ecli/{ecli}"}
    return tuple(found)


def _reference(element: Element) -> Iterator[ReferenceRecord]:
    if name(element) not in {"references", "relation", "replaces", "isReplacedBy"}:
        return
    label = "".join(_attributes(element, "label"))[:200]
    for value in _attributes(element, "resourceIdentifier"):
        if law := references.parse(value):
            yield ReferenceRecord(law.key, law.path[:300], label)
        elif _ECLI.match(value):
            yield ReferenceRecord(f"ecli/{value}", "", _kind_of(element) or label)
        elif _CELEX.match(value):
            yield ReferenceRecord(f"celex/{value}", "", label)


def _attributes(element: Element, wanted: str) -> list[str]:
    """Return the values of an attribute under whatever namespace; files use several for the same thing."""
    return [str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == wanted]


def _kind_of(element: Element) -> str:
    """Return how rulings are related, such as "hogerBeroep": the last word of the type's address."""
    return next((re.split("[#/]", kind)[-1][:200] for kind in _attributes(element, "type")), "")
