# SPDX-License-Identifier: EUPL-1.2
"""Counting whatever can be counted into a table, for somebody who may."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from baken.closed.figures.counting.catalogue import dimension, units
from baken.closed.figures.counting.times import time_codes
from baken.closed.figures.fitness import cells
from baken.closed.figures.units import cases, reports, requests, stays, terms
from baken.closed.figures.units.fetching import Counted, Scope
from baken.core.clock import today
from baken.tabulation.counting import counted
from baken.tabulation.shapes import Dimension, Population, Table, Words

_COUNTED: Mapping[str, Callable[[Scope], Iterator[Counted]]] = {
    "cases": cases.counted,
    "reports": reports.counted,
    "stays": stays.counted,
    "requests": requests.counted,
    "terms": terms.counted,
}


MOST_DIMENSIONS, MOST_TO_LOOK_AT = 3, 2_500  # of a question; cells and totals of its table


@dataclass(frozen=True)
class Asked:
    """What is to be counted: a unit, along which dimensions, over which period, and who of it."""

    unit: str
    dimensions: tuple[str, ...]
    first: date
    last: date
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def is_countable(asked: Asked) -> bool:
    """Return whether a question has few enough dimensions, each once, and not more cells than somebody can look at."""
    names = asked.dimensions
    if not 1 <= len(names) <= MOST_DIMENSIONS or len(set(names)) < len(names):
        return False
    return cells(len(dimension(each, asked.first, asked.last).codes) for each in names) <= MOST_TO_LOOK_AT


def tables(scope: Scope, unit: str, several: Sequence[tuple[Asked, Words]]) -> list[Table]:
    """Return a table for each of several questions about one unit and one period, whose files are opened once."""
    found = [{**each.codes, **time_codes(each.on)} for each in _COUNTED[unit](scope)]
    return [_laid(asked, found, title) for asked, title in several]


def _laid(asked: Asked, found: Iterable[Mapping[str, str]], title: Words) -> Table:
    dimensions = tuple(dimension(each, asked.first, asked.last) for each in asked.dimensions)
    chosen = (codes for codes in found if all(codes[name] in allowed for name, allowed in asked.where.items()))
    return Table(
        title=title,
        definition=_definition(asked),
        population=Population(asked.unit, asked.first, asked.last, asked.where),
        dimensions=dimensions,
        values=counted(chosen, dimensions),
        counted_on=today(),
    )


def _definition(asked: Asked) -> Words:
    """Return what is counted, and who of it where not everybody is."""
    whole = units()[asked.unit].definition
    only = [_only(dimension(name, asked.first, asked.last), codes) for name, codes in asked.where.items()]
    return Words(
        *(" ".join([text, *(each.said(said) for each in only)]) for text, said in ((whole.nl, "nl"), (whole.en, "en")))
    )


def _only(along: Dimension, codes: tuple[str, ...]) -> Words:
    chosen = [each.title for each in along.categories if each.code in codes]
    dutch, english = ", ".join(each.nl for each in chosen), ", ".join(each.en for each in chosen)
    return Words(f"Alleen {along.title.nl}: {dutch}.", f"Only {along.title.en}: {english}.")
