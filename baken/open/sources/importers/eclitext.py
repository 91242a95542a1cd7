# SPDX-License-Identifier: EUPL-1.2
"""Turns the text of a judgment (rechtspraak-1.0, a small DocBook) into html."""

from collections.abc import Callable

from baken.open.files.xmltree import Element, name, words
from baken.open.sources.importers import cals, markup

_EMPHASIS = {"bold": "b", "strong": "b", "bold-italic": "b"}
_BLOCKS = {"section", "parablock", "paragroup", "itemizedlist", "orderedlist", "informaltable", "table", "footnote",
           "uitspraak.info", "conclusie.info", "bridgehead", "title", "blockquote", "mediaobject"}  # fmt: skip


def html(element: Element | None) -> str:
    """Return what an element says, as html; an element we do not know gives its words and no markup."""
    if element is None or not name(element):
        return ""
    handler = _HANDLERS.get(name(element))
    return handler(element) if handler else inside(element)


def inside(element: Element) -> str:
    """Return the html of all that an element holds; text that stands loose between blocks becomes a paragraph."""
    if not any(name(each) in _BLOCKS | {"para"} for each in element):
        return markup.escape(element.text) + "".join(html(each) + markup.escape(each.tail) for each in element)
    parts, loose = [], markup.escape(element.text)
    for each in element:
        if name(each) in _BLOCKS or name(each) == "para":
            parts += [markup.tag("p", loose.strip()), html(each)]
            loose = markup.escape(each.tail)
        else:
            loose += html(each) + markup.escape(each.tail)
    return "".join([*parts, markup.tag("p", loose.strip())])


def _paragraph(element: Element) -> str:
    return markup.paragraph(inside(element))


def _heading(element: Element) -> str:
    return markup.tag("h3", markup.escape(words(element)))


def _emphasis(element: Element) -> str:
    return markup.tag(_EMPHASIS.get(element.get("role", ""), "i"), inside(element))


def _list(element: Element) -> str:
    """Return a list; its marks stand in the text where the court wrote them."""
    inner = [f"<li>{inside(each).strip()}</li>" for each in element if name(each) == "listitem"]
    return f"<ul>{''.join(inner)}</ul>" if inner else inside(element)


def _footnote(element: Element) -> str:
    label = markup.tag("sup", markup.escape(element.get("label", "")))
    return markup.tag("p", f"{label} {markup.tag('small', markup.escape(words(element)))}")


def _call(element: Element) -> str:
    return markup.tag("sup", markup.escape(words(element) or element.get("linkend", "").rpartition(":")[2].strip("_")))


def _table(element: Element) -> str:
    return cals.table(element, inside)


_HANDLERS: dict[str, Callable[[Element], str]] = {
    "para": _paragraph,
    "title": _heading,
    "bridgehead": _heading,
    "emphasis": _emphasis,
    "itemizedlist": _list,
    "orderedlist": _list,
    "footnote": _footnote,
    "footnote-ref": _call,
    "informaltable": _table,
    "table": _table,
    "superscript": lambda each: markup.tag("sup", inside(each)),
    "subscript": lambda each: markup.tag("sub", inside(each)),
    "linebreak": lambda each: "<br>",
    "imageobject": lambda each: "[…]",
    "nr": lambda each: f"{markup.escape(words(each))} ",
}
