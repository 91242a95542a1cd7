# SPDX-License-Identifier: EUPL-1.2
"""What the closed door's guard costs: a file's page with and without, and how fast the log takes entries."""

import json
import os
import subprocess
import sys
import time
import urllib.request
from dataclasses import asdict, dataclass

from baken.core import addresses, children
from baken.settings import environment
from bench import closed, server, wrk
from bench.stage import BAKEN, CLOSED, Stage, python, run

SECONDS, WRITERS = 8, 8
PAUSES = (0, 20)  # milliseconds that a transaction goes on after its entry
_COOKIE = "baken_closed_session"
_OLDEST = """
    SELECT coalesce(extract(epoch FROM clock_timestamp() - min(at)), 0) FROM audit_entry e
    WHERE NOT EXISTS (SELECT FROM audit_link l WHERE l.entry_id = e.id)
"""
_PATIENCE = 300  # seconds until the sealer has caught up
_PEER_LINKS = "CREATE TABLE bench_link (seq bigint PRIMARY KEY, entry uuid NOT NULL, hash bytea NOT NULL)"


@dataclass(frozen=True)
class Closed:
    """The closed door of a stage: the environment it serves in, who works there, and her two files."""

    around: dict[str, str]
    worker: str
    session: str
    sealed: str
    plain: str


def measure(stage: Stage) -> dict[str, object]:
    """Measure the page both ways and the log both ways; the files of both pages hold the same words."""
    door = _furnished(stage)
    stage.pin(server.CORE)
    page = _page(stage, door)
    stage.pin(*range(os.cpu_count() or 1))
    return {"page": page, "log": _log(stage, door)}


def _furnished(stage: Stage) -> Closed:
    run([BAKEN, "migrate", "--door", "closed"], stage.bare)
    owner = stage.closed | {each.address: stage.closed[each.owner] for each in addresses.DATABASES["closed"]}
    told = json.loads(run(python("bench.closed", "found"), owner))
    run(python("django", "collectstatic", "--noinput", "--verbosity=0"), stage.closed)
    sealed, plain = json.loads(run(python("bench.closed", "fill", told["worker"], told["agency"]), stage.closed))
    _lay_open(stage, plain)
    stage.settle(CLOSED)
    return Closed(stage.closed, told["worker"], told["session"], sealed, plain)


def _lay_open(stage: Stage, dossier: str) -> None:
    """Put the words themselves into the columns of a file, for the door that decrypts nothing."""
    words = {
        "casework_identity": {"name": closed.NAME, "born": closed.BORN, "nationality": closed.NATION},
        "casework_contact": {"phone": closed.PHONE, "safe_ways": closed.WAYS},
        "casework_note": {"text": closed.TEXT},
    }
    for table, columns in words.items():
        put = ", ".join(f"{name} = convert_to('{value}', 'UTF8')" for name, value in columns.items())
        stage.tell(f"UPDATE {table} SET {put} WHERE dossier_id = '{dossier}'", CLOSED)  # noqa: S608


def _page(stage: Stage, door: Closed) -> dict[str, object]:
    guarded, rows = _read(stage, door, "baken.wsgi_closed:application", door.sealed)
    bare, none = _read(stage, door, "bench.unguarded:application", door.plain)
    if none or not rows:
        raise RuntimeError(f"{none} entries without the guard, {rows} a page with it")
    return {"loads": {"without": asdict(bare), "with": asdict(guarded)}, "fields": closed.FIELDS, "entries": rows}


def _read(stage: Stage, door: Closed, target: str, dossier: str) -> tuple[wrk.Load, float]:
    """Load a file's page; return the load and how many entries of the log one page left."""
    cookie = f"{_COOKIE}={door.session}"
    with server.serving(target, environment=door.around) as address:
        url = f"{address}/files/{dossier}/"
        _check_words(url, cookie)
        before = _entries(stage)
        _check_words(url, cookie)
        rows = _entries(stage) - before
        return wrk.measure(url, seconds=SECONDS, cookie=cookie), rows


def _check_words(url: str, cookie: str) -> None:
    asked = urllib.request.Request(url, headers={"Cookie": cookie})  # noqa: S310 - our own loopback address
    with urllib.request.urlopen(asked, timeout=30) as answer:  # noqa: S310
        body = answer.read().decode()
    words = {each: body.count(each) for each in (closed.TEXT.strip(), closed.WAYS, closed.NATION)}
    if not all(words.values()):
        raise RuntimeError(f"the page does not show what stands in the file: {sorted(words.values())}")


def _entries(stage: Stage) -> int:
    return int(str(stage.ask("SELECT count(*) FROM audit_entry", CLOSED)[0][0]))


def _log(stage: Stage, door: Closed) -> dict[str, object]:
    """Return entries a second of 8 writers, both ways, and how long the oldest waited for its link."""
    stage.tell(f"{_PEER_LINKS}; GRANT ALL ON bench_link TO PUBLIC", CLOSED)
    locked = {pause: _written(stage, door, "chain", pause)[0] for pause in PAUSES}
    sealer = children.start([sys.executable, "-m", "baken.verbs.audit"], _sealing(stage), cwd=environment.ROOT)
    try:
        _catch_up(stage)
        ours = {pause: _written(stage, door, "append", pause) for pause in PAUSES}
    finally:
        children.stop([sealer])
    rates = {str(pause): {"ours": ours[pause][0], "under_a_lock": locked[pause]} for pause in PAUSES}
    return {"rates": rates, "chained_after": max(age for _, age in ours.values())}


def _sealing(stage: Stage) -> dict[str, str]:
    return stage.bare | {addresses.SEALER: stage.closed[addresses.SEALER]}


def _written(stage: Stage, door: Closed, how: str, pause: int) -> tuple[float, float]:
    """Let 8 writers write at once; return entries a second, and the greatest age of one without a link."""
    command = python("bench.closed", how, door.worker, door.sealed, str(SECONDS), str(pause))
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    writers = [children.start(command, door.around, cwd=environment.ROOT, **pipes) for _ in range(WRITERS)]
    try:
        _begin(writers)
        ages = [0.0]
        while any(each.poll() is None for each in writers):
            ages.append(_oldest(stage))
            time.sleep(0.25)
        return sum(int(_line(each)) for each in writers) / SECONDS, max(ages)
    finally:
        children.stop(writers)


def _begin(writers: list[subprocess.Popen[str]]) -> None:
    """Wait until all have come up, then let them go."""
    for each in writers:
        if _line(each) != "ready\n":
            raise RuntimeError("a writer did not come up")
    for each in writers:
        if each.stdin:
            each.stdin.write("go\n")
            each.stdin.flush()


def _line(writer: subprocess.Popen[str]) -> str:
    return writer.stdout.readline() if writer.stdout else ""


def _oldest(stage: Stage) -> float:
    """Return the age in seconds of the oldest entry that has no link."""
    return float(str(stage.ask(_OLDEST, CLOSED)[0][0]))


def _catch_up(stage: Stage) -> None:
    """Wait until every entry has its link."""
    until = time.monotonic() + _PATIENCE
    while _oldest(stage):
        if time.monotonic() > until:
            raise RuntimeError("the sealer does not catch up")
        time.sleep(0.1)
