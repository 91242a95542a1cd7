# SPDX-License-Identifier: EUPL-1.2
"""An encrypted field gives back what it was given, in its own row, and nothing anywhere else."""

import datetime
from uuid import uuid4

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg import sql

from baken.closed.vault import actions
from baken.closed.vault.fields import EncryptedDateField, EncryptedFieldError, EncryptedJSONField, EncryptedTextField
from baken.closed.vault.reads import KeyGone, forgetting
from baken.closed.vault.sealing import Tampered
from baken.closed.vault.tests.conftest import keyed
from baken.closed.vault.tests.written import Beside, Elsewhere, Renamed, Written

pytestmark = [pytest.mark.django_db(databases=["default", "keys"]), pytest.mark.usefixtures("table")]
EACH = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def stored(row: Written, column: str = "text") -> bytes | None:
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("SELECT {} FROM proof_written WHERE id = %s").format(sql.Identifier(column)), [row.pk])
        return cursor.fetchone()[0]


def put(row: Written, column: str, value: object) -> None:
    with connection.cursor() as cursor:
        text = sql.SQL("UPDATE proof_written SET {} = %s WHERE id = %s").format(sql.Identifier(column))
        cursor.execute(text, [value, row.pk])


@given(text=st.text())
@EACH
def test_it_gives_back_any_text(dossier, text):
    row = Written.objects.create(dossier_id=dossier, text=text)
    assert Written.objects.get(pk=row.pk).text == text


@pytest.mark.parametrize(
    "text",
    ["", " ", "\0", "a\0b", "\r\n", "😀👩\u200d👩\u200d👧", "שלום \u202eعكس\u202c", "e\u0301", "é" * 2**20],
    ids=["empty", "space", "nul", "nul inside", "lines", "emoji", "right to left", "accent apart", "two megabytes"],
)
def test_it_gives_back_awkward_text(dossier, text):
    row = Written.objects.create(dossier_id=dossier, text=text)
    assert Written.objects.get(pk=row.pk).text == text


@given(day=st.dates(), facts=json_values)
@EACH
def test_it_gives_back_days_and_json(dossier, day, facts):
    row = Written.objects.create(dossier_id=dossier, day=day, facts=facts)
    again = Written.objects.get(pk=row.pk)
    assert (again.day, again.facts) == (day, facts)


def test_empty_stays_empty_and_null_stays_null(dossier):
    row = Written.objects.create(dossier_id=dossier, text="", aside=None)
    again = Written.objects.get(pk=row.pk)
    assert (again.text, again.aside) == ("", None)
    assert stored(row) is not None
    assert stored(row, "aside") is None


def test_the_database_never_sees_the_text(dossier):
    row = Written.objects.create(dossier_id=dossier, text="schuiladres", day=datetime.date(2001, 2, 3))
    for column, word in (("text", b"schuiladres"), ("day", b"2001")):
        assert word not in bytes(stored(row, column))


@given(data=st.data())
@EACH
def test_it_raises_for_any_flipped_bit(dossier, data):
    row = Written.objects.create(dossier_id=dossier, text="Verzonnen Voornaam")
    sealed = bytearray(stored(row))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    put(row, "text", bytes(sealed))
    with pytest.raises(Tampered):
        _ = Written.objects.get(pk=row.pk).text


@pytest.mark.parametrize("left", [b"", b"Verzonnen Voornaam", b"\x01" * 40])
def test_it_raises_for_what_was_never_sealed(dossier, left):
    row = Written.objects.create(dossier_id=dossier, text="Verzonnen Voornaam")
    put(row, "text", left)
    with pytest.raises(Tampered):
        _ = Written.objects.get(pk=row.pk).text


def test_it_raises_in_another_row(dossier):
    one, other = (Written.objects.create(dossier_id=dossier, text=text) for text in ("one", "other"))
    put(other, "text", stored(one))
    with pytest.raises(Tampered):
        _ = Written.objects.get(pk=other.pk).text


def test_it_raises_in_another_column(dossier):
    row = Written.objects.create(dossier_id=dossier, text="one", aside="other")
    put(row, "aside", stored(row))
    with pytest.raises(Tampered):
        _ = Written.objects.get(pk=row.pk).aside


def test_it_raises_in_another_dossier(dossier):
    row = Written.objects.create(dossier_id=dossier, text="one")
    put(row, "dossier_id", keyed())
    with pytest.raises(Tampered):
        _ = Written.objects.get(pk=row.pk).text


def test_it_raises_in_another_table(dossier):
    row = Written.objects.create(dossier_id=dossier, text="one")
    with pytest.raises(Tampered):
        _ = Elsewhere.objects.get(pk=row.pk).text


def test_it_opens_after_model_and_field_were_renamed(dossier):
    row = Written.objects.create(dossier_id=dossier, text="one")
    assert Renamed.objects.get(pk=row.pk).said == "one"


def test_it_raises_once_the_key_is_destroyed(dossier):
    row = Written.objects.create(dossier_id=dossier, text="one")
    with forgetting():
        assert Written.objects.get(pk=row.pk).text == "one"
        actions.destroy_dossier_key(dossier=dossier)
        with pytest.raises(KeyGone):
            _ = Written.objects.get(pk=row.pk).text


def test_it_writes_nothing_for_a_dossier_without_a_key():
    with pytest.raises(KeyGone):
        Written.objects.create(dossier_id=uuid4(), text="one")


def test_what_is_not_filled_in_needs_no_key():
    row = Written.objects.create(dossier_id=uuid4())
    assert Written.objects.get(pk=row.pk).text is None


def test_a_copy_of_a_row_is_not_saved_with_text_that_would_never_open(dossier):
    row = Written.objects.create(dossier_id=dossier, text="one")
    copy = Written.objects.get(pk=row.pk)
    copy.pk, copy.title = uuid4(), "a copy"
    with pytest.raises(Tampered):
        copy.save(force_insert=True)


def test_a_row_moved_to_another_dossier_in_the_open_is_sealed_anew(dossier):
    row = Written.objects.create(dossier_id=dossier, text="one")
    assert row.text == "one"
    row.dossier_id = keyed()
    row.aside = row.day = row.facts = None
    row.save()
    actions.destroy_dossier_key(dossier=dossier)
    assert Written.objects.get(pk=row.pk).text == "one"


def test_each_saving_seals_otherwise(dossier):
    row = Written.objects.create(dossier_id=dossier, text="one")
    first = stored(row)
    row.save()
    assert stored(row) != first
    assert Written.objects.get(pk=row.pk).text == "one"


def test_saving_another_field_leaves_it_alone(dossier):
    row = Written.objects.create(dossier_id=dossier, text="one")
    first = stored(row)
    Written.objects.only("title").get(pk=row.pk).save()
    row.save(update_fields=["title"])
    assert stored(row) == first


@pytest.mark.parametrize("names", [("text",), ("title",), ("id", "text", "aside")])
def test_it_is_loaded_when_only_some_fields_were(dossier, names):
    row = Written.objects.create(dossier_id=dossier, text="one", aside="two")
    for again in (Written.objects.only(*names).get(pk=row.pk), Written.objects.defer(*names).get(pk=row.pk)):
        assert (again.text, again.aside, again.dossier_id) == ("one", "two", dossier)


def test_a_deferred_field_is_asked_for_when_read(dossier, django_assert_num_queries):
    row = Written.objects.create(dossier_id=dossier, text="one")
    again = Written.objects.defer("text").get(pk=row.pk)
    assert again.get_deferred_fields() == {"text"}
    # Django asks on a second instance, which has to ask for its dossier too.
    with django_assert_num_queries(2):
        assert again.text == "one"
    assert again.get_deferred_fields() == set()


def test_it_is_refreshed(dossier):
    row = Written.objects.create(dossier_id=dossier, text="one", aside="two")
    again = Written.objects.get(pk=row.pk)
    again.text, again.aside = "three", "four"
    again.save()
    row.refresh_from_db(fields=["text"])
    assert (row.text, row.aside) == ("three", "two")
    row.refresh_from_db()
    assert row.aside == "four"


def test_many_are_created_at_once(dossier):
    rows = Written.objects.bulk_create(Written(dossier_id=dossier, text=f"text {number}") for number in range(20))
    found = {row.pk: row.text for row in Written.objects.filter(pk__in=[row.pk for row in rows])}
    assert found == {row.pk: row.text for row in rows}
    assert len(set(found.values())) == 20


def test_it_is_set_by_default_when_a_row_is_found_or_made(dossier):
    row, made = Written.objects.get_or_create(title="one", defaults={"dossier_id": dossier, "text": "first"})
    again, _ = Written.objects.update_or_create(title="one", defaults={"text": "second"})
    assert made
    assert again.pk == row.pk
    assert Written.objects.get(pk=row.pk).text == "second"


def test_it_reads_what_a_raw_query_found(dossier):
    row = Written.objects.create(dossier_id=dossier, text="one")
    (again,) = Written.objects.raw("SELECT * FROM proof_written WHERE id = %s", [row.pk])
    assert again.text == "one"


def test_it_is_read_from_a_row_that_came_with_another(dossier):
    row = Written.objects.create(dossier_id=dossier, text="one")
    Beside.objects.create(written=row)
    assert Beside.objects.select_related("written").get().written.text == "one"
    assert Beside.objects.prefetch_related("written").get().written.text == "one"


def test_rows_are_counted_and_deleted_without_reading_it(dossier):
    row = Written.objects.create(dossier_id=dossier, text="one")
    put(row, "text", b"broken")
    assert Written.objects.filter(title=row.title).count() == 1
    Written.objects.get(pk=row.pk).delete()
    assert not Written.objects.exists()


def test_json_changed_in_place_is_saved(dossier):
    row = Written.objects.create(dossier_id=dossier, facts={"a": [1]})
    row.facts["a"].append(2)
    row.save()
    assert Written.objects.get(pk=row.pk).facts == {"a": [1, 2]}


def test_a_form_shows_and_takes_it(dossier):
    row = Written(dossier_id=dossier, text="one", day=datetime.date(2001, 2, 3))
    assert Written._meta.get_field("text").value_from_object(row) == "one"
    assert Written._meta.get_field("day").formfield().clean("2001-02-03") == row.day
    assert Written._meta.get_field("facts").formfield().clean('{"a": 1}') == {"a": 1}
    assert Written._meta.get_field("text").formfield().clean(" one ") == "one"


@pytest.mark.parametrize(
    ("name", "value"),
    [("text", 1), ("text", b"bytes"), ("text", "\ud800"), ("facts", {1, 2}), ("facts", float("nan"))],
)
def test_it_refuses_a_value_of_another_kind(dossier, name, value):
    with pytest.raises((TypeError, ValueError)):
        Written.objects.create(dossier_id=dossier, **{name: value})


def test_it_needs_to_know_its_row_and_dossier():
    for row in (Written(text="one"), Written(pk=None, dossier_id=uuid4(), text="one")):
        with pytest.raises((EncryptedFieldError, KeyGone)):
            row.save()


@pytest.mark.parametrize("field", [EncryptedTextField, EncryptedDateField, EncryptedJSONField])
def test_a_migration_can_make_it_again(field):
    _, path, args, kwargs = field(domain="proof.written", logical="old", null=True).deconstruct()
    assert path == f"baken.closed.vault.fields.{field.__name__}"
    assert (args, kwargs) == ([], {"domain": "proof.written", "logical": "old", "null": True})
    assert field(*args, **kwargs).db_type(connection) == "bytea"


def test_it_tells_its_needs_at_start():
    assert Written.check() == []
    lacking = EncryptedTextField(domain="proof.lacking", unique=True)
    lacking.set_attributes_from_name("text")
    lacking.model = ContentType
    said = [message.msg for message in lacking.check()]
    assert any("cannot have unique" in each for each in said)
    assert any("UUID" in each for each in said)
    assert any("dossier_id" in each for each in said)
