# SPDX-License-Identifier: EUPL-1.2
"""Which category a fact comes to: nothing in doubt is guessed."""

from datetime import date

import pytest

from baken.closed.casework.person.labels import GENDERS
from baken.closed.casework.person.nations import names
from baken.closed.casework.person.rules import Age
from baken.closed.figures.counting import coding
from baken.closed.figures.counting.lists import lists
from baken.closed.trafficking.lists import of
from baken.core.provinces import PROVINCES

DAY = date(2025, 6, 1)


@pytest.mark.parametrize(
    ("known", "group", "majority"),
    [
        (Age(), "unknown", "unknown"),
        (Age(born=date(2007, 6, 1)), "18-22", "adult"),
        (Age(born=date(2007, 6, 2)), "12-17", "minor"),
        (Age(born=date(1985, 1, 1)), "40-", "adult"),
        (Age(born=date(2024, 1, 1)), "0-11", "minor"),
        (Age(born=date(2026, 1, 1)), "unknown", "unknown"),
        (Age(least=13, most=16, on=DAY), "12-17", "minor"),
        (Age(least=10, most=14, on=DAY), "minor", "minor"),
        (Age(least=20, most=28, on=DAY), "adult", "adult"),
        (Age(least=16, most=19, on=DAY), "unknown", "unknown"),
        # Asked three years ago: she has grown older since.
        (Age(least=14, most=14, on=date(2023, 6, 1)), "12-17", "minor"),
        (Age(least=14, most=15, on=date(2022, 6, 2)), "unknown", "unknown"),
        (Age(least=16, most=20, on=date(2022, 6, 1)), "adult", "adult"),
    ],
)
def test_an_age_group_holds_every_age_that_she_can_have(known, group, majority):
    assert coding.age(known, DAY) == group
    assert coding.majority(known, DAY) == majority


def test_every_age_group_lies_whole_in_one_of_majority():
    within = {each.code: each.within["majority"] for each in lists()["age"]}
    for years in range(80):
        known = Age(born=date(DAY.year - years, 1, 1))
        assert within[coding.age(known, DAY)] == coding.majority(known, DAY)


def test_every_country_lies_in_one_part_of_the_world():
    assert set(coding.continents()) == set(names("nl"))
    assert set(coding.continents().values()) | {"unknown"} == {each.code for each in lists()["continent"]}


@pytest.mark.parametrize(("nation", "where"), [("NL", "nl"), ("PL", "eu"), ("NG", "africa"), ("Atlantis", "unknown")])
def test_a_nationality(nation, where):
    assert coding.continent(nation) == where


@pytest.mark.parametrize(
    ("forms", "kind"),
    [
        ([], "unknown"),
        ([["not_asked"], ["unknown"]], "unknown"),
        ([["SexualExploitation"]], "sexual"),
        ([["ForcedBegging", "Servitude"]], "labour"),
        ([["SexualExploitation"], ["ForcedLabour"]], "several"),
        ([["Other"]], "other"),
        ([["SexualExploitation", "Other"]], "several"),
    ],
)
def test_the_kind_of_exploitation_over_all_accounts(forms, kind):
    assert coding.kind(forms) == kind


def test_every_form_has_a_kind_that_is_a_category():
    codes = {each.code for each in lists()["kind"]}
    assert {coding.kind([[each]]) for each in of("form")} <= codes


def test_the_latest_account_that_says_so_tells_of_a_border():
    assert coding.crossing(["not_asked", "cross_border", "domestic"]) == "cross_border"
    assert coding.crossing(["not_asked", "unknown"]) == "unknown"


@pytest.mark.parametrize(
    ("nations", "where"),
    [
        ([], "unknown"),
        (["not_asked"], "unknown"),
        (["NL", "NL"], "here"),
        (["RO", "DE"], "abroad"),
        (["NL", "RO"], "both"),
    ],
)
def test_where_somebody_was_exploited(nations, where):
    assert coding.exploited(nations) == where


@pytest.mark.parametrize(
    ("nations", "provinces", "where"),
    [
        ([], [], "unknown"),
        (["NL"], [["not_asked"], ["unknown"]], "here"),
        (["NL"], [["NL-FR"], ["unknown"]], "NL-FR"),
        (["NL", "NL"], [["NL-FR"], ["NL-ZH"]], "several"),
        (["BE"], [["not_asked"]], "abroad"),
        (["NL", "BE"], [["NL-FR"], ["not_asked"]], "both"),
        # From a table that knows no provinces of ours.
        (["NL"], [["Verzonnenland"]], "here"),
    ],
)
def test_in_which_province_somebody_was_exploited(nations, provinces, where):
    assert coding.region(coding.exploited(nations), provinces) == where


def test_every_answer_on_provinces_lies_whole_in_one_on_countries():
    within = {each.code: each.within["exploited"] for each in lists()["region"]}
    answers = [[], ["not_asked"], ["NL-DR"], ["NL-DR", "NL-LI"], *([code] for code in PROVINCES)]
    for nations in ([], ["NL"], ["MA"], ["NL", "MA"]):
        country = coding.exploited(nations)
        assert {within[coding.region(country, [each])] for each in answers} == {country}


@pytest.mark.parametrize(
    ("days", "group"),
    [(0, "0"), (1, "1-2"), (2, "1-2"), (3, "3-7"), (7, "3-7"), (8, "8-30"), (30, "8-30"), (31, "31-")],
)
def test_a_wait(days, group):
    assert coding.wait(DAY, date.fromordinal(DAY.toordinal() + days)) == group


def test_a_wait_without_an_end_is_open():
    assert coding.wait(DAY, None) == "open"
    assert coding.wait(None, DAY) == "open"


@pytest.mark.parametrize(("days", "group"), [(0, "0-30"), (30, "0-30"), (31, "31-91"), (366, "184-366"), (367, "367-")])
def test_a_length(days, group):
    assert coding.length(DAY, date.fromordinal(DAY.toordinal() + days)) == group


@pytest.mark.parametrize(("number", "group"), [(-1, "0"), (0, "0"), (1, "1"), (2, "2"), (3, "3-"), (9, "3-")])
def test_how_often(number, group):
    assert coding.often(number) == group


@pytest.mark.parametrize(("gender", "sex"), [("Feminine", "woman"), ("TransgenderMasculine", "man"), ("", "unknown")])
def test_a_sex(gender, sex):
    assert coding.sex(gender) == sex


def test_every_gender_that_can_be_chosen_is_a_sex():
    codes = {each.code for each in lists()["sex"]}
    assert {coding.sex(each) for each in dict(GENDERS)} <= codes
    assert [each for each in dict(GENDERS) if coding.sex(each) == "unknown"] == ["NonSpecifiedUnknown"]
