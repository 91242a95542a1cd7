# SPDX-License-Identifier: EUPL-1.2
"""Three years of made-up cases, skewed as real ones are, and the tables that a centre would publish of them in turn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from baken.tabulation.counting import counted
from baken.tabulation.shapes import Category, Dimension, Population, Table, Words

YEARS = (2023, 2024, 2025)
SIZES = {"sex": 4, "age": 6, "form": 9, "group": 8}  # how many categories each dimension has
FEWER = {"sex": 3, "age": 3, "form": 4, "group": 4}
_CASES, _LATE = (700, 1500), 0.06  # cases of a year; of which written down after the year
_ON = 0.55  # of those left, how many go on to the next category


@dataclass(frozen=True)
class Case:
    """A made-up case: its day, the day it was written down, and a code by each dimension."""

    day: date
    known: date
    codes: Mapping[str, str]


@dataclass(frozen=True)
class Register:
    """Made-up cases, and how many categories each dimension has."""

    cases: Sequence[Case]
    sizes: Mapping[str, int]

    def table(self, names: Sequence[str], first: int, last: int, on: date, **where: tuple[str, ...]) -> Table:
        """Return a table of the cases of some years that were written down by a day."""
        inside = [each.codes for each in self.cases if each.known <= on and first <= each.day.year <= last]
        chosen = [each for each in inside if all(each[name] in codes for name, codes in where.items())]
        dimensions = tuple(self._dimension(name, first, last) for name in names)
        return Table(
            title=words(" by ".join(names)),
            definition=words("made up"),
            population=Population("cases", date(first, 1, 1), date(last, 12, 31), where),
            dimensions=dimensions,
            values=counted(chosen, dimensions),
            counted_on=on,
        )

    def _dimension(self, name: str, first: int, last: int) -> Dimension:
        span = range(first, last + 1)
        quarters = [Category(f"{y}-Q{q}", words(f"{y} Q{q}"), {"year": str(y)}) for y in span for q in range(1, 5)]
        times = {"year": [Category(str(y), words(str(y))) for y in span], "quarter": quarters}
        codes = (f"{name}-{i}" for i in range(self.sizes.get(name, 0)))
        found = times.get(name) or [Category(code, words(code)) for code in codes]
        return Dimension(name, words(name), words(f"what {name} means"), tuple(found))


def words(said: str) -> Words:
    """Return made-up words."""
    return Words(nl=f"{said} (nl)", en=f"{said} (en)")


def register(seed: int, sizes: Mapping[str, int] = SIZES) -> Register:
    """Return the cases of all years."""
    chance = Random(seed)  # noqa: S311 - made-up cases need no secret
    made = [_case(chance, year, sizes) for year in YEARS for _ in range(chance.randint(*_CASES))]
    return Register(made, sizes)


def _case(chance: Random, year: int, sizes: Mapping[str, int]) -> Case:
    day = date(year, 1, 1) + timedelta(chance.randrange(365))
    late = chance.random() < _LATE
    known = date(year + 1, 1, 20) + timedelta(chance.randrange(140)) if late else day
    codes = {name: _code(chance, name, size) for name, size in sizes.items()}
    return Case(day, known, {**codes, "year": str(year), "quarter": f"{year}-Q{(day.month + 2) // 3}"})


def _code(chance: Random, name: str, size: int) -> str:
    place = next((place for place in range(size - 1) if chance.random() > _ON), size - 1)
    return f"{name}-{place}"


def publications(made: Register) -> Iterator[Table]:
    """Yield what is published in turn: twelve tables a year, of one to three dimensions, some again, some of a part."""
    for year in YEARS:
        on, revised = date(year + 1, 1, 15), date(year + 1, 7, 1)
        for names in (["sex"], ["age"], ["quarter"], ["form"], ["sex", "age"], ["form", "group"], ["quarter", "form"]):
            yield made.table(names, year, year, on)
        yield made.table(["sex", "age", "form"], year, year, on)
        yield made.table(["age", "group"], year, year, on, sex=("sex-0",))
        yield made.table(["form"], year, year, on, age=("age-0", "age-1"), sex=("sex-0", "sex-1"))
        yield made.table(["sex", "form"], year, year, revised)
        yield made.table(["year", "group"], YEARS[0], year, revised)
