# SPDX-License-Identifier: EUPL-1.2
"""Takes Dutch legislation apart: which element is a provision, where it stands, what it is called."""

import re
from collections.abc import Iterator
from dataclasses import replace

from baken.open.files.xmltree import Element, child, name, words
from baken.open.sources.importers import bwbtext, markup, parts, paths, references
from baken.open.sources.importers.parts import Found
from baken.open.sources.importers.records import ExpressionRecord, ProvisionRecord, ReferenceRecord

_PARTS = {
    "boek": "boek", "deel": "deel", "titeldeel": "titel", "hoofdstuk": "hoofdstuk", "afdeling": "afdeling",
    "paragraaf": "paragraaf", "sub-paragraaf": "subparagraaf", "artikel": "artikel", "enig-artikel": "artikel",
    "bijlage": "bijlage", "divisie": "divisie", "circulaire.divisie": "paragraaf",
    "aanhef": "aanhef", "circulaire.aanhef": "aanhef",
    "wetsluiting": "slot", "regeling-sluiting": "slot", "circulaire-sluiting": "slot",
}  # fmt: skip
_WRAPPERS = {
    "wet-besluit", "wettekst", "regeling", "regeling-tekst", "circulaire", "circulaire-tekst", "verdrag",
    "verdragtekst", "wetgeving",
}  # fmt: skip
_NOT_TEXT = {"intitule", "citeertitel", "alias-titels", "kop"}
_OF_HEADING = {"label", "nr", "titel", "subtitel"}
_LEADING = re.compile(r"^[\s\u2010-\u2015:.-]+")


def provisions(body: Element, *, language: str, letter: str, own: str) -> tuple[ProvisionRecord, ...]:
    """Return a body's provisions in reading order, containers before what they contain.

    ``letter`` stands before the numbers of a circular's chapters (`C` makes 2 into C2); ``own`` is the work's key:
    a link into the work itself stays only where its target is there.
    """
    found = list(_walk(body, None, 0))
    for each in found:
        _put_letter(each.part, letter)
    paths.assign([each.part for each in found])
    here = {each.part.path for each in found}
    return tuple(parts.record(each, language, markup.only_known(each.html, own, here)) for each in found)


def _put_letter(part: paths.Part, letter: str) -> None:
    if letter and part.parent is None and part.kind == "paragraaf" and part.number.isdigit():
        part.number = f"{letter}{part.number}"


def _walk(element: Element, parent: paths.Part | None, depth: int) -> Iterator[Found]:
    for each in element:
        if name(each) in _WRAPPERS:
            yield from _walk(each, parent, depth)
        elif name(each) in _PARTS:
            yield from _part(each, parent, depth)
        elif name(element) in _WRAPPERS and name(each) not in _NOT_TEXT and (html := bwbtext.html(each)).strip():
            yield Found(paths.Part("tekst", "", parent=parent), depth, "", html)


def _part(element: Element, parent: paths.Part | None, depth: int) -> Iterator[Found]:
    found = _found(element, parent, depth)
    below = list(_walk(element, found.part, depth + 1))
    if found.heading or found.html or below:
        yield found
        yield from below


def _found(element: Element, parent: paths.Part | None, depth: int) -> Found:
    kind, kop = _PARTS[name(element)], child(element, "kop")
    number, title = _number(element, kop), _title(kop)
    part = paths.Part(kind, paths.number(number), paths.slug(title), parent)
    # An editor's remark may stand in the heading: "Treedt in werking per …" is part of what the provision says.
    remarks = bwbtext.of(each for each in (kop if kop is not None else ()) if name(each) not in _OF_HEADING)
    own = bwbtext.of(each for each in element if name(each) not in _PARTS)
    html = remarks + own + _notes(kop)
    return Found(part, depth, _heading(element, kop, number, title), html.strip())


def _notes(kop: Element | None) -> str:
    """Return the footnotes of a heading, which come after the text that it heads."""
    notes = kop.iter("noot") if kop is not None else ()
    return "".join(markup.tag("p", bwbtext.html(each)) for each in notes)


def _number(element: Element, kop: Element | None) -> str:
    if name(element) == "enig-artikel":
        return "enig"
    return " ".join(words(each) for each in kop if name(each) == "nr") if kop is not None else ""


def _title(kop: Element | None) -> str:
    if kop is None:
        return ""
    titles = [words(each, without=("noot",)) for each in kop if name(each) in {"titel", "subtitel"}]
    return _LEADING.sub("", " ".join(titles)).strip()


def _heading(element: Element, kop: Element | None, number: str, title: str) -> str:
    """Return a heading as lawyers write it: "Artikel 5. Title", and "3.1 Title" in a circular."""
    label = words(child(kop, "label")) if kop is not None else _PLAIN_LABELS.get(name(element), "")
    first = f"{label} {number}".strip().rstrip(".")
    if not title or not first:
        return first or title
    return f"{first}. {title}" if label else f"{first} {title}"


_PLAIN_LABELS = {"enig-artikel": "Enig artikel", "bijlage": "Bijlage"}


def aligned(expressions: list[ExpressionRecord]) -> list[ExpressionRecord]:
    """Give translations the addresses of the authentic text, where their parts correspond."""
    first = next((each for each in expressions if each.authentic), expressions[0])
    return [each if each is first else _aligned(each, first) for each in expressions]


def _aligned(other: ExpressionRecord, first: ExpressionRecord) -> ExpressionRecord:
    """Match what has the same address; then what stands in the same order with the same depth and number.

    One text may say "Section I" where the other says "Titel I": the number and the place are what they share.
    """
    mine, theirs = {each.path for each in other.provisions}, {each.path for each in first.provisions}
    lost = [each for each in first.provisions if each.path not in mine]
    renamed = {}
    for each in other.provisions:
        twin = next((one for one in lost if (one.depth, one.number) == (each.depth, each.number)), None)
        if each.path not in theirs and twin:
            lost.remove(twin)
            renamed[each.path] = twin.path
    moved = (replace(each, path=renamed.get(each.path, each.path)) for each in other.provisions)
    return replace(other, provisions=tuple(moved))


def references_in(law: Element, identifier: str) -> tuple[ReferenceRecord, ...]:
    """Return the other regulations that a law names, each once, in order of address."""
    said = (each.get("doc", "") for each in law.iter("extref", "intref"))
    targets = {target for each in said if (target := references.parse(each)) and target.identifier != identifier}
    return tuple(ReferenceRecord(each.key, each.path[:300]) for each in sorted(targets, key=lambda each: each.address))
