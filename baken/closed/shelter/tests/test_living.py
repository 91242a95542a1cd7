# SPDX-License-Identifier: EUPL-1.2
"""What is agreed with somebody, and who comes to see her: written by the house, read by who may know where she is."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from psycopg.errors import CheckViolation

from baken.closed.access.rules import Refused
from baken.closed.shelter.living import actions, reads
from baken.closed.shelter.living.day import day as today_in_house
from baken.closed.shelter.living.table import table
from baken.closed.shelter.tests.desk import LEAD, MANAGER, SECOND, WORKER, day
from baken.core.clock import now

NOBODY = (LEAD, MANAGER, ("shelter", "none"), ("shelter", "post_ended"), ("intake", "same"))


def agree(file, **changed):
    told = {"kind": "curfew", "words": "Om tien uur binnen", "agreed": "yes", "from_on": day(0), "until_on": None}
    return actions.agree(dossier=file, **(told | changed))


def expect(file, at=None):
    return actions.expect(dossier=file, who="Verzonnen Zus", relation="zus", expected_at=at or now())


def allow(file, visit):
    return actions.decide_visit(dossier=file, visit=visit.pk, allowed=True, why="")


def test_each_line_of_the_table_says_where_it_is_from_and_is_to_be_confirmed():
    lines = (*table().rule, *table().agreement)
    assert {(bool(each.source), each.verify) for each in lines} == {(True, True)}
    assert len({each.key for each in table().rule}) == len(table().rule)


def test_an_agreement_stands_until_it_ends_once_and_is_in_the_log(desk):
    file = desk.asks()
    with desk.working():
        row = agree(file)
        assert (row.written_by_id, reads.living(file).agreed) == (desk.key(WORKER), [row])
    with desk.working(SECOND):
        actions.end_agreement(dossier=file, agreement=row.pk, ending="Niet meer nodig")
        assert [each.ending for each in reads.living(file).agreed_before] == ["Niet meer nodig"]
        with pytest.raises(Refused):
            actions.end_agreement(dossier=file, agreement=row.pk, ending="nog eens")
    assert desk.logged(file, "agreement") == ["C", "U"]


@pytest.mark.parametrize("changed", [{"kind": "x"}, {"agreed": "x"}, {"until_on": day(0)}])
def test_an_agreement_that_says_nothing_is_not_taken(desk, changed):
    file = desk.asks()
    with desk.working(), pytest.raises(ValidationError):
        agree(file, **changed)


def test_nobody_comes_in_before_somebody_allowed_it(desk):
    file = desk.asks()
    with desk.working():
        row = expect(file)
        with pytest.raises(Refused):
            actions.come_in(dossier=file, visit=row.pk)
    with pytest.raises(CheckViolation):
        desk.owner.execute("UPDATE shelter_visit SET in_at = now()")
    with desk.working():
        allow(file, row)
    with desk.working(SECOND):
        assert actions.come_in(dossier=file, visit=row.pk).decided_by_id == desk.key(WORKER)
        with pytest.raises(Refused):
            allow(file, row)
        assert actions.go_out(dossier=file, visit=row.pk).is_over
        with pytest.raises(Refused):
            actions.come_in(dossier=file, visit=row.pk)
    assert desk.logged(file, "visit") == ["C", "U", "U", "U"]


def test_a_visitor_has_a_name_and_a_moment_of_these_days(desk):
    file = desk.asks()
    with desk.working():
        for days in (-8, 400):
            with pytest.raises(ValidationError):
                expect(file, now() + datetime.timedelta(days=days))
        with pytest.raises(ValidationError):
            actions.expect(dossier=file, who=" ", relation="", expected_at=now())


def test_who_is_refused_is_refused_with_a_reason_and_stays_out(desk):
    file = desk.asks()
    with desk.working():
        row, told = expect(file), {"dossier": file, "allowed": False}
        with pytest.raises(ValidationError):
            actions.decide_visit(visit=row.pk, why=" ", **told)
        actions.decide_visit(visit=row.pk, why="Zij wil dat niet", **told)
        for step in (actions.come_in, actions.go_out):
            with pytest.raises(Refused):
                step(dossier=file, visit=row.pk)
        with pytest.raises(Refused):
            allow(file, row)


def test_nobody_writes_it_but_who_works_in_the_shelter_of_the_agency(desk):
    file = desk.asks()
    with desk.working():
        kept, row = agree(file), expect(file)
    for who in NOBODY:
        for write in (
            lambda: agree(file),
            lambda: expect(file),
            lambda: allow(file, row),
            lambda: actions.end_agreement(dossier=file, agreement=kept.pk, ending=""),
        ):
            with pytest.raises(Refused), desk.working(who):
                write()


def test_a_row_of_another_file_is_not_found(desk):
    file, other = desk.asks(), desk.asks()
    with desk.working():
        row = expect(other)
        with pytest.raises(Refused):
            allow(file, row)


def test_the_page_of_the_day_shows_who_is_expected_today_or_still_inside(desk):
    file = desk.asks()
    desk.lives(file, desk.unit("1"))
    with desk.working():
        today, inside = expect(file), expect(file, now() - datetime.timedelta(days=3))
        expect(file, now() + datetime.timedelta(days=2))
        gone = expect(file)
        allow(file, inside)
        actions.come_in(dossier=file, visit=inside.pk)
        actions.decide_visit(dossier=file, visit=gone.pk, allowed=False, why="nee")
        shown = today_in_house().visits
    assert {each.row.pk for each in shown} == {today.pk, inside.pk}
    assert {str(each.who) for each in shown} == {"V.Z. (1)"}


def test_who_is_on_the_team_and_may_know_where_she_is_reads_it_and_sees_no_button(desk, signed_in):
    file = desk.asks()
    with desk.working():
        agree(file)
        expect(file)
    page = signed_in(desk.key(LEAD)).get(reverse("living", args=[file])).content.decode()
    assert "Om tien uur binnen" in page
    assert "Verzonnen Zus" in page
    assert "<button" not in page.split("<main")[1]
    assert reverse("agree", args=[file]) not in page


def test_the_pages_write_down_what_was_filled_in(desk, signed_in):
    file = desk.asks()
    client = signed_in(desk.key(WORKER))
    client.post(reverse("agree", args=[file]), {"kind": "post", "agreed": "no", "from_on": day(0)})
    client.post(reverse("expect", args=[file]), {"who": "Verzonnen Broer", "expected_at": now().isoformat()[:16]})
    with desk.working():
        told = reads.living(file)
    (kept,), (row,) = told.agreed, told.visiting
    assert kept.agreed == "no"
    decide = reverse("decide_visit", args=[file, row.pk])
    assert "Post" in client.get(decide).content.decode()  # what was agreed stands beside it
    assert client.post(decide, {"allowed": "no", "why": ""}).status_code == 200
    client.post(decide, {"allowed": "yes"})
    client.post(reverse("visitor_in", args=[file, row.pk]))
    assert "Verzonnen Broer" in client.get(reverse("shelter_day")).content.decode()
    client.post(reverse("visitor_out", args=[file, row.pk]))
    client.post(reverse("end_agreement", args=[file, kept.pk]), {"ending": "klaar"})
    page = client.get(reverse("living", args=[file])).content.decode()
    assert "klaar" in page
    assert client.get(reverse("house_rules")).status_code == 200
