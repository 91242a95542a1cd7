# SPDX-License-Identifier: EUPL-1.2
"""Which days of reading stand out, and how the person is told what was seen."""

from datetime import UTC, date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from baken.closed.audit.rules import Day, Seen, Told, gather, unusual

A, B = UUID(int=1), UUID(int=2)


def day(number, dossiers=3, refusals=0, glasses=0, user=A):
    return Day(user, date(2026, 11, number), dossiers, refusals, glasses)


def test_it_leaves_ordinary_days_alone():
    assert unusual([day(number, dossiers=number) for number in range(1, 10)]) == []


def test_it_notices_far_more_than_somebodys_own_ordinary_day():
    busy = day(9, dossiers=40)
    assert unusual([*(day(number) for number in range(1, 9)), busy]) == [busy]


def test_it_measures_each_by_their_own_days():
    intake = [day(number, dossiers=40, user=B) for number in range(1, 9)]
    busy = day(9, dossiers=40)
    assert unusual([*intake, *(day(number) for number in range(1, 9)), busy]) == [busy]


def test_it_notices_many_refusals_and_any_broken_glass_glass_first():
    refused, broken = day(1, refusals=5), day(2, glasses=1)
    assert unusual([refused, broken, day(3, refusals=4)]) == [broken, refused]


AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def seen(hour, part="identity", agency=A, role="therapist", ground="team"):
    return Seen(datetime(2026, 11, 27, hour, tzinfo=UTC), agency, (role,), "read", part, ground)


def test_it_tells_a_page_that_was_read_twice_as_one_thing():
    all_of_it = [seen(8), seen(8, "notes"), seen(9), seen(9, "notes")]
    assert gather(all_of_it, AMSTERDAM) == [Told(all_of_it[0].at, all_of_it[3].at, all_of_it[0], ("identity", "notes"))]


def test_it_keeps_apart_who_saw_it_on_what_ground_and_on_which_day():
    apart = [seen(8), seen(8, agency=B), seen(8, role="intake"), seen(8, ground="glass"), seen(23)]
    assert [each.seen for each in gather(apart, AMSTERDAM)] == apart


def test_it_tells_in_the_order_in_which_it_began():
    mixed = [seen(8), seen(9, agency=B), seen(10)]
    assert [(each.seen.agency, each.first.hour, each.last.hour) for each in gather(mixed, AMSTERDAM)] == [
        (A, 8, 10),
        (B, 9, 9),
    ]
