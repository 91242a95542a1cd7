# SPDX-License-Identifier: EUPL-1.2
"""Reads XML that strangers wrote: no entities, nothing fetched, one clear line when it is bad."""

import re
from typing import Any, NoReturn
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser
from lxml import etree

from baken.open.files.refusals import Refused

Element = etree._Element
_SPACE = re.compile(r"\s+")
# Readers walk the tree by recursion; the deepest real document seen has 27 levels.
_DEEPEST = 100
_TOO_DEEP = f"boolean({'/*' * (_DEEPEST + 1)})"


class _Started(Exception):
    """The root element has begun: entities can no longer be declared."""


class _Prolog:
    """A parser target that looks no further than the first tag."""

    def start(self, tag: str, attributes: dict[str, str]) -> NoReturn:
        """Stop at the root."""
        raise _Started

    def close(self) -> None:
        """Return nothing: a document without a root has no prolog to trust."""


def root(data: bytes) -> Element:
    """Return the root of a document; raise `Refused` when it is not XML, cut off or dangerous.

    Blank lines before the XML declaration are forgiven. The DOCTYPE line is read past and never fetched.
    """
    trimmed = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not trimmed.startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
        raise Refused("is not XML: it does not begin with a tag; see which format the file has")
    refuse_entities(trimmed)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(trimmed, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise Refused(_why(str(fault))) from fault
    if tree.xpath(_TOO_DEEP):
        raise Refused(f"nests more than {_DEEPEST} elements in each other, which no known document does")
    return tree


def refuse_entities(data: bytes) -> None:
    """Refuse entity declarations before the tree is built: they can only stand before the root."""
    parser: Any = DefusedXMLParser(target=_Prolog(), forbid_entities=True, forbid_external=True)
    try:
        parser.feed(data)
    except _Started:
        return
    except DefusedXmlException as fault:
        raise Refused("declares XML entities, which can blow up or read other files; remove them") from fault
    except (ParseError, ValueError, LookupError):
        # Not well-formed, or in an encoding this parser does not know; the tree parser says it better.
        if b"<!ENTITY" in data:
            raise Refused("declares XML entities in a broken prolog; remove them") from None


def _why(fault: str) -> str:
    place = f" (line {match[1]})" if (match := re.search(r"line (\d+)", fault)) else ""
    what = fault.partition(", line")[0]
    if "encod" in fault.lower() or "invalid byte" in fault.lower() or "PCDATA invalid Char" in fault:
        return f"its bytes are not in the encoding it declares{place}; save it as UTF-8"
    if any(sign in fault for sign in ("Premature end", "EndTag", "Couldn't find end", "Extra content", "not closed")):
        return f"is cut off or not well-formed XML{place}: {what}; fetch it again"
    return f"is not well-formed XML{place}: {what}"


def name(element: Element) -> str:
    """Return an element's name without its namespace; empty for a comment or processing instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def words(element: Element | None, without: tuple[str, ...] = ()) -> str:
    """Return an element's text with single spaces, leaving out the elements named; empty for None."""
    return squeeze("".join(_strings(element, without))) if element is not None else ""


def _strings(element: Element, without: tuple[str, ...]) -> list[str]:
    parts = [element.text or ""] if name(element) else []
    for child in element:
        if name(child) not in without:
            parts += _strings(child, without)
        parts.append(child.tail or "")
    return parts


def squeeze(text: str) -> str:
    """Return text with every run of white space as one space."""
    return _SPACE.sub(" ", text).strip()


def child(element: Element, wanted: str) -> Element | None:
    """Return the first child of a name, whatever its namespace."""
    return next((each for each in element if name(each) == wanted), None)


def language(element: Element) -> str:
    """Return an element's own xml:lang, or nothing."""
    return element.get("{http://www.w3.org/XML/1998/namespace}lang", "")
