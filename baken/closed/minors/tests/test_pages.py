# SPDX-License-Identifier: EUPL-1.2
"""The pages of a child's safety, as those who may open them meet them."""

import pytest
from django.urls import reverse

from baken.closed.minors import actions
from baken.closed.minors.tests.conftest import CALM, LEAD, day

SHELTER, INTAKE = ("shelter", "team"), ("intake", "team")


@pytest.fixture
def client_of(desk, signed_in):
    def come(who=LEAD):
        client = signed_in(desk.cast.person(*who))
        client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
        return client, reverse("minor", args=[desk.file])

    return come


def text_of(client, page):
    return client.get(page).content.decode()


def test_a_round_is_walked_on_its_pages_until_it_must_be_reported(desk, client_of):
    client, page = client_of()
    on = day(0).isoformat()
    first = client.post(reverse("begin_round", args=[desk.file]), {"about": "child"}).url
    walked = desk.page().running.round.pk
    assert first == reverse("code_step", args=[desk.file, walked, "signals"])
    told = {
        "signals": {"words": "Verzonnen signaal"},
        "consult": {"words": "Verzonnen raad", "having": ["colleague"]},
        "talk": {"why": "Verzonnen reden"},
        "weigh": {**CALM, "danger": "yes"},
    }
    for step, words in told.items():
        assert client.post(reverse("code_step", args=[desk.file, walked, step]), {"on": on, **words}).url == page
    text = text_of(client, page)
    assert all(word in text for word in ("Verzonnen signaal", "Verzonnen raad", "Verzonnen reden"))
    assert "This must be reported to Veilig Thuis" in text
    assert "must be reported" in text_of(client, reverse("today"))
    deciding = reverse("code_step", args=[desk.file, walked, "decide"])
    answer = client.post(deciding, {"on": on, "words": "Verzonnen besluit", "decision": ["help"]})
    assert answer.context["form"].non_field_errors() == ["The answers oblige you to report to Veilig Thuis."]
    assert client.post(deciding, {"on": on, "words": "Verzonnen besluit", "decision": ["help", "report"]}).url == page
    reporting = reverse("report_round", args=[desk.file, walked])
    client.post(reporting, {"on": on, "at": "14:05", "number": "V-123", "words": ""})
    text = text_of(client, page)
    assert all(word in text for word in ("14:05", "V-123", reverse("law", args=[desk.file])))
    assert "must be reported" not in text


def test_who_may_not_read_the_law_is_told_to_ask_who_may(desk, client_of):
    walked = desk.begin()
    client, page = client_of(INTAKE)
    reporting = reverse("report_round", args=[desk.file, walked.pk])
    client.post(reporting, {"on": day(0).isoformat(), "at": "14:05", "number": "", "words": ""})
    text = text_of(client, page)
    assert "ask who works with the law" in text
    assert reverse("law", args=[desk.file]) not in text


def test_forms_say_what_is_wrong(desk, client_of):
    walked = desk.begin()
    client, page = client_of()
    wrong = {
        "signals": ({"words": ""}, "words"), "consult": ({"words": "x"}, "having"), "talk": ({"words": "x"}, "why"),
        "weigh": ({}, "__all__"), "decide": ({"words": "x"}, "__all__"),
    }  # fmt: skip
    for step, (words, field) in wrong.items():
        answer = client.post(reverse("code_step", args=[desk.file, walked.pk, step]), {"on": day(0), **words})
        assert field in answer.context["form"].errors, step
    late = client.post(reverse("code_step", args=[desk.file, walked.pk, "signals"]), {"on": day(1), "words": "x"})
    assert "on" in late.context["form"].errors
    assert client.get(reverse("code_step", args=[desk.file, walked.pk, "dance"])).status_code == 404
    assert client.post(reverse("begin_round", args=[desk.file]), {"about": "nobody"}).status_code == 404
    assert client.get(page).context["minor"].running.steps == []


def test_an_adult_is_offered_the_kindcheck_alone(desk, client_of):
    desk.young(born=day(-12000))
    client, page = client_of()
    text = text_of(client, page)
    assert "She is of age" in text
    assert reverse("kindcheck", args=[desk.file]) in text
    assert 'name="about"' not in text
    assert reverse("ask_authority", args=[desk.file]) not in text
    client.post(reverse("kindcheck", args=[desk.file]), {"outcome": "worries", "on": day(0).isoformat()})
    assert 'value="children"' in text_of(client, page)
    assert 'value="child"' not in text_of(client, page)


def test_nobody_has_authority_is_said_and_whom_to_ask_is_written_down(desk, client_of):
    desk.young()
    client, page = client_of()
    assert "Nobody has authority over her yet" in text_of(client, page)
    assert reverse("minor", args=[desk.file]) in text_of(client, reverse("file", args=[desk.file]))
    asking = reverse("ask_authority", args=[desk.file])
    assert "route" in client.post(asking, {"on": day(0).isoformat()}).context["form"].errors
    client.post(asking, {"route": "alone-foreign", "on": day(0).isoformat(), "words": "Verzonnen vraag"})
    (asked,) = desk.page().asked
    assert "Nidos" in text_of(client, reverse("today")) or "not answered yet" in text_of(client, reverse("today"))
    ending = reverse("end_route", args=[desk.file, asked.pk])
    assert "words" in client.post(ending, {"how": "declined", "on": day(0).isoformat()}).context["form"].errors
    assert client.post(ending, {"how": "answered", "on": day(-1).isoformat()}).context["form"].errors
    answered = client.post(ending, {"how": "answered", "on": day(0).isoformat(), "words": "Verzonnen antwoord"})
    assert answered.url == reverse("add_guardian", args=[desk.file])
    assert client.get(ending).status_code == 404


def test_shelter_sees_who_consents_and_nothing_of_the_reporting_code(desk, client_of):
    desk.young()
    desk.take(desk.begin(), "signals")
    with desk.working():
        actions.check_children(dossier=desk.file, on=day(0), outcome="safe", words="Verzonnen blik")
    client, page = client_of(SHELTER)
    text = text_of(client, page)
    assert "Who consents" in text
    assert "Jeugdwet" in text
    assert not any(word in text for word in ("Verzonnen woorden", "Verzonnen blik", "Reporting code"))
    assert client.get(reverse("kindcheck", args=[desk.file])).status_code == 404


def test_who_may_read_and_not_write_sees_no_button_and_text_is_text(desk, client_of):
    desk.young()
    with desk.working():
        walked = actions.begin_round(dossier=desk.file, about="child")
        given = {"dossier": desk.file, "round": walked.pk, "key": "signals", "on": day(0), "told": {}}
        actions.take_step(**given, words="<script>alert(1)</script>")
    client, page = client_of(("case_manager", "glass"))
    text = text_of(client, page)
    assert "&lt;script&gt;alert(1)" in text
    assert "<script>alert" not in text
    assert not any(word in text for word in ("/strike/", "/authority/", "/kindcheck/", "/signals/"))


def test_the_page_speaks_the_language_of_its_reader(desk, client_of):
    client, page = client_of()
    assert "Nidos becomes guardian" in client.get(page, HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "Nidos wordt voogd" in client.get(page, HTTP_ACCEPT_LANGUAGE="nl").content.decode()
