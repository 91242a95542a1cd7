# SPDX-License-Identifier: EUPL-1.2
"""The sealer: chains the entries of the log soon after they are committed, and signs how far it came.

It runs beside the door, as a role of its own. No request ever waits for it. It may be killed at any moment: a
batch is linked whole or not at all, and the next sealer begins at the end of the chain as it stands.
"""

import logging
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg

from baken.closed.audit import chain, heads, ledger
from baken.closed.audit.keys import AuditKey

_BATCH = 1000
_PAUSE_SECONDS = 1.0  # a settled entry has its link within two seconds
_HEADS_SECONDS = 300.0
_log = logging.getLogger(__name__)


class Sealer:
    """Adds to the chain over one connection. Several may run; in each turn one works and the others look on.

    ``_since`` is the transaction below which everything has its link; None until what another server wrote,
    and a restored backup brought, has been looked for.
    """

    def __init__(self, connection: ledger.Connection, key: AuditKey) -> None:
        self._connection, self._key = connection, key
        self._since: str | None = None

    def seal(self) -> None:
        """Chain everything that has settled, a batch and a transaction at a time."""
        while self._step():
            pass

    def _step(self) -> bool:
        """Chain one batch and return whether there may be more."""
        with self._connection.transaction():
            if not ledger.obtain_turn(self._connection):
                return False
            entries, since = self._next()
            self._chain(entries)
        more = self._since is None or len(entries) == _BATCH
        self._since = since
        return more

    def _next(self) -> tuple[list[dict[str, Any]], str | None]:
        """Return the next batch, and from where to go on once it has its links."""
        if self._since is None:
            entries = ledger.brought(self._connection, _BATCH)
            return entries, None if len(entries) == _BATCH else "0"
        below = ledger.horizon(self._connection)
        entries = ledger.settled(self._connection, self._since, below, _BATCH)
        return entries, entries[-1]["xid"] if len(entries) == _BATCH else below

    def _chain(self, entries: list[dict[str, Any]]) -> None:
        seq, tail = ledger.tail(self._connection)
        links = []
        for entry in entries:
            previous, tail = tail, chain.link(self._key.chain, tail, chain.canonical(entry))
            seq += 1
            links.append((seq, entry["id"], previous, tail, self._key.id))
        ledger.append(self._connection, links)


def run(address: str, key: AuditKey, path: Path, stopped: threading.Event, heads_every: float = _HEADS_SECONDS) -> None:
    """Seal until told to stop; a database that does not answer is asked again each second."""
    while not stopped.is_set():
        try:
            with ledger.connect(address) as connection:
                _work(connection, key, path, stopped, heads_every)
        except psycopg.Error as error:
            _log.warning("the log cannot be sealed just now: %s", error)
            stopped.wait(_PAUSE_SECONDS)


def sign(connection: ledger.Connection, key: AuditKey, path: Path) -> None:
    """Add the signed head of the chain as it stands to a file; one that cannot be written is told, and is no halt."""
    seq, last = ledger.tail(connection)
    try:
        heads.append(path, heads.sign(key, seq, last, datetime.now(UTC)))
    except OSError as error:
        _log.error("the head of the log cannot be written: %s", error.strerror)


def _work(
    connection: ledger.Connection, key: AuditKey, path: Path, stopped: threading.Event, heads_every: float
) -> None:
    sealer = Sealer(connection, key)
    sign(connection, key, path)  # before any link of ours: links without a head look like a file that was removed
    signed = time.monotonic()
    while not stopped.is_set():
        sealer.seal()
        if time.monotonic() - signed >= heads_every:
            sign(connection, key, path)
            signed = time.monotonic()
        stopped.wait(_PAUSE_SECONDS)
    sealer.seal()
    sign(connection, key, path)
