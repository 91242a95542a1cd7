# SPDX-License-Identifier: EUPL-1.2
"""Makes a table safe beside all that was published: hides as little as it can, and attacks the result."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from baken.tabulation.disclosure import wording
from baken.tabulation.disclosure.attacking import differences, recovered
from baken.tabulation.disclosure.axes import Mismatch
from baken.tabulation.disclosure.choosing import Shut
from baken.tabulation.disclosure.equations import TooLarge
from baken.tabulation.disclosure.groups import linked
from baken.tabulation.disclosure.solving import Contradiction
from baken.tabulation.disclosure.task import task
from baken.tabulation.disclosure.warning import warnings
from baken.tabulation.disclosure.wording import DIFFERENCE, OTHERS, Unsafe
from baken.tabulation.releasing import THRESHOLD
from baken.tabulation.shapes import At, Table, Words


@dataclass(frozen=True)
class Protected:
    """A table that may leave: None where a cell is hidden. What else is here stays inside: it tells which are small."""

    table: Table
    hidden: Mapping[At, str]
    why: Mapping[str, Words]
    warnings: Sequence[Words] = field(default=())

    @property
    def lost(self) -> Mapping[str, int]:
        """Return how many cells are hidden for each reason."""
        reasons = list(self.hidden.values())
        return {each: reasons.count(each) for each in self.why}


def protect(table: Table, *, threshold: int = THRESHOLD, published: Sequence[Table] = ()) -> Protected:
    """Return a whole table made safe beside the published ones; raise Unsafe, which says what can be done.

    Raises ValueError for a table that hides cells already, and for a year, quarter or month that is none.
    """
    if None in table.values.values():
        raise ValueError("only a whole table can be made safe")
    if (table.total or 0) < threshold:
        raise Unsafe(wording.few(threshold))
    with _explained():
        return _protected(table, threshold, linked(table, published))


@contextmanager
def _explained() -> Iterator[None]:
    """Say in words for who publishes what stands in the way."""
    try:
        yield
    except Mismatch as error:
        raise Unsafe(wording.OTHER_CATEGORIES) from error
    except Contradiction as error:
        raise Unsafe(wording.CONTRADICTS) from error
    except TooLarge as error:
        raise Unsafe(wording.TOO_LARGE) from error
    except Shut as error:
        raise Unsafe(wording.GIVEN_AWAY) from error


def _protected(table: Table, threshold: int, near: Sequence[Table]) -> Protected:
    given = task([*near, table], threshold)
    total = list(table.cells())[-1]
    if given.reason(total) == DIFFERENCE:
        raise Unsafe(wording.CHANGED_LITTLE if given.again(total) else wording.LEAVES_FEW)
    chosen = given.hidden()
    reasons = {at: given.reason(at) or OTHERS for at in table.cells() if given.column(at) in chosen or given.reason(at)}
    values = {at: None if at in reasons else value for at, value in table.values.items()}
    safe = replace(table, values=values, threshold=threshold)
    if all(value is None for value in values.values()):
        raise Unsafe(wording.NOTHING_LEFT)
    _check(safe, near, threshold)
    return Protected(safe, reasons, wording.why(threshold), warnings(table, safe))


def check(safe: Table, published: Sequence[Table], *, threshold: int | None = None) -> None:
    """Attack a protected table together with what was published; raise Unsafe where more comes out than before.

    ``threshold`` is the fewest that may come out, that of the table itself if none is given.
    """
    with _explained():
        _check(safe, linked(safe, published), threshold or safe.threshold)


def _check(safe: Table, near: Sequence[Table], threshold: int) -> None:
    found, told = recovered([*near, safe], threshold=threshold), differences([*near, safe], threshold=threshold)
    if found and found.keys() - recovered(near, threshold=threshold).keys():
        raise Unsafe(wording.GIVEN_AWAY)
    if told and set(told) - set(differences(near, threshold=threshold)):
        raise Unsafe(wording.GIVEN_AWAY)
