# SPDX-License-Identifier: EUPL-1.2
"""What tells units apart in several tables together: dimensions that hold each other lie on one axis."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from baken.tabulation.disclosure.days import TIMES
from baken.tabulation.shapes import At, Table

_REST = ""  # everybody whom a filter leaves out, where no table names the other categories


class Mismatch(ValueError):
    """A dimension has other categories in another table; the message names it."""


@dataclass(frozen=True)
class Axis:
    """Dimensions by name, and each combination of their categories that there can be."""

    names: tuple[str, ...]
    codes: tuple[At, ...]

    def chosen(self, wanted: Mapping[str, Sequence[str]]) -> frozenset[int]:
        """Return the places of the combinations that have one of the wanted codes along each named dimension."""
        mine = [(i, wanted[name]) for i, name in enumerate(self.names) if name in wanted]
        return frozenset(at for at, code in enumerate(self.codes) if all(code[i] in codes for i, codes in mine))


def axes(tables: Sequence[Table]) -> tuple[Axis, ...]:
    """Return the axes of tables, time left out; raise Mismatch."""
    lists, within = _lists(tables), _within(tables)
    return tuple(_axis(family, lists, within) for family in _families(lists, within))


def _lists(tables: Sequence[Table]) -> dict[str, At]:
    """Return the codes of each dimension: those of the tables that have it, or what filters name and the rest."""
    found: dict[str, At] = {}
    for dimension in (each for table in tables for each in table.dimensions if each.name not in TIMES):
        if set(found.setdefault(dimension.name, dimension.codes)) != set(dimension.codes):
            raise Mismatch(dimension.name)
    for name, codes in (each for table in tables for each in table.population.where.items()):
        _check_filter(name, codes, found)
    named = [each for table in tables for each in table.population.where.items() if each[0] not in found]
    for name, codes in named:
        found[name] = (*sorted({*found.get(name, ()), *codes} - {_REST}), _REST)
    return found


def _check_filter(name: str, codes: Sequence[str], lists: Mapping[str, At]) -> None:
    if name in TIMES or not set(codes) <= set(lists.get(name, codes)):
        raise Mismatch(name)


def _within(tables: Iterable[Table]) -> dict[tuple[str, str], Mapping[str, str]]:
    """Return for each category of a dimension the coarser ones that hold it, from all tables that say so."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for dimension in (each for table in tables for each in table.dimensions):
        for category in dimension.categories:
            found.setdefault((dimension.name, category.code), {}).update(category.within)
    return dict(found)


def _families(lists: Mapping[str, At], within: Mapping[tuple[str, str], Mapping[str, str]]) -> list[list[str]]:
    """Return the names, those together that hold each other."""
    family = {name: [name] for name in lists}
    for (name, _), coarser in within.items():
        for other in coarser:
            if name in family and other in family and family[name] is not family[other]:
                joined = family[name] + family[other]
                family.update(dict.fromkeys(joined, joined))
    return list({id(each): sorted(each) for each in family.values()}.values())


def _axis(names: Sequence[str], lists: Mapping[str, At], within: Mapping[tuple[str, str], Mapping[str, str]]) -> Axis:
    def possible(code: At) -> bool:
        said = dict(zip(names, code, strict=True))
        held = (within.get(each, {}) for each in said.items())
        return all(said.get(name, inside) == inside for each in held for name, inside in each.items())

    return Axis(tuple(names), tuple(filter(possible, product(*(lists[name] for name in names)))))
