# SPDX-License-Identifier: EUPL-1.2
"""A file as those see it who may, and as nobody else does."""

import pytest
from django.urls import reverse

from tests.cast import canary


@pytest.mark.parametrize("fields", [("name", "phone", "notes", "legal", "health")])
def test_it_shows_the_case_manager_on_the_team_everything_but_where_she_hides(cast, signed_in, fields):
    client = signed_in(cast.person("case_manager", "team"))
    answer = client.get(reverse("file", args=[cast.files["main"]]))
    assert answer.status_code == 200
    text = answer.content.decode()
    assert [field for field in fields if canary(field) not in text] == []
    assert canary("whereabouts") not in text


@pytest.mark.parametrize("relation", ["none", "same", "ex_team", "consent_expired", "glass_expired", "subject"])
def test_it_shows_nobody_else_anything(cast, signed_in, relation):
    client = signed_in(cast.person("case_manager", relation))
    answer = client.get(reverse("file", args=[cast.file("case_manager", relation)]))
    assert answer.status_code == 404
