# SPDX-License-Identifier: EUPL-1.2
"""Today shows what waits for whoever signs in, and nothing to a stranger."""

import pytest
from django.urls import reverse

from baken.accounts.tests.people import person, sign_in


@pytest.mark.django_db
def test_it_shows_a_worker_an_empty_day(client):
    answer = sign_in(client, person()).get(reverse("today"), HTTP_ACCEPT_LANGUAGE="en")
    assert answer.status_code == 200
    assert "Nothing is waiting for you." in answer.content.decode()


@pytest.mark.django_db
def test_it_sends_a_stranger_away(client):
    assert client.get(reverse("today")).url == "/sign-in/?next=/"


def test_it_shows_who_oversees_what_waits_for_a_review(cast, signed_in):
    answer = signed_in(cast.person("privacy_officer", "same")).get(reverse("today"))
    assert "Verzonnen nood" in answer.content.decode()
    answer = signed_in(cast.person("case_manager", "team")).get(reverse("today"))
    assert "Verzonnen nood" not in answer.content.decode()
