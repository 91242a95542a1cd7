# SPDX-License-Identifier: EUPL-1.2
"""An article carries the day it was reviewed, or else the day it was published as people here count days."""

import datetime

import pytest

from baken.open.articles.models import ArticlePage

pytestmark = pytest.mark.django_db
LATE = datetime.datetime(2019, 12, 31, 23, 30, tzinfo=datetime.UTC)  # half past midnight in Amsterdam
REVIEWED = datetime.date(2019, 6, 1)


@pytest.mark.parametrize(
    ("known", "day"),
    [
        ({}, None),
        ({"first_published_at": LATE}, datetime.date(2020, 1, 1)),
        ({"first_published_at": LATE, "last_published_at": LATE.replace(year=2020)}, datetime.date(2021, 1, 1)),
        ({"last_published_at": LATE, "reviewed": REVIEWED}, REVIEWED),
    ],
)
def test_it_carries_the_day_somebody_last_stood_for_it(known, day):
    assert ArticlePage(**known).dated == day
