# SPDX-License-Identifier: EUPL-1.2
"""Whether intervals hold the truth: populations of known size, in which lists depend on each other in three ways.

Apart: lists know nothing of each other. Sent on: who is on the first is often sent to the second, and hardly ever to
the third. Unlike: some persons are seen by every list more easily than others, which no log-linear model of pairs says.

Of two kinds: half are seen more easily by every list, and it is known who; told apart, or not. Methods that take long
are asked of the first populations alone.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from baken.hidden_population.answering import by_method
from baken.hidden_population.estimating import Spread
from baken.hidden_population.methods import Asked
from baken.hidden_population.strata.parts import Strata
from baken.hidden_population.tables import Faults, Table

POPULATIONS = 500
_PERSONS, _LISTS = 2000, 4
_ON = np.array([0.06, 0.1, 0.08, 0.05])
_RESAMPLES = 200
_METHODS = ("independence", "stepwise", "bic", "bic-downhill", "bma")
Drawn = NDArray[np.bool_]
_SENT, _KEPT, _SPREAD = 0.3, 0.1, 0.8
_EASILY = {"f": 1.8, "m": 0.7}  # how much more, or less, each kind is seen
_FIRST = {"lcmcr": 25, "joint": 100}  # populations, of methods that take long


def apart(chance: np.random.Generator) -> Drawn:
    """Return who is on which list where lists know nothing of each other."""
    return np.asarray(chance.random((_PERSONS, _LISTS)) < _ON)


def sent_on(chance: np.random.Generator) -> Drawn:
    """Return who is on which list where the first sends to the second, and keeps from the third."""
    drawn = apart(chance)
    drawn[:, 1] |= drawn[:, 0] & (chance.random(_PERSONS) < _SENT)
    drawn[:, 2] &= ~drawn[:, 0] | (chance.random(_PERSONS) < _KEPT)
    return drawn


def unlike(chance: np.random.Generator) -> Drawn:
    """Return who is on which list where some are seen more easily by all of them."""
    odds = _ON / (1 - _ON) * np.exp(_SPREAD * chance.standard_normal((_PERSONS, 1)))
    return np.asarray(chance.random((_PERSONS, _LISTS)) < odds / (1 + odds))


WAYS: Mapping[str, Callable[[np.random.Generator], Drawn]] = {"apart": apart, "sent on": sent_on, "unlike": unlike}


def measure(populations: int) -> list[dict[str, Any]]:
    """Return bias and coverage of each method for each way in which lists depend, and print them."""
    told = []
    for way, drawn in WAYS.items():
        tables = [_table(drawn(np.random.default_rng(seed))) for seed in range(populations)]
        told += [_told(way, method, tables) for method in _METHODS]
        told.append(_told(way, "lcmcr", tables))
    made = [of_two_kinds(np.random.default_rng(seed)) for seed in range(populations)]
    told.append(_told("together", "stepwise", [each.whole for each in made]))
    return [*told, *(_told("by kind", method, made) for method in ("stepwise", "joint"))]


def of_two_kinds(chance: np.random.Generator) -> Strata:
    """Return who is on which list where half are seen more easily, with who those are."""
    half = (_PERSONS // len(_EASILY), _LISTS)
    return Strata(("kind",), {(kind,): _table(chance.random(half) < _ON * each) for kind, each in _EASILY.items()})


def _told(way: str, method: str, made: Sequence[Table | Strata]) -> dict[str, Any]:
    told = {"way": way, "method": method, **_measured(made[: _FIRST.get(method)], method)}
    print(_line(told), flush=True)
    return told


def _table(drawn: Drawn) -> Table:
    counts = np.bincount(drawn @ (1 << np.arange(_LISTS)), minlength=1 << _LISTS).astype(float)
    counts[0] = 0
    return Table(tuple("abcd"), counts)


def _measured(made: Sequence[Table | Strata], method: str) -> dict[str, Any]:
    began, totals, held, widths = time.perf_counter(), [], [], []
    for seed, table in enumerate(made):
        try:
            found = by_method(table, method, Asked(seed=seed), Spread(times=_RESAMPLES, seed=seed))
        except Faults:
            continue
        if found.observed < (table.whole if isinstance(table, Strata) else table).observed:
            continue  # a kind is too thin: the sum is not of all
        totals.append(found.estimate)
        if found.interval:
            held.append(found.interval.low <= _PERSONS <= found.interval.high)
            widths.append(found.interval.high - found.interval.low)
    share = float(np.mean(held))
    return {
        "populations": len(made), "estimated": len(totals), "persons": _PERSONS,
        "bias": float(np.median(totals)) / _PERSONS - 1, "coverage": share,
        "error": float(np.sqrt(share * (1 - share) / len(held))), "width": float(np.median(widths)),
        "seconds": time.perf_counter() - began,
    }  # fmt: skip


def _line(row: Mapping[str, Any]) -> str:
    figures = f"median bias {row['bias']:>+7.1%}, coverage {row['coverage']:.1%} ± {row['error']:.1%}"
    populations = f"{row['estimated']} of {row['populations']}"
    return f"{row['way']:<9}{row['method']:<14}{figures}, median width {row['width']:,.0f}, {populations}"
