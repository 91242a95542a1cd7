# SPDX-License-Identifier: EUPL-1.2
"""One model of lists and columns together, so that thin strata borrow from the others.

Who is on no list is told for each stratum by what lists and columns have in common over all of them (`choosing`).
After van der Heijden, Whittaker, Cruyff, Bakker & van der Vliet 2012, Annals of Applied Statistics 6:831.
"""

import time

import numpy as np

from baken.hidden_population import bootstrap, checks
from baken.hidden_population.bootstrap import Again, Chance, Moves
from baken.hidden_population.estimating import LIKELIHOODS, Estimate, Spread, Stratum
from baken.hidden_population.methods import Asked
from baken.hidden_population.strata.choosing import chosen
from baken.hidden_population.strata.factors import factors
from baken.hidden_population.strata.fitting import Fitting
from baken.hidden_population.strata.parts import Strata
from baken.hidden_population.tables import Faults, Floats, Row
from baken.hidden_population.worded import worded

JOINT = "joint"


def joint(strata: Strata, asked: Asked, spread: Spread) -> Estimate:
    """Estimate all strata by one log-linear model of lists and columns, chosen stepwise.

    All persons are resampled together, and each resample chooses its model anew. Raises `Faults` where the table can
    tell nothing, or main effects alone have no estimate.
    """
    began, whole = time.perf_counter(), strata.whole
    if faults := [*checks.faults(whole)]:
        raise Faults(faults)
    told, counts = factors(strata)
    fitting = Fitting(told)
    found = chosen(fitting, counts, asked.p)
    if not found:
        raise Faults([worded("the joint model has no estimate for these strata: name fewer columns")])
    again = _again(fitting, asked.p)
    seen = counts.reshape(-1, told.strata).sum(0)
    chances = _chances(counts, again, seen + found.fit.hidden, spread)
    interval, notes = chances[-1].interval(spread.level) if chances else (None, [])
    parts = tuple(
        _stratum(
            strata, values, (float(seen[place]), float(found.fit.hidden[place])), chances[place : place + 1], spread
        )
        for place, values in enumerate(strata.crossed)
    )
    hidden = float(found.fit.hidden.sum())
    return Estimate(
        strata.lists, whole.observed, JOINT, whole.observed + hidden, hidden, interval, told.name(found.pairs),
        (*_remarks(strata), *checks.warnings(whole), *notes), time.perf_counter() - began, parts,
    )  # fmt: skip


def _stratum(strata: Strata, values: Row, counts: tuple[float, float], chance: list[Chance], spread: Spread) -> Stratum:
    seen, hidden = counts
    interval = chance[0].interval(spread.level)[0] if chance else None
    by = dict(zip(strata.by, values, strict=True))
    return Stratum(by, strata.lists, int(seen), seen + hidden, hidden, interval, None, ())


def _remarks(strata: Strata) -> list[str]:
    return [note for each in strata.tables.values() for note in each.remarks]


def _again(fitting: Fitting, threshold: float) -> Again:
    """Return what makes the estimates of other tables: a row for each stratum, and one for their sum."""

    def again(tables: Floats) -> Floats:
        return np.array([_totals(fitting, each, threshold) for each in tables]).T

    return again


def _totals(fitting: Fitting, counts: Floats, threshold: float) -> Floats:
    found = chosen(fitting, counts, threshold)
    seen = counts.reshape(-1, fitting.factors.strata).sum(0)
    totals = seen + found.fit.hidden if found else np.full(len(seen), np.nan)
    return np.append(totals, totals.sum())


def _chances(counts: Floats, again: Again, totals: Floats, spread: Spread) -> list[Chance]:
    """Return what chance makes of each stratum and, last, of their sum; nothing where nobody asks."""
    if not spread.times or spread.kind in LIKELIHOODS:
        return []
    draws = again(bootstrap.resampled(counts, spread.times, spread.seed))
    found = [*totals, totals.sum()]
    if spread.kind != "bca":
        return [Chance(float(total), row) for total, row in zip(found, draws, strict=True)]
    return [
        Chance(float(total), row, moves) for total, row, moves in zip(found, draws, _moves(counts, again), strict=True)
    ]


def _moves(counts: Floats, again: Again) -> list[Moves]:
    """Return what each stratum's estimate, and their sum, does without each person."""
    persons, fewer = bootstrap.without_one(counts)
    return [bootstrap.moved(persons, totals) for totals in again(fewer)]
