# SPDX-License-Identifier: EUPL-1.2
"""What happened on which day, in one timeline: talks, calls, visits and conferences, in pages."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from baken.closed.access.context import working_as
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused
from baken.closed.audit.models import Entry
from baken.closed.casework import actions, reads
from baken.closed.casework.models import Note
from baken.core.clock import today

LEAD, OFFICER = ("case_manager", "team"), ("privacy_officer", "same")
MEETING = {"part": "notes", "happened_on": "2026-02-02", "present": "Verzonnen Deelnemer", "decisions": "Verzonnen"}


@pytest.fixture
def lead(cast):
    with working_as(cast.person(*LEAD)):
        yield cast.files["main"]


def test_it_is_in_the_order_of_what_happened(lead):
    for text, on in (("later", today()), ("before", today() - datetime.timedelta(days=400))):
        actions.add_note(dossier=lead, part=Part.NOTES, text=text, kind="visit", happened_on=on)
    notes = reads.file(lead).notes
    assert (notes[0].text, notes[-1].text) == ("later", "before")
    assert notes[-1].kind == "visit"


def test_a_day_to_come_and_an_unknown_kind_are_refused(lead):
    for words in ({"happened_on": today() + datetime.timedelta(days=1)}, {"kind": "x"}):
        with pytest.raises(ValidationError):
            actions.add_note(dossier=lead, part=Part.NOTES, text="Verzonnen", **words)


def test_more_than_a_page_is_paged_and_only_what_is_shown_is_logged(cast, lead):
    for number in range(reads.SHOWN):
        actions.add_note(dossier=lead, part=Part.NOTES, text=f"Verzonnen {number}")
    first, second, third = (reads.file(lead, page) for page in (1, 2, 3))
    assert [(len(each.notes), each.more) for each in (first, second, third)] == [
        (reads.SHOWN, True), (4, False), (0, False),
    ]  # fmt: skip
    assert not {each.pk for each in first.notes} & {each.pk for each in second.notes}
    shown = {str(each.pk) for each in second.notes}
    with working_as(cast.person(*OFFICER)):
        entries = Entry.objects.filter(dossier_id=lead, activity="read", kind__in=["notes", "legal", "health"])
        # One entry a part for each of the pages.
        assert entries.count() == 9
        assert sum(set(each.objects_touched) == shown & set(each.objects_touched) != set() for each in entries) == 3


def test_the_page_leads_to_older_and_newer(cast, lead, signed_in):
    for number in range(reads.SHOWN):
        actions.add_note(dossier=lead, part=Part.NOTES, text=f"Verzonnen {number}")
    client, page = signed_in(cast.person(*LEAD)), reverse("file", args=[lead])
    assert 'href="?page=2#timeline"' in client.get(page).content.decode()
    assert 'href="?page=1#timeline"' in client.get(f"{page}?page=2").content.decode()


def test_a_conference_has_people_and_decisions(cast, lead, signed_in):
    client = signed_in(cast.person(*LEAD))
    answer = client.post(reverse("conference", args=[lead]), MEETING)
    assert answer.status_code == 302
    made = next(each for each in Note.objects.filter(dossier=lead) if each.happened_on == datetime.date(2026, 2, 2))
    assert (made.kind, made.conference) == ("conference", {"present": MEETING["present"], "decisions": "Verzonnen"})
    assert MEETING["present"] in client.get(reverse("file", args=[lead])).content.decode()


@pytest.mark.parametrize(("change", "field"), [
    ({"present": ""}, "present"), ({"decisions": ""}, "decisions"), ({"happened_on": "2999-01-01"}, "happened_on"),
])  # fmt: skip
def test_a_conference_without_them_is_not_written_down(cast, signed_in, change, field):
    page = reverse("conference", args=[cast.files["main"]])
    assert field in signed_in(cast.person(*LEAD)).post(page, {**MEETING, **change}).context["form"].errors


def test_each_writes_in_her_own_parts(cast, signed_in):
    page = reverse("conference", args=[cast.files["main"]])
    client = signed_in(cast.person("therapist", "team"))
    assert client.post(page, {**MEETING, "part": "legal"}).status_code == 404
    assert client.post(page, {**MEETING, "part": "health"}).status_code == 302


@pytest.mark.parametrize("who", [("shelter", "team"), ("case_manager", "same"), ("case_manager", "glass"), OFFICER])
def test_nobody_else_writes_one(cast, who):
    words = {"present": "Verzonnen", "decisions": "Verzonnen", "text": "", "happened_on": today()}
    with working_as(cast.person(*who)), pytest.raises(Refused):
        actions.add_conference(dossier=cast.files["main"], part=Part.NOTES, **words)
