# SPDX-License-Identifier: EUPL-1.2
"""What is counted of files, reports, stays, requests and terms; by analysts alone, and always logged."""

import datetime

import pytest
from django.db import connection
from psycopg import sql

from baken.closed.access.rules import Refused
from baken.closed.casework.actions import write_identity
from baken.closed.figures import reads
from baken.closed.figures.tests.desk import ANALYST, LEAD, TITLE, today
from baken.closed.figures.units.counting import Asked
from baken.closed.intake.actions import record_call
from baken.closed.legal.actions import record_event
from baken.closed.trafficking.tests.desk import account
from baken.closed.vault.actions import destroy_dossier_key
from tests.cast import ROLES

CASES = "SELECT count(*) FROM access_dossier WHERE kind = 'case' AND agency_id = %s"


OF_FILES = ("identities", "accounts", "assertions", "closures", "letters", "stays", "happened", "conditions")
SEALED = ("casework_identity", "trafficking_account", "intake_letter", "legal_happened", "access_dossier")


def of_hers(desk, **answers):
    """Return how the number of files changed for each answer since there was another file like hers."""
    return {name: desk.total("cases", **{name: code}) for name, code in answers.items()}


def test_every_file_of_the_agency_is_counted_and_none_of_another(desk):
    there = desk.one(CASES, desk.agency)
    assert there > 20
    assert desk.total() == there
    assert desk.one("SELECT count(*) FROM access_dossier") > there


def test_a_file_outside_the_period_is_not_counted(desk):
    before = desk.total()
    desk.owner.execute("UPDATE access_dossier SET opened_at = now() - interval '11 days' WHERE id = %s", [desk.file])
    assert desk.total() == before - 1


def test_the_first_and_the_last_day_count_here_and_not_in_greenwich(desk):
    before, first = desk.total(), today() - datetime.timedelta(days=10)
    midnight = f"{first.isoformat()} 00:00 Europe/Amsterdam"
    desk.owner.execute("UPDATE access_dossier SET opened_at = %s::timestamptz WHERE id = %s", [midnight, desk.file])
    assert desk.total() == before
    earlier = "UPDATE access_dossier SET opened_at = %s::timestamptz - interval '1 second' WHERE id = %s"
    desk.owner.execute(earlier, [midnight, desk.file])
    assert desk.total() == before - 1


def test_who_somebody_is(desk):
    answers = {"sex": "woman", "age": "12-17", "majority": "minor", "continent": "africa"}
    before = of_hers(desk, **answers)
    born = today().replace(year=today().year - 15, day=1)
    with desk.working(LEAD):
        write_identity(dossier=desk.file, name="Verzonnen Naam", born=born, gender="Feminine", nationality="Nigeria")
    assert of_hers(desk, **answers) == {name: number + 1 for name, number in before.items()}


def test_what_was_told_over_all_accounts(desk):
    answers = {"kind": "several", "crossing": "cross_border", "exploited": "both"}
    before = of_hers(desk, **answers)
    with desk.working(LEAD):
        told = {"exploited_country": "BE", "exploited_provinces": ["not_asked"]}
        account(desk.file, crossing="cross_border", **told)
    assert of_hers(desk, **answers) == {name: number + 1 for name, number in before.items()}


def test_the_province_of_exploitation(desk):
    before = of_hers(desk, region="several")
    assert desk.total(region="NL-UT") > 0
    with desk.working(LEAD):
        account(desk.file, exploited_provinces=["NL-DR"])
    assert of_hers(desk, region="several") == {"region": before["region"] + 1}


def test_an_account_of_before_provinces_were_asked_is_in_none_of_them(desk):
    before = of_hers(desk, region="here")
    desk.owner.execute("UPDATE trafficking_account SET exploited_provinces = NULL WHERE dossier_id = %s", [desk.file])
    assert of_hers(desk, region="here") == {"region": before["region"] + 1}


def test_what_was_struck_out_is_not_counted(desk):
    assert desk.total(kind="sexual") > 0
    strike = "UPDATE trafficking_account SET struck_at = now(), struck_by_id = recorded_by_id WHERE dossier_id = %s"
    before = of_hers(desk, kind="unknown")
    desk.owner.execute(strike, [desk.file])
    assert of_hers(desk, kind="unknown") == {"kind": before["kind"] + 1}


def test_how_long_and_how_it_ended(desk):
    free = "DELETE FROM shelter_onward WHERE dossier_id = %s"
    desk.owner.execute(free, [desk.file])
    assert desk.total(outcome="open") == desk.one(CASES + " AND closed_at IS NULL", desk.agency)
    desk.owner.execute("UPDATE access_dossier SET closed_at = now() WHERE id = %s", [desk.file])
    # Closed and no word of how: something else, and never open.
    assert desk.total(outcome="other") == 1
    assert desk.total(lasted="0-30") == 1


def test_a_report_that_led_to_a_file_tells_who_reported_and_how_long_she_waited(desk):
    desk.owner.execute("UPDATE intake_report SET hour = now() - interval '5 days' WHERE dossier_id = %s", [desk.file])
    found = desk.counts("cases", "waited")
    # The file that the report of the cast's first one is about.
    assert found.values["3-7",] == 1
    assert found.values["open",] == found.total - 1


def test_reports(desk):
    there = desk.one("SELECT count(*) FROM intake_report WHERE agency_id = %s", desk.agency)
    found = desk.counts("reports", "danger", "said_age")
    assert found.total == there > 20
    assert found.values["yes", "minor"] == there
    assert desk.total("reports", decided_within="open") == there


def test_what_a_report_tells_of_a_province_also_by_telephone(desk):
    for told in ("NL-GR", "abroad", "Verzonnendam", ""):
        with desk.working(("intake", "same")):
            record_call(content={"danger": "no", "age": "adult", "words": "Verzonnen gesprek", "region": told})
    found = desk.counts("reports", "said_region")
    assert found.values["NL-GR",] == 1
    assert found.values["abroad",] == 1
    assert found.values["unknown",] == found.total - 2


def test_requests_for_shelter(desk):
    lately = "SELECT count(*) FROM shelter_request WHERE agency_id = %s AND asked_at > now() - interval '9 days'"
    there = desk.one(lately, desk.agency)
    found = desk.counts("requests", "placed")
    assert found.total == there > 0
    came = " AND EXISTS (SELECT FROM shelter_stay s WHERE s.request_id = shelter_request.id AND s.arrived_at < now())"
    assert found.values["placed",] == desk.one(lately + came, desk.agency) > 0


def test_stays_count_each_person_who_arrived_once(desk):
    arrived = """
        SELECT count(DISTINCT b.guest_id) FROM shelter_bed b JOIN shelter_stay s ON s.id = b.stay_id
        WHERE s.arrived_at IS NOT NULL
    """
    assert desk.total("stays") == desk.one(arrived) > 0


def test_terms_are_counted_on_their_last_day(desk):
    with desk.working(LEAD):
        record_event(dossier=desk.file, event="application_received", on=datetime.date(2026, 2, 2))

    def found(first, last):
        asked = Asked("terms", ("rule", "kept"), first, last)
        with desk.working():
            return reads.count(desk.agency, asked, TITLE).values["permit-decision", "missed"]

    # Ninety days for who falls under Dublin, as the person of the file does, and then on from a Sunday.
    last = datetime.date(2026, 5, 4)
    assert found(last, last) == 1
    assert found(datetime.date(2026, 2, 1), last - datetime.timedelta(days=1)) == 0
    assert found(last + datetime.timedelta(days=1), datetime.date(2026, 12, 31)) == 0


def test_a_file_that_is_being_erased_is_not_counted(desk):
    before = desk.total()
    destroy_dossier_key(dossier=desk.file)
    assert desk.total() == before - 1


@pytest.mark.parametrize("role", [each for each in ROLES if each != "analyst"])
def test_nobody_else_counts(desk, role):
    with pytest.raises(Refused):
        desk.counts(who=(role, "same"))
    with desk.working((role, "same")):
        for function in ("figures_cases", "figures_reports", "figures_guests", "figures_requests"):
            assert told(function, desk.agency, "-infinity", "infinity") == []
        among = [desk.file]
        for function in (
            "identities",
            "accounts",
            "assertions",
            "closures",
            "letters",
            "stays",
            "happened",
            "conditions",
        ):
            assert told(f"figures_{function}", desk.agency, among) == []
        assert told("figures_before_the_law", desk.agency) == []


@pytest.mark.parametrize("relation", ["none", "shut_out", "post_ended", "inactive", "post_later"])
def test_an_analyst_without_a_post_here_counts_nothing(desk, relation):
    with pytest.raises(Refused):
        desk.counts(who=("analyst", relation))
    with desk.working(("analyst", relation)):
        assert told("figures_cases", desk.agency, "-infinity", "infinity") == []
        assert told("figures_identities", desk.agency, [desk.file]) == []


def test_an_analyst_opens_nothing_of_another_agency(desk):
    with desk.working():
        assert told("figures_cases", desk.cast.rows["partner"], "-infinity", "infinity") == []
        assert told("figures_identities", desk.agency, [desk.cast.rows["partner_file"]]) == []


def told(function, *words):
    with connection.cursor() as cursor:
        places = sql.SQL(", ").join([sql.Placeholder()] * len(words))
        cursor.execute(sql.SQL("SELECT * FROM {}({})").format(sql.Identifier(function), places), words)
        return cursor.fetchall()


def test_every_count_is_logged_with_what_was_asked_and_not_what_came_out(desk):
    desk.counts("cases", "sex", "age", kind="labour")
    latest = """
        SELECT user_id, activity, kind, objects_touched, facts, dossier_id, dossier_agency_id
        FROM audit_entry WHERE activity = 'count'
    """
    user, activity, kind, objects, facts, dossier, agency = desk.owner.execute(latest).fetchone()
    assert (user, agency, dossier) == (desk.cast.person(*ANALYST), desk.agency, None)
    assert (activity, kind, objects) == ("count", "cases", ["sex", "age", "kind=labour"])
    assert set(facts) == {"first", "last"}


def test_an_analyst_still_reads_no_file(desk):
    with desk.working():
        for table in SEALED:
            with connection.cursor() as cursor:
                cursor.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table)))
                assert cursor.fetchone()[0] == 0
