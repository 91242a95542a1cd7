# SPDX-License-Identifier: EUPL-1.2
"""How many there are, by one method, with an interval."""

import time
from collections.abc import Mapping
from dataclasses import dataclass

from baken.hidden_population import bootstrap, checks, likelihood, terms
from baken.hidden_population.bootstrap import Chance, Interval, Seed
from baken.hidden_population.methods import METHODS, Asked, Point
from baken.hidden_population.tables import Faults, Table
from baken.hidden_population.worded import Worded, worded

INTERVALS = ("bca", "percentile", "profile", "wald")
LIKELIHOODS = {"profile": likelihood.profile, "wald": likelihood.wald}
CHOOSES = frozenset({"stepwise", "bic", "bic-downhill"})


@dataclass(frozen=True)
class Spread:
    """Which interval is asked for: its kind, its level in per cent, how many resamples, and their seed."""

    kind: str = "bca"
    level: float = 95
    times: int = 1000
    seed: Seed = 1


@dataclass(frozen=True)
class Stratum:
    """How many persons of one kind there are; no estimate where their table is too thin, and `warnings` say why."""

    by: Mapping[str, str]  # what they have in common
    lists: tuple[str, ...]  # to which the digits of the model refer
    observed: int
    estimate: float | None
    hidden: float | None
    interval: Interval | None
    model: str | None
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class Estimate:
    """How many persons there are, on a list or on none, and how sure that is."""

    lists: tuple[str, ...]
    observed: int
    method: str
    estimate: float
    hidden: float
    interval: Interval | None
    model: str
    warnings: tuple[str, ...]
    seconds: float  # of computing
    strata: tuple[Stratum, ...] = ()  # where persons were told apart


def estimate(
    table: Table, method: str = "stepwise", asked: Asked | None = None, spread: Spread | None = None
) -> Estimate:
    """Estimate the size of a closed population from capture histories, by one of `METHODS`.

    The estimate is the persons observed plus the fitted count of the history on no list, exp(intercept) of a Poisson
    log-linear model; with `bma` it is the median of the posterior. Nothing is rounded. `asked` says what a method wants
    to know (model, p-value, largest term), `spread` which interval: by default BCa at 95 per cent from a thousand
    multinomial resamples, each of which goes through the choice of the model again. Where many have no estimate, or no
    BCa interval can be computed, `warnings` say so. Raises `Faults`, a line for each, where the table can tell nothing,
    or the model has no maximum likelihood estimate or is not identifiable.

    >>> with open("table.csv") as file:
    ...     table = tables.read(file)
    >>> estimate(table, "fixed", Asked(model="[12,3]"), Spread(kind="profile", times=0))

    Sources: Chan, Silverman & Vincent 2021, JASA 116:1297; Silverman, Chan & Vincent 2024, Statistics and Computing
    34:44; Madigan & York 1997, Biometrika 84:19; Fienberg & Rinaldo 2012, Annals of Statistics 40:996.
    """
    return estimated(table, method, asked or Asked(), spread or Spread())[0]


def estimated(table: Table, method: str, asked: Asked, spread: Spread) -> tuple[Estimate, Chance | None]:
    """Return an estimate, and what chance makes of it where it was resampled or is believed."""
    began = time.perf_counter()
    if method not in METHODS:
        raise Faults([worded("{method} is no method; there are {methods}", method=method, methods=[*METHODS])])
    if faults := [*checks.faults(table)]:
        raise Faults(faults)
    point = METHODS[method](table, asked)
    chance = _chance(table, point, spread)
    interval, notes = _interval(table, point, chance, spread)
    if spread.kind in LIKELIHOODS and method in CHOOSES:
        notes = [worded("the interval takes the chosen model for given, and is too narrow")]
    warnings = (*table.remarks, *checks.warnings(table), *point.notes, *notes)
    told = Estimate(
        table.lists, table.observed, method, point.total, point.total - table.observed, interval,
        point.name or terms.name(point.model), warnings, time.perf_counter() - began,
    )  # fmt: skip
    return told, chance


def _chance(table: Table, point: Point, spread: Spread) -> Chance | None:
    """Return what chance makes of an estimate; nothing where nobody asks."""
    if not spread.times:
        return None
    if point.believed:
        return Chance(point.total, point.believed.draws(spread.times, spread.seed), kind="credible")
    if spread.kind in LIKELIHOODS or not point.again:
        return None
    draws = point.again(bootstrap.resampled(table.counts, spread.times, spread.seed))
    moves = bootstrap.moves(table.counts, point.again) if spread.kind == "bca" else None
    return Chance(point.total, draws, moves)


def _interval(
    table: Table, point: Point, chance: Chance | None, spread: Spread
) -> tuple[Interval | None, list[Worded]]:
    if point.believed:
        return point.believed.interval(spread.level), []
    if spread.kind in LIKELIHOODS and point.fits:
        return LIKELIHOODS[spread.kind](table.counts, point.fits, point.model, spread.level), []
    return chance.interval(spread.level) if chance else (None, [])
