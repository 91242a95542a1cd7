# SPDX-License-Identifier: EUPL-1.2
"""`baken estimate`: how many there are, from who is on which lists. It needs no database and keeps nothing."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, TextIO

import click

from baken.hidden_population import reading, tables
from baken.hidden_population.answering import Answer, answer, by_method
from baken.hidden_population.estimating import INTERVALS, Estimate, Spread
from baken.hidden_population.methods import METHODS, Asked
from baken.hidden_population.stepwise import THRESHOLD
from baken.hidden_population.strata import parts
from baken.hidden_population.strata.joint import JOINT
from baken.verbs import reporting

_ALL = "all"
_METHODS = click.Choice([*METHODS, JOINT, _ALL])
_P = click.FloatRange(0, 1, max_open=True)
_TIMES = click.IntRange(0, 100_000)


@click.command("estimate")
@click.argument("file", type=click.File(encoding="utf-8"))
@click.option("--method", type=_METHODS, default=_ALL, show_default=True, help="How to estimate.")
@click.option("--by", help="Columns by which to tell persons apart: year,sex.")
@click.option("--model", help="The model of `fixed`: [12,3] joins the first two lists.")
@click.option("--p", type=_P, default=THRESHOLD, show_default=True, help="`stepwise` adds pairs below this p-value.")
@click.option("--max-order", type=click.Choice(["2", "3"]), help="How many lists a term of `bic` may have.")
@click.option(
    "--bootstrap", type=_TIMES, default=1000, show_default=True, help="How many resamples; 0 for no interval."
)
@click.option("--interval", type=click.Choice(INTERVALS), default="bca", show_default=True, help="Which interval.")
@click.option("--level", type=click.FloatRange(1, 99.9), default=95, show_default=True, help="Its level in per cent.")
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True, help="Where chance begins.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
@click.option("--report", type=reporting.PAPER, help="Write a report to a file, .pdf or .svg.")
@click.option("--lang", type=click.Choice(reporting.LANGUAGES), default="nl", show_default=True, help="Its language.")
def estimate_(file: TextIO, method: str, by: str | None, as_json: bool, **words: Any) -> None:
    """Print how many persons there are, from FILE: a column of 0 and 1 for each list, the count last, as CSV.

    `-` reads standard input. Ends with exit code 1 where the table contradicts itself or the method has no estimate.
    """
    largest = int(words["max_order"]) if words["max_order"] else None
    asked = Asked(words["model"], words["p"], largest, seed=words["seed"])
    spread = Spread(words["interval"], words["level"], words["bootstrap"], words["seed"])
    try:
        source = parts.read(file, [each.strip() for each in by.split(",")]) if by else tables.read(file)
        if as_json and method != _ALL and not words["report"]:
            told = _told(by_method(source, method, asked, spread))
        else:
            one = None if method == _ALL else method
            found = answer(source, one, asked, spread, briefly=not words["report"])
            told = _told(found.estimates[0]) if as_json and method != _ALL else _together(found)
            reporting.write(found, spread, words["report"], words["lang"])
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{file.name} is no text: {error}") from error
    except tables.Faults as error:
        raise click.ClickException("\n".join(f"{file.name}: {fault}" for fault in error.faults)) from error
    click.echo(json.dumps(told, indent=2, ensure_ascii=False) if as_json else "\n".join(_lines(told)))


def _together(found: Answer) -> dict[str, Any]:
    return {
        "results": [_told(each) for each in found.estimates], "refused": found.refused,
        "spread": reading.spread(found.estimates), "leave_one_out": found.left, "reading": reading.read(found),
    }  # fmt: skip


def _told(found: Estimate) -> dict[str, Any]:
    """Return an estimate as JSON has it; `strata` is there only where persons were told apart."""
    told = _rounded(asdict(found))
    told["strata"] = [_rounded(each) for each in told["strata"]]
    return told if found.strata else {name: each for name, each in told.items() if name != "strata"}


def _rounded(told: dict[str, Any]) -> dict[str, Any]:
    for field in ("estimate", "hidden", "seconds"):
        if told.get(field) is not None:
            told[field] = round(told[field], 4)
    if told["interval"]:
        told["interval"] |= {end: round(told["interval"][end], 4) for end in ("low", "high")}
    return told


def _lines(told: dict[str, Any]) -> Iterator[str]:
    for each in told["results"]:
        yield f"{each['method']:<13}{each['estimate']:>12,.0f}  {_interval(each['interval']):<30} {each['model']}"
        yield from map(_stratum, each.get("strata", ()))
    yield from told["refused"]
    for method, totals in told["leave_one_out"].items():
        yield f"{method} without each list: {', '.join(f'{name} {_total(total)}' for name, total in totals.items())}"
    notes = dict.fromkeys(note for each in told["results"] for note in each["warnings"])
    yield from (f"mind: {each}" for each in notes)
    yield from told["reading"]


def _stratum(told: dict[str, Any]) -> str:
    name = ", ".join(f"{column} {value}" for column, value in told["by"].items())
    interval = _interval(told["interval"]) or "; ".join(told["warnings"] if told["estimate"] is None else ())
    return f"  {name:<30}{told['observed']:>8,} seen {_total(told['estimate']):>11}  {interval}"


def _interval(told: dict[str, Any] | None) -> str:
    return f"[{told['low']:,.0f}, {told['high']:,.0f}] {told['kind']}" if told else ""


def _total(total: float | None) -> str:
    return "no estimate" if total is None else f"{total:,.0f}"
