# SPDX-License-Identifier: EUPL-1.2
"""`python -m bench hidden`: estimates of hidden populations beside those of others, their times, their coverage.

Every row of `mse/reference.csv` that our methods cover: ours, theirs, the difference. An end of a resampled interval is
a matter of chance; how much of one is told by drawing the resampled estimates again. `python -m bench hidden all` lets
resamples choose among all models, as the published intervals of `bic` do, and takes an hour. With a number behind it,
so many populations are made for each way in which lists depend on each other; see `bench.hidden_coverage`.
"""

import csv
import json
import re
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from baken.hidden_population import bootstrap, likelihood, tables
from baken.hidden_population.methods import METHODS, Asked
from baken.hidden_population.tables import Floats, Table
from baken.settings import environment
from bench import hidden_coverage, hidden_times, machine

_TIMES, _AGAIN, _LEVEL = 1000, 200, 95
_ENOUGH = 3  # standard errors: an end further off is no chance


class Way(NamedTuple):
    """How a row of the reference was found: method, what was asked of it, and its kind of interval."""

    method: str
    asked: Asked
    kind: str


# What a row's model says → how we do the same. What is not here is another method than ours.
_WAYS: tuple[tuple[str, Way], ...] = (
    (r"independence \(main effects\)", Way("independence", Asked(), "profile")),
    (r"independence|main effects", Way("independence", Asked(), "wald")),
    (r"D:E", Way("fixed", Asked(model="[45]"), "wald")),
    (r"all six pairs", Way("fixed", Asked(model="[12,13,14,23,24,34]"), "wald")),
    (r"A:C \+ B:C", Way("fixed", Asked(model="[13,23]"), "wald")),
    (r"SparseMSE stepwise|stepwise p=0.02.*", Way("stepwise", Asked(), "bca")),
    (r"downhill BIC all models", Way("bic-downhill", Asked(max_order=5), "bca")),
    (r"downhill BIC maxorder 2", Way("bic-downhill", Asked(max_order=2), "bca")),
    (r"exhaustive BIC all (models|lists)", Way("bic", Asked(max_order=4), "bca")),
    (r"exhaustive BIC maxorder 2", Way("bic", Asked(max_order=2), "bca")),
    (r"dga", Way("bma", Asked(), "credible")),
)


def main(*words: str) -> None:
    """Measure, print, and write `build/hidden.json`."""
    folder = environment.data() / "mse"
    rows = list(_rows(folder, 10**6 if "all" in words else None))
    populations = next((int(word) for word in words if word.isdigit()), hidden_coverage.POPULATIONS)
    told = {"machine": machine.describe("none"), "reference": rows}
    told["times"] = hidden_times.measure(folder)
    told["coverage"] = hidden_coverage.measure(populations)
    file = environment.ROOT / "build" / "hidden.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


def _rows(folder: Path, top: int | None) -> Iterator[dict[str, Any]]:
    with (folder / "reference.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield (told := _compared(folder, row, top))
            print(_line(told), flush=True)


def way(model: str) -> Way | None:
    """Return how we do what a row of the reference did, or nothing where it is another method."""
    return next((way for pattern, way in _WAYS if re.fullmatch(pattern, model)), None)


def _compared(folder: Path, row: Mapping[str, str], top: int | None) -> dict[str, Any]:
    told: dict[str, Any] = {"dataset": row["dataset"], "model": row["model"], "kind": row["kind"], "covered": False}
    found = way(row["model"])
    if not found:
        return told
    with (folder / f"{row['dataset']}.csv").open(encoding="utf-8") as file:
        table = tables.read(file)
    began = time.perf_counter()
    total, ends = _ours(table, found._replace(asked=Asked(**vars(found.asked) | {"top": top})))
    told |= {"covered": True, "ours": total, "seconds": round(time.perf_counter() - began, 3), "interval": found.kind}
    if row["estimate"]:
        digits = len(row["estimate"].partition(".")[2])
        told |= {"reference": float(row["estimate"]), "difference": total - float(row["estimate"])}
        told["agrees"] = round(total, digits) == float(row["estimate"])
    return told | {
        "ends": [_end(end, error, row[name]) for (end, error), name in zip(ends, ("ci_low", "ci_high"), strict=True)]
    }


def _end(ours: float, error: float, theirs: str) -> dict[str, float | bool | None]:
    """Return an end of an interval; both ours and theirs are a matter of chance, so the error counts twice."""
    if not theirs:
        return {"ours": ours, "error": error, "reference": None}
    apart = abs(ours - float(theirs))
    within = apart <= _ENOUGH * np.sqrt(2) * error if error else apart < 1
    return {"ours": ours, "error": error, "reference": float(theirs), "within": bool(within)}


def _ours(table: Table, way: Way) -> tuple[float, list[tuple[float, float]]]:
    point = METHODS[way.method](table, way.asked)
    if way.kind == "bca" and point.again:
        draws = point.again(bootstrap.resampled(table.counts, _TIMES, 1))
        return point.total, _bca(draws, point.total, bootstrap.acceleration(bootstrap.moves(table.counts, point.again)))
    if point.believed:
        found = point.believed.interval(_LEVEL)
    else:
        assert point.fits  # noqa: S101 - the others have one
        by = likelihood.profile if way.kind == "profile" else likelihood.wald
        found = by(table.counts, point.fits, point.model, _LEVEL)
    return point.total, [(found.low, 0.0), (found.high, 0.0)]


def _bca(draws: Floats, total: float, accelerated: float) -> list[tuple[float, float]]:
    """Return both ends, each with its standard error: what chance would have made of them."""
    draws, chance = draws[np.isfinite(draws)], np.random.default_rng(1)
    others = [bootstrap.bca(chance.choice(draws, len(draws)), total, accelerated, _LEVEL) for _ in range(_AGAIN)]
    errors = np.nanstd(others, axis=0)
    return [
        (end, float(error)) for end, error in zip(bootstrap.bca(draws, total, accelerated, _LEVEL), errors, strict=True)
    ]


def _line(row: Mapping[str, Any]) -> str:
    head = f"{row['dataset']:<13}{row['model'][:36]:<37}"
    if not row["covered"]:
        return f"{head}another method"
    point = f"{row['ours']:>12,.2f}{_beside(row):>23}"
    return f"{head}{point}  {row['interval']:<9}{'; '.join(map(_told, row['ends']))}"


def _beside(row: Mapping[str, Any]) -> str:
    if "reference" not in row:
        return ""
    return f"{row['reference']:>12,.2f}{row['difference']:>9.2f}" + ("" if row["agrees"] else " DIFFERS")


def _told(end: Mapping[str, Any]) -> str:
    ours = f"{end['ours']:,.0f}" + (f" ± {end['error']:,.0f}" if end["error"] else "")
    if end["reference"] is None:
        return ours
    return f"{ours} of {end['reference']:,.0f}" + ("" if end["within"] else " DIFFERS")
