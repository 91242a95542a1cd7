# SPDX-License-Identifier: EUPL-1.2
"""Names tell the moment and the database; keys go before the rest, and strangers stay."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.backups import naming

NOW = datetime(2026, 11, 28, 1, 15, tzinfo=UTC)
DAY = timedelta(days=1)


def names(*days: int) -> list[str]:
    stamps = [naming.stamp(NOW - each * DAY) for each in days]
    return [name for stamp in stamps for name in (naming.sealed(stamp, "closed"), naming.sealed(stamp, "keys"))]


def past(found: list[str]) -> set[str]:
    return set(naming.past(found, NOW, 90 * DAY, 14 * DAY))


def test_a_name_tells_its_moment_in_utc():
    amsterdam = timezone(timedelta(hours=1))
    assert naming.stamp(datetime(2026, 11, 28, 2, 15, tzinfo=amsterdam)) == naming.stamp(NOW) == "20261128T011500Z"


@given(st.datetimes(timezones=st.just(UTC), min_value=datetime(2000, 1, 1)), st.sampled_from(naming.FILES_FIRST))
def test_what_is_named_is_read_again(at, kind):
    stamp = naming.stamp(at)
    assert naming.read(naming.sealed(stamp, kind)) == (stamp, kind)
    assert naming.read(naming.manifest(stamp)) == (stamp, "")


@pytest.mark.parametrize("name", ["", "letter.txt", "x20261128T011500Z-open.age", "20261128T011500Z-open.age.part"])
def test_a_name_that_is_not_ours_tells_nothing(name):
    assert naming.read(name) is None


def test_keys_are_over_their_time_before_the_files_are():
    assert past(names(0, 13)) == set()
    assert past(names(15)) == {names(15)[1]}
    assert past(names(91)) == set(names(91))


def test_strangers_and_names_of_no_moment_are_never_over_their_time():
    assert past(["letter.txt", "20269940T996199Z-closed.age", ".lock"]) == set()
