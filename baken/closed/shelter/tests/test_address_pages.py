# SPDX-License-Identifier: EUPL-1.2
"""Pages of where a location is: each says what can be done, and none but the one that opens it says where that is."""

import logging

import pytest
from django.urls import reverse

from baken.closed.access.models import Appointment
from baken.closed.access.staffing import dismiss
from baken.closed.audit.models import Entry
from baken.closed.shelter.tests.desk import MANAGER, OFFICER, SECOND, WORKER
from baken.closed.shelter.tests.sealing import WRONG, built, envelopes, keep, opened, shows
from baken.closed.shelter.whereabouts import reads
from tests.cast import canary

OF_THE_HOUSE = ("shelter", "shelter_night", "shelter_weeks", "shelter_day", "shelter_units", "shelter_occupancy")
FIELD = "id_passphrase"


@pytest.fixture
def where(desk):
    return built(desk)


def page(where, name="location", *more):
    return reverse(name, args=[where, *more])


def read(client, where):
    return client.get(page(where)).content.decode()


def test_it_says_what_can_be_done_before_anything_is_sealed(desk, where, signed_in):
    client = signed_in(desk.key(WORKER))
    assert page(where) in client.get(reverse("shelter_units")).content.decode()
    assert page(where, "keep_address") in read(client, where)
    assert FIELD not in read(client, where)


def test_without_holders_it_says_how_one_becomes_one(desk, where, signed_in, monkeypatch):
    monkeypatch.setattr("baken.closed.access.sealed.public_keys", lambda **_: {})
    for who, how in ((WORKER, "Kies een wachtzin voor de kluis"), (MANAGER, "kiest er een onder Kluis")):
        client = signed_in(desk.key(who))
        for each in ("location", "keep_address"):
            said = client.get(page(where, each)).content.decode()
            assert "Niemand die in dit huis werkt heeft al een wachtzin" in said
            assert how in said


def test_a_holder_is_asked_for_her_passphrase_and_another_is_told_whom_to_ask(desk, where, signed_in):
    envelope = envelopes(desk, keep(desk, where, SECOND))[desk.key(SECOND)]
    said = read(signed_in(desk.key(WORKER)), where)
    assert str(envelope.holder) in said
    assert FIELD not in said
    assert page(where, "withdraw_address", envelope.pk) not in said  # the last who can open it
    assert FIELD in read(signed_in(desk.key(SECOND)), where)


def test_it_says_when_nobody_can_open_it_any_more(desk, where, signed_in):
    keep(desk, where, SECOND)
    with desk.working(OFFICER):
        dismiss(post=Appointment.objects.select_related("user").get(user=desk.key(SECOND)))
    said = read(signed_in(desk.key(WORKER)), where)
    assert "Niemand van het huis kan het nog openen" in said
    assert "werkt hier niet meer" in said


def test_they_seal_withdraw_and_forget(desk, where, signed_in):
    client = signed_in(desk.key(WORKER))
    both = {"text": "Verzonnenstraat 1, Nergenshuizen", "holders": [desk.key(WORKER), desk.key(SECOND)]}
    assert client.post(page(where, "keep_address"), both).url == page(where)
    with desk.working():
        (envelope,) = (each for each in reads.kept(where).envelopes if each.holder_id == desk.key(SECOND))
    assert client.post(page(where, "withdraw_address", envelope.pk)).url == page(where)
    assert FIELD in read(client, where)
    assert client.post(page(where, "forget_address")).url == page(where)
    assert FIELD not in read(client, where)


def test_each_asks_for_the_second_factor_again(desk, where, signed_in):
    envelope = envelopes(desk, keep(desk, where))[desk.key(SECOND)]
    client = signed_in(desk.key(WORKER), fresh=False)
    pages = [page(where, name) for name in ("location", "keep_address", "forget_address")]
    for each in (*pages, page(where, "withdraw_address", envelope.pk)):
        assert client.post(each, {}).url.startswith("/account/confirm/")
    with desk.working():
        assert len(reads.kept(where).envelopes) == 2


def test_many_tries_end_in_a_refusal_even_of_the_right_passphrase(desk, where):
    keep(desk, where)
    tries = [opened(desk, where, word=WRONG).status_code for _ in range(6)]
    assert tries == sorted(tries)
    assert opened(desk, where).status_code == 404


def test_none_but_the_one_that_opens_it_says_where_it_is_and_no_log(desk, where, signed_in, caplog):
    caplog.set_level(logging.DEBUG)
    client = signed_in(desk.key(WORKER))
    sealing = {"text": canary("address"), "holders": [desk.key(WORKER)]}
    answers = [client.post(page(where, "keep_address"), sealing, follow=True), client.get(reverse("today"))]
    answers += [client.get(reverse(each)) for each in OF_THE_HOUSE]
    answers += [client.get(page(where, each)) for each in ("location", "keep_address")]
    assert [(each.status_code, shows(each)) for each in answers] == [(200, False)] * len(answers)
    assert shows(opened(desk, where))
    assert canary("address") not in caplog.text
    with desk.working(OFFICER):
        assert canary("address") not in repr(list(Entry.objects.values()))
