# SPDX-License-Identifier: EUPL-1.2
"""Which days of reading stand out."""

from datetime import date
from uuid import UUID

from baken.closed.audit.rules import Day, unusual

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
