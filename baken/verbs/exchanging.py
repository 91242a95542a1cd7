# SPDX-License-Identifier: EUPL-1.2
"""`baken validate`, and the check of `baken import htcds`: files of cases, of which nothing is kept."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from baken.standards.htcds import reading
from baken.standards.htcds.validating import verdict

_PATH = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command("validate")
@click.argument("standard", type=click.Choice(["htcds"]))
@click.argument("file", type=_PATH)
@click.option("--json", "as_json", is_flag=True, help="Print the verdict as JSON.")
def validate(standard: str, file: Path, as_json: bool) -> None:
    """Say where FILE departs from STANDARD, by a program that shares no code with what writes or reads it.

    Ends with exit code 1 where it departs anywhere.
    """
    found = verdict.judge(file)
    told = {"file": str(file), "standard": standard, "records": found.records}
    told["violations"] = [each._asdict() for each in found.violations]
    lines = [*map(str, found.violations), f"{found.records} records, {len(found.violations)} violations"]
    click.echo(json.dumps(told, ensure_ascii=False) if as_json else "\n".join(lines))
    if found.violations:
        click.get_current_context().exit(1)


def check(path: Path) -> dict[str, Any]:
    """Return what would be taken of a file of cases, and what refused: rows of it, or the whole."""
    found, refused = reading.Reading(), None
    try:
        found = reading.read(path)
    except reading.FileRefused as error:
        refused = str(error)
    told: dict[str, Any] = {"file": str(path), "refused": refused, "rows": found.rows, "taken": len(found.records)}
    return told | {"refusals": [each._asdict() for each in found.refusals]}


def lines(report: Mapping[str, Any]) -> Iterator[str]:
    """Yield a report for a person to read."""
    if report["refused"]:
        yield f"{report['file']}: refused: {report['refused']}"
        return
    yield from (f"{report['file']}: {reading.Refusal(**each)}" for each in report["refusals"])
    yield f"{report['file']}: {report['rows']} records, {report['taken']} can be taken"
