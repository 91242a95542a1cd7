# SPDX-License-Identifier: EUPL-1.2
"""What happened is written down, seen, struck out and counted, by who works with the law; today shows what is due."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from baken.closed.access.context import working_as
from baken.closed.access.rules import Refused
from baken.closed.audit.models import Entry
from baken.closed.casework.mine import my_open_files
from baken.closed.legal import actions, reads
from baken.closed.legal.models import Happened, Watch
from baken.core import clock

LEAD, LAWYER, OFFICER = ("case_manager", "team"), ("legal_support", "team"), ("privacy_officer", "same")


@pytest.fixture
def lead(cast):
    """Let the case manager on the team act."""
    with working_as(cast.person(*LEAD)):
        yield cast.files["main"]


@pytest.fixture
def on(monkeypatch):
    """Let it be another day."""

    def day(text):
        for module in (reads, actions):
            monkeypatch.setattr(module, "today", lambda: datetime.date.fromisoformat(text))

    return day


def clocks(file):
    return {(each.clock.clock.rule, str(each.clock.due), each.clock.status.value) for each in reads.law_of(file).clocks}


def test_what_is_written_down_starts_its_clocks(lead, on):
    on("2026-03-01")
    actions.strike_event(dossier=lead, happened=Happened.objects.get(dossier=lead).pk)
    actions.set_conditions(dossier=lead, dublin=False)
    actions.record_event(dossier=lead, event="reflection_period_granted", on=datetime.date(2026, 2, 2))
    assert ("reflection-period-end", "2026-05-02", "running") in clocks(lead)
    actions.set_conditions(dossier=lead, dublin=True)
    assert ("reflection-period-end", "2026-03-04", "running") in clocks(lead)


def test_what_is_struck_out_starts_none_and_stays_to_be_seen(lead, on):
    on("2026-03-01")
    made = actions.record_event(dossier=lead, event="offence", on=datetime.date(2026, 2, 2))
    assert any(rule == "compensation-fund" for rule, _, _ in clocks(lead))
    actions.strike_event(dossier=lead, happened=made.pk)
    assert not any(rule == "compensation-fund" for rule, _, _ in clocks(lead))
    assert made.pk in {each.pk for each in reads.law_of(lead).happened}
    with pytest.raises(Refused):
        actions.strike_event(dossier=lead, happened=made.pk)


def test_another_files_event_is_not_struck_out_here(lead, cast):
    elsewhere = Happened.objects.filter(dossier=cast.files["empty"]).first()
    with pytest.raises(Refused):
        actions.strike_event(dossier=lead, happened=elsewhere.pk if elsewhere else cast.files["empty"])


@pytest.mark.parametrize(("event", "days"), [("birthday", 0), ("", 0), ("signal", 1)])
def test_what_the_law_has_no_name_for_or_is_to_come_is_refused(event, days, lead):
    with pytest.raises(ValidationError):
        actions.record_event(dossier=lead, event=event, on=clock.today() + datetime.timedelta(days=days))


def test_what_contradicts_itself_is_said_on_the_page(cast, signed_in):
    client, page = signed_in(cast.person(*LEAD)), reverse("law", args=[cast.files["main"]])
    client.post(page, {"event": "advance_paid", "on": "2026-02-02"})
    answer = client.get(page)
    assert len(answer.context["law"].stand.problems) == 1
    assert "voorschot betaald" in answer.content.decode().lower()


def test_it_is_sealed_in_the_database(cast, lead):
    row = Happened.objects.filter(dossier=lead).values("recorded_at").get()
    assert set(row) == {"recorded_at"}
    with pytest.raises(Exception, match="encrypted"):
        Happened.objects.filter(event="report_signed").exists()


def test_every_step_leaves_an_entry(lead, cast, on):
    on("2026-03-01")
    made = actions.record_event(dossier=lead, event="signal", on=datetime.date(2026, 2, 2))
    actions.strike_event(dossier=lead, happened=made.pk)
    actions.set_conditions(dossier=lead, dutch=True)
    reads.law_of(lead)
    with working_as(cast.person(*OFFICER)):
        told = Entry.objects.filter(dossier_id=lead, part="legal", kind__in=["happened", "conditions", "law"])
        assert sorted((each.kind, each.action) for each in told) == [
            ("conditions", "U"), ("happened", "C"), ("happened", "U"), ("law", "R"),
        ]  # fmt: skip


def test_today_shows_clocks_of_ones_own_files_soon_or_lately_missed(lead, on):
    on("2026-03-01")
    actions.strike_event(dossier=lead, happened=Happened.objects.get(dossier=lead).pk)
    actions.record_event(dossier=lead, event="reflection_period_granted", on=datetime.date(2026, 2, 10))
    shown = {(each.clock.clock.rule, each.days) for each in reads.my_clocks(my_open_files())}
    assert ("reflection-period-end", 11) in shown  # Dublin: thirty days
    on("2026-05-01")
    assert not any(
        rule == "reflection-period-end"
        for rule, _ in {(e.clock.clock.rule, e.days) for e in reads.my_clocks(my_open_files())}
    )


def test_today_counts_as_the_file_does_what_contradicts_itself(lead, on):
    on("2026-03-01")
    # In the cast she reported in January; nobody gets a reflection period after that.
    actions.record_event(dossier=lead, event="reflection_period_granted", on=datetime.date(2026, 2, 10))
    assert not reads.my_clocks(my_open_files())
    assert not reads.law_of(lead).clocks
    assert len(reads.law_of(lead).stand.problems) == 1


@pytest.mark.parametrize(("day", "days"), [("2026-10-01", 7), ("2026-10-08", 0), ("2026-10-09", 3), ("2026-10-13", -1)])
def test_the_day_to_act_by_is_the_shorter_reading_until_it_has_passed(day, days, lead, on):
    on("2026-07-20")
    # Ninety days from 10 July end on 8 October; three months on Saturday the 10th, moved to Monday the 12th.
    notified = "notified_no_further_prosecution"
    actions.record_event(dossier=lead, event=notified, on=datetime.date(2026, 7, 10))
    on(day)
    (due,) = (each for each in reads.law_of(lead).clocks if each.clock.clock.rule == "complaint")
    assert due.days == days


def test_today_shows_no_clock_of_files_one_is_not_on(cast, on):
    on("2026-03-01")
    for who in (("case_manager", "same"), ("case_manager", "ex_team"), ("legal_support", "glass"), OFFICER):
        with working_as(cast.person(*who)):
            assert reads.my_clocks(my_open_files()) == []


def test_todays_clocks_are_in_the_log(lead, cast, on):
    on("2026-03-01")
    actions.record_event(dossier=lead, event="reflection_period_granted", on=datetime.date(2026, 2, 10))
    reads.my_clocks(my_open_files())
    with working_as(cast.person(*OFFICER)):
        listed = Entry.objects.filter(activity="list", kind="clock").latest("at")
    assert (listed.part, listed.objects_touched) == ("legal", [str(lead)])


def test_a_page_speaks_the_language_of_its_reader(cast, signed_in):
    client, page = signed_in(cast.person(*LAWYER)), reverse("law", args=[cast.files["main"]])
    assert "Police report (aangifte) signed" in client.get(page, HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "Aangifte gedaan" in client.get(page, HTTP_ACCEPT_LANGUAGE="nl").content.decode()


WRONG = [
    ({"event": "birthday", "on": "2026-02-02"}, "event"), ({"event": "signal", "on": "2999-01-01"}, "on"),
    ({"event": "signal"}, "on"), ({"event": "signal", "on": "0001-01-01"}, "on"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "field"), WRONG)
def test_a_form_says_what_is_wrong(form, field, cast, signed_in):
    client, page = signed_in(cast.person(*LEAD)), reverse("law", args=[cast.files["main"]])
    assert field in client.post(page, form).context["form"].errors
    assert len(client.get(page).context["law"].happened) == 1


def test_a_term_that_passed_alarms_who_manages_and_the_team(lead, cast, signed_in):
    long_ago = datetime.date.today() - datetime.timedelta(days=95)
    actions.strike_event(dossier=lead, happened=Happened.objects.get(dossier=lead).pk)
    actions.set_conditions(dossier=lead, dublin=False)
    actions.record_event(dossier=lead, event="reflection_period_granted", on=long_ago)
    row = Watch.objects.get(dossier=lead)
    assert datetime.date.today() - reads.MISSED <= row.until < datetime.date.today()


@pytest.mark.parametrize(
    ("who", "told"),
    [
        (("manager", "other"), True),
        (("shelter", "team"), True),
        (("intake", "team"), True),
        (("shelter", "same"), False),
        (("manager", "none"), False),
        (("privacy_officer", "same"), False),
    ],
)
def test_today_says_that_a_term_passed_and_not_which(cast, signed_in, who, told):
    text = signed_in(cast.person(*who)).get(reverse("today")).content.decode()
    assert (reverse("team", args=[cast.files["main"]]) in text and "passed" in text) is told
    assert "Bedenktijd" not in text


def test_a_term_that_is_met_alarms_nobody(lead):
    for each in Happened.objects.filter(dossier=lead):
        actions.strike_event(dossier=lead, happened=each.pk)
    assert Watch.objects.get(dossier=lead).until is None
