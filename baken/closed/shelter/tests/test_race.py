# SPDX-License-Identifier: EUPL-1.2
"""The last place, given by many at the same moment: one succeeds, each other is told, and no place is given twice."""

import pytest
from psycopg.errors import LockNotAvailable

from baken.closed.shelter.giving.alone import alone
from baken.closed.shelter.tests import racing
from baken.closed.shelter.tests.desk import day
from baken.closed.shelter.tests.racing import TOLD, WON

HOUSEHOLDS, ATTEMPTS = 25, 500


@pytest.fixture
def last(desk):
    """Provide a unit with one place, and households that all ask for it."""
    return desk.unit("1", 1), [desk.asks() for _ in range(HOUSEHOLDS)]


def doubles(desk):
    """Return how many nights of a place are given twice, as the owner of the tables sees it."""
    question = """
        SELECT count(*) FROM shelter_bed a JOIN shelter_bed b
        ON a.id < b.id AND a.place_id = b.place_id AND a.nights && b.nights
    """
    return desk.owner.execute(question).fetchone()[0]


def given(desk):
    return desk.owner.execute("SELECT count(*) FROM shelter_bed WHERE nights @> %s", [day(3)]).fetchone()[0]


def test_whoever_writes_past_the_action_waits_at_the_same_door(desk, last, committed):
    unit, files = last
    impatient = f"{committed.address('runtime')}&options=-c%20lock_timeout%3D300"
    past = racing.by_sql(desk, impatient, files[0], unit)
    with desk.working():
        alone(desk.agency)
        with pytest.raises(LockNotAvailable):
            past()
    assert past() == WON


def test_two_workers_who_give_it_at_once(desk, last):
    unit, files = last
    race = racing.run([racing.by_action(desk, files[number], unit, number) for number in range(2)])
    assert race.ended == {WON: 1, TOLD: 1}
    assert (doubles(desk), given(desk)) == (0, 1)


@pytest.fixture
def say(capsys, request):
    """Provide a way to print how soon who came late was told: a figure, and no bound of a test."""

    def says(how, race):
        with capsys.disabled():
            writer = request.config.get_terminal_writer()
            writer.line(f"\nlast place, {how}: {ATTEMPTS} attempts, told within {race.slow:.3f} s (p95)")

    return says


def test_five_hundred_attempts(desk, last, say):
    unit, files = last
    attempts = [racing.by_action(desk, files[n % HOUSEHOLDS], unit, n // HOUSEHOLDS) for n in range(ATTEMPTS)]
    race = racing.run(attempts)
    say("by the action", race)
    assert race.ended == {WON: 1, TOLD: ATTEMPTS - 1}
    assert (doubles(desk), given(desk)) == (0, 1)


def test_five_hundred_attempts_straight_in_sql(desk, last, committed, say):
    unit, files = last
    address = committed.address("runtime")
    race = racing.run([racing.by_sql(desk, address, files[n % HOUSEHOLDS], unit) for n in range(ATTEMPTS)])
    say("in plain SQL", race)
    assert race.ended == {WON: 1, TOLD: ATTEMPTS - 1}
    assert (doubles(desk), given(desk)) == (0, 1)
