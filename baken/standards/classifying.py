# SPDX-License-Identifier: EUPL-1.2
"""Classifications of others as dated tables: their dimensions and categories, with the codes that fall under each.

Every category says whose it is by its dimension's source; `verify` marks what was not read from the official document.
A table that cannot be used stops the program that reads it.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from baken.standards.victims import MANY, Victim

UNKNOWN, SEVERAL, OTHER = "unknown", "several", "other"


class ClassificationError(ValueError):
    """A table cannot be used; the message says which row and why."""


@dataclass(frozen=True)
class Category:
    """A category: its words, and which codes, or which years of age from first to last, fall under it."""

    key: str
    nl: str
    en: str
    codes: frozenset[str] = frozenset()
    first: int | None = None
    last: int | None = None

    def holds(self, answer: str | int) -> bool:
        """Return whether an answer falls under it."""
        if isinstance(answer, str):
            return answer in self.codes
        return (self.first, self.last) != (None, None) and self.first_year <= answer <= self.last_year

    @property
    def first_year(self) -> int:
        """Return the lowest age."""
        return 0 if self.first is None else self.first

    @property
    def last_year(self) -> float:
        """Return the highest age, which may have no end."""
        return float("inf") if self.last is None else self.last


@dataclass(frozen=True)
class Dimension:
    """What is told apart: of which fact, what is meant by it, whose it is, and its categories.

    ``unit`` says of what it tells, where a classification has units. Where it is ``ranked``, the first category that
    holds is the one that counts.
    """

    name: str
    of: str
    nl: str
    en: str
    nl_definition: str
    en_definition: str
    source: str
    categories: Mapping[str, Category]
    unit: str = ""
    ranked: bool = False
    verify: bool = False

    def all_of(self, victim: Victim) -> tuple[str, ...]:
        """Return every category that holds of somebody, in their order; that it is not known where none was told."""
        answers = _answers(getattr(victim, self.of))
        found = [key for key, each in self.categories.items() if any(map(each.holds, answers))]
        lost = any(not any(each.holds(answer) for each in self.categories.values()) for answer in answers)
        if lost and OTHER in self.categories and OTHER not in found:
            found.append(OTHER)
        return tuple(found) or (UNKNOWN,)

    def one_of(self, victim: Victim) -> str:
        """Return the one category that somebody counts in: several where more than one holds, unless it is ranked."""
        found = self.all_of(victim)
        return found[0] if len(found) == 1 or self.ranked else SEVERAL


@dataclass(frozen=True)
class Classification:
    """A classification: its words, what it counts and from where, its dimensions, and its tables of these."""

    name: str
    nl: str
    en: str
    nl_definition: str
    en_definition: str
    source: str
    as_of: str
    verify: bool
    dimensions: Mapping[str, Dimension]
    tables: tuple[tuple[str, ...], ...] = ()


@cache
def read(path: Path) -> Classification:
    """Return the classification of a table; raise ClassificationError."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    sources = told.pop("sources")
    rows = told.pop("dimension")
    dimensions = _by_name((_dimension(row, sources) for row in rows), "dimension")
    tables = tuple(tuple(each) for each in told.pop("tables", ()))
    _check(tables, dimensions)
    source = _sourced(told.pop("source"), sources, path.stem)
    return Classification(**told, source=source, dimensions=dimensions, tables=tables)


def _check(tables: Iterable[Iterable[str]], dimensions: Mapping[str, Dimension]) -> None:
    """Check that tables have their dimensions, and that everybody can stand in each of these once."""
    for name in (name for table in tables for name in table):
        if name not in dimensions:
            raise ClassificationError(f"tables: no dimension {name!r}")
        each = dimensions[name]
        if each.of in MANY and not each.ranked and SEVERAL not in each.categories:
            raise ClassificationError(f"{name}: is neither ranked nor has a category {SEVERAL!r}")


def _dimension(row: dict[str, Any], sources: Mapping[str, str]) -> Dimension:
    name = row.get("name", "?")
    categories = {each["key"]: _category(name, each) for each in row.pop("category")}
    if not {UNKNOWN} <= categories.keys():
        raise ClassificationError(f"{name}: has no category {UNKNOWN!r}")
    if row.get("of") not in {*Victim.__dataclass_fields__, *MANY}:
        raise ClassificationError(f"{name}: nothing is known of {row.get('of')!r}")
    source = _sourced(row.pop("source"), sources, name)
    return Dimension(**row, source=source, categories=categories)


def _category(name: str, row: Mapping[str, Any]) -> Category:
    if not all(row.get(each) for each in ("key", "nl", "en")):
        raise ClassificationError(f"{name}: a category needs a key, and words in both languages")
    return Category(**{**row, "codes": frozenset(row.get("codes", ()))})


def _sourced(source: str, sources: Mapping[str, str], name: str) -> str:
    if source not in sources:
        raise ClassificationError(f"{name}: no source {source!r}")
    return sources[source]


def _by_name(found: Iterable[Dimension], what: str) -> dict[str, Dimension]:
    named: dict[str, Dimension] = {}
    for each in found:
        if each.name in named:
            raise ClassificationError(f"{what} {each.name}: stands there twice")
        named[each.name] = each
    return named


def _answers(told: tuple[str, ...] | str | int | None) -> tuple[str | int, ...]:
    if told is None or told == "":
        return ()
    return told if isinstance(told, tuple) else (told,)
