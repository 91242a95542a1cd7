# SPDX-License-Identifier: EUPL-1.2
"""What must stay open: how low and how high an attacker must be left to believe that a hidden count may be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from baken.tabulation.disclosure.people import People


@dataclass(frozen=True)
class Need:
    """A hidden column whose upper end must reach a value, or whose lower end must come down to it; None: two values.

    ``unless`` is a column that gives this need only where it is told.
    """

    column: int
    value: int | None
    upper: bool = True
    unless: int | None = None


def small(column: int, threshold: int) -> tuple[Need, Need]:
    """Return what a small count needs: that nothing from 0 is excluded, nor that it is not small at all."""
    return Need(column, 0, upper=False), Need(column, threshold)


def any_count(column: int, threshold: int) -> tuple[Need, ...]:
    """Return what a hidden count may need of which nobody says whether it is small."""
    return (*small(column, threshold), Need(column, None))


def left_over(columns: Iterable[int], values: dict[int, int], people: People, threshold: int) -> list[Need]:
    """Return what new counts need beside others told, of which they leave, or that leave of them, a small count.

    And where so few came or went between two days of counting that they could be meant.
    """
    found: list[Need] = []
    for column in columns:
        value, (some, more, same) = values[column], people.around(column)
        parts = [each for each in some if 0 <= value - values.get(each, value + 1) < threshold]
        wholes = [each for each in more if 0 <= values.get(each, value - 1) - value < threshold]
        changed = [each for each in same if 0 < abs(values.get(each, value) - value) < threshold]
        found += [Need(column, values[each] + threshold, unless=each) for each in parts]
        found += [Need(column, values[each] - threshold, upper=False, unless=each) for each in wholes]
        found += [Need(column, values[each], upper=value < values[each], unless=each) for each in changed]
    return found


def left_of_hidden(
    hidden: Iterable[int], new: Sequence[int], values: dict[int, int], people: People, threshold: int
) -> list[Need]:
    """Return what counts that were published as hidden need beside new ones, each where that one is told."""
    mine, found = set(new), []
    for column in hidden:
        some, more, same = people.around(column)
        found += [Need(column, values[each] + threshold, unless=each) for each in some if each in mine]
        found += [Need(column, values[each] - threshold, upper=False, unless=each) for each in more if each in mine]
        found += [Need(column, values[each], unless=each) for each in same if each in mine]
    return found
