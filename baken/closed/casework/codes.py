# SPDX-License-Identifier: EUPL-1.2
"""Lists of codes as dated rows in tables, each row with its words and its source (pure).

A row that cannot be used stops the program that reads it: without a source, twice the same code, a day that ends before
it begins, a link to a row that is not there.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

_OWN = {"key", "nl", "en", "source", "htcds", "since", "until", "verify"}
_NOT_LISTS = {"sources", "links"}


class CodeError(ValueError):
    """A table cannot be used; the message says which row and why."""


@dataclass(frozen=True)
class Code:
    """A value that somebody can choose, while it is valid, and its code in the case data standard (HTCDS)."""

    key: str
    nl: str
    en: str
    source: str
    htcds: str = ""
    since: date = date.min
    until: date = date.max
    verify: bool = False
    links: Mapping[str, str] = field(default_factory=dict)

    def is_valid(self, on: date) -> bool:
        """Return whether it can be chosen on a day."""
        return self.since <= on <= self.until


Lists = Mapping[str, Mapping[str, Code]]


@cache
def lists(folder: Path) -> Lists:
    """Return the lists of all tables in a folder, their rows in their order; raise CodeError."""
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))]
    found: dict[str, Mapping[str, Code]] = {}
    for table in tables:
        for name in table.keys() - _NOT_LISTS:
            if name in found:
                raise CodeError(f"{name}: stands in two tables")
            found[name] = _coded(name, table[name], table["sources"])
    for table in tables:
        _check_links(found, table.get("links", {}))
    return found


def valid(codes: Mapping[str, Code], on: date) -> list[Code]:
    """Return the codes of a list that can be chosen on a day."""
    return [each for each in codes.values() if each.is_valid(on)]


def _coded(name: str, rows: Iterable[Mapping[str, Any]], sources: Mapping[str, str]) -> dict[str, Code]:
    found: dict[str, Code] = {}
    for row in rows:
        code = _code(f"{name}.{row.get('key', '?')}", row, sources)
        if code.key in found:
            raise CodeError(f"{name}.{code.key}: stands there twice")
        found[code.key] = code
    return found


def _code(name: str, row: Mapping[str, Any], sources: Mapping[str, str]) -> Code:
    if not all(row.get(each) for each in ("key", "nl", "en")):
        raise CodeError(f"{name}: needs a key, and words in both languages")
    if not sources.get(row.get("source", "")):
        raise CodeError(f"{name}: has no source")
    links = {each: value for each, value in row.items() if each not in _OWN}
    code = Code(**{each: row[each] for each in row.keys() & _OWN} | {"source": sources[row["source"]]}, links=links)
    if code.until < code.since:
        raise CodeError(f"{name}: ends before it begins")
    return code


def _check_links(found: Lists, declared: Mapping[str, Mapping[str, str]]) -> None:
    """Check that whatever a row links to is there, in the list that its table names."""
    for name, links in declared.items():
        for code in found[name].values():
            for link, value in code.links.items():
                if link not in links or value not in found[links[link]]:
                    raise CodeError(f"{name}.{code.key}: no {link} {value!r}")
