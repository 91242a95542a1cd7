# SPDX-License-Identifier: EUPL-1.2
"""Over whom nobody has authority, and who comes of age: on the page and on today's, for the team and nobody else."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from baken.closed.access.actions import open_dossier
from baken.closed.access.models import Dossier
from baken.closed.access.rules import Refused
from baken.closed.audit.models import Entry
from baken.closed.casework.actions import write_identity
from baken.closed.casework.mine import my_open_files
from baken.closed.casework.person.actions import write_guardian
from baken.closed.minors import actions
from baken.closed.minors.models import Route
from baken.closed.minors.tests.conftest import LEAD, day
from baken.closed.minors.waiting import waiting

SHELTER, THERAPIST, POLICE = ("shelter", "team"), ("therapist", "team"), ("police_liaison", "team")


def today_of(desk, who=LEAD):
    with desk.working(who):
        return waiting(my_open_files())


def ask(desk, route="alone-foreign", ago=3):
    with desk.working():
        return actions.ask_authority(dossier=desk.file, route=route, on=day(-ago), words="Verzonnen vraag")


def guard(desk, until=None):
    told = {"kind": "nidos", "name": "Verzonnen Voogd", "phone": "", "since": day(-90)}
    with desk.working():
        write_guardian(dossier=desk.file, **told, until=until)


def test_today_says_to_the_whole_team_that_nobody_has_authority_until_somebody_has(desk):
    desk.young()
    for who in (LEAD, SHELTER, THERAPIST):
        (found,) = today_of(desk, who).nobody
        assert (found.dossier.pk, found.is_surely_minor, found.asked) == (desk.file, True, None)
    ask(desk)
    assert today_of(desk).nobody[0].asked.asked_on == day(-3)
    guard(desk)
    assert today_of(desk).nobody == []


def test_the_question_is_as_old_as_the_file_or_as_the_end_of_the_last_authority(desk):
    desk.young()
    desk.owner.execute("UPDATE access_dossier SET opened_at = now() - interval '40 days' WHERE id = %s", [desk.file])
    assert today_of(desk).nobody[0].days == desk.page().days_without == 40
    guard(desk, until=day(-2))
    assert today_of(desk).nobody[0].days == desk.page().days_without == 2


def test_who_may_be_a_minor_counts_as_one(desk):
    for least, most, shown in ((16, 17, [True]), (16, 25, [False]), (18, 25, [])):
        desk.young(least=least, most=most)
        assert [each.is_surely_minor for each in today_of(desk).nobody] == shown


def test_of_other_files_and_closed_ones_today_says_nothing(desk):
    desk.young()
    for who in (("case_manager", "same"), ("case_manager", "glass"), ("case_manager", "consent"), POLICE):
        assert not today_of(desk, who)
    desk.owner.execute("UPDATE access_dossier SET closed_at = now() WHERE id = %s", [desk.file])
    assert not today_of(desk)


def test_whose_ages_were_read_is_in_the_log(desk):
    today_of(desk)
    with desk.working(("privacy_officer", "same")):
        listed = Entry.objects.filter(activity="list", kind="age").latest("at")
    assert (listed.part, listed.objects_touched) == ("identity", [str(desk.file)])


def test_an_answer_ends_the_asking_once(desk):
    asked = ask(desk)
    given = {"dossier": desk.file, "route": asked.pk, "how": "declined", "answer": "Verzonnen volgende stap"}
    with desk.working(), pytest.raises(ValidationError):
        actions.end_route(**given, on=day(-4))
    with desk.working():
        actions.end_route(**given, on=day(0))
    assert (desk.page().asked, desk.page().routes[0].answer) == ([], "Verzonnen volgende stap")
    with desk.working(), pytest.raises(Refused):
        actions.end_route(**given, on=day(0))


def test_whom_the_table_does_not_know_or_is_to_come_is_refused(desk):
    for route, ago in (("nobody", 0), ("parents", -1)):
        with pytest.raises(ValidationError):
            ask(desk, route, ago)


def test_who_may_not_write_who_she_is_asks_nobody(desk):
    for who in (POLICE, ("case_manager", "same"), ("case_manager", "consent"), ("case_manager", "glass")):
        with desk.working(who), pytest.raises(Refused):
            actions.ask_authority(dossier=desk.file, route="parents", on=day(0), words="")
    with desk.working(SHELTER):
        actions.ask_authority(dossier=desk.file, route="parents", on=day(0), words="")
        assert Route.objects.filter(dossier=desk.file).count() == 1


def test_today_says_that_somebody_comes_of_age_half_a_year_and_a_month_before(desk, monkeypatch):
    guard(desk)
    desk.young(born=datetime.date(2008, 12, 15))
    birthday = [(desk.file, datetime.date(2026, 12, 15))]
    for month, shown in ((6, birthday), (8, []), (11, birthday)):
        for module in ("minors.waiting", "minors.reads", "casework.person.reads"):
            monkeypatch.setattr(f"baken.closed.{module}.today", lambda month=month: datetime.date(2026, month, 16))
        assert [(each.dossier.pk, each.turning.on) for each in today_of(desk).turns] == shown


def test_of_too_many_files_the_oldest_are_looked_into_and_it_is_said(desk, monkeypatch, signed_in):
    desk.young()
    with desk.working():
        newer = open_dossier(agency=Dossier.objects.get(pk=desk.file).agency_id).pk
        write_identity(dossier=newer, born=day(-6000))
    lead = signed_in(desk.cast.person(*LEAD))
    assert {each.dossier.pk for each in today_of(desk).nobody} == {desk.file, newer}
    assert "You have more than" not in lead.get("/", HTTP_ACCEPT_LANGUAGE="en").content.decode()
    monkeypatch.setattr("baken.closed.casework.mine.MOST", 1)
    assert [each.dossier.pk for each in today_of(desk).nobody] == [desk.file]
    assert "You have more than 1 open files." in lead.get("/", HTTP_ACCEPT_LANGUAGE="en").content.decode()
