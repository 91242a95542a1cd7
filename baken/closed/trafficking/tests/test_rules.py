# SPDX-License-Identifier: EUPL-1.2
"""What goes together in an account, what it comes to, and that an open answer is never lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.closed.trafficking import partial, rules
from baken.closed.trafficking.lists import lists, of
from baken.closed.trafficking.rules import NOT_ASKED, UNKNOWN, Fault
from tests.telling import TOLD

KNOWN, TODAY = lists(), date(2026, 11, 28)
SECTORS = TOLD["sectors"]

WRONG = [
    ({"forms": []}, "forms", Fault.CODE),
    ({"forms": ["Other", "hearsay"]}, "forms", Fault.CODE),
    ({"crossing": ""}, "crossing", Fault.CODE),
    ({"forms": ["SexualExploitation", UNKNOWN]}, "forms", Fault.MIXED),
    ({"control": ["DebtBondage", "none"]}, "control", Fault.MIXED),
    ({"industry": "C_Manufacturing"}, "industry", Fault.ONLY_LABOUR),
    ({"forms": ["ForcedLabour"], "sexual": ["Prostitution"]}, "sexual", Fault.ONLY_SEXUAL),
    ({"sectors": SECTORS | {"criminal": ["drugs"]}}, "sectors_criminal", Fault.SECTOR),
    ({"sectors": SECTORS | {"sexual": ["drugs"]}}, "sectors_sexual", Fault.CODE),
    ({"first_month": "2026-13"}, "first_month", Fault.DATE),
    ({"first_month": "2026-12"}, "first_month", Fault.DATE),
    ({"first_month": "2025-05", "last_month": "2025-04"}, "last_month", Fault.ORDER),
    ({"exploited_provinces": []}, "exploited_provinces", Fault.CODE),
    ({"exploited_provinces": ["NL-XX"]}, "exploited_provinces", Fault.CODE),
    ({"exploited_provinces": ["NL-UT", UNKNOWN]}, "exploited_provinces", Fault.MIXED),
    ({"exploited_country": "BE"}, "exploited_provinces", Fault.ELSEWHERE),
    ({"exploited_country": NOT_ASKED}, "exploited_provinces", Fault.ELSEWHERE),
    ({"age": "-1"}, "age", Fault.AGE),
    ({"age": "²"}, "age", Fault.AGE),
]


@pytest.mark.parametrize(("told", "name", "fault"), WRONG)
def test_an_account_that_cannot_stand_is_refused_by_its_answer(told, name, fault):
    assert rules.faults({**TOLD, **told}, KNOWN, TODAY) == {name: fault}


def test_what_goes_together_stands():
    told = {"forms": ["ForcedLabour", "forced_criminality"], "industry": "C_Manufacturing", "last_month": "2025"}
    told["sectors"] = SECTORS | {"labour": ["agriculture", "hospitality"], "criminal": [UNKNOWN]}
    told |= {"exploited_country": "BE", "exploited_provinces": [UNKNOWN]}
    assert rules.faults({**TOLD, **told}, KNOWN, TODAY) == {}


GROUPS = [
    (["SexualExploitation"], "domestic", "2026-01-01", ["domestic_sexual"]),
    (["SexualExploitation"], "cross_border", "2026-01-01", ["cross_border_sexual"]),
    (["SexualExploitation", "Servitude"], UNKNOWN, "2026-01-01", ["labour"]),
    (["forced_criminality", "OrganRemoval"], "domestic", "2026-01-01", ["criminal", "organs"]),
    (["ForcedMarriage"], "domestic", "2026-07-14", []),
    (["ForcedMarriage"], "domestic", "2026-07-15", ["forced_marriage"]),
    (["Surrogacy", "Other"], NOT_ASKED, "2026-07-15", ["surrogacy"]),
    ([UNKNOWN], "domestic", "2026-07-15", []),
]


@pytest.mark.parametrize(("forms", "crossing", "on", "found"), GROUPS)
def test_forms_are_reported_in_the_groups_of_the_day(forms, crossing, on, found):
    assert [each.key for each in rules.groups(forms, crossing, KNOWN, date.fromisoformat(on))] == found


@pytest.mark.parametrize(
    ("forms", "labour", "industry", "found"),
    [
        (["ForcedLabour"], ["construction"], NOT_ASKED, "F_Construction"),
        (["ForcedLabour"], ["construction", "trade"], NOT_ASKED, NOT_ASKED),
        (["ForcedLabour"], ["other_labour"], UNKNOWN, UNKNOWN),
        (["ForcedLabour"], ["construction"], "P_Education", "P_Education"),
        (["Servitude"], ["domestic_work"], NOT_ASKED, NOT_ASKED),
    ],
)
def test_the_industry_follows_from_one_sector_and_only_with_forced_labour(forms, labour, industry, found):
    assert rules.industry_of(industry, forms, labour, KNOWN) == found


ANSWER = st.lists(st.sampled_from([NOT_ASKED, UNKNOWN, *of("control")]), min_size=1, max_size=4)


@given(st.lists(ANSWER, max_size=4))
def test_together_every_code_stays_and_open_answers_never_hide_one(answers):
    found = rules.together(answers)
    codes = {code for answer in answers for code in rules.codes_of(answer)}
    assert set(rules.codes_of(found)) == codes
    assert bool(codes) != any(each in found for each in (*rules.OPEN, rules.NONE))
    if not codes and any(UNKNOWN in answer for answer in answers):
        assert found != [NOT_ASKED]


@given(st.dates(date(1950, 1, 1), date(2026, 1, 1)))
def test_a_part_of_a_day_holds_the_day(day):
    for text in (f"{day:%Y}", f"{day:%Y-%m}", f"{day:%Y-%m-%d}"):
        assert partial.first(text) <= day <= partial.last(text)
    assert partial.first(f"{day:%Y-%m-%d}") == partial.last(f"{day:%Y-%m-%d}") == day


@pytest.mark.parametrize("text", ["", "0000", "2025-00", "2025-13", "2025-02-30", "25", "2025-5", " 2025", "٢٠٢٥"])
def test_what_is_no_date_is_none(text):
    assert not partial.is_one(text)


@pytest.mark.parametrize(
    ("born", "start", "found"),
    [
        ("2010-05-20", "2025-05-20", (15, 15)), ("2010-05-20", "2025-05", (14, 15)), ("2010-05-20", "2025", (14, 15)),
        ("2010-05-20", "2010", (0, 0)), ("2010-05-20", "2009", None), ("2010-05-20", UNKNOWN, None),
        (None, "2025", None),
    ],
)  # fmt: skip
def test_her_age_is_counted_as_far_as_days_are_known(born, start, found):
    assert rules.ages(date.fromisoformat(born) if born else None, start) == found
