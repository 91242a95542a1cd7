# SPDX-License-Identifier: EUPL-1.2
"""`baken import ctdc`: made-up cases into files of the closed door, opened as a worker opens them.

A row that was brought before is known again, so that the same file twice brings nothing new and an import that was cut
off goes on where it stopped. Each batch is one transaction.
"""

import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from baken.closed.casework.ctdc import table
from baken.closed.casework.ctdc.table import Reading, Table, TableRefused
from baken.core import addresses, children, doors
from baken.settings import environment

AGENCY = "Synthetische zaken"
BATCH = 50  # files in one transaction; whoever opens a file at this agency waits for its end
_TELLS_EVERY = 5  # seconds
_FOUNDING = "baken.closed.casework.ctdc.founding"
Job = tuple[str, list[Reading]]


def bring_in(
    path: Path, *, agency: str = "", limit: int | None = None, dry_run: bool = False, yes: int | None = None
) -> dict[str, Any]:
    """Read a table of cases and open a file for each that is new; return the report. A dry run opens none."""
    told, agency = _read(path), agency or AGENCY
    wanted = told.readings[:limit]
    report = {"file": str(path), "agency": agency, "dry_run": dry_run, "rows": told.rows}
    report |= {"refused": _refused(told), "unused_columns": told.unused}
    if dry_run:
        return report | {"new": len(wanted), "same": 0, "seconds": 0.0, "files_per_second": 0.0}
    with addresses.addressed("closed") as given, doors.ready("closed"):
        return report | _opened(addresses.for_child("closed", given, as_owner=True), agency, yes or 0, wanted)


def lines(report: Mapping[str, Any]) -> Iterator[str]:
    """Yield the report for a person to read."""
    for each in report["refused"]:
        yield f"refused: {each['reason']}: {each['rows']} rows, first on line {', '.join(map(str, each['lines']))}"
    if report["unused_columns"]:
        yield f"columns that are not used: {', '.join(report['unused_columns'])}"
    refused = sum(each["rows"] for each in report["refused"])
    new = (
        f"{report['new']} would be new" if report["dry_run"] else f"{report['new']} new, {report['same']} there already"
    )
    yield f"{report['rows']} rows: {new}, {refused} refused"
    if report["seconds"]:
        yield f"{report['seconds']} s, {report['files_per_second']} files/s, at {report['agency']}"


def _read(path: Path) -> Table:
    try:
        return table.read(path, date.today())
    except TableRefused as error:
        raise click.ClickException(str(error)) from error


def _refused(told: Table) -> list[dict[str, Any]]:
    """Return each reason with how many rows it refused and the first of their lines, the most frequent first."""
    counted = sorted(told.refused.items(), key=lambda each: -len(each[1]))
    return [{"reason": why, "rows": len(on), "lines": on[: table.FIRST_LINES]} for why, on in counted]


def _opened(owner: dict[str, str], agency: str, yes: int, wanted: Sequence[Reading]) -> dict[str, Any]:
    """Open what is new, batch by batch; return the counts."""
    from baken.closed.casework.ctdc import actions  # noqa: PLC0415 - models, once the door is ready

    if not actions.obtain_turn():
        raise click.ClickException("another import of cases is running")
    found = _asked(owner, "look", agency, yes)
    known = set(map(UUID, found["known"]))
    new = [each for each in wanted if not known or each.key(UUID(found["agency"])) not in known]
    if not new:
        return _counts(wanted, new, 0)
    staff = _asked(owner, "staff", agency, len(new))
    place = UUID(staff["agency"])
    actions.clear_away(coming=[each.key(place) for each in new], known=known)
    began = time.monotonic()
    _work(place, list(_jobs(staff["room"], new)), len(new))
    return _counts(wanted, new, time.monotonic() - began)


def _counts(wanted: Sequence[Reading], new: Sequence[Reading], seconds: float) -> dict[str, Any]:
    rate = round(len(new) / seconds, 1) if seconds else 0.0
    return {
        "new": len(new),
        "same": len(wanted) - len(new),
        "seconds": round(seconds, 1),
        "files_per_second": rate,
    }


def _asked(owner: dict[str, str], *words: object) -> dict[str, Any]:
    """Ask as the owner of the database, who alone sees every file and every agency."""
    told = children.run([sys.executable, "-m", _FOUNDING, *map(str, words)], owner, cwd=environment.ROOT)
    answer: dict[str, Any] = json.loads(told)
    return answer


def _jobs(room: Mapping[str, int], new: Sequence[Reading]) -> Iterator[Job]:
    """Yield batches of files, each for one worker who has room for them."""
    at = 0
    for worker, free in room.items():
        last = min(at + free, len(new))
        while at < last:
            end = min(at + BATCH, last)
            yield worker, list(new[at:end])
            at = end


def _work(agency: UUID, jobs: Sequence[Job], whole: int) -> None:
    """Bring each batch in as its worker, and tell on standard error how far it is."""
    from baken.closed.access.context import working_as  # noqa: PLC0415 - models, once the door is ready
    from baken.closed.casework.ctdc.actions import bring  # noqa: PLC0415

    done, began = 0, time.monotonic()
    told = began
    for worker, readings in jobs:
        with working_as(UUID(worker)):
            bring(agency=agency, readings=readings)
        done += len(readings)
        if time.monotonic() - told > _TELLS_EVERY or done == whole:
            told = time.monotonic()
            click.echo(f"ctdc: {done} of {whole} files, {done / (told - began):.0f} a second", err=True)
