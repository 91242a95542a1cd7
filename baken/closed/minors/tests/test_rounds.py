# SPDX-License-Identifier: EUPL-1.2
"""The reporting code in a file: written by who may read its notes, ended by a decision, never without its steps."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from baken.closed.access.rules import Refused
from baken.closed.audit.models import Entry
from baken.closed.casework.mine import my_open_files
from baken.closed.minors import actions
from baken.closed.minors.models import Step
from baken.closed.minors.tests.conftest import CALM, LEAD, day
from baken.closed.minors.waiting import waiting

OFFICER = ("privacy_officer", "same")


def test_a_round_is_walked_and_ends_with_a_decision_and_another_may_begin(desk):
    walked = desk.begin()
    desk.walk(walked, **CALM)
    assert desk.page().running.stand.next == "decide"
    desk.decide(walked, "help")
    page = desk.page()
    assert (page.running, page.ended[0].decision.told) == (None, {"decision": ["help"]})
    desk.begin("children")
    assert desk.page().running.stand.next == "signals"


def test_two_rounds_do_not_run_at_once(desk):
    desk.begin()
    with pytest.raises(Refused):
        desk.begin("children")


def test_it_says_all_that_is_missing_and_ends_nothing(desk):
    walked = desk.begin()
    desk.take(walked, "weigh", answers={"suspicion": "yes", "danger": "doubt"})
    with pytest.raises(ValidationError) as refused:
        desk.decide(walked)
    assert len(refused.value.messages) == 7  # three steps, two questions, advice, and that something is done
    assert desk.page().running is not None


def test_danger_obliges_to_report_and_says_so_until_it_was(desk):
    walked = desk.begin()
    desk.walk(walked, **{**CALM, "danger": "yes"})
    desk.take(walked, "weigh", answers=CALM)
    with pytest.raises(ValidationError):
        desk.decide(walked, "help")
    desk.decide(walked, "help", "report")
    with desk.working():
        assert [each.pk for each in waiting(my_open_files()).unreported] == [desk.file]
        actions.report(dossier=desk.file, round=walked.pk, on=day(0), at=datetime.time(14, 5), number="V-1", words="")
        assert waiting(my_open_files()).unreported == []
    assert desk.page().ended[0].reported[0].told == {"at": "14:05", "number": "V-1"}


def test_a_round_that_ended_takes_no_step_and_loses_none(desk):
    walked = desk.begin()
    desk.walk(walked, **CALM)
    desk.decide(walked, "help")
    for attempt in (lambda: desk.take(walked, "talk"), lambda: desk.decide(walked, "help")):
        with pytest.raises(Refused):
            attempt()
    signals = desk.page().ended[0].path[0][1][0]
    with desk.working(), pytest.raises(Refused):
        actions.strike_step(dossier=desk.file, step=signals.pk)


def test_what_is_struck_out_counts_no_more_and_stays_to_be_seen(desk):
    walked = desk.begin()
    desk.walk(walked, **{**CALM, "help": "no"})
    (weighed,) = desk.page().running.path[3][1]
    assert desk.page().running.stand.must_report
    with desk.working():
        actions.strike_step(dossier=desk.file, step=weighed.pk)
    walk = desk.page().running
    assert (walk.stand.must_report, walk.stand.next) == (False, "weigh")
    assert [each.pk for each in walk.path[3][1]] == [weighed.pk]
    with desk.working(), pytest.raises(Refused):
        actions.strike_step(dossier=desk.file, step=weighed.pk)


def test_danger_that_was_seen_is_not_struck_out_and_the_page_says_why(desk, signed_in):
    walked = desk.begin()
    desk.walk(walked, **{**CALM, "danger": "yes"})
    desk.take(walked, "weigh", answers=CALM)
    danger, calm = desk.page().running.path[3][1]
    with desk.working(), pytest.raises(Refused):
        actions.strike_step(dossier=desk.file, step=danger.pk)
    page = signed_in(desk.cast.person(*LEAD)).get(reverse("minor", args=[desk.file]), HTTP_ACCEPT_LANGUAGE="en")
    text = page.content.decode()
    assert reverse("strike_step", args=[desk.file, danger.pk]) not in text
    assert text.count("This cannot be struck out") == 1
    with desk.working():
        actions.strike_step(dossier=desk.file, step=calm.pk)
    assert desk.page().running.stand.must_report


def test_what_the_code_does_not_know_or_is_to_come_is_refused(desk):
    walked = desk.begin()
    for key, ahead, error in (("decide", 0, Refused), ("x", 0, Refused), ("talk", 1, ValidationError)):
        with pytest.raises(error):
            desk.take(walked, key, ahead=ahead)


def test_who_does_not_work_with_its_notes_writes_none_of_it(desk):
    walked = desk.begin()
    for who in (
        ("shelter", "team"),
        ("police_liaison", "team"),
        ("case_manager", "same"),
        ("intake", "glass"),
        OFFICER,
    ):
        with pytest.raises(Refused):
            desk.take(walked, "signals", who=who)
        with desk.working(who), pytest.raises(Refused):
            actions.check_children(dossier=desk.file, on=day(0), outcome="safe", words="")


def test_another_files_round_is_not_found_here(desk):
    walked = desk.begin()
    elsewhere = desk.cast.files["empty"]
    desk.owner.execute("UPDATE minors_round SET dossier_id = %s WHERE id = %s", [elsewhere, walked.pk])
    for attempt in (lambda: desk.take(walked, "signals"), lambda: desk.decide(walked, "help")):
        with pytest.raises(Refused):
            attempt()
    with desk.working(), pytest.raises(Refused):
        actions.report(dossier=desk.file, round=walked.pk, on=day(0), at=datetime.time(1), number="", words="")


def test_the_kindcheck_of_an_adult_leads_to_the_code_about_her_children(desk):
    desk.young(born=day(-12000))
    with desk.working():
        actions.check_children(dossier=desk.file, on=day(0), outcome="worries", words="Verzonnen zorg")
    page = desk.page()
    assert (page.is_surely_adult, page.has_worries) == (True, True)
    with desk.working():
        actions.strike_step(dossier=desk.file, step=page.checks[0].pk)
    assert not desk.page().has_worries


def test_it_is_sealed_and_every_step_leaves_an_entry(desk):
    walked = desk.begin()
    desk.walk(walked, **CALM)
    desk.decide(walked, "help")
    with desk.working(), pytest.raises(Exception, match="encrypted"):
        Step.objects.filter(key="signals").exists()
    with desk.working(OFFICER):
        told = Entry.objects.filter(dossier_id=desk.file, kind__in=["round", "step"]).order_by("at")
        written = [(each.kind, each.action, each.part) for each in told]
    assert written[0] == ("round", "C", "notes")
    assert written[-2:] == [("step", "C", "notes"), ("round", "U", "notes")]
    assert len(written) == 7
