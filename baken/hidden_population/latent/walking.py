# SPDX-License-Identifier: EUPL-1.2
"""A chain through shares of hidden kinds and how likely each kind is on each list, compiled.

A prior of 1 / N adds the hidden persons out in closed form, so that a table's probability needs one sum over kinds for
each history. Gibbs steps through the kinds of all persons, hidden ones among them, lead to the same posterior; but
where thousands are hidden they move by little, and after ten thousand of them chains still stand where they began. To
change one kind here costs a microsecond or two.
"""

import os
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numba import njit

from baken.hidden_population.tables import Floats

_COMPILED: dict[str, Any] = {"nogil": True, "cache": os.access(Path(__file__).parent, os.W_OK)}
SHAPE, RATE = 0.25, 0.25  # of the gamma that says how evenly the stick breaks
_MOVES = 3  # of each kind, on average, in a step
_FAR = 20.0  # of a log odds; further away nothing is told any more
_LEAST, _FIRST = 1e-12, 0.01
_NUDGED, _MOVED, _DRAWN, _ONE, _BROKEN, _SWAPPED = range(6)  # ways to change a kind


class Seen(NamedTuple):
    """Who was seen: ones by history and list, and persons by history."""

    histories: Floats
    persons: Floats


class Kinds(NamedTuple):
    """Where a chain is: log odds of each kind to be on each list, where the stick breaks, how likely each history is.

    The last column of what is likely is that of being on no list.
    """

    odds: Floats
    breaks: Floats
    likely: Floats


class At(NamedTuple):
    """How likely the table is there, how evenly the stick breaks, and how much the table weighs."""

    height: float
    evenness: float
    weight: float


class Walk(NamedTuple):
    """How long a chain is, how much of its beginning is not kept, and which of the rest is."""

    steps: int
    burnt: int
    every: int


@njit(**_COMPILED)
def walked(seen: Seen, kinds: int, walk: Walk, seed: int) -> Floats:
    """Return how likely it is to be on no list, at each step that is kept.

    A chain begins where nothing is known; the table weighs more and more until half of what is burnt has gone by.
    """
    np.random.seed(seed)
    here, evenness = _begun(seen, kinds), SHAPE / RATE
    found = np.empty((walk.steps - walk.burnt) // walk.every)
    for step in range(walk.steps):
        height, weight = _height(here, seen.persons), min(1.0, _FIRST + 2 * step / walk.burnt)
        for _ in range(_MOVES * kinds):
            height = _changed(here, seen, At(height, evenness, weight))
        evenness = np.random.gamma(SHAPE + kinds - 1, 1 / (RATE - np.log1p(-here.breaks[:-1]).sum()))
        place = step - walk.burnt
        if place >= 0 and place % walk.every == 0 and place // walk.every < len(found):
            found[place // walk.every] = min((_shares(here.breaks) * here.likely[:, -1]).sum(), 1 - _LEAST)
    return found


@njit(**_COMPILED)
def _begun(seen: Seen, kinds: int) -> Kinds:
    lists = seen.histories.shape[1]
    here = Kinds(np.empty((kinds, lists)), np.empty(kinds), np.empty((kinds, len(seen.persons) + 1)))
    for kind in range(kinds):
        _proposed(here, kind, _DRAWN, SHAPE / RATE)
        _judge(here, kind, seen.histories)
    return here


@njit(**_COMPILED)
def _judge(here: Kinds, kind: int, histories: Floats) -> None:
    """Write how likely one kind has each history, and none."""
    odds, none = here.odds[kind], 1.0
    for each in odds:
        none /= 1 + np.exp(each)
    for place in range(len(histories)):
        total = 0.0
        for bit in range(len(odds)):
            total += histories[place, bit] * odds[bit]
        here.likely[kind, place] = none * np.exp(total)
    here.likely[kind, -1] = none


@njit(**_COMPILED)
def _shares(breaks: Floats) -> Floats:
    """Return the shares of kinds; the last has what is left of the stick."""
    shares, left = np.empty(len(breaks)), 1.0
    for kind in range(len(breaks) - 1):
        shares[kind] = left * breaks[kind]
        left *= 1 - breaks[kind]
    shares[-1] = left
    return shares


@njit(**_COMPILED)
def _height(here: Kinds, persons: Floats) -> float:
    """Return the logarithm of the table's probability, hidden persons added out."""
    shares, found, none = _shares(here.breaks), 0.0, 0.0
    for place in range(len(persons)):
        total = 0.0
        for kind in range(len(shares)):
            total += shares[kind] * here.likely[kind, place]
        found += persons[place] * np.log(total + 1e-300)
    for kind in range(len(shares)):
        none += shares[kind] * here.likely[kind, -1]
    return float(found - persons.sum() * np.log1p(-min(none, 1 - _LEAST)))


@njit(**_COMPILED)
def _changed(here: Kinds, seen: Seen, at: At) -> float:
    """Change one kind, keep that or take it back (Metropolis & Hastings), and return the height then."""
    kinds = len(here.breaks)
    kind, other, way = np.random.randint(kinds), np.random.randint(kinds), np.random.randint(6)
    odds, broken, likely = here.odds[kind].copy(), here.breaks[kind], here.likely[kind].copy()
    gained = 0.0
    if way == _SWAPPED:
        _swap(here, kind, other)
    else:
        gained = _proposed(here, kind, way, at.evenness)
        _judge(here, kind, seen.histories)
    after = _height(here, seen.persons)
    if np.log(np.random.random()) < at.weight * (after - at.height) + gained:
        return float(after)
    if way == _SWAPPED:
        _swap(here, kind, other)
    else:
        here.odds[kind], here.breaks[kind], here.likely[kind] = odds, broken, likely
    return at.height


@njit(**_COMPILED)
def _swap(here: Kinds, kind: int, other: int) -> None:
    """Let two kinds change places on the stick."""
    for each in (here.odds, here.likely):
        kept = each[kind].copy()
        each[kind] = each[other]
        each[other] = kept


@njit(**_COMPILED)
def _proposed(here: Kinds, kind: int, way: int, evenness: float) -> float:
    """Change a kind in one way, and return by how much that is likelier while nothing is known of the table."""
    odds, scale = here.odds[kind], 10 ** np.random.uniform(-1.5, 0.5)
    if way == _DRAWN:
        for bit in range(len(odds)):
            share = np.random.random()
            odds[bit] = np.log((share + _LEAST) / (1 - share + _LEAST))
        here.breaks[kind] = _within(np.random.beta(1.0, evenness))
        return 0.0
    before, broken = _prior(odds), here.breaks[kind]
    if way == _NUDGED:
        for bit in range(len(odds)):
            odds[bit] += scale * np.random.standard_normal()
    elif way == _MOVED:
        odds += scale * np.random.standard_normal()
    elif way == _ONE:
        odds[np.random.randint(len(odds))] += scale * np.random.standard_normal()
    if way in (_MOVED, _BROKEN):
        moved = np.log(broken / (1 - broken)) + scale * np.random.standard_normal()
        here.breaks[kind] = _within(1 / (1 + np.exp(-moved)))
    if np.abs(odds).max() > _FAR:
        return -np.inf
    new = here.breaks[kind]
    return float(_prior(odds) - before + np.log(new / broken) + evenness * np.log((1 - new) / (1 - broken)))


@njit(**_COMPILED)
def _within(share: float) -> float:
    return min(max(share, _LEAST), 1 - _LEAST)


@njit(**_COMPILED)
def _prior(odds: Floats) -> float:
    """Return the logarithm of how dense log odds are where any share is as likely."""
    found = 0.0
    for each in odds:
        found += each - 2 * np.log1p(np.exp(each))
    return found
