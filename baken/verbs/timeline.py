# SPDX-License-Identifier: EUPL-1.2
"""`baken timeline`: the clocks that the law starts on a set of facts. It needs no database and keeps nothing."""

import json
import sys
from datetime import date, datetime
from typing import Any, TextIO

import click

from baken.closed.legal.engine import facts, timeline
from baken.closed.legal.engine.law import law

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("timeline")
@click.argument("file", type=click.File(encoding="utf-8"))
@click.option("--on", type=_DAY, help="The day to look from; today where it is left out.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
def timeline_(file: TextIO, on: datetime | None, as_json: bool) -> None:
    """Print the clocks, rights and contradictions of FILE, facts as JSON; `-` reads standard input."""
    answer = timeline.answer(_read(file), on.date() if on else date.today())
    click.echo(json.dumps(answer, indent=2, ensure_ascii=False) if as_json else "\n".join(_lines(answer)))
    sys.exit(1 if answer["problems"] else 0)


def _read(file: TextIO) -> facts.Facts:
    try:
        return facts.read(json.load(file), law())
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise click.ClickException(f"{file.name} is no JSON: {error}") from error
    except facts.FactsError as error:
        raise click.ClickException(f"{file.name}: {error}") from error


def _lines(answer: dict[str, Any]) -> list[str]:
    clocks = [_line(each) for each in answer["clocks"]] or ["no clock has started"]
    rights = [f"right: {each['en']} ({each['source']}){_verify(each)}" for each in answer["rights"]]
    return [
        f"{answer['on']}: {answer['state']}",
        *clocks,
        *rights,
        *(f"problem: {each}" for each in answer["problems"]),
    ]


def _line(clock: dict[str, Any]) -> str:
    due = clock["due"] + (f" (extended to {clock['due_extended']})" if "due_extended" in clock else "")
    return f"{due}  {clock['status']:<8} {clock['rule']}: {clock['en']}. {clock['source']}{_verify(clock)}"


def _verify(row: dict[str, Any]) -> str:
    return " [to verify]" if row["verify"] else ""
