# SPDX-License-Identifier: EUPL-1.2
"""A database that was dumped and loaded is the same one, rights included; or it stays empty."""

import psycopg
import pyrage
import pytest
from psycopg import sql

from baken.core.backups import dumping, facts, loading, rights, sealing
from baken.core.backups.facts import Facts
from baken.core.backups.naming import BackupError
from baken.core.embedded import cluster

KEY = pyrage.x25519.Identity.generate()
FILLED = """
CREATE TABLE entry (id int PRIMARY KEY, kind varchar(9) CHECK (kind IN ('one', 'other')), said text);
INSERT INTO entry SELECT n, 'one', repeat('verzonnen ', 20) || n FROM generate_series(1, 5000) n;
REVOKE UPDATE, DELETE ON entry FROM baken_closed_runtime;
ALTER TABLE entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY entry_read ON entry FOR SELECT TO baken_closed_runtime USING (kind IN ('one', 'other') AND id < 10);
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
    $$ BEGIN RAISE EXCEPTION 'no'; END $$;
REVOKE EXECUTE ON FUNCTION refuse() FROM PUBLIC;
CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE ON entry FOR EACH STATEMENT EXECUTE FUNCTION refuse();
ALTER TABLE entry ENABLE ALWAYS TRIGGER only_added_to;
CREATE INDEX entry_said ON entry (said) WHERE kind IN ('one', 'other');
"""
LOOSENED = [
    ("GRANT UPDATE ON entry TO baken_closed_runtime", "has also grant | entry | baken_closed_runtime | UPDATE"),
    ("GRANT UPDATE (said) ON entry TO baken_closed_runtime", "has also column | entry | said"),
    ("ALTER TABLE entry DISABLE ROW LEVEL SECURITY", "lacks rows | entry | True"),
    ("DROP POLICY entry_read ON entry", "lacks policy | entry | entry_read"),
    ("ALTER POLICY entry_read ON entry USING (true)", "lacks policy | entry | entry_read"),
    ("ALTER TABLE entry DISABLE TRIGGER only_added_to", "lacks trigger | entry | only_added_to | A"),
    ("GRANT EXECUTE ON FUNCTION refuse() TO PUBLIC", "has also call | refuse() | PUBLIC | EXECUTE"),
    ("ALTER FUNCTION refuse() SECURITY INVOKER", "lacks function | refuse()"),
    ("ALTER TABLE entry DROP CONSTRAINT entry_kind_check", "lacks constraint | entry | entry_kind_check"),
    ("GRANT USAGE ON SCHEMA public TO PUBLIC", "has also schema | public | PUBLIC | USAGE"),
    (
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT TRUNCATE ON TABLES TO baken_closed_runtime",
        "has also henceforth | r | baken_closed_runtime | TRUNCATE",
    ),
    ("INSERT INTO entry VALUES (0)", "public.entry has 5001 rows and had 5000"),
    ("CREATE TABLE other ()", "public.other has 0 rows and had None"),
]


@pytest.fixture
def databases(server_home):
    """Provide a filled database and an empty one, as the address of each role."""
    names = ("proof_filled", "proof_empty")
    with cluster.superuser(server_home) as connection:
        drop = [sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)) for name in names]
        for text in drop:
            connection.execute(text)
        for name in names:
            cluster.make_database(server_home, name, "closed")
        yield lambda role, which: server_home.address(f"closed_{role}", f"proof_{which}")
        for text in drop:
            connection.execute(text)


@pytest.fixture
def filled(databases, tmp_path):
    """Provide a sealed dump of the filled database."""
    with psycopg.connect(databases("owner", "filled")) as connection:
        connection.execute(FILLED)
    return seal(databases("backup", "filled"), tmp_path / "a")


def seal(address, path):
    with sealing.beside(path) as sink, dumping.moment(address) as connection:
        told = facts.gathered(connection, "closed")
        with dumping.dump(address, connection) as stream:
            sealing.seal(sealing.Joined(told.line, stream), sink, [KEY.to_public()])
    return path


def faults(path, address):
    with psycopg.connect(address) as connection:
        return facts.faults(loading.look(path, [KEY]), connection)


def test_a_loaded_database_is_the_one_that_was_dumped(databases, filled):
    owner = databases("owner", "empty")
    loading.check_empty(owner)
    loading.load(filled, [KEY], owner)
    assert faults(filled, owner) == []
    assert loading.look(filled, [KEY]).rows == {"public.entry": 5000}
    with psycopg.connect(databases("runtime", "empty")) as connection:
        assert connection.execute("SELECT count(*) FROM entry").fetchone() == (9,)
    with pytest.raises(BackupError, match="proof_empty is not empty"):
        loading.check_empty(owner)


def test_without_its_first_lines_the_runtime_role_would_get_more_than_it_had(databases, filled, monkeypatch):
    monkeypatch.setattr(loading, "_BEFORE", b"BEGIN;\n")
    loading.load(filled, [KEY], databases("owner", "empty"))
    wider = [f"has also grant | entry | baken_closed_runtime | {word} | False" for word in ("DELETE", "UPDATE")]
    assert faults(filled, databases("owner", "empty")) == wider


@pytest.mark.parametrize(("text", "fault"), LOOSENED)
def test_every_difference_is_told(databases, filled, text, fault):
    with psycopg.connect(databases("owner", "filled")) as connection:
        connection.execute(text)
    assert any(each.startswith(fault) for each in faults(filled, databases("owner", "filled")))


def test_a_dump_that_breaks_off_leaves_the_database_empty(databases, filled, tmp_path):
    whole = tmp_path / "whole"
    with whole.open("wb") as sink:
        sealing.unseal(filled, sink, [KEY])
    with sealing.beside(tmp_path / "b") as sink, whole.open("rb") as file:
        half = sealing.Joined(file.read(whole.stat().st_size // 2), file)
        file.seek(0, 2)
        sealing.seal(half, sink, [KEY.to_public()])
    with pytest.raises(BackupError, match="pg_restore failed"):
        loading.load(tmp_path / "b", [KEY], databases("owner", "empty"))
    loading.check_empty(databases("owner", "empty"))


def test_a_database_that_refuses_says_why_and_stays_empty(databases, filled):
    with psycopg.connect(databases("owner", "empty")) as connection:
        connection.execute("CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN END $$")
    with pytest.raises(BackupError, match=r'psql failed: .*function "refuse" already exists'):
        loading.load(filled, [KEY], databases("owner", "empty"))
    loading.check_empty(databases("owner", "empty"))


def test_a_role_that_rows_are_hidden_from_makes_no_backup(databases):
    refusal = pytest.raises(BackupError, match="does not see every row")
    with refusal, dumping.moment(databases("runtime", "filled")):
        pass


def test_a_dump_that_fails_is_no_backup(databases, tmp_path):
    with psycopg.connect(databases("owner", "filled")) as connection:
        connection.execute("CREATE TABLE hidden (); REVOKE ALL ON hidden FROM baken_closed_backup")
    with pytest.raises((BackupError, psycopg.errors.InsufficientPrivilege), match="permission denied"):
        seal(databases("backup", "filled"), tmp_path / "a")
    assert list(tmp_path.iterdir()) == []


def test_nobody_is_let_in_meanwhile(databases):
    owner, runtime = databases("owner", "empty"), databases("runtime", "empty")
    loading.shut(owner, runtime)
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        psycopg.connect(runtime)
    loading.let_in(owner, runtime)
    psycopg.connect(runtime).close()


def test_a_password_is_shown_to_nobody(databases, monkeypatch):
    seen = []
    monkeypatch.setattr(dumping.programs.children, "start", lambda command, around, **_: seen.append(command) or 1 / 0)
    with pytest.raises(ZeroDivisionError), dumping.programs.running("psql", address=databases("owner", "empty")):
        pass
    password = databases("owner", "empty").partition("baken_closed_owner:")[2].partition("@")[0]
    assert password
    assert password not in " ".join(seen[0])


@pytest.mark.parametrize("line", [b"", b"[]", b"{}", b'{"kind": "closed"}', b"\x00"])
def test_a_sealed_file_that_begins_otherwise_is_refused(line):
    with pytest.raises(BackupError, match="does not begin as a backup"):
        Facts.of(line)


def test_rights_know_what_only_one_has():
    assert rights.differences(["a", "b"], ["b", "c"]) == ["lacks a", "has also c"]
