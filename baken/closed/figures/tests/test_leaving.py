# SPDX-License-Identifier: EUPL-1.2
"""What of an estimate does not leave: small lists, numbers told too exactly, and what two of them tell together."""

import datetime
from dataclasses import replace

import pytest

from baken.closed.access.rules import Refused
from baken.closed.figures import releasing
from baken.closed.figures.hidden import leaving
from baken.closed.figures.hidden.estimating import estimated
from baken.closed.figures.tests.desk import ANALYST, MANAGER, TITLE
from baken.hidden_population.tables import read
from baken.tabulation.carrying import unpacked
from baken.tabulation.disclosure import Unsafe
from baken.tabulation.shapes import Population, Result, Words

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


def test_numbers_leave_in_two_digits_and_stay_in_their_order(desk):
    for each, whole in zip(unpacked(asked(desk).figure).results, figure().results, strict=True):
        assert [each.low, each.estimate, each.high] == [
            float(f"{value:.2g}") for value in (whole.low, whole.estimate, whole.high)
        ]
        assert each.low <= each.estimate <= each.high


def test_what_has_no_interval_is_told_without_one():
    bare = Result("bic", 1234.5, None, None, 95, "")
    (told,) = leaving.as_told(replace(figure(), results=(bare,))).results
    assert (told.estimate, told.low, told.high) == (1200, None, None)


def test_the_page_says_why_so_few_on_a_list_do_not_leave(desk, signed_in):
    form = {"first": "2025-01-01", "last": "2025-12-31", "title_nl": "Verzonnen", "title_en": "Made up"}
    form |= {"definition_nl": "Niemand", "definition_en": "Nobody", "method_nl": "Verzonnen", "method_en": "Made up"}
    client = signed_in(desk.cast.person(*ANALYST))
    page = client.post("/figures/estimate/", {**form, "histories": SMALL.format(7), "ask": ""}).content.decode()
    assert leaving.SMALL_LIST.nl in page
