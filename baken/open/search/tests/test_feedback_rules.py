# SPDX-License-Identifier: EUPL-1.2
"""What may be counted of a question, when editors may read it, and which names are like it. No database."""

from datetime import date, timedelta

import pytest
from django.core.checks import run_checks

from baken.open.search.feedback import rules
from baken.open.search.feedback.nearness import nearest, runs
from baken.open.search.feedback.tally import MOST, Tally

DAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("typed", "counted"),
    [
        ("Loverboys", "loverboys"), ("  uithuisplaatsing   minderjarige ", "uithuisplaatsing minderjarige"),
        ("pooierboy's", "pooierboy's"), ("e\u0301dition", "\xe9dition"), ("arbeids-uitbuiting", "arbeids-uitbuiting"),
        ("IOM", "iom"), ("slachtoffer van mensenhandel", "slachtoffer van mensenhandel"), ("тръ\u0444ик", "тръфик"),
    ],
)  # fmt: skip
def test_it_counts_plain_words_in_one_form(typed, counted):
    assert rules.plain(typed) == counted


@pytest.mark.parametrize(
    "typed",
    [
        "", "ab", "06 12345678", "0612345678", "jan@example.org", "+31612345678", "273f", "V-nummer 123", "a" * 51,
        "een vraag van vijf woorden", "Verzonnen Naam", "verzonnen Naam", "mevrouw verzonnen", "mevr. verzonnen",
        "mijn man slaat", "ik wil weg", "help me", '"verzonnen naam"', "-naam mensenhandel", "naam/adres", "Дом Иванов",
        "https://example.org", "www.example.org", "verzonnen van der naam", "abu verzonnen", "naam_achternaam",
        "j. verzonnen.naam", "\0naam", "naam\ud800",
    ],
)  # fmt: skip
def test_it_counts_nothing_that_may_be_about_somebody(typed):
    assert rules.plain(typed) == ""


@pytest.mark.parametrize("path", ["/artikelen/a/", "/en/articles/a/", "/sources/bwb/B/artikel/1", "/concepts/baken/c1"])
def test_it_knows_a_result_by_its_address(path):
    assert rules.is_result(path)


@pytest.mark.parametrize(
    "path",
    ["/", "/en/", "/search/", "/en/search/", "/static/design/public.css", "/signals/", "/concepts/", "/sources/",
     "/contact/", "/en/contact/answers/", "/sign-in/second-step/", "/editors/pages/", "/feed.atom", "/en/feed.atom"],
)  # fmt: skip
def test_it_takes_the_menu_and_files_for_no_result(path):
    assert not rules.is_result(path)


@pytest.mark.parametrize(
    ("nothing", "something", "followed", "told"),
    [
        (4, 0, 0, None), (5, 0, 0, ("nothing", 5)), (5, 9, 0, ("nothing", 5)), (0, 5, 0, None),
        (0, 6, 0, ("unfollowed", 5)), (0, 9, 4, None), (0, 10, 4, ("unfollowed", 5)), (4, 5, 0, None),
    ],
)  # fmt: skip
def test_it_tells_from_enough_days_on_and_no_earlier(nothing, something, followed, told):
    assert rules.reason(nothing, something, followed, 5) == told


def test_its_rounds_are_four_weeks_and_follow_each_other():
    start = rules.round_of(DAY)
    assert {rules.round_of(start + timedelta(days=each)) for each in range(28)} == {start}
    assert rules.round_of(start + timedelta(days=28)) == start + timedelta(days=28)
    assert rules.oldest(DAY) == start - timedelta(days=56)


def test_it_names_what_is_written_alike_and_nobody_where_nothing_is():
    names = [(1, runs("arbeidsuitbuiting")), (2, runs("seksuele uitbuiting")), (3, runs("bedenktijd")), (2, runs("x"))]
    assert nearest("arbeidsuitbuitingen", names)[0] == 1
    assert 3 not in nearest("uitbuiting", names)
    assert nearest("qqq", names) == []


def test_a_tally_counts_a_text_once_a_day_and_forgets_what_was_taken():
    tally = Tally()
    for found in (True, False):
        tally.ask("woord", found=found, on=DAY)
    tally.follow("woord", on=DAY)
    assert tally.take() == ({(DAY, "woord"): True}, {(DAY, "woord")})
    assert tally.take() == ({}, set())


def test_a_tally_does_not_grow_without_end():
    tally = Tally()
    for each in range(MOST + 10):
        tally.ask(str(each), found=True, on=DAY)
        tally.follow(str(each), on=DAY)
    assert [len(part) for part in tally.take()] == [MOST, MOST]


@pytest.mark.parametrize(("days", "fit"), [(0, True), (3, True), (28, True), (1, False), (2, False), (29, False)])
def test_it_refuses_so_few_days_that_they_may_be_one_person_s(settings, days, fit):
    settings.SEARCH_CANDIDATE_DAYS = days
    assert ("search.E001" not in {each.id for each in run_checks()}) == fit
