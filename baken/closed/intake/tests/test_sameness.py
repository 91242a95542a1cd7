# SPDX-License-Identifier: EUPL-1.2
"""Many reports, one person: found by number or by name, said by whom, taken back with a reason; nothing is merged."""

import datetime

import pytest
from django.urls import reverse

from baken.closed.access.context import working_as
from baken.closed.access.rules import Refused
from baken.closed.audit.models import Entry
from baken.closed.casework.actions import write_contact, write_identity
from baken.closed.intake import actions, reads
from baken.closed.intake.models import Mark, Report, Verdict
from baken.closed.intake.sameness import reads as sameness
from baken.closed.intake.sameness.actions import judge
from baken.closed.intake.sameness.reads import likenesses
from baken.closed.intake.sameness.rules import Reason, most_numbers
from baken.closed.intake.tests.desk import COLLEAGUE, OFFICER, WORKER

PHONE = "06 9876 5432"


def call(words, **more):
    """Write down a call of the acting worker and return its dossier."""
    return actions.record_call(content={"danger": "no", "age": "adult", "words": words, **more}).dossier_id


def found(dossier):
    """Return what is found beside a report, with why."""
    return {each.cover.dossier: each for each in likenesses(dossier).found}


def test_a_number_finds_what_one_may_not_read_by_its_number_alone(door, cast):
    with working_as(cast.person(*COLLEAGUE)):
        theirs = call(f"Zij belde van {PHONE}")
        file = actions.open_case(dossier=call("x"), words="x").pk
        write_contact(dossier=file, phone="+31 6 98765432", safe_ways="")
    with working_as(cast.person(*WORKER)):
        mine = actions.take(source=door.report(words="Verzonnen", reach="0031698765432")).dossier_id
        near = found(mine)
        assert set(near) == {theirs, file}
        assert {each.likeness.reasons for each in near.values()} == {(Reason.NUMBER,)}
        assert {each.may_read for each in near.values()} == {False}
        assert {near[file].cover.is_report, near[theirs].cover.is_report} == {False, True}
        with pytest.raises(Refused):
            reads.report(theirs)


def test_the_document_number_of_a_file_is_found_in_what_a_report_says(cast):
    with working_as(cast.person(*COLLEAGUE)):
        file = actions.open_case(dossier=call("x"), words="x").pk
        write_identity(dossier=file, document_number="nlx 12345 z")
    with working_as(cast.person(*WORKER)):
        assert set(found(call("Haar paspoort is NLX12345Z"))) == {file}
        mine = call("x")
        write_identity(dossier=mine, document_number="NLX12345Z")
        assert file in found(mine)


def test_of_a_list_of_numbers_the_first_are_looked_up_and_how_many_is_logged(cast):
    with working_as(cast.person(*COLLEAGUE)):
        first, last = call("0612340001"), call("0612340099")
    with working_as(cast.person(*WORKER)):
        mine = call(" ".join(f"06123400{each:02}," for each in range(1, 100)), reach=PHONE)
        near = set(found(mine))
        assert (first in near, last in near) == (True, False)
        assert Mark.objects.filter(dossier=mine).count() == most_numbers()
    with working_as(cast.person(*OFFICER)):
        assert Entry.objects.get(activity="search", kind="likeness").facts["numbers"] == str(most_numbers())


def test_names_are_compared_only_in_what_one_may_read(cast):
    with working_as(cast.person(*COLLEAGUE)):
        theirs = call("x")
        write_identity_of(theirs, "Verzonnen Fatima el Amrani")
    with working_as(cast.person(*WORKER)):
        mine, second = call("x"), call("x", who="self", name="Amrani, Fatima Verzonnen")
        write_identity_of(mine, "Fátima Elamrani Verzonnen")
        near = found(mine)
    assert set(near) == {second}
    assert near[second].may_read


def write_identity_of(dossier, name):
    write_identity(dossier=dossier, name=name, born=datetime.date(2001, 3, 4))


def test_looking_is_a_search_that_says_by_what_and_not_whom(cast):
    with working_as(cast.person(*WORKER)):
        mine, other = call(PHONE), call(PHONE)
        likenesses(mine)
    with working_as(cast.person(*OFFICER)):
        entry = Entry.objects.filter(activity="search", kind="likeness").get()
    assert (entry.dossier_id, entry.objects_touched) == (mine, [str(other)])
    assert entry.facts["by"] == "marks"


def test_what_is_said_is_remembered_from_either_side_and_taken_back_with_a_reason(cast):
    with working_as(cast.person(*WORKER)):
        one, other, third = call(PHONE), call(PHONE), call(PHONE)
        judge(dossier=one, other=other, verdict="different")
        judge(dossier=one, other=third, verdict="same")
        assert set(found(other)) == {third}
        assert [each.cover.dossier for each in likenesses(third).same] == [one]
        for verdict, words in (("same", ""), ("different", ""), ("undone", " ")):
            with pytest.raises(Refused):
                judge(dossier=other, other=one, verdict=verdict, words=words)
        judge(dossier=other, other=one, verdict="undone", words="Verzonnen vergissing")
        assert one in found(other)
        with pytest.raises(Refused):
            judge(dossier=other, other=one, verdict="undone", words="nog eens")
        assert Verdict.objects.filter(dossier__in=[one, other]).count() == 3
        assert Report.objects.filter(dossier__in=[one, other, third], decision="").count() == 3


def test_what_was_said_is_taken_back_after_the_report_was_decided(cast):
    with working_as(cast.person(*WORKER)):
        one, other = call(PHONE), call(PHONE)
        judge(dossier=one, other=other, verdict="same")
        actions.decide(dossier=one, decision="advise", words="x")
        judge(dossier=one, other=other, verdict="undone", words="Verzonnen vergissing")
        assert likenesses(one).same == []


def test_whoever_may_read_her_file_by_consent_is_told_of_no_report_about_her(cast):
    main = cast.files["main"]
    with working_as(cast.person(*WORKER)):
        judge(dossier=call("x"), other=main, verdict="same")
    for who, seen in ((("case_manager", "team"), {"different", "same"}), (("case_manager", "consent"), set())):
        with working_as(cast.person(*who)):
            assert set(Verdict.objects.filter(other=main).values_list("verdict", flat=True)) == seen


def test_who_decides_on_a_report_says_it_and_of_her_own_agency_alone(cast):
    with working_as(cast.person(*WORKER)):
        mine = call("x")
        for other in (mine, cast.rows["partner_file"]):
            with pytest.raises(Refused):
                judge(dossier=mine, other=other, verdict="same")
        with pytest.raises(Refused):
            judge(dossier=cast.files["main"], other=mine, verdict="same")
    with working_as(cast.person("intake", "two_roles")), pytest.raises(Refused):
        judge(dossier=cast.files["main"], other=cast.rows["partner_file"], verdict="same")
    for who in (COLLEAGUE, ("therapist", "team"), ("manager", "same")):
        with working_as(cast.person(*who)), pytest.raises(Refused):
            likenesses(mine)


def test_reports_that_were_decided_long_ago_are_not_compared_with(cast, monkeypatch):
    with working_as(cast.person(*WORKER)):
        old, mine = call(PHONE), call(PHONE)
        actions.decide(dossier=old, decision="advise", words="x")
        assert set(found(mine)) == {old}
        later = sameness.today() + datetime.timedelta(days=190)
        monkeypatch.setattr(sameness, "today", lambda: later)
        assert found(mine) == {}


def test_what_a_reporter_adds_is_marked_too_and_once(door, worker):
    source = door.report(reach=PHONE)
    dossier = actions.take(source=source).dossier_id
    door.add(source, kind="addition", words=f"Bel {PHONE}, paspoort NLX12345Z")
    actions.take_more(dossier=dossier)
    assert Mark.objects.filter(dossier=dossier).count() == 2


def test_when_one_opens_a_file_the_others_are_offered_to_join(cast, signed_in):
    with working_as(cast.person(*WORKER)):
        one, other = call(PHONE), call(PHONE)
    client = signed_in(cast.person(*WORKER))
    page = reverse("likenesses", args=[one])
    assert str(other) in client.get(page).content.decode()
    assert client.post(page, {"other": other, "verdict": "undone"}).status_code == 400
    client.post(page, {"other": other, "verdict": "same"})
    told = client.post(reverse("decide_report", args=[one]), {"decision": "open_case", "words": "x"}, follow=True)
    assert told.resolver_match.url_name == "case_reports"
    joining = reverse("decide_report", args=[other])
    assert joining in told.content.decode()
    case = told.resolver_match.kwargs["dossier"]
    assert f'value="{case}" selected' in client.get(joining).content.decode()
    client.post(joining, {"decision": "link", "case": case, "words": "x"})
    with working_as(cast.person(*WORKER)):
        assert {each.pk for each in reads.reports_of(case)} == {one, other}
        assert reads.to_join(case) == []
