# SPDX-License-Identifier: EUPL-1.2
"""Whatever somebody with the owner's rights does to the log, the proof that it is whole finds it."""

import psycopg
import pytest
from psycopg import sql

from baken.closed.audit import heads, ledger, verification
from baken.closed.audit.keys import AuditKeys
from baken.closed.audit.tests.ledgers import CUT, CUT_LINKS, KEYS, SECRET, fill, masterful

COLUMNS = "SELECT column_name, udt_name FROM information_schema.columns WHERE table_name = %s"
ALTER = sql.SQL("UPDATE audit_entry SET {} = {} WHERE id = (SELECT entry_id FROM audit_link WHERE seq = 3)")
TAKE_OUT = "DELETE FROM audit_entry WHERE id = (SELECT entry_id FROM audit_link WHERE seq = 3)"
MOVE = sql.SQL("UPDATE audit_link SET seq = {} WHERE seq = {}")
FREE = "ALTER TABLE audit_entry DROP CONSTRAINT facts_are_words"
# Another value than the one that is there, for each kind of column.
OTHER = {
    "text": "coalesce({}, '') || 'x'",
    "varchar": "'X'",
    "uuid": "gen_random_uuid()",
    "bool": "NOT {}",
    "timestamptz": "{} + interval '1 microsecond'",
    "_text": "{} || ARRAY['x']",
    "jsonb": "{} || jsonb_build_object('x', 'y')",
    "xid8": "'5'",
    "int8": "{} + 100",
    "bytea": "{} || 'x'",
}


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("heads") / "heads.jsonl"


@pytest.fixture(scope="module")
def log(database_copy, path):
    """Fill the log once for all tests that undo what they do."""
    fill(database_copy, path)
    yield database_copy
    database_copy.renew()


@pytest.fixture
def owner(log):
    with masterful(log) as connection:
        yield connection
        raise psycopg.Rollback


@pytest.fixture
def found(owner, path):
    """Return what is found wrong, by the number of the link, after the owner did something that is then undone."""

    def found(*texts, keys=KEYS, path=path):
        with owner.transaction(force_rollback=True):
            for text in texts:
                owner.execute(text)
            return {fault.seq: fault.what for fault in verification.examine(owner, keys, heads.read(path)).first}

    return found


def test_it_finds_an_edit_of_any_column_of_an_entry(owner, found):
    columns = owner.execute(COLUMNS, ["audit_entry"]).fetchall()
    assert len(columns) == 26
    for name, kind in columns:
        other = sql.SQL(OTHER[kind]).format(sql.Identifier(name))
        assert set(found(ALTER.format(sql.Identifier(name), other))) == {3}, name


def test_it_finds_a_value_that_was_taken_away(owner, found):
    taken = 0
    for name in (name for name, _ in owner.execute(COLUMNS, ["audit_entry"]).fetchall() if name != "id"):
        column = sql.Identifier(name)
        free = sql.SQL("ALTER TABLE audit_entry ALTER COLUMN {} DROP NOT NULL").format(column)
        if owner.execute(sql.SQL("SELECT count({}) FROM audit_entry").format(column)).fetchone() != (0,):
            assert set(found(free, ALTER.format(column, sql.NULL))) == {3}, name
            taken += 1
    assert taken > 15


def test_it_finds_an_edit_of_any_column_of_a_link(owner, found):
    columns = owner.execute(COLUMNS, ["audit_link"]).fetchall()
    assert len(columns) == 5
    for name, kind in columns:
        other = sql.SQL(OTHER[kind]).format(sql.Identifier(name))
        assert found(sql.SQL("UPDATE audit_link SET {} = {} WHERE seq = 3").format(sql.Identifier(name), other)), name


@pytest.mark.parametrize("facts", ['{"a": 1e999}', '{"a": ' + "9" * 5000 + "}", "5", "null", '["é"]'])
def test_it_finds_facts_that_are_hard_to_read(found, facts):
    assert set(found(FREE, ALTER.format(sql.Identifier("facts"), facts))) == {3}


@pytest.mark.parametrize("at", ["infinity", "-infinity", "12026-01-01", "0044-03-15 BC"])
def test_it_finds_a_moment_that_is_hard_to_read(found, at):
    assert set(found(ALTER.format(sql.Identifier("at"), at))) == {3}


def test_it_tells_a_number_from_the_word_for_it(owner):
    owner.execute(FREE)
    bodies = set()
    for facts in ('{"a": "5"}', '{"a": 5}', '{"a": 5.0}', '{"a": ["5"]}'):
        owner.execute(ALTER.format(sql.Identifier("facts"), facts))
        bodies |= {repr(row.entry) for row in ledger.rows(owner) if row.seq == 3}
    assert len(bodies) == 4


def test_it_finds_an_entry_that_was_taken_out_although_linked(found):
    assert found(TAKE_OUT) == {3: "its entry is gone"}


def test_it_finds_an_entry_taken_out_with_its_link(found):
    assert set(found(TAKE_OUT, "DELETE FROM audit_link WHERE seq = 3")) == {4}


def test_it_finds_a_hole_that_was_closed(found):
    assert 3 in found("DELETE FROM audit_link WHERE seq = 3", MOVE.format(3, 4), MOVE.format(4, 5))


def test_it_finds_two_links_that_changed_places(found):
    assert {2, 3} <= set(found(MOVE.format(99, 2), MOVE.format(2, 3), MOVE.format(3, 99)))


def test_it_finds_a_link_that_was_slipped_in(found):
    forged = "INSERT INTO audit_link SELECT 6, gen_random_uuid(), hash, hash, key_id FROM audit_link WHERE seq = 5"
    assert set(found(forged)) == {6}


@pytest.mark.parametrize("left", [0, 1, 3])
def test_it_finds_a_tail_that_was_cut_off(found, left):
    (what,) = found(CUT.format(left), CUT_LINKS.format(left)).values()
    assert "cut off" in what


def test_it_does_not_see_a_tail_cut_off_behind_the_last_head(found):
    """What the documentation says it cannot do, so that nobody believes otherwise."""
    assert found(CUT_LINKS.format(4)) == {}


def test_it_wants_a_signed_head(found, tmp_path):
    (what,) = found(path=tmp_path / "absent").values()
    assert "no signed head" in what


def test_it_knows_a_chain_by_its_own_key_alone(found):
    assert set(found(keys=AuditKeys(["een-ander-verzonnen-geheim-voor-de-ketting"]))) == {1, 2, 3, 4, 5}


def test_it_verifies_under_an_older_key(found):
    assert found(keys=AuditKeys(["een-nieuwer-verzonnen-geheim-voor-de-ketting", SECRET])) == {}
