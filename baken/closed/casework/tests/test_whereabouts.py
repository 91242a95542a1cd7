# SPDX-License-Identifier: EUPL-1.2
"""Where she hides opens by a passphrase only; and every page of a file escapes, and counts a click once."""

import psycopg
import pytest
from django.db import IntegrityError
from django.urls import reverse
from psycopg.errors import UniqueViolation

from baken.closed.access.context import working_as
from baken.closed.access.models import Appointment
from baken.closed.access.staffing import dismiss
from baken.closed.audit.models import Entry
from baken.closed.casework.reads import possible_holders
from tests.cast import PASSPHRASE, canary


def test_it_opens_where_she_hides_with_the_right_passphrase_only(cast, signed_in):
    client = signed_in(cast.person("case_manager", "team"))
    page = reverse("whereabouts", args=[cast.files["main"]])
    wrong = client.post(page, {"passphrase": "een andere verzonnen wachtzin"})
    assert canary("whereabouts") not in wrong.content.decode()
    assert "passphrase" in wrong.context["form"].errors
    right = client.post(page, {"passphrase": PASSPHRASE})
    assert canary("whereabouts") in right.content.decode()


@pytest.mark.parametrize(("table", "column"), [("hiding", "body"), ("envelope", "sealed")])
def test_it_says_so_where_what_was_sealed_was_changed_and_logs_the_try(cast, committed, signed_in, table, column):
    with psycopg.connect(committed.address("owner"), autocommit=True) as owner:
        changed = f"set_byte({column}, 40, 1 - get_byte({column}, 40) % 2)"
        owner.execute(f"UPDATE casework_{table} SET {column} = {changed} WHERE length({column}) > 40")  # noqa: S608
    client = signed_in(cast.person("case_manager", "team"))
    answer = client.post(reverse("whereabouts", args=[cast.files["main"]]), {"passphrase": PASSPHRASE})
    assert answer.status_code == 200
    assert answer.context["form"].non_field_errors()
    assert canary("whereabouts") not in answer.content.decode()
    with working_as(cast.person("privacy_officer", "same")):
        assert Entry.objects.filter(activity="vault-opened", outcome="failed").exists()


def test_it_shows_text_as_text(cast, signed_in):
    client, file = signed_in(cast.person("case_manager", "team")), cast.files["main"]
    words = "<script>alert(1)</script>{{ 7|add:7 }}"
    client.post(reverse("identity", args=[file]), {"name": words, "nationality": words})
    client.post(reverse("add_note", args=[file]), {"part": "notes", "text": words})
    for page in (reverse("file", args=[file]), reverse("identity", args=[file])):
        body = client.get(page).content.decode()
        assert "<script>alert" not in body
        assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7|add:7 }}" in body


def test_it_asks_for_the_second_factor_again_before_the_vault(cast, signed_in):
    client = signed_in(cast.person("case_manager", "team"), fresh=False)
    page = reverse("whereabouts", args=[cast.files["main"]])
    assert client.get(page).url.startswith("/account/confirm/")


def test_a_place_is_sealed_to_nobody_who_left(cast):
    lead, file = cast.person("case_manager", "team"), cast.files["main"]
    with working_as(cast.person("shelter", "team")):
        assert lead in {each.user for each in possible_holders(file)}
    with working_as(cast.person("privacy_officer", "same")):
        dismiss(post=Appointment.objects.select_related("user").get(user=lead))
    with working_as(cast.person("shelter", "team")):
        assert lead not in {each.user for each in possible_holders(file)}


def test_a_second_click_is_told_that_it_is_done(cast, signed_in, monkeypatch):
    def too_late(**_):
        raise IntegrityError from UniqueViolation()

    monkeypatch.setattr("baken.closed.casework.actions.write_identity", too_late)
    client = signed_in(cast.person("case_manager", "team"))
    answer = client.post(reverse("identity", args=[cast.files["main"]]), {"name": "Verzonnen"}, follow=True)
    assert answer.redirect_chain == [("/", 302)]
    assert len(answer.context["messages"]) == 1
