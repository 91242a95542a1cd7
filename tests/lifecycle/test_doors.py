# SPDX-License-Identifier: EUPL-1.2
"""A process makes itself ready for a door from a bare shell, and leaves things as it found them."""

import pytest

from baken.core import addresses, embedded, migrating
from tests.lifecycle import houses

READY_TWICE = """
import os, sys
from baken.core import doors
before = {name: value for name, value in os.environ.items() if name != "TZ"}
for _ in range(2):
    with doors.ready("closed"):
        from baken.accounts.models import User
        from django.db import connection
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user")
            print(User.objects.count(), cursor.fetchone()[0])
        assert "BAKEN_CLOSED_OWNER_URL" not in os.environ
        assert not any(name.startswith("BAKEN_OPEN") for name in os.environ)
# Both are Django's own doing, once it is loaded.
added = {"DJANGO_SETTINGS_MODULE", "TZ"}
assert {name: value for name, value in os.environ.items() if name not in added} == before
print("wagtail" in sys.modules)
try:
    with doors.open_door():
        pass
except doors.DoorError as error:
    print(error)
"""
REFUSED = "this process serves the closed door and cannot open the open door"


def test_a_door_is_ready_twice_from_a_bare_shell(migrated):
    process = houses.start(migrated, "-W", "error::ResourceWarning", "-c", READY_TWICE)
    with houses.closed_pipes(process):
        said = process.stdout.read().splitlines()
        assert process.wait() == 0, said
    assert said == ["0 baken_closed_runtime", "0 baken_closed_runtime", "False", REFUSED]
    assert houses.left(migrated, patience=5) == {}


def test_it_migrates_only_when_something_may_be_pending(migrated, monkeypatch):
    with embedded.running(migrated) as found:
        given = {name: value for name, value in found.items() if name in addresses.own_names("closed")}
        assert not migrating.migrate("closed", given)
        with migrating.psycopg.connect(given["BAKEN_CLOSED_OWNER_URL"]) as db:
            db.execute("DELETE FROM django_migrations WHERE app = 'mfa'")
            db.execute("DROP TABLE mfa_authenticator")
        assert migrating.migrate("closed", given)
        with migrating.psycopg.connect(given["BAKEN_CLOSED_DATABASE_URL"]) as db:
            assert db.execute("SELECT count(*) FROM mfa_authenticator").fetchone() == (0,)
        monkeypatch.setattr(migrating, "fingerprint", lambda: "other")
        assert migrating.migrate("closed", given)
        assert not migrating.migrate("closed", given)


def test_people_are_added_from_a_bare_shell(migrated):
    words = ("user", "add", "--door", "closed", "--email")
    lines = []
    for address in ("Vera.Verzonnen@example.org", "vera.verzonnen@example.org", "nobody"):
        process = houses.verb(migrated, *words, address)
        process.stdin.close()
        lines.append((process.stdout.read().splitlines(), process.wait()))
        process.stdout.close()
    (added, code), (twice, second), (wrong, third) = lines
    assert (code, second, third) == (0, 1, 1)
    assert added[0] == "vera.verzonnen@example.org may sign in at the closed door"
    assert added[1].startswith("password: ")
    assert len(added[1]) > len("password: ") + 15
    assert "second step" in added[2]
    assert len(twice) == len(wrong) == 1
    assert "already exists" in twice[0]
    assert "valid e" in wrong[0]


@pytest.mark.parametrize("words", [["nonsense"], ["migrate", "--door", "side"], ["serve"], ["user", "add"]])
def test_bad_input_gets_one_line_and_starts_nothing(home, words):
    process = houses.verb(home, *words)
    with houses.closed_pipes(process):
        said = process.stdout.read()
        assert process.wait() == 1
    assert said.startswith("baken: ")
    assert said.count("\n") == 1
    assert list(home.iterdir()) == []
