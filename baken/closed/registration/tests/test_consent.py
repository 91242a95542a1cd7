# SPDX-License-Identifier: EUPL-1.2
"""What is written down of a yes or a no, by whom, and what it comes to; registering without consent."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from baken.closed.access.rules import Refused
from baken.closed.audit.models import Entry
from baken.closed.casework.models import Guardian
from baken.closed.casework.person import actions as people
from baken.closed.registration import actions, reads
from baken.closed.registration.rules import Basis, Purpose, State, What
from baken.closed.registration.tests.desk import ENGLISH, INTAKE, LEAD, MANAGER, OFFICER, STRANGER, THERAPIST, day


@pytest.mark.parametrize("who", [THERAPIST, STRANGER, OFFICER, ("legal_support", "team"), ("case_manager", "consent")])
def test_only_who_talks_with_her_on_the_team_writes_it_down(desk, who):
    with pytest.raises(Refused):
        desk.say(who=who)
    desk.say(who=INTAKE)
    assert desk.logged("word") == ["create"]


def test_at_fourteen_both_decide_and_one_of_them_stops_it(desk):
    desk.aged(14, 14)
    desk.say()
    assert (desk.state(), desk.basis()) == (State.PARTLY, None)
    desk.say(by="authority")
    assert (desk.state(), desk.basis()) == (State.GIVEN, Basis.CONSENT)
    assert desk.state(Purpose.SHELTER) == State.NOT_ASKED
    desk.say(What.WITHDRAWN, by="authority", how="spoken")
    assert (desk.state(), desk.basis()) == (State.WITHDRAWN, None)


def test_under_twelve_her_own_yes_is_not_enough_and_at_sixteen_anothers_is_not(desk):
    desk.aged(11, 11)
    desk.say()
    assert desk.basis() is None
    desk.say(by="authority")
    assert desk.basis() == Basis.CONSENT
    desk.aged(16, 16)
    assert desk.basis() == Basis.CONSENT
    desk.say(What.WITHDRAWN)
    assert desk.basis() is None


def test_when_nobody_knows_her_age_both_decide_and_the_page_says_so(desk, signed_in):
    desk.aged(None, None)
    desk.say()
    assert desk.state() == State.PARTLY
    client, address = signed_in(desk.cast.person(*LEAD)), reverse("registration", args=[desk.file])
    assert "Her age is not sure" in client.get(address, headers={"accept-language": "en"}).content.decode()


def test_a_guardian_whose_authority_ended_does_not_hide_that_nobody_has_it(desk):
    desk.aged(14, 14)
    told = {"dossier": desk.file, "kind": "nidos", "name": "Verzonnen Voogd", "phone": "", "since": None}
    with desk.working():
        for each in Guardian.objects.filter(struck_at=None):
            people.strike_guardian(dossier=desk.file, guardian=each.pk)
        people.write_guardian(**told, until=day(-1))
    assert desk.read().lacks_authority
    with desk.working():
        people.write_guardian(**told, until=day())
    assert not desk.read().lacks_authority
    desk.aged(16, 16)
    assert not desk.read().lacks_authority


@pytest.mark.parametrize(
    "wrong", [{"on": day(1)}, {"by": "nobody"}, {"how": "hum"}, {"how": "spoken"}, {"how": "spoken", "witness": " "}]
)
def test_a_yes_has_a_day_that_came_and_somebody_who_heard_it(desk, wrong):
    with pytest.raises(ValidationError):
        desk.say(**wrong)
    desk.say(What.WITHDRAWN, how="spoken")


def test_what_is_struck_out_stays_and_counts_no_more(desk):
    desk.aged(20, 20)
    word = desk.say(how="spoken", witness="Verzonnen Getuige", words="Verzonnen woorden")
    with pytest.raises(Refused), desk.working(THERAPIST):
        actions.strike_word(dossier=desk.file, word=word.pk)
    with desk.working():
        actions.strike_word(dossier=desk.file, word=word.pk)
    found = desk.read()
    assert [each.struck_at is not None for each in found.words] == [True]
    assert found.standings[Purpose.REGISTRATION].state == State.NOT_ASKED


@pytest.mark.parametrize("no", [What.REFUSED, What.WITHDRAWN])
def test_striking_a_no_out_does_not_make_an_older_yes_stand_again(desk, signed_in, no):
    desk.aged(20, 20)
    desk.say(on=day(-1))
    word = desk.say(no)
    client, address = signed_in(desk.cast.person(*LEAD)), reverse("registration", args=[desk.file])
    assert client.post(reverse("strike_word", args=[desk.file, word.pk])).status_code == 302
    assert (desk.state(), desk.basis()) == (State.NOT_ASKED, None)
    assert "An older yes does not stand again by that" in client.get(address, headers=ENGLISH).content.decode()
    with desk.working(OFFICER):
        assert (
            Entry.objects.filter(kind="word", facts={"change": "struck"}, objects_touched=[str(word.pk)]).count() == 1
        )
    desk.say()
    assert desk.basis() == Basis.CONSENT


def test_striking_a_word_out_does_not_make_an_override_stand_again(desk):
    desk.aged(20, 20)
    desk.decide(desk.ask_override())
    word = desk.say(What.REFUSED)
    with desk.working():
        actions.strike_word(dossier=desk.file, word=word.pk)
    assert desk.basis() is None


def test_without_consent_two_people_with_advice_register_and_never_ask_for_a_place(desk):
    desk.aged(20, 20)
    desk.say(What.REFUSED)
    asked = desk.ask_override()
    assert desk.basis() is None
    desk.decide(asked)
    assert (desk.state(), desk.basis()) == (State.REFUSED, Basis.OVERRIDE)
    assert desk.basis(Purpose.SHELTER) is None
    desk.say(What.REFUSED)
    assert desk.basis() is None
    assert [each.approved for each in desk.read().overrides] == [True]
    assert desk.logged("override") == ["create", "update"]


def test_a_no_that_was_said_while_it_was_decided_counts(desk):
    desk.aged(20, 20)
    asked = desk.ask_override()
    desk.say(What.REFUSED)
    desk.decide(asked)
    assert (desk.state(), desk.basis()) == (State.REFUSED, None)


@pytest.mark.parametrize("who", [LEAD, INTAKE, STRANGER, ("administrator", "same"), ("manager", "none")])
def test_only_who_oversees_the_agency_decides(desk, who):
    asked = desk.ask_override()
    with pytest.raises(Refused):
        desk.decide(asked, who)
    desk.decide(asked, MANAGER, approve=False)
    with pytest.raises(Refused):
        desk.decide(asked, OFFICER)
    assert desk.basis() is None


@pytest.mark.parametrize("who", [MANAGER, OFFICER, THERAPIST, STRANGER])
def test_only_who_talks_with_her_asks_for_it(desk, who):
    with pytest.raises(Refused):
        desk.ask_override(who)


def test_who_decides_sees_the_reason_and_no_more(desk, signed_in):
    asked = desk.ask_override()
    client = signed_in(desk.cast.person(*MANAGER))
    page = client.get(reverse("override", args=[desk.file])).content.decode()
    assert "Verzonnen reden" in page
    assert "Verzonnen Adviseur" in page
    assert client.get(reverse("registration", args=[desk.file])).status_code == 404
    with desk.working(MANAGER):
        assert [each.pk for each in reads.overrides_to_decide()] == [asked.pk]
    sent = client.post(reverse("decide_override", args=[desk.file, asked.pk]), {"decision": "approve"})
    assert sent.status_code == 302
    assert desk.basis() == Basis.OVERRIDE
    with desk.working(MANAGER):
        assert reads.overrides_to_decide() == []


def test_her_yes_and_what_goes_on_it_ask_the_second_factor_again(desk, signed_in):
    desk.aged(20, 20)
    word, version = desk.say(), desk.fix()
    client = signed_in(desk.cast.person(*LEAD), fresh=False)
    assert client.get(reverse("word", args=[desk.file])).status_code == 200
    posted = [("word", []), ("strike_word", [word.pk]), ("ask_override", []), ("take_sheet", [version.pk])]
    for name, more in posted:
        answer = client.post(reverse(name, args=[desk.file, *more]), {"form": "json"})
        assert answer.url.startswith("/account/confirm/"), name
    assert client.get(reverse("ask_override", args=[desk.file])).url.startswith("/account/confirm/")
    assert desk.logged("version") == ["create"]


def test_deciding_asks_the_second_factor_again(desk, signed_in):
    asked = desk.ask_override()
    client = signed_in(desk.cast.person(*MANAGER), fresh=False)
    answer = client.post(reverse("decide_override", args=[desk.file, asked.pk]), {"decision": "approve"})
    assert answer.url.startswith("/account/confirm/")
    assert desk.basis() is None


def test_the_form_writes_it_down_and_asks_for_a_witness(desk, signed_in):
    client, address = signed_in(desk.cast.person(*INTAKE)), reverse("word", args=[desk.file])
    told = {"purpose": "shelter", "what": "given", "on": day().isoformat(), "by": "both", "how": "spoken"}
    assert client.post(address, told).status_code == 200
    assert client.post(address, told | {"witness": "Verzonnen Getuige"}).status_code == 302
    assert desk.basis(Purpose.SHELTER) == Basis.CONSENT
    assert desk.basis() is None
