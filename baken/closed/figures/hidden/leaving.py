# SPDX-License-Identifier: EUPL-1.2
"""What of an estimate may leave beside those that were asked for before (pure).

An estimate is reckoned from counts, and whoever has enough of its numbers reckons back. So it is told no more exactly
than it is known; no list is so small that it tells who is on it; and no two estimates lie so near that one gives away
who is in the other. Where the lists came from cannot be seen, so what holds for our own files holds for every list.
"""

from collections.abc import Iterable
from dataclasses import replace
from math import floor, isfinite, log10

from baken.closed.figures.rules import PUBLIC
from baken.hidden_population.answering import Answer
from baken.hidden_population.checks import overlapping
from baken.hidden_population.estimating import Estimate as Estimated
from baken.hidden_population.tables import Table
from baken.tabulation.disclosure import Unsafe
from baken.tabulation.shapes import Estimate, Words

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
_RECKONED = Words(
    nl="Uit een schatting is ruwweg terug te rekenen hoeveel mensen op welke lijsten staan. Bij deze lijsten zijn er "
    "{few} combinaties met 1 tot 10 mensen.",
    en="From an estimate it can roughly be reckoned back how many persons are on which lists. Among these lists {few} "
    "combinations have 1 to 10 persons.",
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


def thoughts(table: Table) -> list[Words]:
    """Return what whoever decides should think of: which numbers can be reckoned back from an estimate."""
    few = sum(0 < table.counts[each] < PUBLIC for each in table.histories)
    return [Words(_RECKONED.nl.format(few=few), _RECKONED.en.format(few=few))] if few else []


def as_told(found: Answer) -> Answer:
    """Return what came out no more exactly than it is told: in two digits, never finer than tens or less than seen."""
    left = {
        method: {name: total and _rounded(total) for name, total in totals.items()}
        for method, totals in found.left.items()
    }
    return replace(found, estimates=tuple(map(_told, found.estimates)), left=left)


def _told(found: Estimated) -> Estimated:
    total = _at_least(found.observed, found.estimate)
    span = found.interval
    if span:
        low, high = (_at_least(found.observed, each) for each in (span.low, span.high))
        span = replace(span, low=low, high=high)
    return replace(found, estimate=total, hidden=total - found.observed, interval=span)


def _at_least(seen: int, value: float) -> float:
    return max(float(seen), _rounded(value))


def _rounded(value: float) -> float:
    if not isfinite(value) or value <= 0:
        return value
    step = 10 ** max(1, floor(log10(value)) + 1 - _DIGITS)
    return float(round(value / step) * step)
