# SPDX-License-Identifier: EUPL-1.2
"""Averaging over decomposable graphs (Madigan & York 1997, Biometrika 84:19), as HRDAG's estimates have it.

In a graph, lists that are joined depend on each other. Where it is decomposable, the probability of a table is a
product over its cliques, divided by one over their separators, each under a Dirichlet prior that adds up to one person.
So it is known for every number of hidden persons, and graphs are averaged by how probable they make what was seen. All
graphs are as likely before, and a population is the likelier the smaller: 1 / N.
"""

from functools import cache
from itertools import combinations
from typing import NamedTuple

import numpy as np
from scipy.special import gammaln, logsumexp

from baken.hidden_population.bootstrap import Interval, Seed, tails
from baken.hidden_population.tables import Faults, Floats
from baken.hidden_population.terms import Model, closed
from baken.hidden_population.worded import Worded, worded

_MOST_LISTS = 6
_TIMES, _POINTS = 30, 1000  # up to thirty times as many hidden persons as observed, in so many steps
_EDGE = 0.005  # where more than this is in the last tenth of the numbers asked about, they end too soon
MEDIAN = 0.5


class Posterior(NamedTuple):
    """What is believed once the table is known."""

    totals: Floats  # numbers of persons asked about
    weights: Floats  # of each
    graphs: tuple[tuple[Model, float], ...]  # the likeliest first

    def quantile(self, share: float) -> float:
        """Return the first number below which more than a share of the belief is."""
        return float(self.totals[int(np.argmax(np.cumsum(self.weights) > share))])

    def interval(self, level: float) -> Interval:
        """Return the interval that leaves as much belief out on either side."""
        low, high = map(self.quantile, tails(level))
        return Interval(level, low, high, "credible")

    def draws(self, times: int, seed: Seed) -> Floats:
        """Return so many numbers of persons, drawn as they are believed."""
        found: Floats = np.random.default_rng(seed).choice(self.totals, times, p=self.weights / self.weights.sum())
        return found

    @property
    def ends_too_soon(self) -> bool:
        """Whether much is believed of the largest numbers asked about."""
        return bool(self.weights[-len(self.weights) // 10 :].sum() > _EDGE)


def posterior(counts: Floats) -> Posterior:
    """Return the posterior of the population, from persons by history; raises `Faults` for over six lists."""
    lists, seen = len(counts).bit_length() - 1, counts.sum()
    hidden = np.unique(np.round(np.linspace(1.0, _TIMES * seen, _POINTS))).astype(float)
    graphs = decomposable(lists)
    parts = np.array([_signs(cliques, separators, lists) for cliques, separators in graphs])
    joined = parts @ _marginals(counts, hidden)
    joined += gammaln(hidden + seen + 1) - gammaln(hidden + 1) - np.log(hidden + seen)
    joined = np.exp(joined - logsumexp(joined))
    order = np.argsort(-joined.sum(1), kind="stable")
    weights = joined.sum(1)
    likely = tuple((closed(graphs[each][0], lists), float(weights[each])) for each in order)
    return Posterior(hidden + seen, joined.sum(0), likely)


def _marginals(counts: Floats, hidden: Floats) -> Floats:
    """Return the logarithm of the probability of each marginal table, by the lists that it is of."""
    lists = len(counts).bit_length() - 1
    return np.array([_marginal(counts, hidden, each) for each in range(1 << lists)])


def _marginal(counts: Floats, hidden: Floats, some: int) -> Floats:
    numbers = np.arange(len(counts))
    cells = np.unique(numbers & some)
    table = np.bincount(numbers & some, counts, len(counts))[cells]
    prior = 1 / len(cells)
    known = gammaln(table[1:] + prior).sum() - len(cells) * gammaln(prior)
    found: Floats = known + gammaln(table[0] + hidden + prior) - gammaln(counts.sum() + hidden + 1)
    return found


def _signs(cliques: list[int], separators: list[int], lists: int) -> Floats:
    """Return how often each marginal table counts: cliques once, separators once less."""
    found = np.zeros(1 << lists)
    np.add.at(found, cliques, 1)
    np.add.at(found, separators, -1)
    return found


@cache
def decomposable(lists: int) -> tuple[tuple[list[int], list[int]], ...]:
    """Return cliques and separators of every decomposable graph but the complete one; no separator is empty."""
    if lists > _MOST_LISTS:
        raise Faults([_too_many(lists)])
    edges = list(combinations(range(lists), 2))
    graphs = ([each for bit, each in enumerate(edges) if graph >> bit & 1] for graph in range((1 << len(edges)) - 1))
    return tuple(each for each in (_parts(lists, graph) for graph in graphs) if each)


def _too_many(lists: int) -> Worded:
    return worded(
        "{lists} lists have too many graphs to be averaged; bma takes up to {most}", lists=lists, most=_MOST_LISTS
    )


def _parts(lists: int, edges: list[tuple[int, int]]) -> tuple[list[int], list[int]] | None:
    """Return cliques and separators of a graph, or nothing where it is not decomposable.

    Lists are taken one after another, always one with the most neighbours taken before (Tarjan & Yannakakis 1984). The
    graph is decomposable where those neighbours are always joined among themselves.
    """
    near = [0] * lists
    for one, other in edges:
        near[one] |= 1 << other
        near[other] |= 1 << one
    cliques, separators, taken = list[int](), list[int](), 0
    while taken != (1 << lists) - 1:
        new = max(
            (each for each in range(lists) if not taken >> each & 1), key=lambda each: (near[each] & taken).bit_count()
        )
        before = near[new] & taken
        if any(before & ~(near[each] | 1 << each) for each in range(lists) if before >> each & 1):
            return None
        if before in cliques:
            cliques.remove(before)
        elif before:
            separators.append(before)
        cliques.append(before | 1 << new)
        taken |= 1 << new
    return cliques, separators
