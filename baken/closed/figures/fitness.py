# SPDX-License-Identifier: EUPL-1.2
"""What of a table must hold before it is made safe at all (pure): what numbers alone do not show.

Who makes a table safe takes each cell for possible and dimensions for independent of each other. Where a category means
the same as one of another dimension, or nobody can be in a cell yet, whoever knows that reckons with it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import prod

from baken.tabulation.disclosure import Unsafe
from baken.tabulation.shapes import Table, Words

MOST_CELLS = 250  # of a table that is shared or released; to make a larger one safe takes longer than a page can wait
TOO_FINE = Words(
    nl=f"Deze tabel heeft meer dan {MOST_CELLS} vakjes. Neem minder of grovere uitsplitsingen, of een kortere periode.",
    en=f"This table has more than {MOST_CELLS} cells. Take fewer or coarser dimensions, or a shorter period.",
)
NOT_YET = Words(
    nl="De periode is nog niet voorbij. Neem een laatste dag die geweest is.",
    en="The period is not over yet. Take a last day that has been.",
)
UNSETTLED = Words(
    nl="Hoe lang iets duurt, staat van de laatste dagen nog niet vast, en daaruit is te rekenen. Neem een periode die "
    "lang genoeg voorbij is.",
    en="How long something takes is not settled for the latest days, and that can be reckoned with. Take a period that "
    "has been over for long enough.",
)
SAME_MATTER = Words(
    nl="Twee uitsplitsingen zeggen iets over hetzelfde (zoals hoe het eindigde en hoe lang het duurde). Naast elkaar "
    "verraden ze kleine aantallen. Neem er één, steeds dezelfde als in wat er al is.",
    en="Two dimensions tell of the same matter (such as how it ended and how long it took). Beside each other they "
    "give small numbers away. Take one of them, always the one of what is there already.",
)


@dataclass(frozen=True)
class Meaning:
    """What a dimension tells of, if others do too; and after how many days it changes no more."""

    matter: str = ""
    settles: int = 0


def cells(categories: Iterable[int]) -> int:
    """Return how many cells and totals a table has, by the number of categories of each dimension."""
    return prod(each + 1 for each in categories)


def check_fit(table: Table, known: Iterable[Table], meanings: Mapping[str, Meaning]) -> None:
    """Raise Unsafe for a table that must not be made safe beside what is known of the same unit."""
    if cells(len(each.codes) for each in table.dimensions) > MOST_CELLS:
        raise Unsafe(TOO_FINE)
    if table.population.last > table.counted_on:
        raise Unsafe(NOT_YET)
    if any(not _is_settled(table, meanings[name]) for name in used(table)):
        raise Unsafe(UNSETTLED)
    beside = [table, *(each for each in known if each.population.unit == table.population.unit)]
    if any(len(names) > 1 for names in _by_matter(beside, meanings).values()):
        raise Unsafe(SAME_MATTER)


def used(table: Table) -> Iterator[str]:
    """Yield the dimensions that a table tells apart or chooses by."""
    yield from (each.name for each in table.dimensions)
    yield from table.population.where


def _is_settled(table: Table, meaning: Meaning) -> bool:
    last: date = table.population.last
    return not meaning.settles or (table.counted_on - last).days >= meaning.settles


def _by_matter(tables: Iterable[Table], meanings: Mapping[str, Meaning]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name in (name for each in tables for name in used(each)):
        if name in meanings and meanings[name].matter:
            found.setdefault(meanings[name].matter, set()).add(name)
    return found
