# SPDX-License-Identifier: EUPL-1.2
"""A place is asked for, screened, refused with a reason and offered elsewhere, until somebody has accepted her."""

import datetime
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError

from baken.closed.access.rules import Refused
from baken.closed.casework.mine import my_open_files
from baken.closed.shelter.asking import actions, known, reads
from baken.closed.shelter.asking.actions import Person, Wish
from baken.closed.shelter.asking.forms import NeedsForm
from baken.closed.shelter.screening import table
from baken.closed.shelter.tests.desk import LEAD, WORKER, day, grown_up
from baken.closed.shelter.waiting import waiting

STRANGERS = [("shelter", "none"), *((role, "same") for role in ("intake", "manager", "privacy_officer", "therapist"))]


def wish(**given):
    told = {"source": "intake", "words": "", "length": "short", "arrive_on": day(0), "leave_on": day(9)}
    return Wish(**{**told, "latest_on": day(9), "sure": "sure", "needs": {}, **given})


def page(desk, file, who=WORKER):
    with desk.working(who):
        return reads.household(file)


def refuse(desk, file, who=WORKER):
    with desk.working(who):
        actions.end(dossier=file, how="refused", why="full", answer="Verzonnen")


def test_who_asks_is_on_the_team_and_who_answers_is_that_or_works_in_the_house(desk):
    file = desk.asks()
    for who in STRANGERS:
        with pytest.raises(Refused), desk.working(who):
            actions.screen(dossier=file, colour="red", found={}, words="")
        with pytest.raises(Refused), desk.working(who):
            reads.household(file)
    with pytest.raises(Refused), desk.working():
        actions.ask(dossier=file, wish=wish(), people=[grown_up()])
    assert page(desk, file).gives
    assert not page(desk, file, LEAD).gives


@pytest.mark.parametrize(
    "given",
    [
        {"leave_on": day(0)},
        {"latest_on": day(1)},
        {"people": []},
        {"people": [Person("V.", "?", None, "adult")]},
        {"people": [Person("V.", "F", None, "")]},
    ],
)
def test_days_out_of_order_and_people_of_whom_nothing_was_chosen_are_refused(desk, given):
    file = desk.asks()
    with desk.working(LEAD):
        actions.end(dossier=file, how="withdrawn", why="", answer="")
    people = given.pop("people", [grown_up()])
    with pytest.raises(ValidationError), desk.working(LEAD):
        actions.ask(dossier=file, wish=wish(**given), people=people)


def test_a_refused_request_stays_theirs_until_another_has_accepted(desk):
    file = desk.asks()
    refuse(desk, file)
    assert page(desk, file).is_nobodys
    with desk.working(LEAD):
        assert [each.pk for each in waiting(my_open_files()).refused] == [file]
        offered = actions.offer_onward(dossier=file, to="Verzonnen opvang", words="")
        actions.answer_onward(dossier=file, onward=offered.pk, how="refused", answer="vol")
    assert page(desk, file).is_nobodys
    with desk.working(LEAD):
        offered = actions.offer_onward(dossier=file, to="Verzonnen andere opvang", words="")
        actions.answer_onward(dossier=file, onward=offered.pk, how="accepted", answer="welkom")
    assert not page(desk, file).is_nobodys
    with desk.working(LEAD):
        assert waiting(my_open_files()).refused == []


def test_nobody_refuses_somebody_who_has_a_unit(desk):
    file = desk.asks()
    desk.gives(file, desk.unit("1"))
    with pytest.raises(ValidationError):
        refuse(desk, file)


def test_a_refusal_has_a_reason(desk):
    file = desk.asks()
    with pytest.raises(ValidationError), desk.working():
        actions.end(dossier=file, how="refused", why="", answer="")


def test_the_last_screening_counts_and_none_counts_as_red(desk):
    file = desk.asks(colour="green")
    with desk.working():
        actions.screen(dossier=file, colour="orange", found={"against": ["violence"]}, words="")
    found = page(desk, file)
    assert (found.screening.colour, len(found.screenings)) == ("orange", 2)
    desk.owner.execute("DELETE FROM shelter_screening")
    assert page(desk, file).party.colour == "red"


def test_what_is_changed_leaves_what_was_not_asked(desk):
    file = desk.asks(avoid=["x"])
    with desk.working(LEAD):
        before = actions.open_request(file)
        needs = {**before.needs, "step_free": True}
        actions.change(dossier=file, wish=wish(needs=needs, leave_on=day(20), latest_on=day(20)))
    request = page(desk, file).request
    assert (request.needs, request.leave_on) == ({"avoid": ["x"], "step_free": True}, day(20))


def test_whom_she_fears_stays_on_the_list_while_that_one_is_not_in_the_house():
    told = {"arrive_on": day(0), "leave_on": day(9), "sure": "sure", "avoid": ["there"]}
    form = NeedsForm(told, others=[("there", "V."), ("other", "W.")])
    assert form.is_valid()
    before = SimpleNamespace(needs={"avoid": ["gone", "other"]})
    assert form.needs(before)["avoid"] == ["gone", "there"]


@pytest.mark.parametrize("born", [day(1), datetime.date(1899, 1, 1)])
def test_nobody_is_born_on_a_day_that_cannot_be(desk, born):
    file = desk.asks()
    with desk.working(), pytest.raises(ValidationError):
        actions.tell_people(dossier=file, people=[Person("V.", "F", born)])


@pytest.mark.parametrize(
    ("gender", "born", "adult", "told"),
    [
        ("Feminine", None, True, {"initials": "V.E.", "sex": "F", "born": None, "age": "adult"}),
        ("NonConforming", None, False, {"initials": "V.E.", "sex": "", "born": None, "age": ""}),
        ("Masculine", datetime.date(2010, 1, 5), False,
         {"initials": "V.E.", "sex": "M", "born": datetime.date(2010, 1, 5), "age": ""}),
    ],
)  # fmt: skip
def test_what_a_file_knows_is_not_typed_again(gender, born, adult, told):
    identity = SimpleNamespace(name="Verzonnen eén", gender=gender, born=born)
    assert known.told(SimpleNamespace(identity=identity, is_surely_adult=adult)) == told


def test_each_line_of_the_table_has_its_words_and_a_source():
    lines = [*table().criterion, *table().against, *table().colour, *table().missing]
    assert len(lines) > 12
    assert all(each.source and each.nl and each.en for each in lines)
    assert all(each.measures_nl and each.measures_en for each in table().colour)
    assert all(each.then_nl and each.then_en for each in table().against)
    assert [each.key for each in table().colour] == ["green", "orange", "red"]
