# SPDX-License-Identifier: EUPL-1.2
"""Consent opens what was consented to, for that agency and purpose, until it ends or is taken back."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from baken.closed.access import actions
from baken.closed.access.context import working_as
from baken.closed.access.models import Consent
from baken.closed.access.rules import Refused
from baken.core.clock import now, today
from tests.cast import canary

DAY = datetime.timedelta(days=1)


def give(cast, **changed):
    words = {"agency": cast.rows["partner"], "parts": ["cover", "health"], "purpose": "treatment", "until": now() + DAY}
    return actions.give_consent(dossier=cast.files["main"], **(words | changed))


def sees(signed_in, cast, role):
    return signed_in(cast.person(role, "none")).get(reverse("file", args=[cast.files["main"]]))


def test_it_opens_the_consented_parts_to_the_consented_agency_and_purpose(cast, signed_in):
    assert sees(signed_in, cast, "therapist").status_code == 404
    with working_as(cast.person("case_manager", "team")):
        given = give(cast)
    text = sees(signed_in, cast, "therapist").content.decode()
    assert canary("health") in text
    assert not [field for field in ("name", "notes", "phone", "legal") if canary(field) in text]
    # Another purpose, so no: legal help was not consented to.
    assert sees(signed_in, cast, "legal_support").status_code == 404
    with working_as(cast.person("intake", "team")):
        actions.withdraw_consent(consent=Consent.objects.get(pk=given.pk))
    assert sees(signed_in, cast, "therapist").status_code == 404


def test_it_never_gives_whereabouts_by_consent(cast):
    with pytest.raises(Refused), working_as(cast.person("case_manager", "team")):
        give(cast, parts=["cover", "whereabouts"])


@pytest.mark.parametrize("role", ["shelter", "therapist", "legal_support", "manager"])
def test_it_is_written_down_only_by_who_talks_with_the_person(cast, role):
    with pytest.raises(Refused), working_as(cast.person(role, "team")):
        give(cast)


def test_it_refuses_a_consent_that_has_ended_already(cast):
    with pytest.raises(ValidationError), working_as(cast.person("case_manager", "team")):
        give(cast, until=now() - DAY)


def test_it_is_taken_back_once(cast):
    with working_as(cast.person("case_manager", "team")):
        given = give(cast)
        actions.withdraw_consent(consent=given)
    with pytest.raises(Refused), working_as(cast.person("case_manager", "team")):
        actions.withdraw_consent(consent=Consent.objects.get(pk=given.pk))


@pytest.mark.parametrize("days", [-1, 367, 10_000])
def test_it_asks_for_a_day_within_a_year(cast, signed_in, days):
    client = signed_in(cast.person("case_manager", "team"))
    words = {"agency": str(cast.rows["partner"]), "parts": ["health"], "purpose": "treatment"}
    day = (today() + days * DAY).isoformat()
    answer = client.post(reverse("consents", args=[cast.files["main"]]), {**words, "until": day})
    assert "until" in answer.context["form"].errors
