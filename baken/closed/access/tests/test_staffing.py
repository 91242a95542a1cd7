# SPDX-License-Identifier: EUPL-1.2
"""People come in by two, go out by one, and an agency is shut out at once."""

import pytest
from django.db.utils import ProgrammingError
from django.urls import reverse

from baken.accounts.models import User
from baken.closed.access import staffing
from baken.closed.access.context import working_as
from baken.closed.access.models import Agency, Appointment, Invitation
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
