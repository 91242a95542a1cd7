# SPDX-License-Identifier: EUPL-1.2
"""What of an estimate does not leave: small lists, numbers told too exactly, and what two of them tell together."""

import datetime
import re
from dataclasses import replace

import pytest

from baken.closed.access.rules import Refused
from baken.closed.figures import releasing
from baken.closed.figures.hidden import leaving
from baken.closed.figures.hidden.estimating import estimated
from baken.closed.figures.models import Release
from baken.closed.figures.tests.desk import ANALYST, MANAGER, TITLE
from baken.hidden_population.answering import answer
from baken.hidden_population.estimating import Spread
from baken.hidden_population.methods import Asked
from baken.hidden_population.tables import read
from baken.tabulation.disclosure import Unsafe
from baken.tabulation.shapes import Population, Words

DAY = datetime.timedelta(days=1)
LISTS = "police,care,shelter,count\n1,0,0,140\n0,1,0,120\n0,0,1,60\n1,1,0,19\n1,0,1,14\n0,1,1,17\n1,1,1,6\n"
SMALL = "a,b,c,count\n1,0,0,40\n0,1,0,30\n1,1,0,12\n0,0,1,{}\n1,0,1,2\n0,1,1,1\n"
APART = "a,b,count\n1,0,60\n0,1,50\n1,1,{}\n"
YEAR = Population("persons", datetime.date(2025, 1, 1), datetime.date(2025, 12, 31))


def table(text=LISTS):
    return read(text.splitlines())


def figure(population=YEAR, more=0):
    found = estimated(table(), TITLE, Words("niemand", "nobody"), population)
    return replace(found, observed=found.observed + more)


def asked(desk, **about):
    with desk.working(ANALYST):
        return releasing.ask_estimate(agency=desk.agency, figure=figure(**about), lists=table(), method=TITLE)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (SMALL.format(7), leaving.SMALL_LIST), (SMALL.format(8), None),
        (APART.format(10), leaving.SMALL_OVERLAP), (APART.format(11), None),
    ],
)  # fmt: skip
def test_of_few_on_a_list_or_on_two_nothing_leaves(desk, text, reason):
    with desk.working(ANALYST):
        words = {"agency": desk.agency, "figure": figure(), "lists": table(text), "method": TITLE}
        if reason is None:
            releasing.ask_estimate(**words)
            return
        with pytest.raises(Unsafe) as refusal:
            releasing.ask_estimate(**words)
    assert refusal.value.reason == reason


@pytest.mark.parametrize("more", [1, -1, 10, -10])
def test_two_periods_that_differ_by_so_few_do_not_both_leave(desk, more):
    asked(desk)
    shorter = replace(YEAR, last=YEAR.last - DAY)
    with pytest.raises(Unsafe) as refusal:
        asked(desk, population=shorter, more=more)
    assert refusal.value.reason == leaving.SO_NEAR


def test_what_was_declined_was_seen_and_counts_too(desk):
    first = asked(desk)
    with desk.working(MANAGER):
        releasing.decline(release=first.pk)
    with pytest.raises(Unsafe):
        asked(desk, more=1)


@pytest.mark.parametrize(
    "about",
    [
        {}, {"more": 11}, {"more": -11},
        {"more": 1, "population": Population("persons", YEAR.last + DAY, YEAR.last + 365 * DAY)},
    ],
    ids=["the same", "more by enough", "fewer by enough", "another year"],
)  # fmt: skip
def test_what_tells_of_nobody_leaves_beside_it(desk, about):
    asked(desk)
    assert asked(desk, **about).pk


def test_another_agency_does_not_ask(desk):
    with pytest.raises(Refused), desk.working(("analyst", "none")):
        releasing.ask_estimate(agency=desk.agency, figure=figure(), lists=table(), method=TITLE)


@pytest.mark.parametrize(
    ("whole", "told"),
    [(1234.5, 1200), (1251, 1300), (954.4, 950), (94.9, 90), (95.1, 100), (376.2, 380), (371, 370), (12, 10), (4, 0)],
)
def test_numbers_are_told_in_two_digits_and_never_finer_than_tens(whole, told):
    assert leaving._rounded(whole) == told


def test_what_is_told_lies_in_its_order_and_is_never_less_than_was_seen():
    seen = figure().observed
    for each in figure().results:
        assert seen <= each.low <= each.estimate <= each.high
        assert all(value in {seen, leaving._rounded(value)} for value in (each.low, each.estimate, each.high))


def test_its_words_tell_it_no_more_exactly_than_its_numbers():
    found = figure()
    unseen = {round(each.estimate) - found.observed for each in found.results}
    said = {int(each.replace(",", "")) for each in re.findall(r"\d[\d,]*", found.reading.en)}
    finer = {each for each in said if leaving._rounded(each) != each}
    assert finer - {len(found.results)} == {found.observed, *unseen}


def test_what_has_no_interval_is_told_without_one():
    found = answer(table(), None, Asked(), Spread(times=0))
    assert {each.interval for each in leaving.as_told(found).estimates if each.method == "bic"} == {None}


def test_who_decides_is_told_what_can_be_reckoned_back(desk):
    asked(desk)
    with desk.working(MANAGER):
        (told,) = Release.objects.filter(question=None).latest("made_at").warnings
    # Six persons are on all three lists.
    assert "1 combinations have 1 to 10 persons" in told["en"]


def test_the_page_says_why_so_few_on_a_list_do_not_leave(desk, signed_in):
    form = {"first": "2025-01-01", "last": "2025-12-31", "title_nl": "Verzonnen", "title_en": "Made up"}
    form |= {"definition_nl": "Niemand", "definition_en": "Nobody", "method_nl": "Verzonnen", "method_en": "Made up"}
    client = signed_in(desk.cast.person(*ANALYST))
    page = client.post("/figures/estimate/", {**form, "histories": SMALL.format(7), "ask": ""}).content.decode()
    assert leaving.SMALL_LIST.nl in page
