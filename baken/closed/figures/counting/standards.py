# SPDX-License-Identifier: EUPL-1.2
"""Files as others ask for them: dimensions of their classifications under our names, and their tables (pure)."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from baken.standards import classifying
from baken.standards.breakdowns import comensha, eurostat, sdg
from baken.standards.classifying import SEVERAL, UNKNOWN, Classification
from baken.standards.ictip import mapping
from baken.standards.victims import MANY, Victim
from baken.tabulation.shapes import Category, Dimension, Words

TABLE = Path(__file__).with_name("standards.toml")
_CLASSIFICATIONS = {
    "eurostat": eurostat.classification, "sdg": sdg.classification, "comensha": comensha.classification,
    "ictip": mapping.classification,
}  # fmt: skip
_SEVERAL = Words("meer dan één hiervan", "more than one of these")
_SOURCE = Words("Bron: {source}.", "Source: {source}.")
_VERIFY = Words(
    "Nog niet nagelezen in het officiële stuk.", "Not yet checked against the official document."
)  # fmt: skip
Years = tuple[int, int] | None


@dataclass(frozen=True)
class Standard:
    """What others ask for: their classification, which tables of ours answer to it, and what to mind."""

    name: str
    title: Words
    of: Classification
    tables: tuple[tuple[str, ...], ...]
    note: Words


@cache
def standards() -> Mapping[str, Standard]:
    """Return the breakdowns of others by their names."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))["standard"]
    return {
        row["name"]: Standard(
            name=row["name"],
            title=Words(row["nl"], row["en"]),
            of=_CLASSIFICATIONS[row["name"]](),
            tables=tuple(map(tuple, row["tables"])),
            note=Words(row["nl_note"], row["en_note"]),
        )
        for row in rows
    }


@cache
def theirs() -> Mapping[str, classifying.Dimension]:
    """Return the dimensions of others by their names here, those that a table has."""
    used = {name for each in standards().values() for table in each.tables for name in table}
    found = {f"{each.name}_{name}": one for each in standards().values() for name, one in each.of.dimensions.items()}
    return {name: one for name, one in found.items() if name in used}


def codes(victim: Victim, years: Years) -> dict[str, str]:
    """Return the code of somebody along each of them; of an age between years that which holds both ends."""
    return {name: code(name, victim, years) for name in theirs()}


def code(name: str, victim: Victim, years: Years) -> str:
    """Return the code of somebody along one of them."""
    one = theirs()[name]
    if one.of != "age":
        return one.one_of(victim)
    found = {one.one_of(replace(victim, age=each)) for each in years or (None,)}
    return found.pop() if len(found) == 1 else UNKNOWN


def categories(name: str) -> tuple[Category, ...]:
    """Return the categories of one of them, with one for several where somebody may have several answers."""
    one = theirs()[name]
    told = tuple(Category(key, Words(each.nl, each.en)) for key, each in one.categories.items())
    lacks = one.of in MANY and not one.ranked and SEVERAL not in one.categories
    return (*told[:-1], Category(SEVERAL, _SEVERAL), told[-1]) if lacks else told


def dimension(name: str) -> Dimension:
    """Return one of them, with its source in its definition, and that nobody checked it where nobody did."""
    one = theirs()[name]
    return Dimension(name, Words(one.nl, one.en), _definition(one), categories(name))


def unchecked(names: Sequence[str]) -> list[Words]:
    """Return what those are called that nobody has laid beside the official document."""
    found = (theirs()[name] for name in names if name in theirs())
    return [Words(each.nl, each.en) for each in found if each.verify]


def _definition(one: classifying.Dimension) -> Words:
    source = Words(*(each.format(source=one.source) for each in (_SOURCE.nl, _SOURCE.en)))
    parts = [Words(one.nl_definition, one.en_definition), source, *([_VERIFY] if one.verify else [])]
    return Words(" ".join(each.nl for each in parts), " ".join(each.en for each in parts))
