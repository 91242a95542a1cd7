# SPDX-License-Identifier: EUPL-1.2
"""The model with the smallest BIC, of all hierarchical ones or downhill from independence.

A hierarchical model has with each term all that it is made of. BIC counts a model's parameters, those at minus infinity
among them, and the persons observed (Silverman, Chan & Vincent 2024, Statistics and Computing 34:44). All resamples
choose among the models that are best for the table itself, as many as that paper's authors take.
"""

from collections.abc import Iterator
from functools import cache
from itertools import compress

import numpy as np

from baken.hidden_population.loglinear import FITTED, Fits, fit
from baken.hidden_population.tables import Faults, Floats
from baken.hidden_population.terms import Flags, Model, flags, independence, model, order, terms, tops
from baken.hidden_population.worded import Worded, worded

_ORDERS = {2: 1, 3: 2, 4: 3, 5: 3}  # the largest terms by default; 2 where there are more lists
_TOPS = {4: 20, 5: 100, 6: 100}
_MOST_MODELS = 60_000
_ROUNDS = 20
_FITS = 10_000  # of resamples, kept at once


def default_order(lists: int) -> int:
    """Return how large terms may be, if nobody says."""
    return _ORDERS.get(lists, 2)


def default_top(lists: int) -> int | None:
    """Return among how many of the best models resamples choose, or nothing if among all."""
    return _TOPS.get(lists)


def enumerated(lists: int, max_order: int) -> Flags:
    """Return all hierarchical models with terms of at most so many lists, but the saturated one; raises `Faults`."""
    found = [independence(lists)]
    for size in range(2, min(max_order, lists - 1) + 1):
        added = terms(lists, size)
        if 1 << len(added) > _MOST_MODELS:
            raise Faults([_too_many(lists, size)])
        found = [below | some for below in found for some in _chosen([each for each in added if _bounded(below, each)])]
    return flags(found, lists)


def _too_many(lists: int, size: int) -> Worded:
    return worded(
        "{lists} lists have too many models with terms of {size} lists; ask bic-downhill", lists=lists, size=size
    )


def _chosen(fitting: list[int]) -> Iterator[Model]:
    """Yield every choice of some terms."""
    for chosen in range(1 << len(fitting)):
        yield frozenset(compress(fitting, (chosen >> bit & 1 for bit in range(len(fitting)))))


def _bounded(below: Model, term: int) -> bool:
    """Return whether all that a term is made of is in a model."""
    return all(term & ~(1 << bit) in below for bit in range(term.bit_length()) if term >> bit & 1)


def bic(counts: Floats, models: Flags, told: Fits) -> Floats:
    """Return the criterion of each row, infinite where there is no estimate."""
    found: Floats = models.sum(1) * np.log(counts.sum(1)) - 2 * told.loglik
    return np.where(told.verdicts == FITTED, found, np.inf)


def ranked(counts: Floats, max_order: int) -> tuple[Flags, Fits, Floats]:
    """Return all models of one table that have an estimate, the best first, with their fits and BIC."""
    models = enumerated(len(counts).bit_length() - 1, max_order)
    table = np.repeat(counts[None], len(models), 0)
    told = fit(table, models)
    scores = bic(table, models, told)
    best = np.argsort(scores, kind="stable")
    best = best[np.isfinite(scores[best])]
    return models[best], told.rows(best), scores[best]


def best_of(counts: Floats, models: Flags, told: Fits) -> Floats:
    """Return the total by the best of some models, for each of some tables; `told` are fits from which to begin."""
    some = max(1, _FITS // len(models))
    return np.concatenate([_best_of(counts[at : at + some], models, told.near) for at in range(0, len(counts), some)])


def _best_of(counts: Floats, models: Flags, start: Floats) -> Floats:
    tables = np.repeat(counts, len(models), 0)
    tried = np.tile(models, (len(counts), 1))
    told = fit(tables, tried, np.tile(start, (len(counts), 1)))
    scores = bic(tables, tried, told).reshape(len(counts), -1)
    found: Floats = told.totals(tables).reshape(len(counts), -1)[np.arange(len(counts)), scores.argmin(1)]
    return found


def downhill(counts: Floats, max_order: int) -> tuple[Flags, Fits, Floats]:
    """Return for each table the model that no neighbour betters, from independence on, with its fit and BIC."""
    lists = counts.shape[1].bit_length() - 1
    models = np.repeat(flags([independence(lists)], lists), len(counts), 0)
    told = fit(counts, models)
    scores = bic(counts, models, told)
    seen = [{independence(lists)} for _ in counts]
    rows = list(range(len(counts)))
    for _ in range(_ROUNDS):
        tried = [(row, each) for row in rows for each in neighbours(model(models[row]), lists, max_order)]
        tried = [(row, each) for row, each in tried if each not in seen[row]]
        if not tried:
            break
        for row, each in tried:
            seen[row].add(each)
        rows = _lower(counts, tried, (models, told, scores))
    return models, told, scores


def _lower(counts: Floats, tried: list[tuple[int, Model]], state: tuple[Flags, Fits, Floats]) -> list[int]:
    """Fit neighbours, take the best of each table where it is better, and return for which it was."""
    models, told, scores = state
    rows = np.array([row for row, _ in tried])
    tables, found = counts[rows], flags([each for _, each in tried], counts.shape[1].bit_length() - 1)
    fits = fit(tables, found, told.near[rows])
    scored = bic(tables, found, fits)
    first = np.flatnonzero(np.diff(rows, prepend=-1))
    best = [int(at + each.argmin()) for at, each in zip(first, np.split(scored, first[1:]), strict=True)]
    better = [at for at in best if scored[at] < scores[rows[at]]]
    models[rows[better]], scores[rows[better]] = found[better], scored[better]
    told.put(rows[better], fits.rows(better))
    return [int(rows[at]) for at in better]


@cache
def neighbours(of: Model, lists: int, max_order: int) -> tuple[Model, ...]:
    """Return the hierarchical models with one term more or less; no list ever goes."""
    largest = min(max_order, lists - 1)
    more = [each for size in range(2, largest + 1) for each in terms(lists, size) if each not in of]
    fewer = [of - {each} for each in sorted(tops(of)) if order(each) > 1]
    return (*(of | {each} for each in more if _bounded(of, each)), *fewer)
