# SPDX-License-Identifier: EUPL-1.2
"""Turns the running text of Dutch legislation (both DTDs) into html; structure is `bwb`'s business."""

from collections.abc import Callable, Iterable
from itertools import groupby

from baken.open.files.xmltree import Element, child, name, words
from baken.open.sources.importers import cals, markup, references

SKIPPED = {"kop", "meta-data", "bwb-inputbestand", "bwb-wijzigingen", "redactionele-correcties", "colspec"}
_PARAGRAPHS = {
    "al", "considerans.al", "noot.al", "wij", "wie", "slotformulering", "ondertekening", "dagtekening", "koning",
}  # fmt: skip
_INLINE = {"vet": "b", "halfvet": "b", "vetcur": "b"}


def html(element: Element) -> str:
    """Return what an element says, as html; an element we do not know gives its words and no markup."""
    handler = _HANDLERS.get(name(element))
    if name(element) in SKIPPED or not name(element):
        return ""
    return handler(element) if handler else inside(element)


def inside(element: Element) -> str:
    """Return the html of all that an element holds, in order."""
    parts = [markup.escape(element.text)]
    for kind, run in groupby(element, key=_run):
        members = list(run)
        parts += [markup.items([_numbered(each) for each in members])] if kind else _each(members)
    return "".join(parts)


def of(elements: Iterable[Element]) -> str:
    """Return the html of some children of an element, without the words between them."""
    chosen = [each for each in elements if name(each) not in SKIPPED]
    runs = ((kind, list(run)) for kind, run in groupby(chosen, key=_run))
    return "".join(
        markup.items([_numbered(each) for each in run]) if kind else "".join(html(each) for each in run)
        for kind, run in runs
    )


def _run(element: Element) -> bool:
    return name(element) in {"lid", "li", "specificatie-item"}


def _each(members: list[Element]) -> list[str]:
    return [html(each) + markup.escape(each.tail) for each in members]


def _numbered(element: Element) -> str:
    """Return a paragraph (lid) or a list item with the number the legislator gave it."""
    numbers = [each for each in element if name(each) in {"lidnr", "li.nr"}]
    return markup.item(" ".join(words(each) for each in numbers), of(each for each in element if each not in numbers))


def _paragraph(element: Element) -> str:
    """Return a paragraph; a list or table that stands inside one comes after it, as html wants."""
    blocks = [each for each in element if name(each) in {"lijst", "table", "al"}]
    if not blocks:
        return markup.tag("p", inside(element).strip())
    return markup.tag("p", markup.escape(element.text).strip()) + "".join(
        html(each) + markup.tag("p", markup.escape(each.tail).strip()) for each in element
    )


def _emphasis(element: Element) -> str:
    return markup.tag(_INLINE.get(element.get("type", ""), "i"), inside(element))


def _bold(element: Element) -> str:
    return markup.tag("p", markup.tag("b", inside(element).strip()))


def _reference(element: Element) -> str:
    target = references.parse(element.get("doc", ""))
    return markup.link(target.address, inside(element)) if target else inside(element)


def _note(element: Element) -> str:
    """Return a footnote where it is called: number raised, text small."""
    number = markup.tag("sup", markup.escape(words(child(element, "noot.nr"))))
    text = " ".join(words(each) for each in element if name(each) == "noot.al")
    return f"{number} {markup.tag('small', markup.escape(f'[{text}]'))}" if text else number


def _definitions(element: Element) -> str:
    return markup.tag("dl", "".join(_definition(each) for each in element if name(each) == "definitie-item"))


def _definition(element: Element) -> str:
    term = markup.tag("dt", markup.escape(words(child(element, "term"))))
    return term + "".join(markup.tag("dd", inside(each)) for each in element if name(each) == "definitie")


def _image(element: Element) -> str:
    """Return a mark that a picture stood here; the files hold its name, not the picture."""
    return "<p>[…]</p>"


def _table(element: Element) -> str:
    return cals.table(element, inside)


_HANDLERS: dict[str, Callable[[Element], str]] = {
    **dict.fromkeys(_PARAGRAPHS, _paragraph),
    "lid": lambda each: markup.items([_numbered(each)]),
    "nadruk": _emphasis,
    "sup": lambda each: markup.tag("sup", inside(each)),
    "inf": lambda each: markup.tag("sub", inside(each)),
    "tussenkop": _bold,
    "extref": _reference,
    "intref": _reference,
    "noot": _note,
    "definitielijst": _definitions,
    "plaatje": _image,
    "illustratie": _image,
    "table": _table,
    # Blocks hold only elements: the blanks between them are layout of the file, not of the law.
    **dict.fromkeys(
        ("lijst", "considerans.lijst", "specificatielijst", "al-groep", "tekst", "considerans", "afkondiging", "aanhef",
         "preambule", "artikel.toelichting", "citaat", "structuurtekst", "uitgifte", "ondertekenaar", "gegeven",
         "bijlage-sluiting"),
        lambda each: markup.tag("p", markup.escape(each.text).strip()) + of(each),
    ),
}  # fmt: skip
