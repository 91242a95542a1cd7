# SPDX-License-Identifier: EUPL-1.2
"""Who is on which lists of the centre's own files: counted for its analysts alone, as numbers, and always logged."""

import datetime

import pytest
from django.db import connection

from baken.closed.access.rules import Refused
from baken.closed.audit.models import Entry
from baken.closed.casework.status.actions import strike_assertion, write_assertion
from baken.closed.casework.status.rules import By, What
from baken.closed.figures.hidden.own import kinds
from baken.closed.figures.hidden.own.reads import own_lists
from baken.closed.figures.tests.desk import ANALYST, today
from baken.closed.figures.units.fetching import Scope
from baken.closed.intake import actions as intake
from baken.closed.legal.actions import record_event
from baken.closed.vault.actions import destroy_dossier_key
from baken.hidden_population import tables
from tests.cast import ROLES

INTAKE = ("intake", "same")
DAY = datetime.timedelta(days=1)
LISTS = {"school": ("education",), "authorities": ("police", "justice"), "herself": ("self",)}
POLICE = {"who": "professional", "organisation": "Politie Verzonnenburg"}
SCHOOL, HERSELF = {"who": "professional", "organisation": "ROC Verzonnen"}, {"who": "self"}


def counted(desk, lists=LISTS, who=ANALYST, days=None, agency=None):
    first, last = days or (today() - 10 * DAY, today())
    with desk.working(who):
        return own_lists(Scope(agency or desk.agency, first, last), lists)


def cells(table):
    return [int(each) for each in table.counts]


def reported(desk, *calls, case=None):
    """Let calls lead to one file, and return it."""
    with desk.working(INTAKE):
        for call in calls:
            report = intake.record_call(content={"kind": "report", "words": "Verzonnen verhaal", **call})
            if case is None:
                case = intake.open_case(dossier=report.dossier_id, words="Verzonnen reden").pk
            else:
                intake.link(dossier=report.dossier_id, case=case, words="Verzonnen reden")
    return case


def test_who_reported_puts_her_on_a_list_and_many_reports_of_one_kind_do_so_once(desk):
    assert cells(counted(desk)) == [0] * 8
    reported(desk, SCHOOL, SCHOOL)
    reported(desk, SCHOOL, POLICE, HERSELF)
    assert cells(counted(desk)) == [0, 1, 0, 0, 0, 0, 0, 1]


def test_a_report_without_a_file_counts_nobody(desk):
    with desk.working(INTAKE):
        report = intake.record_call(content={"kind": "report", "words": "Verzonnen", **POLICE})
        intake.decide(dossier=report.dossier_id, decision="advise", words="Verzonnen reden")
    assert cells(counted(desk)) == [0] * 8


def test_kinds_of_one_list_are_one(desk):
    reported(desk, SCHOOL, POLICE)
    found = counted(desk, {"both": ("education", "police"), "herself": ("self",)})
    assert cells(found) == [0, 1, 0, 0]


def test_the_period_is_that_of_the_reports_first_and_last_day_in_it(desk):
    case = reported(desk, SCHOOL)
    move = """
        UPDATE intake_report SET hour = %s::timestamptz
        WHERE dossier_id IN (SELECT dossier_id FROM intake_link WHERE case_id = %s)
    """
    for moment, expected in (
        ("2026-03-01 00:00", 1),
        ("2026-03-31 23:59", 1),
        ("2026-02-28 23:59", 0),
        ("2026-04-01", 0),
    ):
        desk.owner.execute(move, [f"{moment} Europe/Amsterdam", case])
        found = counted(desk, days=(datetime.date(2026, 3, 1), datetime.date(2026, 3, 31)))
        assert found.observed == expected, moment


@pytest.mark.parametrize(
    ("on", "opened", "expected"),
    [(3, 0, 1), (0, 0, 0), (12, 0, 0)],
    ids=["before her file was opened", "on the day itself", "before the period"],
)
def test_what_the_police_knew_counts_only_before_we_did(desk, on, opened, expected):
    case = reported(desk, HERSELF)
    with desk.working(INTAKE):
        write_assertion(dossier=case, what=What.SIGNAL, by=By.POLICE, on=today() - on * DAY)
    assert cells(counted(desk))[6] == expected
    assert counted(desk).observed == 1


def test_what_was_struck_out_or_says_otherwise_or_is_our_own_word_counts_for_nobody(desk):
    case, on = reported(desk, HERSELF), today() - 3 * DAY
    with desk.working(INTAKE):
        word = write_assertion(dossier=case, what=What.SIGNAL, by=By.POLICE, on=on)
        strike_assertion(dossier=case, assertion=word.pk)
        write_assertion(dossier=case, what=What.NOT_A_VICTIM, by=By.POLICE, on=on)
        write_assertion(dossier=case, what=What.PRESUMED, by=By.CENTRE, on=on)
    assert cells(counted(desk)) == [0, 0, 0, 0, 1, 0, 0, 0]


def test_a_police_report_before_her_file_was_opened_counts(desk):
    before = counted(desk).on(0b10)
    with desk.working(("case_manager", "team")):
        record_event(dossier=desk.file, event="cooperation_given", on=today() - 2 * DAY)
    assert counted(desk).on(0b10) == before + 1


def test_a_file_that_is_being_erased_is_not_counted(desk):
    case = reported(desk, SCHOOL, HERSELF)
    destroy_dossier_key(dossier=case)
    assert cells(counted(desk)) == [0] * 8


def test_who_asked_for_shelter_is_a_source_and_our_own_intake_is_none(desk):
    lists = {"aid": ("aid",), "herself": ("self",)}
    before = counted(desk, lists).on(0b01)
    asked = """
        SELECT count(DISTINCT dossier_id) FROM shelter_request
        WHERE agency_id = %s AND asked_at > now() - interval '9 days'
    """
    assert before == desk.one(asked, desk.agency) > 0


@pytest.mark.parametrize("role", [each for each in ROLES if each != "analyst"])
def test_nobody_else_counts(desk, role):
    with pytest.raises(Refused):
        counted(desk, who=(role, "same"))
    with desk.working((role, "same")):
        assert captures(desk.agency) == []


@pytest.mark.parametrize("relation", ["none", "shut_out", "post_ended", "inactive", "post_later"])
def test_an_analyst_of_another_agency_counts_nothing_here(desk, relation):
    reported(desk, SCHOOL)
    with pytest.raises(Refused):
        counted(desk, who=("analyst", relation))
    with desk.working(("analyst", relation)):
        assert captures(desk.agency) == []


def test_what_she_asks_of_another_agency_is_refused_and_empty(desk):
    with pytest.raises(Refused):
        counted(desk, agency=desk.cast.rows["partner"])
    with desk.working():
        assert captures(desk.cast.rows["partner"]) == []
        assert captures(desk.agency) != []


def captures(agency):
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM figures_captures(%s, '-infinity', 'infinity')", [agency])
        return cursor.fetchall()


def test_it_is_logged_with_what_was_asked_and_not_what_came_out(desk):
    reported(desk, SCHOOL)
    counted(desk)
    with desk.working(("privacy_officer", "same")):
        [entry] = Entry.objects.filter(activity="count", kind="persons")
    assert entry.objects_touched == ["1=education", "2=police", "2=justice", "3=self"]
    assert set(entry.facts) == {"first", "last"}
    assert (entry.user_id, entry.dossier_id) == (desk.cast.person(*ANALYST), None)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Politie Oost-Verzonnen", "police"), ("Koninklijke Marechaussee", "police"), ("GGD Verzonnenburg", "care"),
        ("Basisschool De Verzinsel", "education"), ("Gemeente Verzonnenburg, wijkteam", "municipality"),
        ("Veilig Thuis", "youth"), ("COA", "asylum"), ("OM", "justice"), ("CoMensha", "comensha"), ("Fier", "aid"),
        ("Zorgcoördinatie", "other"), ("", "other"), ("O.M. de hoek om", "other"),
        # Two kinds: which of them saw her is not known.
        ("Politieacademie, school", "other"), ("Gemeentelijke opvang", "other"),
        # No word within another.
        ("Procurement", "other"), ("India", "other"),
    ],
)  # fmt: skip
def test_the_name_of_an_organisation_shows_its_kind(name, kind):
    assert kinds.of_organisation(name) == kind


def test_a_report_through_the_form_counts_and_its_answer_is_no_report(desk):
    case = reported(desk, SCHOOL)
    web = """
        UPDATE intake_report SET channel = 'web'
        WHERE dossier_id IN (SELECT dossier_id FROM intake_link WHERE case_id = %s)
    """
    desk.owner.execute(web, [case])
    assert counted(desk).observed == 0
    letters = "UPDATE intake_letter SET written_by_id = NULL WHERE dossier_id IN (SELECT dossier_id FROM intake_link)"
    desk.owner.execute(letters)
    assert cells(counted(desk)) == [0, 1, 0, 0, 0, 0, 0, 0]


def test_by_telephone_the_organisation_tells_and_nobody_is_guessed():
    assert kinds.of_report({"organisation": "Politie"}) == "police"
    assert kinds.of_report({"caller": "Verzonnen"}) is None
    assert kinds.of_report({"who": "worried", "organisation": "Politie"}) == "worried"


def test_every_kind_that_facts_come_to_is_there():
    assert {*kinds._SAID_BY.values(), *kinds._HAPPENED.values(), *kinds._ASKED_BY.values()} <= kinds.kinds().keys()


def test_the_page_counts_and_lays_it_where_lists_are_estimated_from(desk, signed_in):
    reported(desk, SCHOOL, POLICE)
    client = signed_in(desk.cast.person(*ANALYST))
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    page = client.get("/figures/estimate/own/").content.decode()
    assert "Labour inspectorate" in page
    asked = dict.fromkeys(kinds.kinds(), 0) | {"education": 1, "police": 2}
    period = {"first": (today() - DAY).isoformat(), "last": today().isoformat()}
    told = client.post("/figures/estimate/own/", {**asked, **period})
    laid = told.context["form"].initial
    assert cells(tables.read(laid["histories"].splitlines())) == [0, 0, 0, 1]
    assert tables.read(laid["histories"].splitlines()).lists == ("education", "police")
    assert "1 person is on a list." in told.content.decode()
    assert "lists education and police hold the same persons: they are one list, told twice" in told.content.decode()
    assert "is not released" in told.content.decode()
    few = client.post("/figures/estimate/own/", {**asked, **period, "police": 1}).content.decode()
    assert "Choose at least two lists" in few
