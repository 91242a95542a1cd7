# SPDX-License-Identifier: EUPL-1.2
"""`baken evaluate`: how well a run answers, by known judgements. It needs no database and keeps nothing."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click

from baken.open.search.engine import trec
from baken.open.search.measuring import intervals, judging

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
Row = TypeVar("Row")


@click.command()
@click.argument("run", type=_FILE)
@click.argument("qrels", type=_FILE)
@click.option("--beside", type=_FILE, help="Another run of the same topics: by how much is the first one better?")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def evaluate(run: Path, qrels: Path, beside: Path | None, as_json: bool) -> None:
    """Measure the answers in RUN by the judgements in QRELS, both in TREC's form."""
    report = _report(run, qrels, beside)
    click.echo(json.dumps(report, indent=2) if as_json else "\n".join(_lines(report)))


def _report(run: Path, qrels: Path, beside: Path | None) -> dict[str, Any]:
    judged, answers = _rows(qrels, trec.judged), _rows(run, trec.run)
    ours = _scores(answers, judged, qrels)
    asked, answered = {topic for topic, *_ in judged}, {topic for topic, *_ in answers}
    told: dict[str, Any] = {
        "topics": len(asked),
        "unanswered": len(asked - answered),
        "unjudged": len(answered - asked),
        "measures": _told(intervals.means(ours)),
    }
    if beside:
        others = _scores(_rows(beside, trec.run), judged, qrels)
        told["beside"] = _told(intervals.means(others))
        told["difference"] = _told(intervals.differences(ours, others))
    return told


def _rows(path: Path, read: Callable[[list[str]], Iterator[Row]]) -> list[Row]:
    try:
        return list(read(path.read_text(encoding="utf-8-sig").split("\n")))
    except ValueError as error:
        raise click.ClickException(f"{path.name}: {error}") from error


def _scores(answers: list[Any], judged: list[Any], qrels: Path) -> judging.Scores:
    try:
        return judging.scores(answers, judged)
    except ValueError as error:
        raise click.ClickException(f"{qrels.name}: {error}") from error


def _told(found: dict[str, intervals.Interval]) -> dict[str, dict[str, float]]:
    return {name: each._asdict() for name, each in found.items()}


def _lines(report: dict[str, Any]) -> Iterator[str]:
    yield f"{report['topics']} topics, {report['unanswered']} of them without an answer in the run"
    if report["unjudged"]:
        yield f"{report['unjudged']} topics of the run are not judged and do not count"
    yield from _table(report["measures"])
    if "beside" in report:
        yield "the other run"
        yield from _table(report["beside"])
        yield "the first is better by"
        yield from _table(report["difference"])


def _table(found: dict[str, dict[str, float]]) -> Iterator[str]:
    for measure, each in found.items():
        yield f"  {measure:<8}{each['value']:>8.3f}   {each['low']:.3f} to {each['high']:.3f}"
