# SPDX-License-Identifier: EUPL-1.2
"""`baken import htcds`: cases of another system into files of an agency, each opened by the worker who brings them in.

A record that is a file already is known again, so the same file twice brings nothing new, and an import that was cut
off goes on where it stopped. Each file is one transaction.
"""

import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID, uuid4

import click

from baken.core import doors
from baken.standards.htcds import reading
from baken.standards.htcds.reading import Refusal
from baken.standards.htcds.records import Record
from baken.verbs.handing import agency_of
from baken.verbs.presence import acting

if TYPE_CHECKING:
    from baken.closed.exchange.taking.cases import Case

_TELLS_EVERY = 5  # seconds
_CANNOT = "cannot be a file"


class Row(NamedTuple):
    """A record, and the row in which it stood."""

    number: int
    record: Record


@dataclass(frozen=True)
class Order:
    """What somebody asks for: which file, to which agency, as whom; how many at most; and whether only to say."""

    path: Path
    agency: str
    email: str
    limit: int | None = None
    dry_run: bool = False
    shared: bool = False


@dataclass
class Batch:
    """One run: to whom what comes, and what came of it so far."""

    user: UUID
    agency: UUID
    order: Order
    key: UUID = field(default_factory=uuid4)
    outcomes: Mapping[str, str] = field(default_factory=dict)
    new: int = 0
    same: int = 0
    waiting: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    left: dict[str, list[int]] = field(default_factory=dict)
    open: list[int] = field(default_factory=list)


def tell(order: Order, *, as_json: bool) -> bool:
    """Bring cases in and print what came of it; return whether a row was refused."""
    report = bring_in(order)
    click.echo(json.dumps(report, ensure_ascii=False) if as_json else "\n".join(lines(report)))
    return bool(report["refused"])


def bring_in(order: Order) -> dict[str, Any]:
    """Read a file of cases and open a file for each that is new; return the report. A dry run opens none."""
    try:
        found = reading.read(order.path)
    except reading.FileRefused as error:
        raise click.ClickException(str(error)) from error
    began = time.monotonic()
    with doors.ready("closed"):
        batch = _begun(order)
        rows = _new(batch, _taken(batch, found))
        _work(batch, rows)
    return _report(batch, found, time.monotonic() - began)


def _begun(order: Order) -> Batch:
    """Return a batch of somebody who proved to be there, and who opens files at the agency."""
    from baken.closed.exchange.given import outcomes  # noqa: PLC0415 - models, once the door is ready
    from baken.closed.exchange.known import check_opens  # noqa: PLC0415

    with acting(order.email) as user:
        agency = agency_of(order.agency).pk
        check_opens(agency)
    return Batch(user, agency, order, outcomes=outcomes())


def _taken(batch: Batch, found: reading.Reading) -> list[Row]:
    """Return what can be a file; what cannot, or stands in the file twice, is refused."""
    from baken.closed.exchange.known import canonical  # noqa: PLC0415 - models, once the door is ready
    from baken.closed.exchange.taking.cases import faults  # noqa: PLC0415
    from baken.core.clock import today  # noqa: PLC0415

    batch.refusals += found.refusals
    seen: dict[str, int] = {}
    rows = []
    for row in map(Row, found.numbers, found.records):
        wrong = faults(row.number, row.record, today())
        first = seen.setdefault(canonical(row.record), row.number)
        if first != row.number:
            wrong = [Refusal(row.number, "", f"the same as row {first}", "each case once")]
        batch.refusals += wrong
        rows += [] if wrong else [row]
    return rows


def _new(batch: Batch, rows: list[Row]) -> list[Row]:
    """Return what is no file here yet, as many as are wanted; raise ClickException where she has no room for them."""
    from baken.closed.access.context import working_as  # noqa: PLC0415 - models, once the door is ready
    from baken.closed.exchange import actions  # noqa: PLC0415
    from baken.closed.exchange.known import brought_before, room  # noqa: PLC0415

    order = batch.order
    with working_as(batch.user):
        known = brought_before(batch.agency, [each.record for each in rows])
        new = [row for row, there in zip(rows, known, strict=True) if not there]
        wanted = new[: order.limit]
        if len(wanted) > room():
            raise click.ClickException(f"{order.email} has room for {room()} more files: say --limit")
        if wanted and not order.dry_run:
            actions.begin(agency=batch.agency, batch=batch.key, records=len(wanted), suffix=order.path.suffix.lower())
    batch.same, batch.waiting = len(rows) - len(new), len(new) - len(wanted)
    return wanted


def _work(batch: Batch, rows: list[Row]) -> None:
    """Open each file in a transaction of its own, and tell on standard error how far it is."""
    began = told = time.monotonic()
    for done, row in enumerate(rows, 1):
        _take(batch, row)
        if time.monotonic() - told > _TELLS_EVERY or (done == len(rows) and not batch.order.dry_run):
            told = time.monotonic()
            click.echo(f"htcds: {done} of {len(rows)} cases, {done / (told - began):.0f} a second", err=True)


def _take(batch: Batch, row: Row) -> None:
    from django.core.exceptions import ValidationError  # noqa: PLC0415 - once the door is ready
    from django.db import IntegrityError  # noqa: PLC0415

    from baken.closed.access.context import working_as  # noqa: PLC0415
    from baken.closed.exchange.taking.cases import case  # noqa: PLC0415
    from baken.core.clock import today  # noqa: PLC0415

    made = case(row.record, batch.outcomes, today())
    try:
        with working_as(batch.user):
            refused = _opened(batch, row, made)
    except ValidationError as error:
        refused = [Refusal(row.number, "", _CANNOT, " ".join(error.messages))]
    except IntegrityError as error:
        if "reference" not in str(error.__cause__):
            raise
        batch.same += 1  # another run was a moment earlier
        return
    batch.refusals += refused
    batch.new += not refused
    for name in made.left if not refused else ():
        batch.left.setdefault(name, []).append(row.number)


def _opened(batch: Batch, row: Row, made: "Case") -> list[Refusal]:
    """Open a file, or return why not: her number stands in another, and nobody said that several may share it."""
    from baken.closed.exchange import actions  # noqa: PLC0415 - models, once the door is ready
    from baken.closed.exchange.known import files_with  # noqa: PLC0415

    there = {} if batch.order.shared else files_with(batch.agency, made)
    if there:
        wanted = "somebody who is not known here; --share-numbers takes her beside them"
        return [Refusal(row.number, name, f"stands in {numbers} here", wanted) for name, numbers in there.items()]
    if not batch.order.dry_run:
        where = batch.agency
        brought = actions.bring(agency=where, batch=batch.key, number=row.number, record=row.record, case=made)
        batch.open += [row.number] if brought.stays_open else []
    return []


def _report(batch: Batch, found: reading.Reading, seconds: float) -> dict[str, Any]:
    from baken.closed.exchange.taking.cases import why_left  # noqa: PLC0415 - models, once the door is ready

    order, opened = batch.order, batch.new and not batch.order.dry_run
    return {
        "file": str(order.path), "agency": order.agency, "dry_run": order.dry_run,
        "batch": str(batch.key) if opened else None, "rows": found.rows,
        "new": batch.new, "same": batch.same, "waiting": batch.waiting,
        "refused": [each._asdict() for each in sorted(batch.refusals)],
        "left_out": [{"field": name, "rows": rows, "why": why_left(name)} for name, rows in batch.left.items()],
        "stays_open": batch.open,
        "seconds": round(seconds, 1), "files_per_second": round(batch.new / seconds, 1) if opened else 0.0,
    }  # fmt: skip


def lines(report: Mapping[str, Any]) -> Iterator[str]:
    """Yield the report for a person to read: rows and fields, and never what stood there."""
    yield from (f"{report['file']}: {Refusal(**each)}" for each in report["refused"])
    for each in report["left_out"]:
        yield f"left out: {each['field']} in {len(each['rows'])} rows, first in row {each['rows'][0]}: {each['why']}"
    if report["stays_open"]:
        rows = ", ".join(map(str, report["stays_open"]))
        yield f"closed elsewhere, and open here, for a rule stands in the way: rows {rows}"
    refused = report["rows"] - report["new"] - report["same"] - report["waiting"]
    new = f"{report['new']} would be new" if report["dry_run"] else f"{report['new']} new"
    waits = f", {report['waiting']} beyond --limit" if report["waiting"] else ""
    yield f"{report['rows']} records: {new}, {report['same']} there already, {refused} rows refused{waits}"
    if report["batch"]:
        speed = f"{report['seconds']} s, {report['files_per_second']} files/s"
        yield f"{speed}, at {report['agency']}, batch {report['batch']}"
