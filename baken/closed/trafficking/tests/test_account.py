# SPDX-License-Identifier: EUPL-1.2
"""What was told is written down, corrected, struck out and seen by who works with the notes, and by nobody else."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from baken.closed.access.context import working_as
from baken.closed.access.rules import Refused
from baken.closed.audit.models import Entry
from baken.closed.casework import actions as casework
from baken.closed.trafficking import actions, reads
from baken.closed.trafficking.models import Account
from baken.closed.trafficking.tests.desk import INTAKE, LEAD, LIAISON, OFFICER, ON, SHELTER, THERAPIST, account, form
from baken.core import clock

TOMORROW = clock.today() + datetime.timedelta(days=1)
ENGLISH = {"HTTP_ACCEPT_LANGUAGE": "en"}


@pytest.fixture
def lead(cast):
    with working_as(cast.person(*LEAD)):
        yield cast.files["main"]


@pytest.fixture
def desk(cast, signed_in):
    """Provide the browser of the case manager, and the addresses of pages of the file."""
    return signed_in(cast.person(*LEAD)), lambda name, *rows: reverse(name, args=[cast.files["main"], *rows])


def test_a_correction_is_a_new_account_and_the_old_one_stays_to_be_seen(lead, cast):
    old = account(lead, told_on=ON)
    new = account(lead, told_on=ON, forms=["Servitude"], old=old.pk)
    found = reads.trafficking_of(lead)
    assert [each.account.pk for each in found.accounts] == [new.pk, cast.rows["account"]]
    assert [each.pk for each in found.struck] == [old.pk]
    with pytest.raises(Refused):
        account(lead, old=old.pk)
    # A row of another file, and one of another kind, is not struck out here.
    for file, row in ((cast.files["empty"], new.pk), (lead, cast.rows["event"])):
        with pytest.raises(Refused):
            actions.strike_account(dossier=file, account=row)


def test_what_cannot_be_is_not_written_down(lead):
    impossible = [
        {"told_on": TOMORROW}, {"teller": "nobody"}, {"industry": "C_Manufacturing", "forms": ["Servitude"]},
        {"recruited_country": "ZZ"}, {"exploited_country": "Nederland"}, {"first_month": "3000"},
    ]  # fmt: skip
    for told in impossible:
        with pytest.raises(ValidationError):
            account(lead, **told)
    for kind, on, country in (("Rest", "2025", "NL"), ("Transit", "5-2025", "NL"), ("Transit", "2025", "X")):
        with pytest.raises(ValidationError):
            actions.write_event(dossier=lead, kind=kind, on=on, country=country)
    assert Account.objects.filter(dossier=lead).count() == 1


def test_who_works_with_the_notes_writes_and_nobody_else_even_reads(cast):
    for who in (INTAKE, THERAPIST):
        with working_as(cast.person(*who)):
            account(cast.files["main"])
            actions.write_event(dossier=cast.files["main"], kind="Transit", on="2025", country="FR")
    for who in (SHELTER, LIAISON, OFFICER, ("case_manager", "same"), ("case_manager", "subject")):
        with working_as(cast.person(*who)):
            for refused in (reads.trafficking_of, reads.assessments_of, account):
                with pytest.raises(Refused):
                    refused(cast.file(*who))


def test_every_step_leaves_an_entry(lead, cast):
    made = account(lead)
    actions.strike_account(dossier=lead, account=made.pk)
    reads.trafficking_of(lead)
    with working_as(cast.person(*OFFICER)):
        told = Entry.objects.filter(dossier_id=lead, kind__in=["account", "trafficking", "birth date"])
        assert sorted((each.kind, each.part, each.action) for each in told) == [
            ("account", "notes", "C"), ("account", "notes", "U"), ("birth date", "identity", "R"),
            ("trafficking", "notes", "R"),
        ]  # fmt: skip


def test_events_stand_in_the_order_in_which_they_happened(lead):
    for on in ("unknown", "2025-06", "2025-05-02", "2025"):
        actions.write_event(dossier=lead, kind="Exploitation", on=on, country="NL")
    # One of May 2025 is there already.
    assert [each.on for each in reads.trafficking_of(lead).events] == [
        "2025", "2025-05", "2025-05-02", "2025-06", "unknown",
    ]  # fmt: skip


def test_not_asked_and_not_known_are_told_apart_from_form_to_page(desk):
    client, page = desk
    client.post(page("write_account"), form(age_unknown="on", control=["unknown"], told_on=clock.today()))
    answer = client.get(page("trafficking"), **ENGLISH)
    told = answer.context["found"].accounts[0].account
    assert (told.forms, told.control, told.recruitment) == (["ForcedLabour"], ["unknown"], ["not_asked"])
    assert (told.age, told.first_month, told.recruited_country) == ("unknown", "not_asked", "not_asked")
    asked, unasked = answer.content.decode().split("Not asked:", 1)
    assert "<dt>Controlled by</dt><dd>not known</dd>" in asked
    assert "Recruited" in unasked.split("</p>", 1)[0]
    assert "Controlled by" not in unasked.split("</p>", 1)[0]


def test_who_names_a_province_names_the_country(desk):
    client, page = desk
    client.post(page("write_account"), form(exploited_provinces=["NL-FL", "NL-UT"], told_on=clock.today()))
    answer = client.get(page("trafficking"), **ENGLISH)
    told = answer.context["found"].accounts[0].account
    assert (told.exploited_country, told.exploited_provinces) == ("NL", ["NL-FL", "NL-UT"])
    assert "<dt>In the provinces</dt><dd>Flevoland, Utrecht</dd>" in answer.content.decode()


def test_a_page_asks_every_question_of_its_form(desk):
    client, page = desk
    for name in ("write_account", "write_event", "write_assessment", "safety", "identity", "contact"):
        answer = client.get(page(name))
        text = answer.content.decode()
        assert [each for each in answer.context["form"].fields if f'name="{each}"' not in text] == [], name


def test_a_form_says_what_is_wrong_and_writes_nothing(desk):
    client, page = desk
    wrong = [
        ({"forms": ["hearsay"]}, "forms"), ({"told_on": TOMORROW}, "told_on"), ({"told_on": ""}, "told_on"),
        ({"control": ["none", "DebtBondage"]}, "control"), ({"first_month": "May"}, "first_month"),
        ({"first_month": "2025", "first_month_unknown": "on"}, "first_month"), ({"age": "old"}, "age"),
        ({"industry": "C_Manufacturing", "forms": ["Servitude"]}, "industry"),
        ({"exploited_country": "XX"}, "exploited_country"), ({"sectors_sexual": ["hotel"]}, "sectors_sexual"),
        ({"recruited_country": ""}, "recruited_country"),
        ({"exploited_country": "BE", "exploited_provinces": ["NL-ZH"]}, "exploited_provinces"),
    ]  # fmt: skip
    for given, field in wrong:
        assert field in client.post(page("write_account"), form(**given)).context["form"].errors, given
    assert len(client.get(page("trafficking")).context["found"].accounts) == 1


def test_a_date_or_an_age_beside_that_it_is_not_known_says_just_that(desk):
    client, page = desk
    both = {"first_month": "2025", "first_month_unknown": "on", "age": "15", "age_unknown": "on"}
    errors = client.post(page("write_account"), form(**both), **ENGLISH).context["form"].errors
    assert errors == {name: ["Either it is known, or it is not."] for name in ("first_month", "age")}
    given = {"kind": "Transit", "on": "14-5-2024", "on_unknown": "on", "country": "FR"}
    errors = client.post(page("write_event"), given, **ENGLISH).context["form"].errors
    assert errors == {"on": ["Either it is known, or it is not."]}


def test_an_account_is_corrected_on_its_page_with_what_stood_there(desk, cast):
    client, page = desk
    correcting = page("correct_account", cast.rows["account"])
    filled = client.get(correcting).context["form"]
    assert (filled["recruitment"].value(), filled["first_month"].value()) == (["loverboy"], "05-2025")
    assert [is_open for _heading, _fields, is_open in filled.rest()] == [True, True, False]
    words = "<b>Verzonnen</b>"
    given = form(forms=["SexualExploitation"], crossing="cross_border", first_month="5-2024", words=words)
    client.post(correcting, given)
    answer = client.get(page("trafficking"), **ENGLISH)
    (told,) = answer.context["found"].accounts
    assert told.account.first_month == "2024-05"
    text = answer.content.decode()
    assert "cross-border sexual exploitation" in text
    assert "&lt;b&gt;Verzonnen&lt;/b&gt;" in text
    assert client.get(correcting).status_code == 404


def test_an_event_is_written_and_struck_on_its_pages(desk):
    client, page = desk
    given = {"kind": "Transit", "on": "14-5-2024", "country": "FR", "place": "Verzonnen stad"}
    assert "on" in client.post(page("write_event"), given | {"on_unknown": "on"}).context["form"].errors
    client.post(page("write_event"), given)
    event = client.get(page("trafficking")).context["found"].events[0]
    assert (event.on, event.place) == ("2024-05-14", "Verzonnen stad")
    client.post(page("strike_event", event.pk))
    assert event.pk in {each.pk for each in client.get(page("trafficking")).context["found"].struck}


def test_her_age_is_counted_from_her_birth_date(lead, desk):
    casework.write_identity(dossier=lead, born=datetime.date(2010, 5, 20))
    client, page = desk
    assert "14 or 15, counted from her birth date" in client.get(page("trafficking"), **ENGLISH).content.decode()


def test_who_may_read_and_not_write_sees_no_button(cast, desk, signed_in):
    client, page = signed_in(cast.person("case_manager", "glass")), desk[1]
    text = client.get(page("trafficking")).content.decode()
    assert "kanarie-account" in text
    assert "trafficking/account/" not in text
    assert client.get(page("write_account")).status_code == 404
