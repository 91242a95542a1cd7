# SPDX-License-Identifier: EUPL-1.2
"""A door's process knows its own database and nothing else."""

import pytest

from baken.core import addresses, doors
from baken.core.addresses import DoorError

GIVEN = {
    "BAKEN_OPEN_DATABASE_URL": "postgresql://runtime@/x",
    "BAKEN_OPEN_OWNER_URL": "postgresql://owner@/x",
    "BAKEN_OPEN_SECRET_KEY": "key",
}


@pytest.fixture(autouse=True)
def _bare_shell(monkeypatch):
    for name in (name for door in addresses.DOORS for name in addresses.own_names(door)):
        monkeypatch.delenv(name, raising=False)


def secrets_in(environment):
    ends = ("_URL", "_SECRET_KEY")
    return {name: value for name, value in environment.items() if name.startswith("BAKEN_") and name.endswith(ends)}


def test_a_child_gets_neither_the_owner_nor_the_other_door(monkeypatch):
    monkeypatch.setenv("BAKEN_CLOSED_DATABASE_URL", "postgresql://secret@/y")
    monkeypatch.setenv("BAKEN_CLOSED_SECRET_KEY", "secret")
    around = addresses.for_child("open", GIVEN)
    assert secrets_in(around) == {
        "BAKEN_OPEN_DATABASE_URL": "postgresql://runtime@/x",
        "BAKEN_OPEN_SECRET_KEY": "key",
    }
    assert around["DJANGO_SETTINGS_MODULE"] == "baken.settings.open"


def test_a_migrating_child_connects_as_the_owner():
    around = addresses.for_child("open", GIVEN, as_owner=True)
    assert around["BAKEN_OPEN_DATABASE_URL"] == "postgresql://owner@/x"
    assert "BAKEN_OPEN_OWNER_URL" not in around


def test_without_an_owner_there_is_no_migrating():
    with pytest.raises(DoorError, match="need BAKEN_OPEN_OWNER_URL"):
        addresses.for_child("open", {"BAKEN_OPEN_DATABASE_URL": "postgresql://runtime@/x"}, as_owner=True)


def test_the_closed_door_knows_its_keys_and_the_bridge_and_neither_owner_backup_nor_sealer():
    given = {name: f"postgresql://{name.lower()}@/x" for name in addresses.own_names("closed")}
    around = addresses.for_child("closed", given)
    assert set(secrets_in(around)) == {
        "BAKEN_CLOSED_DATABASE_URL",
        "BAKEN_KEYS_DATABASE_URL",
        "BAKEN_CLOSED_SECRET_KEY",
        "BAKEN_BRIDGE_URL",
    }


def test_the_sealer_knows_its_own_address_alone():
    given = {name: f"postgresql://{name.lower()}@/x" for name in addresses.own_names("closed")}
    assert set(secrets_in(addresses.for_sealer(given))) == {"BAKEN_SEALER_URL"}


def test_a_closed_door_without_keys_is_not_opened(monkeypatch):
    monkeypatch.setenv("BAKEN_CLOSED_DATABASE_URL", "postgresql://operator@/z")
    with pytest.raises(DoorError, match="BAKEN_KEYS_DATABASE_URL is not set"), addresses.addressed("closed"):
        pass


def test_what_the_operator_set_is_taken_and_no_server_started(monkeypatch):
    monkeypatch.setenv("BAKEN_OPEN_DATABASE_URL", "postgresql://operator@/z")
    monkeypatch.setattr(addresses.embedded, "running", lambda home: pytest.fail("started a server"))
    with addresses.addressed("open") as found:
        assert found == {"BAKEN_OPEN_DATABASE_URL": "postgresql://operator@/z"}


def test_a_process_opens_only_one_door(settings, monkeypatch):
    monkeypatch.setenv("BAKEN_OPEN_DATABASE_URL", "postgresql://operator@/z")
    for name in ("BAKEN_CLOSED_DATABASE_URL", "BAKEN_KEYS_DATABASE_URL"):
        monkeypatch.setenv(name, "postgresql://operator@/z")
    other = "closed" if settings.DOOR == "open" else "open"
    with pytest.raises(DoorError, match=f"cannot open the {other} door"), doors.ready(other):
        pass
