# SPDX-License-Identifier: EUPL-1.2
"""What each side of a hatch may do, asked in plain SQL as the role that comes there; and what a letter gives away."""

from uuid import uuid4

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from psycopg.errors import CheckViolation, InsufficientPrivilege

from baken.bridge.letters import Unreadable, new_pair, seal, unseal

BRIDGE, RUNTIME = "open_bridge", "open_runtime"
VALUES = st.text(max_size=20) | st.binary(max_size=20) | st.integers()
CONTENT = st.dictionaries(st.text(max_size=5), VALUES, max_size=4)
REPLY = (
    "INSERT INTO bridge.reply (id, report_id, hour, sealed) VALUES (gen_random_uuid(), gen_random_uuid(), now(), '')"
)
LETTER = (
    "INSERT INTO bridge.letter (id, report_id, recipient, hour, is_file, sealed)"
    " VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), now(), false, '')"
)


@pytest.fixture
def asked(committed):
    """Provide a way to ask the hatches something as one of the roles."""

    def ask(role, words, *values):
        with psycopg.connect(committed.home.address(role, "copy_bridge"), autocommit=True) as db:
            return db.execute(words, values)

    return ask


@pytest.mark.parametrize(
    ("role", "words"),
    [
        # The open door cannot read back what it sealed, nor put another key in the centre's place.
        (RUNTIME, "SELECT sealed FROM bridge.letter"),
        (RUNTIME, "DELETE FROM bridge.letter"),
        (RUNTIME, "UPDATE bridge.letter SET sealed = ''"),
        (RUNTIME, "INSERT INTO bridge.recipient (id, public, since) VALUES (gen_random_uuid(), '', now())"),
        (RUNTIME, "UPDATE bridge.recipient SET public = ''"),
        (RUNTIME, REPLY),
        (RUNTIME, "UPDATE bridge.reply SET sealed = ''"),
        (RUNTIME, "DELETE FROM bridge.report"),
        (RUNTIME, "TRUNCATE bridge.report CASCADE"),
        (RUNTIME, "CREATE TABLE bridge.more (id int)"),
        # The closed door sees nothing of what a receipt opens, and forges no report.
        (BRIDGE, "SELECT verifier FROM bridge.report"),
        (BRIDGE, "SELECT salt FROM bridge.report"),
        (BRIDGE, "SELECT wrapped FROM bridge.report"),
        (BRIDGE, "SELECT locator FROM bridge.report"),
        (BRIDGE, "SELECT * FROM bridge.report"),
        (BRIDGE, "SELECT sealed FROM bridge.reply"),
        (BRIDGE, "UPDATE bridge.report SET public = ''"),
        (BRIDGE, "UPDATE bridge.recipient SET public = ''"),
        (BRIDGE, LETTER),
        (BRIDGE, "CREATE TABLE bridge.more (id int)"),
        (BRIDGE, "CREATE TEMPORARY TABLE more (id int)"),
        (BRIDGE, "CREATE SCHEMA more"),
    ],
)  # fmt: skip
def test_no_role_does_what_is_the_others(asked, role, words):
    with pytest.raises(InsufficientPrivilege):
        asked(role, words)


def test_the_closed_door_sees_nothing_else_of_the_open_one(server_home):
    """Asked of the whole of the open door's database, not of the copy that has the hatches alone."""
    with psycopg.connect(server_home.address(BRIDGE, "baken_open"), autocommit=True) as db:
        for table in ("public.django_migrations", "public.accounts_user", "public.wagtailcore_page"):
            with pytest.raises(InsufficientPrivilege):
                db.execute(f"SELECT FROM {table}")


def test_the_closed_doors_role_is_a_member_of_nothing_and_owns_nothing(asked):
    found = asked(
        BRIDGE,
        "SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication,"
        " EXISTS (SELECT FROM pg_auth_members WHERE member = current_user::regrole),"
        " EXISTS (SELECT FROM pg_shdepend WHERE refobjid = current_user::regrole AND deptype = 'o')"
        " FROM pg_roles WHERE rolname = current_user",
    ).fetchone()
    assert found == (False, False, False)


@given(CONTENT)
def test_a_letter_says_what_was_put_in_and_only_with_its_key_and_in_its_place(content):
    (public, private), (_, other), report, letter = new_pair(), new_pair(), uuid4(), uuid4()
    sealed = seal(public, content, report=report, letter=letter)
    assert unseal(private, sealed, report=report, letter=letter) == content
    for key, where in ((other, {"report": report, "letter": letter}), (private, {"report": letter, "letter": report})):
        with pytest.raises(Unreadable):
            unseal(key, sealed, **where)


@given(st.integers(0, 200), st.integers(1, 255))
def test_a_letter_that_was_changed_does_not_open(at, by):
    (public, private), report, letter = new_pair(), uuid4(), uuid4()
    changed = bytearray(seal(public, {"words": "verzonnen"}, report=report, letter=letter))
    changed[at % len(changed)] ^= by
    with pytest.raises(Unreadable):
        unseal(private, bytes(changed), report=report, letter=letter)


def test_a_letter_is_of_our_time(asked):
    """No moment that PostgreSQL knows and Python does not hides all reports behind an error."""
    asked("open_owner", "INSERT INTO bridge.report (id, hour, taken) VALUES (%s, now(), false)", key := uuid4())
    letter = (
        "INSERT INTO bridge.letter (id, report_id, recipient, hour, is_file, sealed) VALUES (%s, %s, %s, %s, false, '')"
    )
    with pytest.raises(CheckViolation):
        asked(RUNTIME, letter, uuid4(), key, uuid4(), "infinity")
    asked(RUNTIME, letter, uuid4(), key, uuid4(), "2026-11-28T12:00Z")
