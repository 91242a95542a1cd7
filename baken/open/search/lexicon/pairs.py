# SPDX-License-Identifier: EUPL-1.2
"""Texts that exist in two languages, and where they come from: lines of a file."""

from collections.abc import Iterator
from typing import NamedTuple

from baken.open.files import strictjson
from baken.open.files.refusals import Refused

LANGUAGES = ("nl", "en")


class Pair(NamedTuple):
    """A text in Dutch and in English, with its titles where it has them."""

    nl: str
    en: str
    title_nl: str = ""
    title_en: str = ""


def read(data: bytes) -> Iterator[Pair]:
    """Yield the pair of each line: `nl`, `en`, `title_nl` and `title_en` if there; raise `Refused` where it is none."""
    for number, value in strictjson.lines(data):
        where = f"line {number}: "
        nl, en = (strictjson.words(value, key, where) for key in LANGUAGES)
        titles = (strictjson.words(value, f"title_{key}", where, needed=False) for key in LANGUAGES)
        if not nl.strip() or not en.strip():
            raise Refused(f"{where}a text is empty")
        yield Pair(nl, en, *titles)
