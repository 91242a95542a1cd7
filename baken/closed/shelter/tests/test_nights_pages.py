# SPDX-License-Identifier: EUPL-1.2
"""Pages of the nights: who is on, what is not covered; and where else that is said: board, night list, shift, Today."""

import datetime

import pytest
from django.urls import reverse
from django.utils.timezone import make_aware

from baken.accounts.models import User
from baken.closed.shelter.board.reads import board
from baken.closed.shelter.living import shifts
from baken.closed.shelter.nights import reads
from baken.closed.shelter.tests.desk import LEAD, MANAGER, SECOND, WORKER
from baken.closed.shelter.tests.test_nights import ahead, put

PAGE = reverse("shelter_nights")
NOBODY = "niemand heeft dienst"


@pytest.fixture
def client_of(desk, signed_in):
    return lambda who: signed_in(desk.key(who))


def sent(desk, who=SECOND, first=1, last=None, how="awake"):
    return {"worker": desk.key(who), "how": how, "first": ahead(first), "last": ahead(last) if last else ""}


def read(client, address=PAGE):
    return client.get(address).content.decode()


def row_of(client, night, address=PAGE):
    """Return what the page says of one night."""
    return read(client, address).split(f'id="night-{night}"')[1].split("</tr>")[0]


def name(desk, who):
    return str(User.objects.get(pk=desk.key(who)))


def at(monkeypatch, hour):
    """Let it be this hour, on the day it is."""
    moment = make_aware(datetime.datetime.combine(reads.today(), datetime.time(hour, 30)))
    monkeypatch.setattr(reads, "now", lambda: moment)


def test_they_put_on_and_take_off_and_the_page_says_who_is_on(desk, client_of):
    for who in (MANAGER, WORKER):
        client = client_of(who)
        assert client.post(PAGE, sent(desk, SECOND, 1, 2)).url == PAGE
        assert name(desk, SECOND) in row_of(client, ahead(1))
        assert NOBODY in row_of(client, ahead(3))
        with desk.working():
            rows = [night.on[0].pk for night in reads.nights(desk.agency, ahead(1), 2)]
        for each in rows:
            assert client.post(reverse("take_off", args=[each])).url == PAGE
        assert NOBODY in row_of(client, ahead(1))


def test_one_night_is_enough_and_faults_are_said(desk, client_of):
    client = client_of(MANAGER)
    assert client.post(PAGE, sent(desk)).status_code == 302
    assert "al dienst" in client.post(PAGE, sent(desk, first=1, last=3)).content.decode()
    assert client.post(PAGE, sent(desk, LEAD)).context["form"].errors["worker"]
    assert "Kies komende nachten" in client.post(PAGE, sent(desk, WORKER, -3)).content.decode()
    assert NOBODY in row_of(client, ahead(2))


def test_a_night_with_too_few_awake_is_marked_otherwise_than_one_that_nobody_covers(desk, client_of):
    put(desk, how="asleep")
    client = client_of(MANAGER)
    assert "state-watch" in row_of(client, ahead(1))
    assert "0 wakker, minstens 1 nodig" in row_of(client, ahead(1))
    assert "state-danger" in row_of(client, ahead(2))
    put(desk, WORKER)
    assert "state-" not in row_of(client, ahead(1))


def test_other_weeks_are_shown_and_stay_shown_after_a_change(desk, client_of):
    client, later = client_of(MANAGER), ahead(60)
    address = f"{PAGE}?start={later}"
    assert f'id="night-{later}"' not in read(client)
    assert client.post(address, sent(desk, first=60)).url == address
    assert name(desk, SECOND) in row_of(client, later, address)
    found = [NOBODY in read(client, f"{PAGE}?start={wrong}") for wrong in ("x", "0001-01-01", "9999-12-31", "")]
    assert found == [True] * 4


def test_a_night_can_be_chosen_in_its_row_unless_it_is_over(desk, client_of):
    client = client_of(MANAGER)
    link = f"?night={ahead(1)}#put"
    assert link in row_of(client, ahead(1))
    assert f'value="{ahead(1)}"' in read(client, f"{PAGE}?night={ahead(1)}")
    assert "#put" not in row_of(client, ahead(-7), f"{PAGE}?start={ahead(-7)}")


def test_nobody_else_meets_the_pages(desk, client_of):
    (row,) = put(desk)
    for who in (LEAD, ("intake", "same"), ("shelter", "post_ended")):
        assert client_of(who).get(PAGE).status_code == 404
    for who in (LEAD, ("manager", "none"), ("shelter", "none")):
        assert client_of(who).post(reverse("take_off", args=[row.pk])).status_code == 404
    other = client_of(("manager", "none"))
    assert name(desk, SECOND) not in read(other)
    assert NOBODY in row_of(other, ahead(1))
    assert name(desk, SECOND) in row_of(client_of(MANAGER), ahead(1))


def test_board_night_list_and_shift_say_who_is_on_tonight(desk, client_of):
    desk.unit("1")
    put(desk, SECOND, 0, how="phone")
    with desk.working():
        shift = shifts.begin(agency=desk.agency, after=None)
    pages = [reverse("shelter"), reverse("shelter_night"), reverse("shelter_day"), reverse("shift", args=[shift.pk])]
    for page in pages:
        said = read(client_of(WORKER), page)
        assert name(desk, SECOND) in said
        assert "telefonisch bereikbaar" in said
        assert "0 wakker" in said


def test_they_say_so_where_nobody_is_on(desk, client_of):
    client = client_of(WORKER)
    assert [NOBODY in read(client, reverse(page)) for page in ("shelter", "shelter_night", "shelter_day")] == [True] * 3


def test_at_two_in_the_morning_who_is_on_is_who_began_the_evening_before(desk, client_of, monkeypatch):
    at(monkeypatch, 23)
    put(desk, SECOND, 0)
    monkeypatch.setattr(reads, "today", lambda: ahead(1))
    moment = reads.now()
    monkeypatch.setattr(reads, "now", lambda: moment + datetime.timedelta(hours=3))
    with desk.working():
        assert [each.worker_id for each in reads.on_tonight(desk.agency).on] == [desk.key(SECOND)]
        assert reads.on_tonight(desk.agency).removable == []
    monkeypatch.setattr(reads, "now", lambda: moment + datetime.timedelta(hours=10))
    with desk.working():
        assert reads.on_tonight(desk.agency).on == []


def test_the_word_that_the_board_asks_for_changes_with_who_is_on(desk):
    with desk.working():
        before = board().stamp
    (row,) = put(desk)
    with desk.working():
        after = board().stamp
    assert before != after
    assert row.night == ahead(1)


def test_today_names_the_nights_to_staff_to_who_sets_up_the_house_and_to_nobody_else(desk, client_of):
    desk.unit("1")
    put(desk, SECOND, 0, 2)
    put(desk, WORKER, 4, 6)
    put(desk, WORKER, 3, how="phone")
    for who in (MANAGER, WORKER):
        said = read(client_of(who), reverse("today")).split('id="uncovered"')[1].split("</section>")[0]
        assert said.count("<li>") == 1
        assert "0 wakker" in said
    put(desk, SECOND, 3)
    for who in (MANAGER, LEAD):
        assert 'id="uncovered"' not in read(client_of(who), reverse("today"))


def test_today_is_silent_where_there_is_no_house_yet(desk, client_of):
    assert 'id="uncovered"' not in read(client_of(MANAGER), reverse("today"))
    desk.unit("1")
    assert 'id="uncovered"' in read(client_of(MANAGER), reverse("today"))
    assert 'id="uncovered"' not in read(client_of(LEAD), reverse("today"))
