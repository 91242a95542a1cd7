# SPDX-License-Identifier: EUPL-1.2
"""Nobody takes from the log, nobody writes in another's name, and only the sealer links."""

import uuid

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from baken.closed.audit.tests.ledgers import chained, write
from baken.settings import environment

USER, OTHER = uuid.UUID(int=1), uuid.UUID(int=2)
HELD = """
SELECT r, has_table_privilege(%s, r) FROM unnest(
    ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS r
"""
GIVEN = """
SELECT relname::text, array(SELECT unnest(relacl)::text ORDER BY 1)::text, '' FROM pg_class
WHERE relname IN ('audit_entry', 'audit_link')
UNION SELECT proname, array(SELECT unnest(proacl)::text ORDER BY 1)::text, '' FROM pg_proc WHERE proname ~ '^audit'
UNION SELECT policyname, concat(roles, cmd, permissive), concat(qual, with_check) FROM pg_policies
WHERE tablename ~ '^audit' ORDER BY 1
"""
LINK = "INSERT INTO audit_link VALUES (%s, %s, '', '', '')"
TAKING = [f"{verb} {table}{rest}" for table in ("audit_entry", "audit_link") for verb, rest in (
    ("UPDATE", " SET id = id" if table == "audit_entry" else " SET seq = seq"),
    ("DELETE FROM", ""),
    ("DELETE FROM", " WHERE false"),
    ("TRUNCATE", ""),
)]  # fmt: skip


@pytest.fixture
def as_role(database_copy):
    """Connect as a role of the copy, in a transaction that is undone."""
    opened = []

    def connected(role, user=None):
        connection = psycopg.connect(database_copy.address(role))
        opened.append(connection)
        if user is not None:
            connection.execute("SELECT set_config('baken.user_id', %s, true)", [str(user)])
        return connection

    yield connected
    for connection in opened:
        connection.close()


@pytest.fixture
def sealed(committed):
    """Put one entry into the log, and its link."""
    with psycopg.connect(committed.address("runtime")) as connection:
        entry = write(connection)
    assert chained(committed, 1) == [entry]
    return entry


@pytest.mark.parametrize("text", TAKING)
@pytest.mark.parametrize("role", ["runtime", "owner", "sealer", "backup"])
def test_it_is_only_added_to_whoever_tries(as_role, role, text):
    with pytest.raises(InsufficientPrivilege):
        as_role(role).execute(text)


def test_it_is_only_added_to_even_by_the_superuser_in_a_restore(database_copy, server_home):
    with psycopg.connect(server_home.address("superuser", "copy_closed")) as connection:
        connection.execute("SET session_replication_role = replica")
        with pytest.raises(InsufficientPrivilege):
            connection.execute("DELETE FROM audit_entry")


def test_a_user_writes_in_their_own_name(as_role):
    write(as_role("runtime", USER), user_id=USER)


@pytest.mark.parametrize(("context", "name"), [(USER, OTHER), (None, OTHER), (USER, None), ("", OTHER)])
def test_nobody_writes_in_anothers_name_or_hides_their_own(as_role, context, name):
    with pytest.raises(InsufficientPrivilege, match="row-level security"):
        write(as_role("runtime", context), user_id=name)


def test_after_a_transaction_there_is_no_context_left(committed, as_role):
    connection = as_role("runtime", USER)
    write(connection, user_id=USER)
    connection.commit()
    write(connection)


@pytest.mark.parametrize("xid", ["5", "999999999999"])
def test_nobody_lays_an_entry_where_the_sealer_does_not_look(as_role, xid):
    connection = as_role("runtime")
    with pytest.raises(InsufficientPrivilege, match="row-level security"):
        write(connection, xid=xid)


def test_the_runtime_role_makes_no_link(as_role):
    with pytest.raises(InsufficientPrivilege):
        as_role("runtime").execute(LINK, [1, USER])


@pytest.mark.parametrize("role", ["sealer", "backup"])
def test_only_the_runtime_role_makes_an_entry(as_role, role):
    with pytest.raises(InsufficientPrivilege):
        write(as_role(role))


def test_who_seals_saves_or_migrates_sees_every_entry(sealed, as_role):
    seen = {
        role: as_role(role).execute("SELECT id FROM audit_entry").fetchall() for role in ("sealer", "backup", "owner")
    }
    assert set(map(tuple, seen.values())) == {((sealed,),)}


@pytest.mark.parametrize(
    ("role", "entries", "links"),
    [
        ("runtime", {"SELECT", "INSERT"}, {"SELECT"}),
        ("sealer", {"SELECT"}, {"SELECT", "INSERT"}),
        ("backup", {"SELECT"}, {"SELECT"}),
    ],
)
def test_each_role_has_these_rights_and_no_other(as_role, role, entries, links):
    connection = as_role(role)
    for table, rights in (("audit_entry", entries), ("audit_link", links)):
        asked = connection.execute(HELD, [table])
        assert {right for right, held in asked if held} == rights


def test_the_sealer_sees_nothing_else(as_role):
    connection = as_role("sealer")
    tables = connection.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')"
        " AND has_table_privilege(oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')"
    )
    assert {name for (name,) in tables} == {"audit_entry", "audit_link"}


def test_an_entry_has_one_link_and_a_place_one_entry(sealed, as_role):
    for seq, entry in ((2, sealed), (1, uuid.uuid4())):
        with pytest.raises(psycopg.errors.UniqueViolation):
            as_role("sealer").execute(LINK, [seq, entry])


def test_the_lines_for_a_sealer_that_came_later_give_the_same_rights(as_role):
    """What the documentation has an owner run by hand is what the migration does."""
    text = (environment.ROOT / "docs" / "how-to" / "run-in-production.md").read_text(encoding="utf-8")
    lines = text.split("until the owner has run this:\n\n```sql\n", 1)[1].split("```", 1)[0]
    owner = as_role("owner")
    given = owner.execute(GIVEN).fetchall()
    owner.execute("DROP POLICY sealer_reads_all ON audit_entry")
    owner.execute("GRANT ALL ON audit_entry, audit_link TO baken_closed_sealer")
    assert owner.execute(GIVEN).fetchall() != given
    owner.execute(lines)
    assert owner.execute(GIVEN).fetchall() == given
