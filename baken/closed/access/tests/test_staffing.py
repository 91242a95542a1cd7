# SPDX-License-Identifier: EUPL-1.2
"""People come in by two, go out by one, and an agency is shut out at once."""

import pytest
from django.db.utils import ProgrammingError
from django.urls import reverse

from baken.accounts.models import User
from baken.closed.access import staffing
from baken.closed.access.context import working_as
from baken.closed.access.models import Agency, Appointment, Invitation, TeamPlace
from baken.closed.access.parts import Role
from baken.closed.access.rules import Refused

EMAIL = "nieuwe.collega@example.org"


def ask(cast, role="manager"):
    with working_as(cast.person(role, "same")):
        return staffing.ask_in(agency=cast.rows["agency"], email=EMAIL, role=Role.INTAKE)


def test_it_takes_two_people_to_let_somebody_in(cast):
    asked = ask(cast)
    with pytest.raises(Refused), working_as(cast.person("manager", "same")):
        staffing.let_in(invitation=Invitation.objects.get(pk=asked.pk))
    with working_as(cast.person("privacy_officer", "same")):
        link = staffing.let_in(invitation=Invitation.objects.get(pk=asked.pk))
    assert link.startswith("/welcome/")
    user = User.objects.get(email=EMAIL)
    assert not user.has_usable_password()
    with working_as(user.pk) as worker:
        assert worker.roles == ("intake",)


@pytest.mark.parametrize("role", ["privacy_officer", "case_manager", "administrator"])
def test_it_lets_only_a_manager_ask(cast, role):
    with pytest.raises(Refused):
        ask(cast, role)


def test_it_lets_nobody_decide_at_another_agency(cast):
    asked = ask(cast)
    with working_as(cast.person("privacy_officer", "none")):
        assert not Invitation.objects.filter(pk=asked.pk).exists()


def test_it_lets_nobody_give_herself_a_role_in_plain_sql(cast):
    manager = cast.person("manager", "same")
    with pytest.raises(ProgrammingError, match="row-level security"), working_as(manager):
        Appointment.objects.create(user_id=manager, agency_id=cast.rows["agency"], role="case_manager")


def test_it_ends_a_role_and_the_sessions_with_it(cast, signed_in, client):
    gone = cast.person("case_manager", "team")
    file = reverse("file", args=[cast.files["main"]])
    assert signed_in(gone).get(file).status_code == 200
    with working_as(cast.person("manager", "same")):
        staffing.dismiss(post=Appointment.objects.select_related("user").get(user=gone))
    assert client.get(file).url.startswith("/sign-in/")
    assert signed_in(gone).get(file).status_code == 404


def test_it_shuts_an_agency_out_within_one_request_and_lets_it_in_again(cast, signed_in, client):
    partner = cast.person("therapist", "consent")
    file = reverse("file", args=[cast.files["main"]])
    assert signed_in(partner).get(file).status_code == 200
    with working_as(cast.person("manager", "same")):
        agency = Agency.objects.get(name="Verzonnen partner consent")
        staffing.shut_out(agency=agency)
    assert client.get(file).url.startswith("/sign-in/")
    assert signed_in(partner).get(file).status_code == 404
    with working_as(cast.person("privacy_officer", "same")):
        staffing.readmit(agency=Agency.objects.get(pk=agency.pk))
    assert signed_in(partner).get(file).status_code == 200


def test_it_lets_a_partner_switch_nobody_but_itself(cast):
    with working_as(cast.person("manager", "none")):
        staffing.shut_out(agency=Agency.objects.get(pk=cast.rows["partner"]))
    with pytest.raises(Refused), working_as(cast.person("manager", "consent")):
        staffing.shut_out(agency=Agency.objects.get(pk=cast.rows["agency"]))


def test_it_starts_an_account_anew_by_two_people(cast):
    lost = cast.person("case_manager", "same")
    with working_as(cast.person("manager", "same")):
        asked = staffing.ask_reset(post=Appointment.objects.get(user=lost))
    with pytest.raises(Refused), working_as(cast.person("manager", "same")):
        staffing.approve_reset(reset=asked)
    with working_as(cast.person("privacy_officer", "same")):
        assert staffing.approve_reset(reset=asked).startswith("/welcome/")


def test_it_gives_no_link_to_an_account_that_another_agency_waits_for(cast):
    """Or two people of one agency could take over somebody whom another asked in."""
    waited_for = User.objects.get(pk=cast.person("intake", "none"))
    assert not waited_for.has_usable_password()
    with working_as(cast.person("manager", "same")):
        asked = staffing.ask_in(agency=cast.rows["agency"], email=waited_for.email, role=Role.SHELTER)
    with working_as(cast.person("privacy_officer", "same")):
        assert staffing.let_in(invitation=Invitation.objects.get(pk=asked.pk)) is None
        assert Appointment.objects.filter(user=waited_for, agency=cast.rows["agency"], role="shelter").exists()


def test_it_gives_an_account_with_a_password_another_role_and_no_link(cast):
    known = User.objects.get(pk=cast.person("intake", "same"))
    known.set_password("verzonnen wachtzin van een test")
    known.save()
    with working_as(cast.person("manager", "same")):
        asked = staffing.ask_in(agency=cast.rows["agency"], email=known.email, role=Role.SHELTER)
    with working_as(cast.person("privacy_officer", "same")):
        assert staffing.let_in(invitation=Invitation.objects.get(pk=asked.pk)) is None
    with working_as(known.pk) as worker:
        assert set(worker.roles) == {"intake", "shelter"}


@pytest.mark.parametrize(("asker", "agency", "allowed"), [("none", "partner", False), ("same", "agency", True)])
def test_only_the_centre_starts_an_account_anew_that_works_elsewhere_too(cast, asker, agency, allowed):
    lost = cast.person("intake", "two_posts")
    with working_as(cast.person("manager", asker)):
        post = Appointment.objects.get(user=lost, agency=cast.rows[agency])
        if allowed:
            assert staffing.ask_reset(post=post).user_id == lost
        else:
            with pytest.raises(Refused, match="another agency"):
                staffing.ask_reset(post=post)


def test_a_former_employer_starts_no_account_anew(cast):
    with working_as(cast.person("manager", "same")):
        post = Appointment.objects.get(user=cast.person("intake", "post_ended"))
        with pytest.raises(Refused):
            staffing.ask_reset(post=post)


def test_what_two_decide_at_once_is_decided_once(cast):
    asked = ask(cast)
    with working_as(cast.person("privacy_officer", "same")):
        stale = Invitation.objects.get(pk=asked.pk)
        staffing.let_in(invitation=Invitation.objects.get(pk=asked.pk))
    with pytest.raises(Refused), working_as(cast.person("privacy_officer", "ex_team")):
        staffing.turn_away(invitation=stale)


def test_her_last_role_takes_her_places_in_teams_along(cast):
    gone = cast.person("case_manager", "team")
    with working_as(cast.person("manager", "same")):
        staffing.dismiss(post=Appointment.objects.select_related("user").get(user=gone))
        assert not TeamPlace.objects.filter(user=gone, until=None).exists()


def test_letting_in_asks_for_the_second_factor_again(cast, signed_in):
    asked = ask(cast)
    client = signed_in(cast.person("privacy_officer", "same"), fresh=False)
    answer = client.post(reverse("decide", args=[asked.pk]), {"decision": "approve"})
    assert answer.url.startswith("/account/confirm/")
    assert not User.objects.filter(email=EMAIL).exists()


def test_a_word_that_is_neither_yes_nor_no_turns_nobody_away(cast, signed_in):
    asked = ask(cast)
    client, decide = signed_in(cast.person("privacy_officer", "same")), reverse("decide", args=[asked.pk])
    for given in ({}, {"decision": ""}, {"decision": "maybe"}):
        assert client.post(decide, given).status_code == 400
        with working_as(cast.person("privacy_officer", "same")):
            assert Invitation.objects.get(pk=asked.pk).decided_at is None
    assert client.post(decide, {"decision": "decline"}).url == reverse("people")
    with working_as(cast.person("privacy_officer", "same")):
        assert Invitation.objects.get(pk=asked.pk).approved is False


def test_who_shuts_her_own_agency_out_is_out_with_it(cast, signed_in):
    client = signed_in(cast.person("manager", "none"))
    answer = client.post(reverse("switch", args=[cast.rows["partner"]]), {"to": "shut"}, follow=True)
    assert answer.redirect_chain[-1][0].startswith("/sign-in/")
    assert answer.status_code == 200
