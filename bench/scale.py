# SPDX-License-Identifier: EUPL-1.2
"""`python -m bench scale`: the closed door with 100,000 cases and a million notes, and twenty people at work in it.

No part of `make bench`, for it takes long and some gigabytes. The door is granian as `baken serve --door closed
--workers 2` starts it. What seals the log does not run beside it: it would be at work on the million entries that were
loaded.
"""

import json
import math
import os
import socket
import statistics
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from baken.core import addresses, children
from baken.settings import environment
from baken.verbs import serve
from bench import crowd, machine
from bench.stage import CLOSED, Stage, python, run, stage

CASES, NOTES, SECONDS = 100_000, 1_000_000, 180
TARGET = {"today": 300, "case": 300}  # milliseconds in which 95 of 100 answers are there
_SIZE = "SELECT pg_database_size(current_database()) / 1048576"
# Tables that grow with the cases, and how often each was read from end to end.
_SCANS = """
    SELECT relname, seq_scan FROM pg_stat_user_tables
    WHERE relname ~ '^(access_(dossier|teamplace)|audit_|casework_|legal_|plan_|retention_clock)'
"""


def main(cases: int = CASES, notes: int = NOTES, seconds: int = SECONDS) -> None:
    """Fill a throw-away home, measure, print, and write `build/scale.json`."""
    with stage() as here:
        told: dict[str, Any] = {"machine": machine.describe(str(here.ask("SHOW server_version", "postgres")[0][0]))}
        told |= _filled(here, cases, notes)
        with _serving(here) as address:
            told |= measured(here, address, told.pop("people"), seconds)
    file = environment.ROOT / "build" / "scale.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    print("\n".join(lines(told)))


def _filled(here: Stage, cases: int, notes: int) -> dict[str, Any]:
    print(f"… filling: {cases} cases, {notes} notes", flush=True)
    began = time.monotonic()
    # The open door's tables too: the closed one asks its hatches for reports and for knowledge at hand.
    for door in ("open", "closed"):
        run([sys.executable, "-c", "from baken.cli import main; main()", "migrate", "--door", door], here.bare)
    owner = here.closed | {each.address: here.closed[each.owner] for each in addresses.DATABASES["closed"]}
    run(python("django", "collectstatic", "--noinput", "--verbosity=0"), here.closed)
    tables = [
        str(row[0]) for row in here.ask("SELECT relname FROM pg_class WHERE relkind = 'r' AND relhastriggers", CLOSED)
    ]
    for table in tables:
        here.tell(f'ALTER TABLE "{table}" DISABLE TRIGGER ALL', CLOSED)
    here.tell("ALTER TABLE access_teamplace ENABLE TRIGGER access_place", CLOSED)
    filled = json.loads(run(python("bench.thousands", str(cases), str(notes)), owner, minutes=60))
    for table in tables:
        here.tell(f'ALTER TABLE "{table}" ENABLE TRIGGER ALL', CLOSED)
    here.settle(CLOSED, "baken_keys")
    took, size = time.monotonic() - began, here.ask(_SIZE, CLOSED)[0][0]
    return {"cases": cases, "notes": notes, "filled_in": round(took), "megabytes": size, "people": filled["people"]}


@contextmanager
def _serving(here: Stage) -> Iterator[str]:
    """Serve the closed door on a free port, by the command of `baken serve`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        stand = serve.Stand("closed", int(probe.getsockname()[1]), workers=2)
    own = {"BAKEN_CLOSED_ADDRESS": stand.address.rstrip("/")}
    child = children.start(serve.server(stand), here.closed | own, cwd=environment.ROOT)
    try:
        serve._await([stand], {"the closed door": child})
        yield f"http://localhost:{stand.port}"
    finally:
        children.stop([child])


def measured(here: Stage, address: str, people: Sequence[Mapping[str, Any]], seconds: int) -> dict[str, Any]:
    """Let people work; return how long each kind of page took, and how many entries the log took meanwhile."""
    print(f"… {len(people)} people at work for {seconds} s", flush=True)
    before, scans, load = _entries(here), _scans(here), os.getloadavg()[0]
    took = crowd.at_work(address, people, seconds)
    whole = sorted(table for table, count in _scans(here).items() if count > scans[table])
    pages = {name: _spread(times) for name, times in took.items()}
    asked = sum(each["pages"] for each in pages.values())
    told = {"pages": pages, "people": len(people), "seconds": seconds, "load_before": round(load, 1)}
    told |= {"per_second": round(asked / seconds, 1), "read_whole": whole}
    return told | {"entries": _entries(here) - before}


def _scans(here: Stage) -> dict[str, int]:
    """Return how often each table that grows was read from end to end; counting entries is not one of them."""
    return {str(table): int(str(count)) for table, count in here.ask(_SCANS, CLOSED) if table != "audit_entry"}


def _entries(here: Stage) -> int:
    return int(str(here.ask("SELECT count(*) FROM audit_entry", CLOSED)[0][0]))


def _spread(times: Sequence[float]) -> dict[str, float]:
    ordered = sorted(times)
    p95 = ordered[math.ceil(0.95 * len(ordered)) - 1]
    return {
        "pages": len(ordered),
        "p50": round(statistics.median(ordered), 1),
        "p95": round(p95, 1),
        "longest": round(ordered[-1], 1),
    }


def lines(told: Mapping[str, Any]) -> Iterator[str]:
    """Yield what was measured, and whether each target holds."""
    yield from (f"{name:<12} {value}" for name, value in told["machine"].items())
    yield f"{told['cases']} cases, {told['notes']} notes: filled in {told['filled_in']} s, {told['megabytes']} MB"
    yield f"{told['people']} people for {told['seconds']} s: {told['per_second']} pages/s"
    yield f"{told['entries']} entries in the log, load before {told['load_before']}"
    yield f"read from end to end: {', '.join(told['read_whole']) or 'no table of cases'}"
    for name, each in told["pages"].items():
        times = "   ".join(f"{which} {each[which]:>7} ms" for which in ("p50", "p95", "longest"))
        yield f"{name:<20} {times}   {each['pages']} pages"
    for name, most in TARGET.items():
        yield f"{'holds ' if told['pages'][name]['p95'] < most else 'MISSED'}  {name}: 95 of 100 within {most} ms"
