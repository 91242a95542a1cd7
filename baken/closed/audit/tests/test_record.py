# SPDX-License-Identifier: EUPL-1.2
"""What is recorded: who acts, what was done, facts and never contents; all in the caller's transaction."""

from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from psycopg.errors import CheckViolation

from baken.closed.audit.acting import Acting, acting, acting_as
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity, Outcome
from baken.closed.audit.models import Entry
from baken.closed.audit.tests.ledgers import write

USER, AGENCY, DOSSIER = UUID(int=1), UUID(int=2), UUID(int=3)
WHO = Acting(USER, AGENCY, ("therapist",), "care", "5e551011", "192.0.2.1", "tr4ce", component="closed door")


def read(**words):
    return record(activity=Activity.READ, action=Action.READ, **words)


def tell(user):
    """Tell the database who asks, as the door does at the start of a request."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('baken.user_id', %s, true)", [str(user)])


@pytest.fixture
def stored(committed):
    """Return what the owner sees of the log."""

    def stored():
        with psycopg.connect(committed.address("owner"), row_factory=psycopg.rows.dict_row) as owner:
            return owner.execute("SELECT * FROM audit_entry ORDER BY at").fetchall()

    return stored


def test_it_keeps_who_acts_and_what_was_done(stored):
    with transaction.atomic(), acting_as(WHO):
        tell(USER)
        made = read(
            dossier=DOSSIER,
            dossier_agency=AGENCY,
            kind="case",
            objects=[DOSSIER, "note-7"],
            part="health",
            sensitivity="S2",
            ground="team",
            ground_row=USER,
            facts={"shown": "3"},
        )
    (row,) = stored()
    assert row["id"] == made.pk
    assert (row["user_id"], row["agency_id"], row["roles"], row["purpose"]) == (USER, AGENCY, ["therapist"], "care")
    assert (row["session"], row["address"], row["trace"]) == ("5e551011", "192.0.2.1", "tr4ce")
    assert (row["site"], row["component"], row["requestor"]) == ("closed", "closed door", True)
    assert (row["activity"], row["action"], row["outcome"], row["kind"]) == ("read", "R", "done", "case")
    assert (row["dossier_id"], row["dossier_agency_id"]) == (DOSSIER, AGENCY)
    assert row["objects_touched"] == [str(DOSSIER), "note-7"]
    assert (row["part"], row["sensitivity"], row["ground"], row["ground_row"]) == ("health", "S2", "team", USER)
    assert row["facts"] == {"shown": "3"}
    assert row["xid"].isdigit()


def test_it_leaves_nothing_of_a_transaction_that_rolls_back(stored):
    def read_and_fail():
        with transaction.atomic():
            read()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        read_and_fail()
    assert stored() == []


def test_it_lets_nothing_be_committed_that_could_not_be_logged(stored):
    """What cannot be logged does not happen, although somebody caught the error."""

    @transaction.atomic
    def read_and_go_on():
        with pytest.raises(DatabaseError), acting_as(WHO):
            read()
        read()

    with pytest.raises(transaction.TransactionManagementError):
        read_and_go_on()
    assert stored() == []


def test_it_writes_in_nobodys_name_outside_a_request(stored):
    read()
    (row,) = stored()
    assert (row["user_id"], row["agency_id"], row["requestor"], row["site"]) == (None, None, False, "closed")


def test_it_tells_who_was_acted_for(stored):
    with transaction.atomic(), acting_as(Acting(USER, on_behalf_of=AGENCY)):
        tell(USER)
        read()
    (row,) = stored()
    assert (row["user_id"], row["on_behalf_of_id"], row["requestor"]) == (USER, AGENCY, False)


def test_it_records_what_was_refused(stored):
    record(activity=Activity.REFUSAL, action=Action.READ, outcome=Outcome.REFUSED)
    assert stored()[0]["outcome"] == "refused"


@pytest.mark.parametrize("value", ["twee woorden", "regel\nregel", "iemand@example.org", "x" * 81, "nul\0", "\ud800"])
def test_it_refuses_contents(value):
    with pytest.raises(ValueError, match="no single word"):
        read(facts={"reason": value})
    with pytest.raises(ValueError, match="no single word"):
        read(objects=[value])


def test_it_refuses_an_activity_nobody_listed():
    with pytest.raises(ValueError, match="glanced"):
        record(activity="glanced", action=Action.READ)


@pytest.mark.parametrize("address", ["nul\0", "\ud800", "regel\r\nregel", "x" * 10_000])
def test_it_does_not_fail_on_what_a_header_says(stored, address):
    with acting_as(Acting(address=address, trace=address)):
        read()
    (row,) = stored()
    assert len(row["address"]) <= 200
    assert row["address"].isprintable()


@pytest.mark.parametrize("facts", ['{"a": 1}', '{"a": {"b": "c"}}', '{"a": ["b"]}', '["a"]', '"a"', '{"a": null}'])
def test_it_holds_words_whoever_writes(database_copy, facts):
    with psycopg.connect(database_copy.address("runtime")) as runtime, pytest.raises(CheckViolation):
        write(runtime, facts=facts)


def test_it_asks_nothing_of_the_database_in_return(committed, django_assert_num_queries):
    with django_assert_num_queries(1) as captured:
        read()
    assert "RETURNING" not in captured[0]["sql"]


def test_whoever_acted_before_acts_again():
    assert acting() == Acting()
    with acting_as(WHO):
        with pytest.raises(ZeroDivisionError), acting_as(Acting()):
            raise ZeroDivisionError
        assert acting() is WHO
    assert acting() == Acting()


def test_it_has_a_column_for_each_thing_the_chain_must_hold():
    """A column that came without NULL would change the bytes of what was sealed before."""
    later = {field.name for field in Entry._meta.fields} - set(FIRST)
    assert [name for name in later if not Entry._meta.get_field(name).null] == []


FIRST = [
    *("id", "at", "trace", "activity", "action", "kind", "outcome", "user_id", "on_behalf_of_id", "agency_id", "roles"),
    *("requestor", "purpose", "session", "address", "dossier_id", "dossier_agency_id", "objects_touched", "part"),
    *("sensitivity", "facts", "ground", "ground_row", "site", "component"),
]
