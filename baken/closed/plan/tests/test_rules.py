# SPDX-License-Identifier: EUPL-1.2
"""A repeated task keeps its rhythm, however late somebody finishes it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.closed.plan.rules import next_due

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@given(due=DAYS, weeks=st.integers(1, 52), today=DAYS)
def test_the_next_day_is_in_the_rhythm_to_come_and_the_first_such(due, weeks, today):
    found, rhythm = next_due(due, weeks, today), timedelta(weeks=weeks)
    assert (found - due) % rhythm == timedelta(0)
    assert found >= max(today, due + rhythm)
    assert found - rhythm <= due or found - rhythm < today


@pytest.mark.parametrize(
    ("today", "following"),
    [("2026-03-01", "2026-03-16"), ("2026-03-16", "2026-03-16"), ("2026-03-17", "2026-03-30")],
)
def test_finished_early_on_the_day_or_late(today, following):
    due = date(2026, 3, 2)
    assert next_due(due, 2, date.fromisoformat(today)) == date.fromisoformat(following)
