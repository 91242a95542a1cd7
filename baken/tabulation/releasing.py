# SPDX-License-Identifier: EUPL-1.2
"""The least that a figure must be before anybody outside sees it.

This makes nothing safe: it is the gate that refuses what was plainly not made safe. A table hides what is small, a
hidden cell is not what its row lacks, and an estimate says between what and what.
"""

from baken.tabulation.shapes import ALL, At, Estimate, Figure, Table

THRESHOLD = 11  # the fewest that anybody outside is told of, as in the k-anonymity of CTDC


class Unfit(ValueError):
    """A figure that may not leave as it is; the message says why."""


def check_may_leave(figure: Figure) -> None:
    """Raise Unfit for a figure that may not leave."""
    if isinstance(figure, Estimate):
        _check_estimate(figure)
    else:
        _check_table(figure)


def _check_estimate(figure: Estimate) -> None:
    if figure.observed < THRESHOLD:  # a count too, and an estimate has no threshold of its own
        raise Unfit(f"fewer than {THRESHOLD} were seen")
    if not any(each.low is not None and each.high is not None for each in figure.results):
        raise Unfit("an estimate without a single interval is a bare number")


def _check_table(table: Table) -> None:
    if table.threshold < THRESHOLD:
        raise Unfit(f"it tells of fewer than {THRESHOLD}: its threshold is {table.threshold}")
    if any(value is not None and value < table.threshold for value in table.values.values()):
        raise Unfit("it tells of fewer than its threshold")
    if any(_gives_away(table, at, along) for at in table.cells() for along, code in enumerate(at) if code == ALL):
        raise Unfit("what it hides can be computed from a total")


def _gives_away(table: Table, at: At, along: int) -> bool:
    """Return whether a total that is told leaves one value only for what is hidden below it."""
    total, parts = table.values[at], [table.values[each] for each in table.parts(at, along)]
    hidden = parts.count(None)
    return total is not None and hidden > 0 and (hidden == 1 or total == sum(each or 0 for each in parts))


def most(table: Table, at: At) -> int | None:
    """Return the most that a hidden cell can hold, as anybody can compute from its totals; None where none is told.

    It is never said of a hidden cell that it holds fewer than the threshold: it may be hidden for another's sake.
    """
    found = [_left(table, at, along) for along, code in enumerate(at) if code != ALL]
    return min((each for each in found if each is not None), default=None)


def _left(table: Table, at: At, along: int) -> int | None:
    total_at = (*at[:along], ALL, *at[along + 1 :])
    total = table.values[total_at]
    total = most(table, total_at) if total is None else total
    return None if total is None else total - sum(table.values[each] or 0 for each in table.parts(total_at, along))
