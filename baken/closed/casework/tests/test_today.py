# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.urls import reverse

from baken.accounts.models import User

pytestmark = pytest.mark.django_db


def test_it_shows_a_worker_an_empty_day(client):
    client.force_login(User.objects.create_user("testpersoon.a@example.org", "verzonnen wachtzin van een test"))
    answer = client.get(reverse("today"))
    assert answer.status_code == 200
    assert "casework/today.html" in [template.name for template in answer.templates]


def test_it_sends_a_stranger_away(client):
    assert client.get(reverse("today")).url == "/sign-in/?next=/"
