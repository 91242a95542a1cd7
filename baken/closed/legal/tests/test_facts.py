# SPDX-License-Identifier: EUPL-1.2
"""Facts are read strictly: what cannot be understood is said in one line, and never guessed."""

from datetime import date

import pytest

from baken.closed.legal.engine.facts import FactsError, Happening, Person, read
from baken.closed.legal.engine.law import law

LAW = law()
GRANTED = {"on": "2024-01-12", "event": "reflection_period_granted"}


def test_nothing_is_known_of_nobody():
    assert read({}, LAW).person == Person()
    assert read({"person": {}, "events": []}, LAW).happenings == ()


def test_events_come_by_day_and_those_of_a_day_in_the_order_of_the_table():
    told = [
        ("2024-02-01", "report_signed"),
        ("2024-01-12", "monthly_report_made"),
        ("2024-01-12", "reflection_period_granted"),
    ]
    found = read({"events": [{"on": on, "event": name} for on, name in told]}, LAW).happenings
    assert [each.name for each in found] == ["reflection_period_granted", "monthly_report_made", "report_signed"]


def test_the_same_twice_is_once():
    assert read({"events": [GRANTED, GRANTED]}, LAW).happenings == (Happening(date(2024, 1, 12), GRANTED["event"]),)


@pytest.mark.parametrize(("born", "on", "may"), [
    ("2006-05-01", "2024-04-30", True), ("2006-05-01", "2024-05-01", False), ("2008-02-29", "2026-02-27", True),
    ("2008-02-29", "2026-02-28", True), ("2008-02-29", "2026-03-01", False), (None, "2024-05-01", True),
])  # fmt: skip
def test_who_may_be_a_minor(born, on, may):
    assert read({"person": {"born": born}}, LAW).person.may_be_minor(date.fromisoformat(on)) == may


@pytest.mark.parametrize(
    ("nationality", "dutch"), [("NL", True), ("nld", True), ("NG", False), ("", False), (None, False)]
)
def test_who_is_dutch(nationality, dutch):
    assert read({"person": {"nationality": nationality}}, LAW).person.is_dutch == dutch


@pytest.mark.parametrize(("told", "said"), [
    ([], "an object"), ("facts", "an object"), (None, "an object"), ({"persons": {}}, "persons"),
    ({"person": []}, "an object"), ({"person": {"age": 3}}, "age"), ({"person": {"born": 2006}}, "2006"),
    ({"person": {"born": "2006-02-30"}}, "2006-02-30"),
    ({"person": {"born": "06-05-01"}}, "06-05-01"), ({"person": {"dublin": "yes"}}, "dublin"),
    ({"person": {"nationality": 31}}, "nationality"), ({"events": {}}, "a list"), ({"events": ["signal"]}, "an object"),
    ({"events": [{"on": "2024-01-12"}]}, "unknown event"), ({"events": [{"event": "signal"}]}, "None"),
    ({"events": [{"on": "2024-13-12", "event": "signal"}]}, "2024-13-12"),
    ({"events": [{"on": "0024-01-12", "event": "signal"}]}, "before"), ({"events": [{**GRANTED, "by": "x"}]}, "by"),
    ({"events": [{"on": "2024-01-12", "event": "toString"}]}, "toString"),
    ({"events": [{"on": "2024-01-12", "event": ["signal"]}]}, "unknown event"),
])  # fmt: skip
def test_what_cannot_be_understood_is_said(told, said):
    with pytest.raises(FactsError, match=said):
        read(told, LAW)
