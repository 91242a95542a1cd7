# SPDX-License-Identifier: EUPL-1.2
"""The methods by name: each makes an estimate of a table, and the same of other tables."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np

from baken.hidden_population import decomposable, hierarchical, terms
from baken.hidden_population.bootstrap import PER_CENT, Again, Interval, Seed
from baken.hidden_population.loglinear import FITTED, NOT_IDENTIFIABLE, Fits, fit
from baken.hidden_population.stepwise import THRESHOLD, stepwise
from baken.hidden_population.tables import Faults, Floats, Table
from baken.hidden_population.terms import Flags, Model
from baken.hidden_population.worded import Worded, worded

_SURE = 0.5


@dataclass(frozen=True)
class Asked:
    """What may be asked of a method beside the table."""

    model: str | None = None  # of `fixed`
    p: float = THRESHOLD  # of `stepwise`
    max_order: int | None = None  # of `bic` and `bic-downhill`
    top: int | None = None  # of `bic`: among how many of the best models resamples choose
    seed: int = 1  # of the chains of `lcmcr`


class Believed(Protocol):
    """What is believed of the population once the table is known."""

    def interval(self, level: float) -> Interval:
        """Return the interval that leaves as much belief out on either side."""

    def draws(self, times: int, seed: Seed) -> Floats:
        """Return so many numbers of persons, drawn as they are believed."""


class Point(NamedTuple):
    """An estimate without its spread."""

    total: float
    model: Model
    again: Again | None = None  # nothing where the spread is known without
    fits: Fits | None = None  # of that model
    believed: Believed | None = None  # where a population is believed in, and not resampled
    notes: tuple[str, ...] = ()
    name: str = ""  # of the model, where its terms do not say it


def independence(table: Table, asked: Asked) -> Point:
    """Estimate as if no list said anything about another."""
    return _fixed(table, terms.independence(len(table.lists)))


def fixed(table: Table, asked: Asked) -> Point:
    """Estimate by the model that was asked for."""
    if asked.model is None:
        raise Faults([worded("fixed needs a model, such as --model '[12,3]'")])
    return _fixed(table, terms.parse(asked.model, len(table.lists)))


def by_steps(table: Table, asked: Asked) -> Point:
    """Estimate by adding pairs of lists while they matter."""
    models, told = stepwise(table.counts[None], asked.p)
    _check(table, terms.model(models[0]), told)

    def again(counts: Floats) -> Floats:
        return stepwise(counts, asked.p)[1].totals(counts)

    return _point(table, models, told, again)


def bic(table: Table, asked: Asked) -> Point:
    """Estimate by the hierarchical model with the smallest BIC."""
    largest = asked.max_order or hierarchical.default_order(len(table.lists))
    models, told, _ = hierarchical.ranked(table.counts, largest)
    if not len(models):
        raise Faults([worded("no hierarchical model has an estimate for this table")])
    top = asked.top or hierarchical.default_top(len(table.lists))
    return _point(table, models, told, lambda counts: hierarchical.best_of(counts, models[:top], told.rows(slice(top))))


def bic_downhill(table: Table, asked: Asked) -> Point:
    """Estimate by the model that no neighbour betters by BIC."""
    largest = asked.max_order or hierarchical.default_order(len(table.lists))
    models, told, _ = hierarchical.downhill(table.counts[None], largest)
    _check(table, terms.model(models[0]), told)

    def again(counts: Floats) -> Floats:
        return hierarchical.downhill(counts, largest)[1].totals(counts)

    return _point(table, models, told, again)


def bma(table: Table, asked: Asked) -> Point:
    """Estimate by the median over all decomposable graphs."""
    believed = decomposable.posterior(table.counts)
    likeliest, weight = believed.graphs[0]
    notes = [] if weight > _SURE else [_unsure(weight)]
    if believed.ends_too_soon:
        notes.append(
            worded("much is believed of the largest numbers asked about: the upper end is not to be relied on")
        )
    return Point(believed.quantile(decomposable.MEDIAN), likeliest, believed=believed, notes=tuple(notes))


def lcmcr(table: Table, asked: Asked) -> Point:
    """Estimate by the median over hidden kinds of persons, each on lists in its own way."""
    from baken.hidden_population.latent import believing  # noqa: PLC0415 - compiles; no other method waits for that

    believed = believing.posterior(table.counts, asked.seed)
    notes = () if believed.have_met else (_have_not_met(believed.reduction),)
    whole = terms.independence(len(table.lists))
    return Point(believed.median, whole, believed=believed, notes=notes, name=f"up to {believing.KINDS} kinds")


def _have_not_met(reduction: float) -> Worded:
    return worded(
        "chains have not met: their spread might fall by a factor {reduction}, and neither number nor interval "
        "is settled",
        reduction=reduction,
    )


def _unsure(weight: float) -> Worded:
    percent = round(PER_CENT * weight)
    return worded("no graph is likely by itself: the likeliest has {percent}% of the belief", percent=percent)


METHODS: Mapping[str, Callable[[Table, Asked], Point]] = {
    "independence": independence,
    "stepwise": by_steps,
    "bic": bic,
    "bic-downhill": bic_downhill,
    "bma": bma,
    "lcmcr": lcmcr,
    "fixed": fixed,
}


def _fixed(table: Table, model: Model) -> Point:
    models = terms.flags([model], len(table.lists))
    told = fit(table.counts[None], models)
    _check(table, model, told)

    def again(counts: Floats) -> Floats:
        return fit(counts, np.repeat(models, len(counts), 0)).totals(counts)

    return _point(table, models, told, again)


def _check(table: Table, model: Model, told: Fits) -> None:
    """Say why a model has no estimate, if it has none."""
    if told.verdicts[0] == NOT_IDENTIFIABLE:
        raise Faults([
            worded(
                "{model} is not identifiable: many numbers of hidden persons fit this table equally well",
                model=terms.name(model),
            )
        ])  # fmt: skip
    if told.verdicts[0] != FITTED:
        raise Faults([
            worded(
                "{model} has no maximum likelihood estimate here: the likelihood rises without end",
                model=terms.name(model),
            )
        ])  # fmt: skip


def _point(table: Table, models: Flags, told: Fits, again: Again) -> Point:
    model = terms.model(models[0])
    empty = sorted(each for each in model if each and np.isneginf(told.parameters[0, each]))
    notes = [
        worded("{term} is at minus infinity: nobody is on {names}", term=terms.digits(each), names=table.named(each))
        for each in empty
    ]
    return Point(table.observed + float(told.hidden[0]), model, again, told.rows(slice(1)), notes=tuple(notes))
