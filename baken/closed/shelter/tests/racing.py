# SPDX-License-Identifier: EUPL-1.2
"""Many who give one place at the same moment: through the action, or in plain SQL past it."""

import statistics
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from uuid import uuid4

import psycopg
from django.core.exceptions import ValidationError
from django.db import connections
from psycopg import errors

from baken.closed.access.rules import Refused
from baken.closed.shelter.tests.desk import SECOND, WORKER, Desk, day

AT_ONCE = 25
WON, TOLD = "won", "told"
_STAY = """
    INSERT INTO shelter_stay (id, dossier_id, request_id, unit_id, from_on, until_on, given_by_id, given_at, lifted,
      lifted_why, outcome, words)
    SELECT %(stay)s, r.dossier_id, r.id, %(unit)s, %(from)s, %(until)s, %(me)s, now(), '{}', '', '', ''
    FROM shelter_request r WHERE r.dossier_id = %(file)s
"""
_BED = """
    INSERT INTO shelter_bed (id, dossier_id, stay_id, guest_id, place_id, nights)
    SELECT %(bed)s, %(file)s, %(stay)s, g.number, p.number, daterange(%(from)s, %(until)s)
    FROM shelter_guest g, shelter_place p WHERE g.dossier_id = %(file)s AND p.unit_id = %(unit)s
"""


@dataclass(frozen=True)
class Race:
    """How each attempt ended, and in how many seconds who came late was told."""

    ended: Counter[str]
    told: list[float]

    @property
    def slow(self) -> float:
        """In how many seconds 95 of 100 who came late were told."""
        return statistics.quantiles(self.told, n=20)[-1]


def run(attempts: Sequence[Callable[[], str]]) -> Race:
    """Let all runners begin at one moment, each its attempts one after another; return how they ended."""
    runners = min(AT_ONCE, len(attempts))
    gate = threading.Barrier(runners)

    def runs(number: int) -> list[tuple[str, float]]:
        gate.wait(timeout=30)
        try:
            return [_timed(each) for each in attempts[number::runners]]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(runners) as pool:
        ended = [each for ended in pool.map(runs, range(runners)) for each in ended]
    return Race(Counter(how for how, _ in ended), [took for how, took in ended if how != WON])


def _timed(attempt: Callable[[], str]) -> tuple[str, float]:
    began = time.monotonic()
    return attempt(), time.monotonic() - began


def by_action(desk: Desk, file: object, unit: object, number: int) -> Callable[[], str]:
    """Return an attempt through the action, by one of two workers."""

    def attempt() -> str:
        try:
            desk.gives(file, unit, by=(WORKER, SECOND)[number % 2])
        except (ValidationError, Refused):
            return TOLD
        except psycopg.errors.DeadlockDetected:
            return "deadlock"
        return WON

    return attempt


def by_sql(desk: Desk, address: str, file: object, unit: object) -> Callable[[], str]:
    """Return an attempt in plain SQL, as the role that serves."""
    words = {"file": file, "unit": unit, "me": desk.key(WORKER), "from": day(0), "until": day(30)}

    def attempt() -> str:
        with psycopg.connect(address) as connection:
            try:
                connection.execute("SELECT set_config('baken.user_id', %s, true)", [str(words["me"])])
                given = {**words, "stay": uuid4(), "bed": uuid4()}
                connection.execute(_STAY, given)
                connection.execute(_BED, given)
                connection.commit()
            except (errors.ExclusionViolation, errors.UniqueViolation):
                return TOLD
            except errors.DeadlockDetected:
                return "deadlock"
            return WON

    return attempt
