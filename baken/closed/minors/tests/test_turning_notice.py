# SPDX-License-Identifier: EUPL-1.2
"""When today's page thinks of the day she comes of age."""

import datetime

import pytest

from baken.closed.minors.engine.turning import is_noticed

BIRTHDAY = datetime.date(2026, 8, 31)


@pytest.mark.parametrize(
    ("on", "shown"),
    [
        ("2026-02-27", False), ("2026-02-28", True), ("2026-03-13", True), ("2026-03-14", False),
        ("2026-07-30", False), ("2026-07-31", True), ("2026-08-30", True), ("2026-08-31", False),
    ],
)  # fmt: skip
def test_today_says_it_half_a_year_and_a_month_before(on, shown):
    assert is_noticed(BIRTHDAY, datetime.date.fromisoformat(on)) is shown
