# SPDX-License-Identifier: EUPL-1.2
"""Takes an EU act apart into recitals, divisions, articles and annexes, and their text into html."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from baken.open.files.xmltree import Element, child, name, words
from baken.open.sources.importers import markup, parts, paths
from baken.open.sources.importers.parts import Found
from baken.open.sources.importers.records import ProvisionRecord

# Addresses are in Dutch whatever the language of the text, so that a citation fits all languages.
_DIVISIONS = {
    "part": "deel", "deel": "deel", "partie": "deel", "title": "titel", "titel": "titel", "titre": "titel",
    "chapter": "hoofdstuk", "hoofdstuk": "hoofdstuk", "chapitre": "hoofdstuk",
    "section": "afdeling", "afdeling": "afdeling", "sub-section": "paragraaf", "subsection": "paragraaf",
}  # fmt: skip
_QUOTES = {"2018", "2019", "201C", "201D", "201E", "00AB", "00BB"}
_SKIPPED = {"BIB.INSTANCE", "TI.ART", "STI.ART", "INFO.CONSLEG", "INFO.PROD", "FAM.COMP"}
_NUMBER = re.compile(r"(\d+\s?[a-z]{0,5}|[IVXLC]+[a-z]?|[A-Z])\Z")


def provisions(act: Element, language: str) -> tuple[ProvisionRecord, ...]:
    """Return an act's provisions in reading order."""
    found = list(_walk(act, None, 0))
    paths.assign([each.part for each in found])
    return tuple(parts.record(each, language, each.html) for each in found)


def _walk(element: Element, parent: paths.Part | None, depth: int) -> Iterator[Found]:
    for each in element:
        reader = _READERS.get(name(each))
        if reader:
            yield from reader(each, parent, depth)
        elif name(each) not in _SKIPPED:
            yield from _walk(each, parent, depth)


def _recital(element: Element, parent: paths.Part | None, depth: int) -> Iterator[Found]:
    printed = words(next(element.iter("NO.P"), None))
    number = paths.number(printed.strip("()"))
    point = child(element, "NP")
    html = "".join(_recital_part(each) for each in (element if point is None else point))
    html = html or markup.tag("p", inside(element).strip())
    yield Found(paths.Part("overweging", number, parent=parent), depth, printed, html)


def _recital_part(element: Element) -> str:
    """Return a recital's first words and the paragraphs after it; its number is its heading."""
    return "" if name(element) == "NO.P" else _paragraph(element) if name(element) == "TXT" else block(element)


def _final(element: Element, parent: paths.Part | None, depth: int) -> Iterator[Found]:
    yield Found(paths.Part("slot", "", parent=parent), depth, "", _blocks(iter(element)))


def _division(element: Element, parent: paths.Part | None, depth: int) -> Iterator[Found]:
    title = child(element, "TITLE")
    label = words(child(title, "TI")) if title is not None else ""
    subject = words(child(title, "STI")) if title is not None else ""
    first, _, rest = label.partition(" ")
    part = paths.Part(_DIVISIONS.get(first.lower(), "afdeling"), paths.number(rest), paths.slug(label), parent)
    yield Found(part, depth, ". ".join(each for each in (label, subject) if each))
    yield from _walk(element, part, depth + 1)


def _article(element: Element, parent: paths.Part | None, depth: int) -> Iterator[Found]:
    label = words(child(element, "TI.ART"))
    found = _NUMBER.search(label)
    number = paths.number(found[1]) if found else element.get("IDENTIFIER", "").lstrip("0") or "enig"
    heading = ". ".join(each for each in (label, words(child(element, "STI.ART"))) if each)
    html = _blocks(each for each in element if name(each) not in _SKIPPED)
    yield Found(paths.Part("artikel", number, parent=parent), depth, heading, html)


def _annex(element: Element, parent: paths.Part | None, depth: int) -> Iterator[Found]:
    label = words(child(element, "TITLE"))
    number = paths.number(label.split(" ")[1]) if label.count(" ") else ""
    html = "".join(block(each) for each in element if name(each) != "TITLE")
    yield Found(paths.Part("bijlage", number, parent=parent), depth, label, html)


def _preamble(element: Element, parent: paths.Part | None, depth: int) -> Iterator[Found]:
    """Yield what comes before the recitals as one part, and each recital by itself."""
    html = "".join(block(each) for each in element if name(each) != "GR.CONSID")
    if html:
        yield Found(paths.Part("aanhef", "", parent=parent), depth, "", html)
    yield from (found for each in element if name(each) == "GR.CONSID" for found in _walk(each, parent, depth))


_READERS: dict[str, Callable[[Element, paths.Part | None, int], Iterator[Found]]] = {
    "PREAMBLE": _preamble,
    "CONSID": _recital,
    "FINAL": _final,
    "DIVISION": _division,
    "ARTICLE": _article,
    "CONS.ANNEX": _annex,
    "ANNEX": _annex,
}


def inside(element: Element) -> str:
    """Return the html of all that an element holds, in order."""
    return markup.escape(element.text) + "".join(block(each) + markup.escape(each.tail) for each in element)


def _blocks(elements: Iterable[Element]) -> str:
    """Return the html of some elements; numbered paragraphs that follow each other make one list."""
    runs = ((kind, list(run)) for kind, run in groupby(elements, key=lambda each: name(each) == "PARAG"))
    return "".join(
        markup.items([_numbered(each, words(child(each, "NO.PARAG"))) for each in run])
        if kind
        else "".join(block(each) for each in run)
        for kind, run in runs
    )


def block(element: Element) -> str:
    """Return what an element says, as html; an element we do not know gives its words and no markup."""
    if not name(element) or name(element) in _SKIPPED:
        return ""
    handler = _HANDLERS.get(name(element))
    return handler(element) if handler else inside(element)


def _paragraph(element: Element) -> str:
    return markup.paragraph(inside(element))


def _numbered(element: Element, number: str) -> str:
    rest = "".join(block(each) for each in element if name(each) not in {"NO.PARAG", "NO.P"})
    return markup.item(number, rest)


def _item(element: Element) -> str:
    point = child(element, "NP")
    if point is None:
        return markup.item("", inside(element).strip())
    return _numbered(point, words(child(point, "NO.P")))


def _list(element: Element) -> str:
    return markup.items([_item(each) for each in element if name(each) == "ITEM"])


def _highlight(element: Element) -> str:
    tag = {"ITALIC": "i", "BOLD": "b", "SUP": "sup", "SUB": "sub"}.get(element.get("TYPE", ""))
    return markup.tag(tag, inside(element)) if tag else inside(element)


def _note(element: Element) -> str:
    return f" {markup.tag('small', markup.escape(f'[{words(element)}]'))}"


def _table(element: Element) -> str:
    rows = [row for corpus in element.iter("CORPUS") for row in corpus if name(row) == "ROW"]
    head = [_cells(row) for row in rows if row.get("TYPE") in {"HEADER", "ALIAS"}]
    body = [_cells(row) for row in rows if row.get("TYPE") not in {"HEADER", "ALIAS"}]
    return markup.table(markup.escape(words(child(element, "TITLE"))), head, body)


def _cells(row: Element) -> list[markup.Cell]:
    return [markup.Cell(inside(each).strip()) for each in row if name(each) == "CELL"]


def _quote(element: Element) -> str:
    """Return a quotation mark; the file names it by its Unicode number."""
    code = element.get("CODE", "").upper()
    return chr(int(code, 16)) if code in _QUOTES else "&quot;"


_HANDLERS: dict[str, Callable[[Element], str]] = {
    **dict.fromkeys(("P", "ALINEA", "VISA", "PREAMBLE.INIT", "PREAMBLE.FINAL", "TI", "STI"), _paragraph),
    "PARAG": lambda each: markup.items([_numbered(each, words(child(each, "NO.PARAG")))]),
    "NP": lambda each: markup.items([_numbered(each, words(child(each, "NO.P")))]),
    "LIST": _list,
    "HT": _highlight,
    "NOTE": _note,
    "TBL": _table,
    "IE": lambda each: "",
    "QUOT.START": _quote,
    "QUOT.END": _quote,
}
