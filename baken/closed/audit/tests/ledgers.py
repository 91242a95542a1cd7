# SPDX-License-Identifier: EUPL-1.2
"""Entries written in plain SQL by many at once, as several processes of the door would, and what became of them."""

import contextlib
import time
import uuid
from datetime import UTC, datetime
from functools import partial

import psycopg
from psycopg import sql

from baken.closed.audit import ledger, sealing
from baken.closed.audit.keys import AuditKeys
from baken.closed.audit.sealing import Sealer

SECRET = "verzonnen-geheim-voor-de-ketting-1"
KEYS = AuditKeys([SECRET])
CUT = sql.SQL("DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_link WHERE seq > {})")
CUT_LINKS = sql.SQL("DELETE FROM audit_link WHERE seq > {}")
SECONDS = 120  # how long a test waits for what must come; it fails when it does not

_WORDS = dict.fromkeys(("trace", "kind", "purpose", "session", "address", "part", "sensitivity", "ground"), "")
_COLUMNS = {
    "activity": "read",
    "action": "R",
    "outcome": "done",
    "site": "closed",
    "component": "test",
    **_WORDS,
    "requestor": False,
    "roles": [],
    "objects_touched": [],
    "facts": "{}",
    "at": datetime(2026, 11, 28, tzinfo=UTC),
}


def write(connection, **columns):
    """Write one entry in a transaction that the caller commits, and return its key."""
    values = _COLUMNS | {"id": uuid.uuid4()} | columns
    names, places = sql.SQL(", ").join(map(sql.Identifier, values)), sql.SQL(", ").join(map(sql.Placeholder, values))
    connection.execute(sql.SQL("INSERT INTO audit_entry ({}) VALUES ({})").format(names, places), values)
    return values["id"]


def seal(copy):
    """Let a fresh sealer chain all that has settled just now."""
    with ledger.connect(copy.address("sealer")) as connection:
        Sealer(connection, KEYS.newest).seal()


def chained(copy, count, again=None):
    """Seal until there are so many links and return `linked`: the server's own housekeeping may hold them up."""
    awaited(lambda: (again or partial(seal, copy))() or len(linked(copy)) >= count)
    return linked(copy)


def awaited(condition):
    """Wait until something holds; fail where it never does."""
    deadline = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.05)


def linked(copy):
    """Return the keys of the linked entries, in the order of the chain."""
    with psycopg.connect(copy.address("owner")) as connection:
        return [entry for (entry,) in connection.execute("SELECT entry_id FROM audit_link ORDER BY seq")]


def written(copy):
    """Return the keys of the entries, in the order in which they settle."""
    with psycopg.connect(copy.address("owner")) as connection:
        return [entry for (entry,) in connection.execute("SELECT id FROM audit_entry ORDER BY xid, id")]


def fill(copy, path):
    """Put five sealed entries into a log, and one signed head after the fourth."""
    with psycopg.connect(copy.address("runtime"), autocommit=True) as runtime:
        for _ in range(4):
            write(runtime, facts='{"naam": "é☃"}', ground="team")
        chained(copy, 4)
        with ledger.connect(copy.address("sealer")) as sealer:
            sealing.sign(sealer, KEYS.newest, path)
        write(runtime)
    chained(copy, 5)


@contextlib.contextmanager
def masterful(copy):
    """Connect as the owner, who takes away what forbids to alter."""
    with ledger.connect(copy.address("owner")) as connection, connection.transaction():
        for table in ("entry", "link"):
            connection.execute(f"ALTER TABLE audit_{table} DISABLE TRIGGER audit_{table}_only_added_to")
        yield connection


def only_policy(copy, condition):
    """Let the runtime role read entries by this condition alone, whatever other apps allow it."""
    with psycopg.connect(copy.address("owner")) as owner:
        names = owner.execute("SELECT policyname FROM pg_policies WHERE tablename = 'audit_entry' AND cmd = 'SELECT'")
        for (name,) in names:
            owner.execute(sql.SQL("DROP POLICY {} ON audit_entry").format(sql.Identifier(name)))
        made = sql.SQL("CREATE POLICY try_it ON audit_entry FOR SELECT TO baken_closed_runtime USING ({})")
        owner.execute(made.format(condition))
