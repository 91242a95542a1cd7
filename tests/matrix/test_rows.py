# SPDX-License-Identifier: EUPL-1.2
"""The same relations in plain SQL as the role that serves: no row too many, no row too few."""

import pytest
from psycopg import errors, sql

from baken.closed.access import rules
from tests.cast import ROLES
from tests.matrix.expectation import ALL, rows
from tests.matrix.naming import Knower
from tests.matrix.sight import Watch
from tests.matrix.someone import Someone
from tests.matrix.writing import tries

pytestmark = pytest.mark.matrix

# Tables without a policy: none of them has a word about a person in a file.
UNGUARDED = {
    "access_clearance", "audit_link", "accounts_user", "accounts_session", "accounts_welcome", "accounts_limit",
    "accounts_user_groups", "accounts_user_user_permissions", "auth_group", "auth_group_permissions",
    "auth_permission", "django_content_type", "django_migrations", "mfa_authenticator", "account_emailaddress",
    "account_emailconfirmation", "socialaccount_socialaccount", "socialaccount_socialapp", "socialaccount_socialtoken",
    "baken_mark",
}  # fmt: skip


@pytest.fixture(scope="module")
def knower(stage):
    return Knower(stage)


@pytest.fixture(scope="module")
def watch(stage, knower):
    """Provide the role that serves, signed in as itself."""
    with stage.runtime() as connection:
        connection.autocommit = True
        yield Watch(connection, knower, superuser=False)


@pytest.fixture(scope="module")
def disguised(stage, knower):
    """Provide the superuser in that role, who can set the scene first."""
    with stage.another() as connection:
        yield Watch(connection, knower, superuser=True)


def test_every_table_is_guarded_or_known_to_need_no_guard(stage, knower):
    tables = {each["tablename"] for each in stage.known("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")}
    assert tables - set(knower.tables) <= UNGUARDED
    verbs = {(each.table, each.verb) for each in rows()}
    assert {(table, verb) for table in knower.tables for verb in ("read", "insert", "update")} <= verbs


def test_every_line_that_writes_has_its_statement():
    assert {(each.table, each.rows, each.verb) for each in rows() if each.verb in {"insert", "update"}} == set(tries())


@pytest.mark.parametrize("relation", ALL)
def test_it_shows_exactly_the_rows_of_the_table(watch, knower, stage, count, relation):
    people = [Someone(stage, role, relation) for role in ROLES]
    faults = [fault for who in people for fault in watch.reading_faults(who)]
    faults += [fault for who in people for fault in watch.asking_faults(who)]
    seen = len(people) * sum(map(len, knower.rows.values()))
    wrong = {
        "too_many": sum(" sees " in each for each in faults),
        "too_few": sum(" misses " in each for each in faults),
    }
    count("rows", rows_asked_for=seen, **wrong)
    assert faults == []


@pytest.mark.parametrize("relation", ALL)
@pytest.mark.parametrize("how", [pytest.param("watch", marks=pytest.mark.long), "disguised"])
def test_it_lets_nobody_write_but_whom_the_table_names(request, stage, count, how, relation):
    looking = request.getfixturevalue(how)
    faults = [fault for role in ROLES for fault in looking.writing_faults(Someone(stage, role, relation))]
    count("writes", tried=len(ROLES) * len(looking.tried), wrong=len(faults))
    assert faults == []


@pytest.mark.parametrize("relation", ALL)
def test_the_pure_rules_say_the_same(watch, stage, count, relation):
    faults = [fault for role in ROLES for fault in watch.ruling_faults(Someone(stage, role, relation), rules)]
    count("rules", people=len(ROLES), wrong=len(faults))
    assert faults == []


@pytest.mark.parametrize("user", [None, "", "6f1d2c1e-0000-4000-8000-00000000ba4e"])
def test_it_shows_nothing_to_nobody(watch, user):
    with watch.entered(None):
        if user is not None:
            watch.connection.execute("SELECT set_config('baken.user_id', %s, true)", [user])
        assert {name: keys for name, keys in watch.seen().items() if keys} == {}


@pytest.mark.parametrize("text", ["DELETE FROM {}", "TRUNCATE {}"])
def test_it_takes_nothing_away(watch, stage, knower, text):
    for table in knower.tables:
        with pytest.raises(errors.InsufficientPrivilege), watch.entered(stage.cast.person("case_manager", "team")):
            watch.connection.execute(sql.SQL(text).format(sql.Identifier(table)))
