# SPDX-License-Identifier: EUPL-1.2
"""What tells units apart in several tables together: dimensions that hold each other lie on one axis."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

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


# For a category of a dimension, given by its name and its code: in which categories of others it can be.
Beside = Mapping[tuple[str, str], Mapping[str, frozenset[str]]]


def axes(tables: Sequence[Table]) -> tuple[Axis, ...]:
    """Return the axes of tables, time left out; raise Mismatch."""
    lists, beside, filters = _lists(tables), _beside(tables), everywhere(tables)
    found = (_axis(family, lists, beside) for family in _families(lists, beside))
    return tuple(replace(each, codes=tuple(each.codes[at] for at in sorted(each.chosen(filters)))) for each in found)


def everywhere(tables: Sequence[Table]) -> dict[str, At]:
    """Return the filters that every table has in the same words: of whomever they leave out no table says anything."""
    wheres = [each.population.where for each in tables]
    first = wheres[0] if wheres else {}
    return {
        name: codes for name, codes in first.items() if all(set(each.get(name, ())) == set(codes) for each in wheres)
    }


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


def _beside(tables: Iterable[Table]) -> Beside:
    """Return for each category of a dimension those of others that it can be in, from all tables that say so."""
    found: dict[tuple[str, str], dict[str, frozenset[str]]] = {}
    for dimension in (each for table in tables for each in table.dimensions):
        for category in dimension.categories:
            held = {name: frozenset([code]) for name, code in category.within.items()}
            told = {name: frozenset(codes) for name, codes in category.beside.items()}
            found.setdefault((dimension.name, category.code), {}).update(held | told)
    return dict(found)


def _families(lists: Mapping[str, At], beside: Beside) -> list[list[str]]:
    """Return the names, those together whose categories shut some of each other out."""
    family = {name: [name] for name in lists}
    for (name, _), others in beside.items():
        for other in others:
            if name in family and other in family and family[name] is not family[other]:
                joined = family[name] + family[other]
                family.update(dict.fromkeys(joined, joined))
    return list({id(each): sorted(each) for each in family.values()}.values())


def _axis(names: Sequence[str], lists: Mapping[str, At], beside: Beside) -> Axis:
    """Return every combination that there can be, made longer dimension by dimension."""
    codes: list[At] = [()]
    for place, name in enumerate(names):

        def fits(at: At, code: str, name: str = name, before: Sequence[str] = names[:place]) -> bool:
            found = (((name, code), each) for each in zip(before, at, strict=True))
            return all(_can(one, other, lists, beside) and _can(other, one, lists, beside) for one, other in found)

        codes = [(*at, code) for at in codes for code in lists[name] if fits(at, code)]
    return Axis(tuple(names), tuple(codes))


def _can(one: tuple[str, str], other: tuple[str, str], lists: Mapping[str, At], beside: Beside) -> bool:
    """Return whether a category says that it can be beside another; the rest is whichever no filter names."""
    name, code = other
    told = beside.get(one, {}).get(name)
    return told is None or code in told or (code == _REST and not told <= set(lists[name]))
