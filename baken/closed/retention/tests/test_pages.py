# SPDX-License-Identifier: EUPL-1.2
"""The pages of keeping and erasing, as those see them who may."""

from datetime import date, timedelta

from django.urls import reverse

from baken.closed.audit.models import Entry
from baken.closed.retention.models import Erasure, Hold
from baken.closed.retention.tests.office import LEAD, MANAGER, OFFICER
from baken.core.clock import today

SECOND = ("manager", "other")


def test_a_file_goes_by_way_of_the_pages(office, signed_in):
    office.age()
    erase = reverse("erase", args=[office.file()])
    client = signed_in(office.cast.person(*LEAD))
    assert client.get(erase).status_code == 200
    assert client.post(erase, {"reason": "term"}).url == reverse("keeping", args=[office.file()])
    with office.working(OFFICER):
        erasure = Erasure.objects.get()
    client = signed_in(office.cast.person(*OFFICER))
    assert "2001" not in client.get(reverse("retention")).content.decode()
    decide = reverse("decide_erasure", args=[office.file(), erasure.pk])
    assert decide in client.get(reverse("keeping", args=[office.file()])).content.decode()
    assert client.post(decide, {"decision": "maybe"}).status_code == 400
    assert not office.is_gone()
    assert client.post(decide, {"decision": "approve"}).url == reverse("retention")
    assert office.is_gone()
    assert client.get(reverse("keeping", args=[office.file()])).status_code == 404
    assert client.get(reverse("retention")).status_code == 200


def test_whoever_asked_is_offered_no_decision(office, signed_in):
    erasure = office.ask("request", who=MANAGER, requested_on=today())
    decide = reverse("decide_erasure", args=[office.file(), erasure.pk])
    client = signed_in(office.cast.person(*MANAGER))
    assert decide not in client.get(reverse("keeping", args=[office.file()])).content.decode()
    assert client.post(decide, {"decision": "approve"}).status_code == 404
    assert signed_in(office.cast.person(*SECOND)).post(decide, {"decision": "decline"}).status_code == 302
    assert not office.is_gone()


def test_a_request_shows_by_which_day_it_is_answered(office, signed_in):
    office.ask("request", requested_on=date(2026, 8, 31))
    page = signed_in(office.cast.person(*OFFICER)).get(reverse("keeping", args=[office.file()]))
    assert page.context["keeping"].answer_by == date(2026, 11, 30)


def test_before_the_term_only_the_persons_request_is_offered(office, signed_in):
    client, page = signed_in(office.cast.person(*LEAD)), reverse("erase", args=[office.file()])
    assert [value for value, _label in client.get(page).context["form"].fields["reason"].choices] == ["request"]
    for words in ({"reason": "term"}, {"reason": "request"}, {"reason": "request", "requested_on": "gisteren"},
                  {"reason": "request", "requested_on": str(today() + timedelta(days=1))}, {}):  # fmt: skip
        assert client.post(page, words).status_code == 200
    with office.working(OFFICER):
        assert not Erasure.objects.exists()


def test_a_hold_is_placed_and_lifted_by_way_of_the_pages(office, signed_in):
    client, page = signed_in(office.cast.person(*OFFICER)), reverse("hold", args=[office.file()])
    assert client.get(page).status_code == 200
    words = {"reason": "civil", "words": "zaak 1"}
    assert client.post(page, words).status_code == 302
    assert client.post(page, words).context["form"].errors.keys() == {"reason"}
    with office.working(OFFICER):
        held = Hold.objects.get()
    assert signed_in(office.cast.person(*LEAD)).post(page, {"reason": "civil"}).status_code == 404
    keeping = signed_in(office.cast.person(*LEAD)).get(reverse("keeping", args=[office.file()]))
    assert "zaak 1" not in keeping.content.decode()
    lift = reverse("lift", args=[office.file(), held.pk])
    assert signed_in(office.cast.person(*OFFICER)).post(lift).status_code == 302
    assert signed_in(office.cast.person(*OFFICER)).post(lift).status_code == 404


def test_the_list_shows_overseers_what_is_due_and_logs_that_they_saw_it(office, signed_in):
    office.age()
    page = signed_in(office.cast.person(*OFFICER)).get(reverse("retention"))
    assert [(each.dossier.pk, each.due.day) for each in page.context["files"]] == [(office.file(), date(2021, 1, 2))]
    with office.working(OFFICER):
        entry = Entry.objects.get(activity="list", kind="due")
    assert entry.objects_touched == [str(office.file())]


def test_nobody_else_has_a_list_or_a_page(office, signed_in):
    for who in (LEAD, ("intake", "same"), ("administrator", "same")):
        assert signed_in(office.cast.person(*who)).get(reverse("retention")).status_code == 404
    for who in (("therapist", "team"), ("case_manager", "same"), ("manager", "none"), ("case_manager", "consent")):
        page = signed_in(office.cast.person(*who)).get(reverse("keeping", args=[office.file()]))
        assert page.status_code == 404
    own = reverse("keeping", args=[office.file("manager.subject")])
    assert signed_in(office.cast.person("manager", "subject")).get(own).status_code == 404


def test_a_files_page_leads_here_only_for_those_who_may(office, signed_in):
    page, link = reverse("file", args=[office.file()]), reverse("keeping", args=[office.file()])
    for who, leads in ((LEAD, True), (MANAGER, True), (("therapist", "team"), False)):
        assert (link in signed_in(office.cast.person(*who)).get(page).content.decode()) == leads


def test_asking_and_deciding_ask_for_the_second_factor_again(office, signed_in):
    erasure = office.ask("request", requested_on=today())
    client = signed_in(office.cast.person(*OFFICER), fresh=False)
    decide = reverse("decide_erasure", args=[office.file(), erasure.pk])
    assert client.post(decide, {"decision": "approve"}).url.startswith("/account/confirm/")
    assert client.post(reverse("erase", args=[office.file()])).url.startswith("/account/confirm/")
    assert not office.is_gone()
