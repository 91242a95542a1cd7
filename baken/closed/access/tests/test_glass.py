# SPDX-License-Identifier: EUPL-1.2
"""Breaking the glass: an hour, two people alarmed, reviewed by another, and not again before that."""

import datetime
import re

import psycopg
import pytest
from django.urls import reverse

from baken.closed.access import actions
from baken.closed.access.context import working_as
from baken.closed.access.models import Dossier, Glass
from baken.closed.access.rules import Refused
from baken.core.clock import now
from tests.cast import canary

REASON = "Verzonnen nood: zij belt en is in gevaar."


def plain(answer):
    """Return a page without the tokens against forgery, which differ each time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", answer.content.decode())


@pytest.fixture
def number(cast):
    with working_as(cast.person("case_manager", "team")):
        return Dossier.objects.get(pk=cast.files["main"]).number


def test_it_opens_the_file_for_an_hour_and_alarms_who_oversees_it(cast, signed_in, number):
    breaker = cast.person("intake", "same")
    client = signed_in(breaker)
    answer = client.post(reverse("break_glass"), {"number": number, "reason": REASON})
    assert answer.url == reverse("file", args=[cast.files["main"]])
    text = client.get(answer.url).content.decode()
    assert canary("name") in text
    assert canary("notes") in text
    with working_as(breaker):
        made = Glass.objects.get(user=breaker)
    assert made.until - made.since <= datetime.timedelta(minutes=60)
    assert made.until <= now() + datetime.timedelta(minutes=60)
    assert {cast.person("manager", "same"), cast.person("privacy_officer", "same")} <= set(made.alarmed)
    assert breaker not in made.alarmed


def test_it_gives_nothing_to_write_and_not_where_she_hides(cast, signed_in, number):
    breaker = cast.person("case_manager", "same")
    with working_as(breaker):
        actions.break_glass(number=number, reason=REASON)
    client = signed_in(breaker)
    assert client.get(reverse("whereabouts", args=[cast.files["main"]])).status_code == 404
    assert client.get(reverse("identity", args=[cast.files["main"]])).status_code == 404


def test_it_is_not_broken_again_before_another_reviewed_it(cast, number):
    breaker = cast.person("intake", "same")
    with working_as(breaker):
        made = actions.break_glass(number=number, reason=REASON)
    with pytest.raises(Refused), working_as(breaker):
        actions.break_glass(number=number, reason=REASON)
    with pytest.raises(Refused), working_as(breaker):
        actions.review_glass(glass=Glass.objects.get(pk=made.pk), verdict="justified")
    with working_as(cast.person("manager", "same")):
        actions.review_glass(glass=Glass.objects.get(pk=made.pk), verdict="not_justified")
    with working_as(breaker):
        actions.break_glass(number=number, reason=REASON)


@pytest.mark.parametrize(
    ("role", "relation"),
    [("manager", "same"), ("administrator", "same"), ("police_liaison", "same"), ("case_manager", "none"),
     ("case_manager", "shut_out"), ("case_manager", "post_ended")],
)  # fmt: skip
def test_it_is_for_who_works_with_files_of_the_agency(cast, number, role, relation):
    with pytest.raises(Refused), working_as(cast.person(role, relation)):
        actions.break_glass(number=number, reason=REASON)


def test_it_answers_an_unknown_number_as_one_that_may_not_be_opened(cast, signed_in, number):
    client = signed_in(cast.person("manager", "same"))
    unknown = client.post(reverse("break_glass"), {"number": "1999-0001", "reason": REASON})
    forbidden = client.post(reverse("break_glass"), {"number": number, "reason": REASON})
    assert unknown.status_code == forbidden.status_code == 404
    assert plain(unknown) == plain(forbidden)


def test_a_number_that_two_of_her_agencies_have_opens_neither(cast, committed, number):
    with psycopg.connect(committed.address("owner"), autocommit=True) as owner:
        owner.execute("UPDATE access_dossier SET number = %s WHERE id = %s", [number, cast.rows["partner_file"]])
    with pytest.raises(Refused), working_as(cast.person("case_manager", "two_roles")):
        actions.break_glass(number=number, reason=REASON)
