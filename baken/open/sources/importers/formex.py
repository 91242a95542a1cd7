# SPDX-License-Identifier: EUPL-1.2
"""EU acts in Formex 4, as the Publications Office keeps them: acts as published and as consolidated."""

import datetime
from collections.abc import Iterator

from baken.open.files import xmltree
from baken.open.files.refusals import Ignored, Refused
from baken.open.files.xmltree import Element, name, words
from baken.open.sources.importers import celex, days, formexparts
from baken.open.sources.importers.records import ExpressionRecord, WorkRecord

SUFFIXES = frozenset({".xml"})
_ROOTS = {"ACT", "CONS.ACT"}
_LISTS = {"DOC": "lists the parts of a publication", "PUBLICATION": "lists the parts of a publication",
          "CONS.LIST": "lists the parts of a publication"}  # fmt: skip


def read(data: bytes, file: str) -> Iterator[WorkRecord]:
    """Yield the one act of a file; raise `Refused` where it is none, `Ignored` for a list of parts."""
    root = xmltree.root(data)
    if why := _LISTS.get(name(root)):
        raise Ignored(f"{why} and holds no text")
    if name(root) not in _ROOTS:
        raise Refused(f"is XML, but its root is <{name(root)}>: formex reads <ACT> and <CONS.ACT>")
    title = xmltree.squeeze(" ".join(words(each) for each in _first(root, "TITLE").iter("P")))
    number = words(next(root.iter("NO.CELEX"), None)) or celex.of_title(title) or celex.said(file)
    if not number:
        raise Refused("tells no CELEX number, in its text, its title or its file name")
    yield _work(root, number, title)


def _first(root: Element, wanted: str) -> Element:
    found = next(root.iter(wanted), None)
    if found is None:
        raise Refused(f"has no <{wanted}>, which every act has")
    return found


def _work(root: Element, number: str, title: str) -> WorkRecord:
    language = (words(next(root.iter("LG.DOC"), None)) or words(next(root.iter("LG.OJ"), None)) or "en").lower()[:2]
    provisions = formexparts.provisions(root, language)
    if not provisions:
        raise Refused("holds no recital, article or annex")
    since = _day(next((each.get("START.DATE", "") for each in root.iter("INFO.CONSLEG")), ""))
    issued = _day(next((each.get("ISO", "") for each in _first(root, "TITLE").iter("DATE")), ""))
    return celex.work(number, ExpressionRecord(language, title, in_force_from=since, provisions=provisions), issued)


def _day(text: str) -> datetime.date | None:
    return days.day(text[:8], f"holds the date {text!r}, which is none")
