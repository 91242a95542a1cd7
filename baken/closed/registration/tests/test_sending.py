# SPDX-License-Identifier: EUPL-1.2
"""What was sent and what came back, how far each purpose is, and what today's page says of it."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from baken.closed.access.rules import Refused
from baken.closed.audit.models import Entry
from baken.closed.casework.mine import my_open_files
from baken.closed.registration import sending, waiting
from baken.closed.registration.models import Exchange
from baken.closed.registration.progress import Done, Made, Progress, Reply, Stage, is_late, progress
from baken.closed.registration.rules import Basis, Purpose, Standing, State, What
from baken.closed.registration.tests.desk import ENGLISH, INTAKE, LEAD, OFFICER, STRANGER, THERAPIST, day

BOTH = frozenset({"registration", "shelter"})
FIRST, SECOND = Made(1, datetime.date(2026, 3, 1), BOTH), Made(2, datetime.date(2026, 3, 9), frozenset({"shelter"}))
YES = Standing(State.GIVEN, Basis.CONSENT, datetime.date(2026, 3, 1))
NO = Standing(State.WITHDRAWN)


def done(on, reply=None, version=FIRST, *, is_taken=False):
    moment = datetime.datetime(2026, 3, on, tzinfo=datetime.UTC)
    return Done(version, moment.date(), moment, reply, is_taken)


TAKEN = done(2, is_taken=True)


@pytest.mark.parametrize(
    ("purpose", "standing", "steps", "stage"),
    [
        (Purpose.REGISTRATION, NO, [], Stage.NOTHING),
        (Purpose.REGISTRATION, YES, [], Stage.UNSENT),
        (Purpose.REGISTRATION, YES, [done(2)], Stage.WAITING),
        (Purpose.SHELTER, YES, [done(2)], Stage.NEWER),
        (Purpose.SHELTER, YES, [done(9, version=SECOND)], Stage.WAITING),
        (Purpose.REGISTRATION, YES, [done(9, version=SECOND)], Stage.UNSENT),
        (Purpose.REGISTRATION, YES, [done(2), done(3, Reply.RECEIVED)], Stage.ANSWERED),
        (Purpose.REGISTRATION, YES, [done(2), done(3, Reply.OFFERED)], Stage.WAITING),
        (Purpose.REGISTRATION, YES, [done(2), done(3, Reply.ASKS)], Stage.WAITING),
        (Purpose.SHELTER, YES, [done(9, version=SECOND), done(9, Reply.NO_PLACE, SECOND)], Stage.WAITING),
        (Purpose.SHELTER, YES, [done(9, version=SECOND), done(10, Reply.NO_PLACE, SECOND)], Stage.ANSWERED),
        (Purpose.REGISTRATION, NO, [done(2)], Stage.STOPPED),
        (Purpose.REGISTRATION, NO, [done(2), done(3, Reply.TOLD_SHELTER)], Stage.STOPPED),
        (Purpose.REGISTRATION, NO, [done(2), done(3, Reply.TOLD_REGISTRATION)], Stage.TOLD),
        (Purpose.REGISTRATION, YES, [done(2), done(3, Reply.TOLD_REGISTRATION)], Stage.UNSENT),
        (Purpose.REGISTRATION, YES, [TAKEN], Stage.UNSENT),
        (Purpose.REGISTRATION, NO, [TAKEN], Stage.STOPPED),
        (Purpose.REGISTRATION, NO, [done(9, version=SECOND, is_taken=True)], Stage.NOTHING),
        (Purpose.REGISTRATION, NO, [TAKEN, done(3, Reply.TOLD_REGISTRATION)], Stage.TOLD),
        (Purpose.REGISTRATION, NO, [TAKEN, done(3, Reply.NOT_SENT)], Stage.NOTHING),
        (Purpose.REGISTRATION, NO, [TAKEN, done(3, Reply.NOT_SENT), done(4, is_taken=True)], Stage.STOPPED),
        (Purpose.SHELTER, NO, [TAKEN, done(9, Reply.NOT_SENT, SECOND)], Stage.STOPPED),
        (Purpose.REGISTRATION, YES, [done(2), done(3, Reply.TOLD_REGISTRATION), done(4)], Stage.WAITING),
    ],
)
def test_how_far_it_is_says_who_has_the_next_step(purpose, standing, steps, stage):
    assert progress(purpose, standing, [FIRST, SECOND], steps).stage == stage


@pytest.mark.parametrize(
    ("purpose", "stage", "days", "late"),
    [
        (Purpose.REGISTRATION, Stage.UNSENT, 5, False),
        (Purpose.REGISTRATION, Stage.UNSENT, 6, True),
        (Purpose.SHELTER, Stage.UNSENT, 2, True),
        (Purpose.SHELTER, Stage.NEWER, 2, True),
        (Purpose.SHELTER, Stage.WAITING, 90, False),
        (Purpose.SHELTER, Stage.STOPPED, 0, True),
    ],
)
def test_each_purpose_has_its_term_and_a_yes_taken_back_has_none(purpose, stage, days, late):
    assert is_late(purpose, Progress(stage, day(-days)), day()) is late


def test_it_is_sent_answered_and_taken_back(desk):
    desk.aged(20, 20)
    desk.say()
    version = desk.fix()
    assert desk.progress() == Progress(Stage.UNSENT, day())
    with pytest.raises(Refused):
        desk.answer(version, Reply.RECEIVED)
    exchange = desk.send(version)
    assert (desk.progress().stage, desk.progress().version) == (Stage.WAITING, 1)
    desk.answer(version, Reply.RECEIVED)
    assert (desk.progress().stage, desk.progress().reply) == (Stage.ANSWERED, Reply.RECEIVED)
    desk.fix()
    assert (desk.progress().stage, desk.progress().version) == (Stage.NEWER, 2)
    desk.say(What.WITHDRAWN)
    assert desk.progress().stage == Stage.STOPPED
    desk.answer(version, Reply.TOLD_REGISTRATION)
    assert desk.progress().stage == Stage.TOLD
    with desk.working():
        sending.strike_exchange(dossier=desk.file, exchange=exchange.pk)
    with pytest.raises(Refused), desk.working():
        sending.strike_exchange(dossier=desk.file, exchange=exchange.pk)


@pytest.mark.parametrize("who", [THERAPIST, STRANGER])
def test_only_who_registers_says_that_it_was_sent(desk, who):
    desk.aged(20, 20)
    desk.say()
    version = desk.fix()
    with pytest.raises(Refused):
        desk.send(version, who=who)
    desk.send(version, who=INTAKE)


def test_what_went_on_a_day_without_a_yes_is_not_made_good_by_a_later_one(desk, signed_in):
    desk.aged(20, 20)
    version = desk.fix()
    desk.fixed_earlier(version, 3)
    desk.say()
    with pytest.raises(ValidationError):
        desk.send(version, day(-2))
    with pytest.raises(ValidationError):
        desk.send(version, day(1))
    client, address = signed_in(desk.cast.person(*LEAD)), reverse("send_sheet", args=[desk.file, version.pk])
    told = {"on": day(-2).isoformat(), "what": "mail", "to": "CoMensha"}
    assert client.post(address, told).context["form"].errors["on"]
    # Sent while the yes stood, and written down after it was taken back.
    desk.say(on=day(-3))
    desk.say(What.WITHDRAWN)
    assert client.post(address, told).status_code == 302
    assert desk.progress().stage == Stage.STOPPED


def test_what_was_taken_out_before_the_yes_was_taken_back_is_something_to_tell_today(desk, signed_in):
    desk.aged(20, 20)
    desk.say()
    version = desk.fix()
    desk.take(version)
    desk.say(What.WITHDRAWN)
    assert desk.progress() == Progress(Stage.STOPPED, day(), 1, may_have_gone=True)
    client = signed_in(desk.cast.person(*LEAD))
    for name, words in (("today", "was it sent? Then tell them today"), ("registration", "Was it sent?")):
        address = reverse(name, args=[desk.file] if name == "registration" else [])
        assert words in client.get(address, headers=ENGLISH).content.decode()
    with pytest.raises(ValidationError):
        desk.answer(version, Reply.RECEIVED)
    # It went this morning, and that is written down after she took her yes back.
    desk.send(version)
    assert desk.progress() == Progress(Stage.STOPPED, day(), 1)
    with pytest.raises(ValidationError):
        desk.answer(version, Reply.NOT_SENT)
    desk.answer(version, Reply.TOLD_REGISTRATION)
    assert desk.progress().stage == Stage.TOLD


def test_what_was_taken_out_and_not_sent_ends_the_alarm(desk):
    desk.aged(20, 20)
    desk.say()
    version = desk.fix()
    desk.take(version)
    desk.say(What.WITHDRAWN)
    desk.answer(version, Reply.NOT_SENT)
    assert desk.progress().stage == Stage.NOTHING


def test_comensha_is_told_that_a_yes_was_taken_back_when_it_was(desk):
    desk.aged(20, 20)
    version = desk.fix()
    desk.fixed_earlier(version, 4)
    desk.say(on=day(-4))
    desk.send(version, day(-4))
    for on in (day(-2), day()):
        with pytest.raises(ValidationError):
            desk.answer(version, Reply.TOLD_REGISTRATION, on)
    desk.say(What.WITHDRAWN, on=day(-1))
    with pytest.raises(ValidationError):
        desk.answer(version, Reply.TOLD_REGISTRATION, day(-2))
    desk.answer(version, Reply.TOLD_REGISTRATION, day(-1))
    assert desk.progress().stage == Stage.TOLD


def test_the_day_on_which_a_yes_is_taken_back_had_a_yes_till_then(desk):
    desk.aged(20, 20)
    version = desk.fix()
    desk.fixed_earlier(version, 4)
    desk.say(on=day(-4))
    desk.say(What.WITHDRAWN, on=day(-2))
    with pytest.raises(ValidationError):
        desk.send(version, day(-1))
    desk.send(version, day(-2))
    assert desk.progress().stage == Stage.STOPPED


def test_that_it_was_taken_out_cannot_be_struck_out(desk):
    desk.aged(20, 20)
    desk.say()
    desk.take(desk.fix())
    with desk.working(), pytest.raises(Refused):
        sending.strike_exchange(dossier=desk.file, exchange=Exchange.objects.get(kind="taken").pk)


def test_today_shows_what_should_have_gone_to_who_registers(desk, signed_in):
    desk.aged(20, 20)
    desk.say(on=day(-6))
    desk.say(purpose=Purpose.SHELTER, on=day(-1))
    for who, wanted in ((LEAD, [("registration", 6)]), (THERAPIST, []), (STRANGER, [])):
        with desk.working(who):
            assert [(each.found.purpose, each.found.days) for each in waiting.my_unsent(my_open_files())] == wanted
    page = signed_in(desk.cast.person(*LEAD)).get(reverse("today"), headers=ENGLISH)
    assert "not sent yet, for 6 days" in page.content.decode()
    desk.send(desk.fix())
    with desk.working():
        assert not waiting.my_unsent(my_open_files())


def test_today_logs_that_ages_were_read(desk):
    desk.say(on=day(-6))
    desk.aged(20, 20)
    with desk.working():
        waiting.my_unsent(my_open_files())
    with desk.working(OFFICER):
        listed = Entry.objects.filter(activity="list", kind="age", part="identity")
        assert listed.order_by("-at")[0].objects_touched == [str(desk.file)]


def test_the_page_says_in_words_how_far_it_is(desk, signed_in):
    desk.aged(20, 20)
    desk.say(on=day(-3))
    client, address = signed_in(desk.cast.person(*LEAD)), reverse("registration", args=[desk.file])
    assert "Not sent yet, for 3 days." in client.get(address, headers=ENGLISH).content.decode()
    version = desk.fix()
    desk.send(version)
    answered = reverse("answer_sheet", args=[desk.file, version.pk])
    assert client.post(answered, {"what": "received", "on": day(), "number": "Verzonnen 7"}).status_code == 302
    page = client.get(address, headers=ENGLISH).content.decode()
    assert "Verzonnen 7" in page
    assert "It is about version 1." in page
