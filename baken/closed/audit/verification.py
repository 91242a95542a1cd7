# SPDX-License-Identifier: EUPL-1.2
"""The proof that the log is whole: its chain link by link, and the signed heads against it."""

import itertools
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from psycopg import IsolationLevel

from baken.closed.audit import chain, heads, ledger
from baken.closed.audit.chain import Fault
from baken.closed.audit.keys import AuditKeys

_SHOWN = 20


@dataclass
class Report:
    """What was looked at and what is wrong: how many ``faults``, and the first of them.

    ``covered`` is the last link that a signed head vouches for: a tail cut off behind it is not seen.
    ``unsealed`` entries have no link yet and may still be altered unseen.
    """

    entries: int
    links: int
    unsealed: int
    oldest_unsealed_seconds: float | None
    heads: int
    unreadable_heads: int
    covered: int
    faults: int = 0
    first: list[Fault] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return self.faults == 0

    def as_data(self) -> dict[str, Any]:
        """Return it for JSON."""
        return {**asdict(self), "first": [fault._asdict() for fault in self.first], "whole": self.whole}


def verify(address: str, keys: AuditKeys, path: Path) -> Report:
    """Follow the whole chain as it stands at one moment and hold the signed heads of a file against it.

    Needs a role that sees every entry: sealer, owner or backup.
    """
    # Before the database: a head is signed once its link is there, so none can be ahead of what is read next.
    written = heads.read(path)
    with ledger.connect(address) as connection:
        connection.isolation_level = IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        with connection.transaction():
            return examine(connection, keys, written)


def examine(connection: ledger.Connection, keys: AuditKeys, written: heads.Written) -> Report:
    """Do the same within a transaction of the caller's, which must see one moment."""
    report = _counted(connection, written)
    for fault in _faults(connection, keys, written, report.links):
        report.faults += 1
        if len(report.first) < _SHOWN:
            report.first.append(fault)
    return report


def _counted(connection: ledger.Connection, written: heads.Written) -> Report:
    entries, links = ledger.counts(connection)
    waiting, age = ledger.unsealed(connection)
    covered = max((head.seq for head in written.heads), default=0)
    return Report(entries, links, waiting, age, len(written.heads), written.unreadable, min(covered, links))


def _faults(connection: ledger.Connection, keys: AuditKeys, written: heads.Written, links: int) -> Iterator[Fault]:
    if links and not written.heads:
        yield Fault(0, "there is no signed head: a tail that was cut off would not be seen")
    stands = ledger.hashes(connection, (head.seq for head in written.heads))
    by_id = {name: key.chain for name, key in keys.by_id.items()}
    yield from itertools.chain(
        heads.faults(written.heads, stands, keys.by_id), chain.faults(ledger.rows(connection), by_id)
    )
