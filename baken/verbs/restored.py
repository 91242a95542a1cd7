# SPDX-License-Identifier: EUPL-1.2
"""What is asked of a restored log, and of what it says was erased."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
import psycopg

from baken.closed.audit import heads, ledger, verification
from baken.closed.audit.heads import Written
from baken.closed.audit.keys import AuditKeys
from baken.core.backups.facts import Facts
from baken.settings import environment

# Asked for and agreed on is not erased: only the deletion counts.
_ERASED = """
    SELECT DISTINCT dossier_id FROM audit_entry WHERE activity = 'erasure' AND action = 'D' AND outcome = 'done'
"""
_FILES = "SELECT count(*) FROM access_dossier WHERE id = ANY(%s)"
_KEYS = "SELECT count(*) FROM vault_dossierkey WHERE dossier = ANY(%s)"


def not_erased(owner: str, keys_owner: str, *, never: bool) -> str:
    """Return what is left of dossiers that the log says were erased; "" for nothing, as it must be."""
    with psycopg.connect(owner) as files, psycopg.connect(keys_owner) as keys:
        erased = [dossier for (dossier,) in files.execute(_ERASED) if dossier]
        if erased and never:
            return f"the log tells of {len(erased)} erasures: restore again with --journal"
        left = [connection.execute(text, [erased]).fetchone() for connection, text in ((files, _FILES), (keys, _KEYS))]
    counts = [found[0] for found in left if found]
    return f"the journal lacks {max(counts)} dossiers that the log says were erased" if any(counts) else ""


def log(owner: str, told: Facts, path: Path) -> Iterator[str]:
    """Prove that the log is whole up to where it was when it was copied; yield lines that tell so.

    Heads that were signed after the copy tell how much is lost. The file of heads begins anew without them, or every
    later proof would take that loss for a tail that was cut off.
    """
    keys, written = AuditKeys.read(environment.audit_key()), heads.read(path)
    known = [head for head in written.heads if head.seq <= told.seq]
    # The manifest is signed with the log's key and vouches for these facts: as good as a head of that moment.
    last = heads.sign(keys.newest, told.seq, bytes.fromhex(told.hash), datetime.now(UTC))
    with ledger.connect(owner) as connection, connection.transaction():
        report = verification.examine(connection, keys, Written([*known, last], written.unreadable))
    if not report.whole:
        raise click.ClickException(f"restored, but the log is broken: {report.first[0].what}; nobody is let in")
    yield f"the log is whole: {report.entries} entries, {report.links} links"
    if lost := [head for head in written.heads if head.seq > told.seq]:
        yield f"the log had come to link {lost[-1].seq} by {lost[-1].at}: what came after link {told.seq} is lost"
    _begin_heads(path, [*known, last])


def _begin_heads(path: Path, kept: list[heads.Head]) -> None:
    """Write this home's file of heads; what stood there before is put aside."""
    own = environment.audit_heads()
    if own.exists():
        own.rename(own.with_name(f"{own.name}.before-{datetime.now(UTC):%Y%m%dT%H%M%SZ}"))
    for head in kept:
        heads.append(own, head)
