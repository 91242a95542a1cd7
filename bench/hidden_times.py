# SPDX-License-Identifier: EUPL-1.2
"""How long estimates take, beside what R's MultipleSystemsEstimation and SparseMSE took, and by how many lists."""

from pathlib import Path
from typing import Any

import numpy as np

from baken.hidden_population import tables
from baken.hidden_population.estimating import Spread, estimate
from baken.hidden_population.methods import Asked
from baken.hidden_population.tables import Table

# Table, method, largest term, resamples, seconds that R took. The last is made up, as large as the table of that name.
_BESIDE = (
    ("UKdat", "stepwise", None, 1000, 155),
    ("UKdat_5", "bic", 3, 0, 13),
    ("NewOrl_5_186", "bic", 3, 20, 18),
    ("as Western", "stepwise", None, 1000, 36),
    ("as Western", "bic", 3, 20, 36),
)
_LISTS = range(3, 9)
_METHODS = ("independence", "stepwise", "bic", "bic-downhill", "bma")
_PERSONS, _ON, _EXHAUSTIVE = 4000, 0.06, 6
_RUNS = 3


def measure(folder: Path) -> dict[str, Any]:
    """Return seconds of computing, the best of three runs, and print them."""
    told: dict[str, Any] = {"beside R": [], "lists": []}
    for name, method, order, times, theirs in _BESIDE:
        seconds = _seconds(_table(folder, name), method, order, times, _RUNS)
        told["beside R"].append({"table": name, "method": method, "resamples": times, "ours": seconds, "R": theirs})
        told_of = f"{name:<14}{method:<10}{times:>5} resamples {seconds:>8.2f} s, R {theirs} s"
        print(f"{told_of}: {theirs / seconds:,.0f} times faster", flush=True)
    for lists in _LISTS:
        row = {method: _seconds(made(lists), method, None, 100, 1) for method in _METHODS if _applies(method, lists)}
        told["lists"].append({"lists": lists, "resamples": 100, **row})
        print(
            f"{lists} lists: " + ", ".join(f"{method} {seconds:.2f} s" for method, seconds in row.items()), flush=True
        )
    return told


def _table(folder: Path, name: str) -> Table:
    if name == "as Western":
        return made(5, 1300)
    with (folder / f"{name}.csv").open(encoding="utf-8") as file:
        return tables.read(file)


def _applies(method: str, lists: int) -> bool:
    return method not in {"bic", "bma"} or lists <= _EXHAUSTIVE


def _seconds(table: Table, method: str, order: int | None, times: int, runs: int) -> float:
    return min(estimate(table, method, Asked(max_order=order), Spread(times=times)).seconds for _ in range(runs))


def made(lists: int, persons: int = _PERSONS) -> Table:
    """Return a made-up table in which the first two lists draw from the same persons."""
    chance = np.random.default_rng(lists)
    drawn = chance.random((persons, lists)) < _ON * chance.uniform(0.5, 1.5, lists)
    drawn[:, 1] |= drawn[:, 0] & (chance.random(persons) < 0.2)  # noqa: PLR2004 - a fifth is sent on
    counts = np.bincount(drawn @ (1 << np.arange(lists)), minlength=1 << lists).astype(float)
    counts[0] = 0
    return Table(tuple(f"list {each}" for each in range(lists)), counts)
