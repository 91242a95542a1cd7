# SPDX-License-Identifier: EUPL-1.2
"""Where a location is opens by the passphrase of a holder who works there, by nothing else; what ends is let go of."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction

from baken.closed.access.models import Appointment
from baken.closed.access.rules import Refused
from baken.closed.access.staffing import dismiss
from baken.closed.shelter.tests.desk import LEAD, MANAGER, OFFICER, SECOND, WORKER
from baken.closed.shelter.tests.sealing import WRONG, built, envelopes, keep, left, logged, opened, shows
from baken.closed.shelter.whereabouts import actions, reads
from baken.closed.shelter.whereabouts.models import Address, Envelope
from tests.cast import canary

OTHER_HOUSE = (("shelter", "none"), ("manager", "none"))
NOBODY = (LEAD, ("shelter", "post_ended"), ("intake", "same"), OFFICER, *OTHER_HOUSE)


@pytest.fixture
def where(desk):
    return built(desk)


def test_each_holder_reads_it_with_her_own_passphrase_and_nobody_else(desk, where):
    keep(desk, where, by=MANAGER)
    assert shows(opened(desk, where))
    assert shows(opened(desk, where, SECOND))
    wrong = opened(desk, where, word=WRONG)
    assert "passphrase" in wrong.context["form"].errors
    answers = [wrong, *(opened(desk, where, who) for who in (MANAGER, *NOBODY))]
    assert [shows(each) for each in answers] == [False] * len(answers)


def test_each_opening_and_each_try_is_logged_by_name(desk, where):
    keep(desk, where)
    opened(desk, where, SECOND)
    opened(desk, where, word=WRONG)
    her, other = desk.key(WORKER), desk.key(SECOND)
    by_other = [(other, "read", "done"), (other, "vault-opened", "done")]
    assert logged(desk) == [
        (her, "create", "done"), *by_other, (her, "read", "done"), (her, "vault-opened", "failed"),
    ]  # fmt: skip


def test_nobody_of_another_house_or_without_the_role_sees_or_changes_it(desk, where):
    row = keep(desk, where)
    envelope = envelopes(desk, row)[desk.key(WORKER)].pk
    for who in NOBODY:
        for write in (
            lambda: reads.kept(where),
            lambda: actions.keep(location=where, text="verzonnen", holders={desk.key(WORKER)}),
            lambda: actions.withdraw(location=where, envelope=envelope),
            lambda: actions.forget(location=where),
        ):
            with pytest.raises(Refused), desk.working(who):
                write()


def test_it_is_sealed_to_nobody_but_who_works_there_and_has_a_key(desk, where):
    for who in (LEAD, MANAGER, ("shelter", "team"), ("shelter", "none"), ("shelter", "post_ended")):
        with pytest.raises(Refused):
            keep(desk, where, WORKER, who)
    with pytest.raises(ValidationError), desk.working():
        actions.keep(location=where, text="verzonnen", holders=set())
    with desk.working():
        assert reads.kept(where).address is None


def test_what_is_replaced_is_let_go_of(desk, where):
    before = keep(desk, where)
    keep(desk, where, SECOND, by=MANAGER, text="Verzonnenstraat 2, Nergenshuizen")
    assert left(desk, before) == 0
    assert "Verzonnenstraat 2" in opened(desk, where, SECOND).content.decode()
    assert opened(desk, where).status_code == 404


def test_from_whom_it_is_withdrawn_opens_it_no_more_and_the_last_keeps_it(desk, where):
    row = keep(desk, where)
    found = envelopes(desk, row)
    with desk.working(MANAGER):
        actions.withdraw(location=where, envelope=found[desk.key(WORKER)].pk)
        for each in found.values():
            with pytest.raises(Refused):
                actions.withdraw(location=where, envelope=each.pk)
    assert opened(desk, where).status_code == 404
    assert shows(opened(desk, where, SECOND))
    assert left(desk, row) == 2


def test_what_is_forgotten_leaves_nothing_to_open(desk, where):
    row = keep(desk, where)
    with desk.working():
        actions.forget(location=where)
        with pytest.raises(Refused):
            actions.forget(location=where)
    assert left(desk, row) == 0
    assert logged(desk)[1] == (desk.key(WORKER), "delete", "done")
    assert opened(desk, where).status_code == 404


def test_who_leaves_the_house_opens_it_no_more(desk, where):
    keep(desk, where, SECOND)
    with desk.working(OFFICER):
        dismiss(post=Appointment.objects.select_related("user").get(user=desk.key(SECOND)))
    assert not shows(opened(desk, where, SECOND))
    with desk.working():
        found = reads.kept(where)
        assert found.is_lost
        assert [(each.is_able, each.can_withdraw) for each in found.holders] == [(False, False)]


@pytest.mark.parametrize(("table", "column"), [("address", "body"), ("envelope", "sealed")])
def test_it_says_so_where_what_was_sealed_was_changed(desk, where, table, column):
    keep(desk, where)
    changed = f"set_byte({column}, 40, 1 - get_byte({column}, 40) % 2)"
    desk.owner.execute(f"UPDATE shelter_{table} SET {column} = {changed}")  # noqa: S608 - names of ours
    answer = opened(desk, where)
    assert answer.context["form"].non_field_errors()
    assert not shows(answer)


def test_the_database_shows_others_not_even_that_it_is_sealed(desk, where):
    row = keep(desk, where)
    for who in NOBODY:
        with desk.working(who):
            assert not Address.objects.filter(pk=row.pk).exists()
            assert not Envelope.objects.filter(address=row).exists()


@pytest.mark.parametrize("change", [
    "body = 'x'", "written_by_id = access_user()", "ended_at = now(), ended_by_id = access_user()",
])  # fmt: skip
def test_the_database_lets_nobody_change_it_or_end_it_and_keep_it(desk, where, change):
    row = keep(desk, where)
    with desk.working(), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE shelter_address SET {change} WHERE id = %s", [row.pk])  # noqa: S608 - words of ours


def test_the_owner_of_the_database_finds_no_word_of_it(desk, where):
    keep(desk, where)
    question = "SELECT a::text FROM shelter_address a UNION SELECT e::text FROM shelter_envelope e"
    rows = desk.owner.execute(question).fetchall()
    assert len(rows) == 3
    assert canary("address").encode().hex() not in repr(rows)
