# SPDX-License-Identifier: EUPL-1.2
"""Hears of every change the moment it is committed, through PostgreSQL's LISTEN."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.db import connection

from baken.open.pagecache.store import Store

CHANNEL = "baken_change"
QUIET_SECONDS = 1.0


def start(store: Store) -> threading.Thread:
    """Follow the database in a thread of this process; the thread ends with the process."""
    thread = threading.Thread(target=_follow_for_ever, args=[store], name="page-cache", daemon=True)
    thread.start()
    return thread


def _follow_for_ever(store: Store) -> None:
    while True:
        try:
            with listening(store) as db:
                while True:
                    follow_once(store, db)
        except psycopg.Error:
            store.doubt()
            time.sleep(QUIET_SECONDS)


@contextmanager
def listening(store: Store) -> Iterator[psycopg.Connection]:
    """Yield a connection of its own that hears of changes; raises psycopg.Error."""
    with psycopg.connect(**connection.get_connection_params(), autocommit=True) as db:
        db.execute(f"LISTEN {CHANNEL}")
        # Whatever changed before the first LISTEN took hold is unknown: begin empty.
        store.heard(changed=True)
        yield db


def follow_once(store: Store, db: psycopg.Connection) -> None:
    """Wait for a change, a quiet second at most, and tell the store; raises psycopg.Error when the connection broke."""
    heard = list(db.notifies(timeout=QUIET_SECONDS, stop_after=1))
    db.execute("SELECT 1")
    store.heard(changed=bool(heard))
