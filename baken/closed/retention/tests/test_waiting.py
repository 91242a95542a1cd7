# SPDX-License-Identifier: EUPL-1.2
"""An erasure that waits for a second person is on today's page of who may decide about it, and of nobody else."""

from django.urls import reverse

from baken.closed.audit.models import Entry
from baken.closed.retention.tests.office import LEAD, MANAGER, OFFICER
from baken.closed.retention.waiting import erasures_to_decide
from baken.core.clock import today

SECOND = ("manager", "other")
PARTNER = ("manager", "none")


def waits(office, who):
    with office.working(who):
        return [each.pk for each in erasures_to_decide()]


def test_it_waits_for_every_overseer_but_who_asked(office):
    asked = office.ask("request", who=MANAGER, requested_on=today())
    assert {who: waits(office, who) for who in (OFFICER, SECOND, MANAGER, LEAD, PARTNER)} == {
        OFFICER: [asked.pk], SECOND: [asked.pk], MANAGER: [], LEAD: [], PARTNER: [],
    }  # fmt: skip


def test_it_waits_for_nobody_whose_own_file_it_is(office):
    asked = office.ask("request", name="manager.subject", who=OFFICER, requested_on=today())
    assert waits(office, MANAGER) == [asked.pk]
    assert waits(office, ("manager", "subject")) == []


def test_it_waits_no_more_once_it_is_decided(office):
    office.age()
    erasure = office.ask()
    office.approve(erasure)
    assert waits(office, MANAGER) == []


def test_todays_page_leads_to_it_and_that_is_logged(office, signed_in):
    office.ask("request", requested_on=today())
    keeping = reverse("keeping", args=[office.file()])
    assert keeping in signed_in(office.cast.person(*MANAGER)).get(reverse("today")).content.decode()
    assert keeping not in signed_in(office.cast.person(*LEAD)).get(reverse("today")).content.decode()
    with office.working(OFFICER):
        listed = Entry.objects.get(activity="list", kind="erasure")
    assert (listed.user_id, listed.objects_touched) == (office.cast.person(*MANAGER), [str(office.file())])
