# SPDX-License-Identifier: EUPL-1.2
"""A place on the team gives what it gives from the next request on, and no longer than it lasts."""

import threading

import pytest
from django.db import connections
from django.urls import reverse
from django.utils.timezone import localdate

from baken.closed.access import actions, reads
from baken.closed.access.context import working_as
from baken.closed.access.models import TeamPlace
from baken.closed.access.rules import Refused
from tests.cast import canary


def looks(signed_in, cast, who):
    return signed_in(who).get(reverse("file", args=[cast.files["main"]]))


def test_it_gives_a_colleague_a_place_and_takes_it_away_within_one_request(cast, signed_in):
    colleague, lead = cast.person("therapist", "same"), cast.person("case_manager", "team")
    assert looks(signed_in, cast, colleague).status_code == 404
    client = signed_in(lead)
    page = reverse("team", args=[cast.files["main"]])
    assert client.post(page, {"user": str(colleague)}).status_code == 302
    assert canary("health") in looks(signed_in, cast, colleague).content.decode()
    with working_as(lead):
        place = TeamPlace.objects.get(dossier=cast.files["main"], user=colleague, until=None)
    assert signed_in(lead).post(reverse("end_place", args=[cast.files["main"], place.pk])).status_code == 302
    assert looks(signed_in, cast, colleague).status_code == 404


def test_it_seats_nobody_of_another_agency(cast):
    with pytest.raises(Refused), working_as(cast.person("case_manager", "team")):
        actions.join_team(dossier=cast.files["main"], user=cast.person("therapist", "none"))


@pytest.mark.parametrize("role", ["intake", "shelter", "therapist", "legal_support", "privacy_officer"])
def test_it_lets_only_managers_and_case_managers_change_the_team(cast, role):
    with pytest.raises(Refused), working_as(cast.person(role, "team")):
        actions.join_team(dossier=cast.files["main"], user=cast.person("therapist", "same"))


def test_it_opens_a_file_with_its_opener_on_the_team(cast):
    with working_as(cast.person("intake", "same")) as worker:
        made = actions.open_dossier(agency=cast.rows["agency"])
        assert [place.user_id for place in reads.team(made.pk)] == [worker.user]
        assert made.number.startswith(f"{localdate(made.opened_at):%Y}-")
        again = actions.open_dossier(agency=cast.rows["agency"])
        assert int(again.number[5:]) == int(made.number[5:]) + 1


def test_it_gives_two_who_open_at_once_a_number_each(cast):
    numbers, worker = [], cast.person("intake", "same")

    def open_one():
        try:
            with working_as(worker):
                numbers.append(actions.open_dossier(agency=cast.rows["agency"]).number)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=open_one) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(numbers)) == len(threads)


@pytest.mark.parametrize("role", ["shelter", "therapist", "manager", "administrator"])
def test_it_lets_nobody_else_open_a_file(cast, role):
    with pytest.raises(Refused), working_as(cast.person(role, "same")):
        actions.open_dossier(agency=cast.rows["agency"])


def test_it_opens_no_file_at_another_agency(cast):
    with pytest.raises(Refused), working_as(cast.person("intake", "same")):
        actions.open_dossier(agency=cast.rows["partner"])
