# SPDX-License-Identifier: EUPL-1.2
"""What of an estimate may leave beside those that were asked for before (pure).

An estimate is reckoned from counts, and whoever has enough of its numbers reckons back. So it is told no more exactly
than it is known; no list is so small that it tells who is on it; and no two estimates lie so near that one gives away
who is in the other. Where the lists came from cannot be seen, so what holds for our own files holds for every list.
"""

from collections.abc import Iterable
from dataclasses import replace

from baken.closed.figures.rules import PUBLIC
from baken.hidden_population.checks import overlapping
from baken.hidden_population.tables import Table
from baken.tabulation.disclosure import Unsafe
from baken.tabulation.shapes import Estimate, Result, Words

_DIGITS = 2
SMALL_LIST = Words(
    nl=f"Op een van de lijsten staan minder dan {PUBLIC} mensen. Voeg lijsten samen, of neem een langere periode.",
    en=f"One of the lists has fewer than {PUBLIC} persons. Put lists together, or take a longer period.",
)
SMALL_OVERLAP = Words(
    nl=f"Op meer dan één lijst staan minder dan {PUBLIC} mensen. Kies andere lijsten, of neem een langere periode.",
    en=f"Fewer than {PUBLIC} persons are on more than one list. Choose other lists, or take a longer period.",
)
SO_NEAR = Words(
    nl="Er is eerder een schatting gevraagd over een periode die met deze overlapt, met bijna even veel mensen die wel "
    "gezien zijn: het verschil vertelt over hen. Neem dezelfde lijsten en periode, of een periode die er buiten ligt.",
    en="An estimate was asked for before over a period that overlaps with this one, with nearly as many persons seen: "
    "the difference tells of them. Take the same lists and period, or a period that lies outside it.",
)


def check_lists(table: Table) -> None:
    """Raise Unsafe where so few are on a list, or on two, that the estimate tells of them."""
    if any(table.on(1 << bit) < PUBLIC for bit in range(len(table.lists))):
        raise Unsafe(SMALL_LIST)
    if overlapping(table) < PUBLIC:
        raise Unsafe(SMALL_OVERLAP)


def check_beside(figure: Estimate, before: Iterable[Estimate]) -> None:
    """Raise Unsafe where another estimate of overlapping days differs by so few that they can be meant."""
    if any(0 < abs(figure.observed - each.observed) < PUBLIC and _share_days(figure, each) for each in before):
        raise Unsafe(SO_NEAR)


def _share_days(one: Estimate, other: Estimate) -> bool:
    first, second = one.population, other.population
    return first.first <= second.last and second.first <= first.last


def as_told(figure: Estimate) -> Estimate:
    """Return an estimate as everybody is told it: its numbers no more exactly than two digits."""
    return replace(figure, results=tuple(map(_told, figure.results)))


def _told(result: Result) -> Result:
    low, high = (None if each is None else _rounded(each) for each in (result.low, result.high))
    return replace(result, estimate=_rounded(result.estimate), low=low, high=high)


def _rounded(value: float) -> float:
    return float(f"{value:.{_DIGITS}g}")
