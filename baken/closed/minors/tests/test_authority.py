# SPDX-License-Identifier: EUPL-1.2
"""The way to who has authority: every answer leads somewhere, and to whom the source says."""

import datetime
import itertools

import pytest

from baken.closed.minors.engine.authority import Question, Route, way

WAY = way(datetime.date(2026, 1, 1))


@pytest.mark.parametrize(
    ("given", "who"),
    [
        ({"parent": True, "safe": True}, "the parent or guardian"),
        ({"parent": True, "safe": False}, "Veilig Thuis and the Child Care and Protection Board"),
        ({"parent": False, "country": True}, "the Child Care and Protection Board"),
        ({"parent": False, "country": False}, "Nidos"),
    ],
)
def test_it_leads_to_whom_to_ask(given, who):
    found = WAY.leads(given)
    assert isinstance(found, Route)
    assert (found.who_en, bool(found.source)) == (who, True)


def test_every_set_of_answers_ends_at_a_route_and_every_route_is_reached():
    keys = [each.key for each in WAY.questions]
    answered = itertools.product([True, False], repeat=len(keys))
    reached = {WAY.leads(dict(zip(keys, each, strict=True))) for each in answered}
    assert reached == set(WAY.routes)


def test_what_is_not_answered_is_asked():
    assert WAY.leads({}) == WAY.questions[0]
    asked = WAY.leads({"parent": False})
    assert isinstance(asked, Question)
    assert asked.key == "country"
