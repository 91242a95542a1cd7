# SPDX-License-Identifier: EUPL-1.2
"""Each stratum by itself, and what they come to together. What is too thin is said, and never guessed."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from baken.hidden_population import checks
from baken.hidden_population.bootstrap import Chance, Interval, together
from baken.hidden_population.estimating import Estimate, Spread, Stratum, estimated
from baken.hidden_population.methods import Asked
from baken.hidden_population.strata.parts import Strata
from baken.hidden_population.tables import FEWEST_LISTS, Faults, Row, Table, without
from baken.hidden_population.worded import Worded, worded


class _Part(NamedTuple):
    told: Stratum
    chance: Chance | None
    name: str


def added_up(strata: Strata, method: str, asked: Asked, spread: Spread) -> Estimate:
    """Estimate each stratum by one method, and the sum of those that are not too thin.

    Strata are resampled independently, and the sum's interval is that of the sums of their resamples. What a stratum
    knows nothing of, a list that nobody in it is on, is left out of it. Raises `Faults` where all are too thin.
    """
    began = time.perf_counter()
    # The seed of a run is a whole number; each stratum has its own from it.
    seeds = np.random.SeedSequence(spread.seed).spawn(len(strata.tables))  # type: ignore[arg-type]
    parts = [
        _part(strata, values, method, asked, replace(spread, seed=seed))
        for values, seed in zip(strata.tables, seeds, strict=True)
    ]
    if not (good := [each for each in parts if each.told.estimate is not None]):
        raise Faults([*dict.fromkeys(why for each in parts for why in each.told.warnings)])
    interval, notes = _together(good, spread)
    observed, total = (sum(getattr(each.told, name) for each in good) for name in ("observed", "estimate"))
    return Estimate(
        strata.lists, observed, method, total, total - observed, interval,
        _models(good), (*_thin(parts), *notes),
        time.perf_counter() - began, tuple(each.told for each in parts),
    )  # fmt: skip


def _part(strata: Strata, values: Row, method: str, asked: Asked, spread: Spread) -> _Part:
    table, left = _known(strata.tables[values]) if method != "fixed" else (strata.tables[values], [])
    by, name = dict(zip(strata.by, values, strict=True)), strata.named(values)
    try:
        _check_thick(table)
        told, chance = estimated(table, method, asked, spread)
    except Faults as error:
        none = Stratum(by, table.lists, table.observed, None, None, None, None, (*left, *error.faults))
        return _Part(none, None, name)
    found = Stratum(
        by, told.lists, told.observed, told.estimate, told.hidden, told.interval, told.model, (*left, *told.warnings)
    )
    return _Part(found, chance, name)


def _known(table: Table) -> tuple[Table, list[Worded]]:
    """Return a stratum without the lists that nobody in it is on, and which they are."""
    empty = [bit for bit in range(len(table.lists)) if not table.on(1 << bit)]
    notes = [worded("nobody here is on list {name}: it is left out", name=table.lists[bit]) for bit in empty]
    for bit in reversed(empty):
        table = without(table, bit)
    return table, notes


def _check_thick(table: Table) -> None:
    if len(table.lists) < FEWEST_LISTS or (overlap := checks.overlapping(table)) == 0:
        raise Faults([worded("nobody here is on two lists: too thin to estimate by itself")])
    if overlap < checks.FEW:
        raise Faults([
            worded(
                "persons here on two lists or more: {overlap}; too thin to estimate by itself", overlap=overlap
            )
        ])  # fmt: skip


def _together(parts: Sequence[_Part], spread: Spread) -> tuple[Interval | None, list[Worded]]:
    chances = [each.chance for each in parts if each.chance]
    if len(chances) == len(parts):
        return together(chances).interval(spread.level)
    return None, [
        worded("a sum has an interval by resampling alone: ask for bca or percentile")
    ] if spread.times else []


def _models(parts: Sequence[_Part]) -> str:
    if len(models := {str(each.told.model) for each in parts}) == 1:
        return models.pop()
    return "; ".join(f"{each.name}: {each.told.model}" for each in parts)


def _thin(parts: Sequence[_Part]) -> Iterator[Worded]:
    thin = [each for each in parts if each.told.estimate is None]
    if thin:
        yield worded(
            "{thin} of {strata} strata have no estimate ({names}): the {observed} persons seen there, and whoever is "
            "hidden there, are not in the sum",
            thin=len(thin), strata=len(parts), names="; ".join(each.name for each in thin),
            observed=sum(each.told.observed for each in thin),
        )  # fmt: skip
