# SPDX-License-Identifier: EUPL-1.2
"""The embedded server: who gets in, who shares it, and what is left when somebody is killed."""

import os
import signal
import stat
import subprocess
import threading
import time
from pathlib import Path

import psycopg
import pytest

from baken.core import embedded, roles
from baken.core.embedded import Home, cluster, leases, server
from tests.lifecycle import houses

RUNTIME = "BAKEN_OPEN_DATABASE_URL"
OWNER = "BAKEN_OPEN_OWNER_URL"


def kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)


def long(*values: object) -> list[object]:
    """Return parameters that only the whole run takes."""
    return [pytest.param(value, marks=pytest.mark.long) for value in values]


def test_it_serves_both_doors_and_leaves_nothing_running(home):
    began = time.monotonic()
    with embedded.running(home) as found:
        addresses = [value for name, value in found.items() if name.endswith("_URL")]
        assert len(addresses) == 11
        assert all(map(houses.answers, addresses))
        assert houses.belonging(home)
    print(f"first start and stop: {time.monotonic() - began:.2f} s")  # noqa: T201 - measured, not asserted
    assert not any(map(houses.answers, addresses))
    assert houses.left(home) == {}


def test_it_gives_the_same_addresses_again_and_keeps_the_data(home):
    with embedded.running(home) as first, psycopg.connect(first[OWNER]) as db:
        db.execute("CREATE TABLE kept (n int)")
    began = time.monotonic()
    with embedded.running(home) as second, psycopg.connect(second[RUNTIME]) as db:
        print(f"second start: {time.monotonic() - began:.2f} s")  # noqa: T201 - measured, not asserted
        assert db.execute("SELECT count(*) FROM kept").fetchone() == (0,)
    assert first == second


def test_it_keeps_every_secret_to_its_owner(home):
    with embedded.running(home):
        place = Home(home)
        files = list(place.secrets.iterdir())
        assert len(files) == 18
        assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
        folders = [place.secrets, place.leases, place.run, place.cluster]
        assert {stat.S_IMODE(path.stat().st_mode) for path in folders} == {0o700}
        assert len({path.read_text() for path in files}) == 18
        assert place.path.stat().st_mode & 0o007 == 0
        assert not (place.run / "initdb").exists()


def test_it_refuses_a_home_whose_socket_path_is_too_long(home):
    with pytest.raises(embedded.EmbeddedError, match="set BAKEN_HOME"), embedded.running(home / ("x" * 90)):
        pass
    assert list(home.iterdir()) == []


def test_it_says_in_one_line_that_a_path_is_too_long(home):
    done = houses.verb(home / ("x" * 90), "migrate")
    with houses.closed_pipes(done):
        said = done.stdout.read()
        assert done.wait() == 1
    assert said.startswith("baken: the path ")
    assert said.count("\n") == 1


@pytest.mark.parametrize("role", ["superuser", "open_owner", "open_runtime", "closed_owner", "closed_runtime"])
@pytest.mark.parametrize("word", ["", "baken", "postgres"])
def test_it_lets_nobody_in_without_the_password(shared, role, word):
    with pytest.raises(psycopg.OperationalError, match=r"password authentication failed|no password supplied"):
        psycopg.connect(host=str(shared.run), user=f"baken_{role}", password=word, dbname="baken_open")


def test_it_listens_on_no_network(shared):
    with cluster.superuser(shared) as db:
        assert db.execute("SHOW listen_addresses").fetchone() == ("",)
        assert db.execute("SELECT DISTINCT auth_method FROM pg_hba_file_rules").fetchall() == [("scram-sha-256",)]


@pytest.mark.parametrize("door", ["open", "closed"])
def test_its_runtime_roles_own_nothing_and_bypass_nothing(shared, door):
    assert roles.faults(shared.address(f"{door}_runtime", f"baken_{door}")) == []
    assert roles.faults(shared.address(f"{door}_owner", f"baken_{door}")) == ["owns something", "may create objects"]


def test_the_proof_sees_every_right_a_runtime_role_must_not_have(shared):
    assert roles.faults(shared.address("superuser", "baken_open")) == [
        "is a superuser",
        "bypasses row-level security",
        "may create databases",
        "may create roles",
        "may replicate",
        "may create objects",
    ]


@pytest.mark.parametrize(
    ("right", "fault"),
    [("pg_read_all_data", "is a member of another role"), ("TRUNCATE ON proof", "may empty tables")],
)
def test_the_proof_sees_a_single_right_too_many(shared, right, fault):
    with cluster.superuser(shared, "baken_open") as db:
        db.execute("CREATE TABLE IF NOT EXISTS proof (n int)")
        db.execute(f"GRANT {right} TO baken_open_runtime")
        try:
            assert roles.faults(shared.address("open_runtime", "baken_open")) == [fault]
        finally:
            db.execute(f"REVOKE {right} FROM baken_open_runtime")


@pytest.mark.parametrize("statement", ["CREATE TABLE mine (n int)", "CREATE TEMPORARY TABLE mine (n int)"])
def test_a_runtime_role_creates_nothing(shared, statement):
    address = shared.address("open_runtime", "baken_open")
    with psycopg.connect(address) as db, pytest.raises(psycopg.errors.InsufficientPrivilege):
        db.execute(statement)


def test_a_runtime_role_writes_rows_but_empties_no_table(shared):
    with psycopg.connect(shared.address("open_owner", "baken_open")) as db:
        db.execute("CREATE TABLE IF NOT EXISTS written (id serial, n int)")
    with psycopg.connect(shared.address("open_runtime", "baken_open"), autocommit=True) as db:
        db.execute("INSERT INTO written (n) VALUES (1)")
        db.execute("DELETE FROM written")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            db.execute("TRUNCATE written")


@pytest.mark.parametrize("role", ["open_runtime", "open_owner"])
@pytest.mark.parametrize("database", ["baken_closed", "postgres", "template1"])
def test_a_role_of_one_door_cannot_reach_another_database(shared, role, database):
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        psycopg.connect(shared.address(role, database))


def test_the_open_database_knows_vectors(shared):
    with psycopg.connect(shared.address("open_runtime", "baken_open")) as db:
        assert db.execute("SELECT '[1,2]'::vector <-> '[1,4]'::vector").fetchone() == (2.0,)


def test_two_processes_share_a_home_and_the_last_one_out_stops_it(home):
    with embedded.running(home) as found:
        with houses.using(home):
            assert len(leases.held(Home(home))) == 2
        assert houses.answers(found[RUNTIME])
        late = houses.using(home)
        late.__enter__()
    assert houses.answers(found[RUNTIME])
    late.__exit__(None, None, None)
    assert not houses.answers(found[RUNTIME])


def test_two_homes_stand_beside_each_other(home):
    with embedded.running(home / "a") as first, embedded.running(home / "b") as second:
        assert first[RUNTIME] != second[RUNTIME]
        assert houses.answers(first[RUNTIME])
        assert houses.answers(second[RUNTIME])
        assert not houses.answers(first[RUNTIME].replace("%2Fa%2F", "%2Fb%2F"))


def test_it_stops_when_its_only_user_is_killed_and_starts_again(home):
    with houses.using(home) as user:
        kill(user.pid)
        user.wait()
        assert houses.left(home) == {}
    with embedded.running(home) as found:
        assert houses.answers(found[RUNTIME])
        assert len(list(Home(home).leases.iterdir())) == 1


def test_it_starts_again_after_the_server_itself_was_killed(home):
    with houses.using(home), embedded.running(home):
        kill(server.postmaster(Home(home).cluster))
        with embedded.running(home) as found:
            assert houses.answers(found[RUNTIME])


def test_a_server_that_is_going_is_not_taken_for_one_that_serves(home):
    with houses.using(home), embedded.running(home):
        place = Home(home)
        going = server.postmaster(place.cluster)
        os.kill(going, signal.SIGSTOP)  # its number and its socket are there, and nobody answers
        gone = threading.Timer(1, kill, [going])
        gone.start()
        with embedded.running(home) as found:
            assert houses.answers(found[RUNTIME])
        gone.join()


def test_it_starts_although_a_stale_file_names_a_living_stranger(home):
    with embedded.running(home):
        place = Home(home)
        kept = (place.cluster / "postmaster.pid").read_text().splitlines()
    if os.geteuid() == 0:
        stranger = subprocess.Popen([*server.account.prefix([]), "sleep", "60"])
    else:
        stranger = subprocess.Popen(["sleep", "60"])
    try:
        stale = "\n".join([str(stranger.pid), *kept[1:]]) + "\n"
        (place.cluster / "postmaster.pid").write_text(stale)
        (place.run / ".s.PGSQL.5432.lock").write_text(stale)
        with embedded.running(home) as found:
            assert houses.answers(found[RUNTIME])
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


@pytest.mark.parametrize("seconds", [0.35, 0.7, *long(0.2, 0.5, 0.9)])
def test_it_redoes_a_set_up_that_was_killed_half_way(home, seconds):
    user = houses.start(home, "-c", houses.USER, str(home))
    with houses.closed_pipes(user):
        time.sleep(seconds)
        kill(user.pid)
    assert houses.left(home) == {}
    with embedded.running(home) as found:
        assert houses.answers(found[RUNTIME])
        assert [path.name for path in home.glob("cluster*")] == ["cluster"]


@pytest.mark.parametrize("seconds", [0.6, *long(0.2, 1.0)])
@pytest.mark.parametrize("number", [signal.SIGINT, *long(signal.SIGTERM, signal.SIGHUP)])
def test_it_leaves_nothing_when_stopped_while_starting(home, seconds, number):
    user = houses.start(home, "-c", houses.USER, str(home))
    with houses.closed_pipes(user):
        time.sleep(seconds)
        os.killpg(user.pid, number)
        user.wait(timeout=houses.PATIENCE)
    assert houses.left(home) == {}
    with embedded.running(home) as found:
        assert houses.answers(found[RUNTIME])


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server under another account")
@pytest.mark.parametrize("mode", [0o700, 0o711])
def test_root_reaches_a_home_below_a_closed_folder_without_opening_it(home, mode):
    home.chmod(mode)
    with embedded.running(home / "below") as found:
        assert houses.answers(found[RUNTIME])
        pid = server.postmaster(Home(home / "below").cluster)
        assert Path(f"/proc/{pid}").stat().st_uid != 0
    assert stat.S_IMODE(home.stat().st_mode) == mode
