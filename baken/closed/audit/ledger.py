# SPDX-License-Identifier: EUPL-1.2
"""What sealing and verifying ask of the database, in plain SQL: neither needs Django, nor the runtime role.

*Settled* is an entry whose transaction is older than every transaction still running: none can come before it
any more. Transactions are numbered when they begin to write and visible when they commit, so the order of an
unsettled row is not known yet.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import psycopg

from baken.closed.audit.chain import GENESIS, Row

Connection = psycopg.Connection[tuple[Any, ...]]

_LOCK = 0x7365616C  # "seal": one process at a time adds to the chain
# Who falls silent in the middle, as a machine does that lost its network, does not keep the turn.
_OPTIONS = "-c idle_in_transaction_session_timeout=60s"
_ENTRY = "to_jsonb(entry)::text"
# Told from a string by the NUL, which no string in a database has.
_NUMBER = "\0{}".format
_UNLINKED = "NOT EXISTS (SELECT FROM audit_link AS link WHERE link.entry_id = entry.id)"


class Tail(NamedTuple):
    """The last link of the chain: its number, 0 for none yet, and its hash."""

    seq: int
    hash: bytes


class Unsealed(NamedTuple):
    """How many entries have no link yet, and how old the oldest of them is; None where there is none."""

    entries: int
    oldest_seconds: float | None


def connect(address: str) -> Connection:
    """Connect so that a moment and a letter are the same text for whoever reads them, whatever the surroundings say."""
    connection = psycopg.connect(
        address,
        autocommit=True,
        connect_timeout=5,
        client_encoding="utf8",
        application_name="baken-audit",
        options=_OPTIONS,
    )
    connection.execute("SET TIME ZONE 'UTC'")  # in the options, PGTZ would overrule it
    return connection


def obtain_turn(connection: Connection) -> bool:
    """Return whether this transaction may add to the chain; the turn ends with it, however it ends."""
    return bool(_one(connection, "SELECT pg_try_advisory_xact_lock(%s)", _LOCK)[0])


def horizon(connection: Connection) -> str:
    """Return the number of the oldest transaction still running: whatever is below it is settled."""
    return str(_one(connection, "SELECT pg_snapshot_xmin(pg_current_snapshot())::text")[0])


def tail(connection: Connection) -> Tail:
    """Return the end of the chain."""
    found = connection.execute("SELECT seq, hash FROM audit_link ORDER BY seq DESC LIMIT 1").fetchone()
    return Tail(found[0], bytes(found[1])) if found else Tail(0, GENESIS)


def settled(connection: Connection, since: str, below: str, most: int) -> list[dict[str, Any]]:
    """Return entries without a link from transactions ``since`` up to but not including ``below``, oldest first."""
    text = f"""
        SELECT {_ENTRY} FROM audit_entry AS entry
        WHERE xid >= %s::xid8 AND xid < %s::xid8 AND {_UNLINKED} ORDER BY xid, id LIMIT %s
    """  # noqa: S608 - own words
    return [_columns(body) for (body,) in connection.execute(text, [since, below, most])]


def brought(connection: Connection, most: int) -> list[dict[str, Any]]:
    """Return entries without a link that another server wrote: their transactions have not begun on this one.

    A restored backup may hold such rows. They are visible, hence committed, hence settled.
    """
    text = f"""
        SELECT {_ENTRY} FROM audit_entry AS entry
        WHERE xid >= pg_snapshot_xmax(pg_current_snapshot()) AND {_UNLINKED} ORDER BY xid, id LIMIT %s
    """  # noqa: S608 - own words
    return [_columns(body) for (body,) in connection.execute(text, [most])]


def append(connection: Connection, links: Iterable[tuple[int, str, bytes, bytes, str]]) -> None:
    """Add links: number, entry, previous hash, hash, key."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO audit_link (seq, entry_id, previous, hash, key_id) VALUES (%s, %s, %s, %s, %s)", links
        )


def rows(connection: Connection) -> Iterator[Row]:
    """Return the whole chain in order, each link with its entry as it is now; read piece by piece."""
    with connection.cursor(name="chain") as cursor:
        cursor.itersize = 2000
        cursor.execute(f"""
            SELECT seq, previous, hash, key_id, {_ENTRY}
            FROM audit_link AS link LEFT JOIN audit_entry AS entry ON entry.id = link.entry_id ORDER BY seq
        """)  # noqa: S608 - own words
        for seq, previous, value, key, entry in cursor:
            yield Row(seq, bytes(previous), bytes(value), key, _columns(entry) if entry else None)


def hashes(connection: Connection, numbers: Iterable[int]) -> dict[int, bytes]:
    """Return the hashes of these links, of those that are there."""
    text = "SELECT seq, hash FROM audit_link WHERE seq = ANY(%s::bigint[])"
    return {0: GENESIS} | {seq: bytes(value) for seq, value in connection.execute(text, [list(numbers)])}


def counts(connection: Connection) -> tuple[int, int]:
    """Return how many entries and how many links there are."""
    entries, links = _one(connection, "SELECT (SELECT count(*) FROM audit_entry), (SELECT count(*) FROM audit_link)")
    return entries, links


def unsealed(connection: Connection) -> Unsealed:
    """Return what waits for its link."""
    text = f"""
        SELECT count(*), extract(epoch FROM clock_timestamp() - min(at) FILTER (WHERE isfinite(at)))::float
        FROM audit_entry AS entry WHERE {_UNLINKED}
    """  # noqa: S608 - own words
    entries, age = _one(connection, text)
    return Unsealed(entries, age)


def _columns(body: str) -> dict[str, Any]:
    """Return a row that PostgreSQL put into JSON; a number keeps all its digits."""
    columns: dict[str, Any] = json.loads(body, parse_int=_NUMBER, parse_float=_NUMBER)
    return columns


def _one(connection: Connection, text: str, *values: object) -> tuple[Any, ...]:
    found = connection.execute(text, values).fetchone()
    if found is None:
        raise LookupError("a question that always has an answer had none")
    return found
