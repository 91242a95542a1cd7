# SPDX-License-Identifier: EUPL-1.2
"""Hears of every change the moment it is committed, through PostgreSQL's LISTEN."""

import threading
import time

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
            follow(store, connection.get_connection_params())
        except psycopg.Error:
            store.doubt()
            time.sleep(QUIET_SECONDS)


def follow(store: Store, address: dict[str, object], rounds: int | None = None) -> None:
    """Pass on what one connection hears, until it breaks (or for a number of quiet rounds)."""
    wanted = {name: value for name, value in address.items() if name in _CONNECTION_WORDS}
    with psycopg.connect(**wanted, autocommit=True) as db:  # type: ignore[arg-type]
        db.execute(f"LISTEN {CHANNEL}")
        # Whatever changed before the first LISTEN took hold is unknown: begin empty.
        store.heard(changed=True)
        while rounds is None or rounds > 0:
            heard = list(db.notifies(timeout=QUIET_SECONDS, stop_after=1))
            db.execute("SELECT 1")
            store.heard(changed=bool(heard))
            rounds = None if rounds is None else rounds - 1


_CONNECTION_WORDS = {"dbname", "user", "password", "host", "port"}
