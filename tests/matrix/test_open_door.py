# SPDX-License-Identifier: EUPL-1.2
"""The open door knows nobody of a file: it has neither the addresses, nor the database, nor the keys."""

import json
import sys

import psycopg
import pytest
from django.urls import get_resolver, reverse

from baken.core import addresses, children
from baken.settings import environment
from tests.database import Copy
from tests.matrix.expectation import lines
from tests.matrix.places import PLACES
from tests.matrix.someone import Someone

pytestmark = pytest.mark.canary

_BOTH_DOORS = ("account", "mfa", "today")  # signing in, and the front page


def _closed_addresses(stage) -> list[str]:
    assert get_resolver().url_patterns
    who = Someone(stage, "case_manager", "team")
    closed = [each for each in lines() if not each.url.startswith(_BOTH_DOORS)]
    return sorted({reverse(each.url, kwargs=PLACES[each.place].arguments(who)) for each in closed})


@pytest.mark.long
def test_it_answers_no_address_of_the_closed_door_and_shows_nothing_of_a_file(stage, server_home, count):
    copy = Copy(server_home, "open")
    copy.renew()
    (database,) = addresses.DATABASES["open"]
    around = addresses.for_child("open", {database.address: copy.address("runtime")})
    around |= {"DJANGO_SETTINGS_MODULE": "baken.settings.open_test", "BAKEN_HOME": str(server_home.path)}
    closed = _closed_addresses(stage)
    words = [sys.executable, "-m", "tests.matrix.open_door", *closed]
    told = json.loads(children.run(words, around, cwd=environment.ROOT))
    count("canary", responses=told["answers"], leaks=len(told["leaks"]))
    assert told["leaks"] == []
    assert told["status"] == {"/": 200} | dict.fromkeys(closed, 404)


@pytest.mark.parametrize("database", ["copy_closed", "copy_keys"])
@pytest.mark.parametrize("role", ["runtime", "owner", "backup"])
def test_its_roles_do_not_come_into_the_other_databases(stage, server_home, database, role):
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        psycopg.connect(server_home.address(f"open_{role}", database))
