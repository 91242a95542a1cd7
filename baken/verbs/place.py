# SPDX-License-Identifier: EUPL-1.2
"""`baken place`: who could be placed where in a house, over some weeks. It needs no database and keeps nothing."""

import json
import math
import sys
from collections.abc import Iterator
from typing import Any, TextIO

import click

from baken.closed.shelter.placing import answering, reading
from baken.closed.shelter.placing.instance import Instance

_ASKED = ("worth placed", "residents moved", "places empty")
_HOW_LONG = "How long to look for a better one."
_SECONDS = click.FloatRange(min=0.1, max=3600)


def _finite(_ctx: click.Context, _param: click.Parameter, value: float) -> float:
    if not math.isfinite(value):
        raise click.BadParameter("a number of seconds is needed")
    return value


@click.command("place")
@click.argument("file", type=click.File(encoding="utf-8"))
@click.option(
    "--seconds",
    type=_SECONDS,
    default=20,
    callback=_finite,
    show_default=True,
    help="How long to look for a better one.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
def place(file: TextIO, seconds: float, as_json: bool) -> None:
    """Print a placement of the households of FILE, an instance as JSON; `-` reads standard input.

    Ends with exit code 1 where the instance contradicts itself or its residents cannot all be placed.
    """
    answer = answering.answer(_read(file), seconds)
    click.echo(json.dumps(answer, indent=2, ensure_ascii=False) if as_json else "\n".join(_lines(answer)))
    sys.exit(answer["status"] == "infeasible")


def _read(file: TextIO) -> Instance:
    try:
        return reading.read(json.load(file))
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise click.ClickException(f"{file.name} is no JSON: {error}") from error
    except reading.Faults as error:
        raise click.ClickException("\n".join(f"{file.name}: {fault}" for fault in error.faults)) from error


def _lines(answer: dict[str, Any]) -> Iterator[str]:
    yield f"{answer['status']}, in {answer['seconds']} s"
    if "clash" in answer:
        yield f"cannot all be placed: {', '.join(answer['clash'])}"
        return
    asked = zip(_ASKED, answer["objective"], answer["bounds"], strict=True)
    yield from (f"{name}: {reached}, and no better than {bound}" for name, reached, bound in asked)
    yield from (f"{household}: {unit}" for household, unit in answer["placed"].items())
    for each in answer["waiting"]:
        yield f"{each['household']} waits for {', '.join(each['blocked_by'])}; from {each['earliest'] or 'no day'}"
    yield from (f"mind: {each}" for each in answer["warnings"])
