# SPDX-License-Identifier: EUPL-1.2
"""An estimate from lists is looked at, asked to be released and released: never as one bare number."""

import datetime
from dataclasses import replace

import pytest

from baken.bridge import figures as hatch
from baken.closed.access.rules import Refused
from baken.closed.figures import releasing
from baken.closed.figures.hidden.estimating import estimated
from baken.closed.figures.tests.desk import ANALYST, LEAD, MANAGER, TITLE
from baken.hidden_population.tables import Faults, read
from baken.tabulation.carrying import Unsound, unpacked
from baken.tabulation.releasing import Unfit
from baken.tabulation.shapes import Population, Words

LISTS = "police,care,shelter,count\n1,0,0,140\n0,1,0,120\n0,0,1,60\n1,1,0,19\n1,0,1,14\n0,1,1,17\n1,1,1,6\n"
TABLE = read(LISTS.splitlines())
YEAR = Population("persons", datetime.date(2025, 1, 1), datetime.date(2025, 12, 31))
FORM = {
    "histories": LISTS, "first": "2025-01-01", "last": "2025-12-31", "title_nl": "Verzonnen schatting",
    "title_en": "Made-up estimate", "definition_nl": "Niemand", "definition_en": "Nobody",
    "method_nl": "Verzonnen lijsten", "method_en": "Made-up lists",
}  # fmt: skip


def made(histories=LISTS):
    return estimated(read(histories.splitlines()), TITLE, Words("niemand", "nobody"), YEAR)


def test_all_methods_stand_beside_each_other_with_their_intervals():
    found = made()
    assert found.observed == 376
    assert found.lists == ("police", "care", "shelter")
    assert {each.method for each in found.results} >= {"independence", "stepwise", "bic", "bma"}
    assert all(each.low < each.estimate < each.high for each in found.results)
    assert {each.interval for each in found.results} == {"BCa", "posterior"}


def test_its_reading_is_in_both_languages():
    reading = made().reading
    assert reading.en.startswith("376 persons are on the lists police, care, shelter.")
    assert reading.nl != reading.en
    assert "376" in reading.nl


@pytest.mark.parametrize(
    ("histories", "fault"),
    [
        ("", "empty"),
        ("a,b,count\n1,2,3\n", "row 2"),
        ("a,b,c,d,e,f,g,count\n1,0,0,0,0,0,0,9\n0,1,0,0,0,0,0,9\n1,1,0,0,0,0,0,5\n", "zes lijsten"),
    ],
)
def test_lists_that_tell_nothing_say_why(histories, fault):
    with pytest.raises(Faults) as refusal:
        made(histories)
    assert fault in str(refusal.value)


def test_two_people_release_an_estimate(desk):
    with desk.working(ANALYST):
        asked = releasing.ask_estimate(agency=desk.agency, figure=made(), lists=TABLE, method=TITLE)
    with desk.working(MANAGER):
        releasing.approve(release=asked.pk)
    (shown,) = hatch.shown()
    assert shown.figure == unpacked(asked.figure)
    with desk.working(ANALYST):
        again = releasing.ask_estimate(agency=desk.agency, figure=made(), lists=TABLE, method=TITLE)
    assert (again.slug, again.replaces_id) == (asked.slug, asked.pk)


def test_nobody_else_asks_and_too_few_do_not_leave(desk):
    with pytest.raises(Refused), desk.working(LEAD):
        releasing.ask_estimate(agency=desk.agency, figure=made(), lists=TABLE, method=TITLE)
    few = "a,b,count\n1,0,3\n0,1,3\n1,1,2\n"
    with pytest.raises(Unfit), desk.working(ANALYST):
        releasing.ask_estimate(agency=desk.agency, figure=made(few), lists=read(few.splitlines()), method=TITLE)


def test_an_estimate_without_end_is_not_asked_for_and_stands_in_no_way(desk):
    endless = replace(made(), results=(replace(made().results[0], estimate=1e12, high=2e12),))
    with pytest.raises(Unsound), desk.working(ANALYST):
        releasing.ask_estimate(agency=desk.agency, figure=endless, lists=TABLE, method=TITLE)
    with desk.working(ANALYST):
        releasing.ask_estimate(agency=desk.agency, figure=made(), lists=TABLE, method=TITLE)


def test_the_page_says_why_too_few_do_not_leave(desk, signed_in):
    client = signed_in(desk.cast.person(*ANALYST))
    page = client.post("/figures/estimate/", {**FORM, "histories": "a,b,count\n1,0,3\n0,1,3\n1,1,2\n", "ask": ""})
    assert "Er zijn te weinig mensen gezien" in page.content.decode()


def test_the_page_shows_it_and_asks(desk, signed_in):
    client = signed_in(desk.cast.person(*ANALYST))
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    page = client.post("/figures/estimate/", {**FORM, "look": ""}).content.decode()
    assert "376 persons are on the lists" in page
    assert "<svg" in page
    wrong = client.post("/figures/estimate/", {**FORM, "histories": "a,b,count\n1,2,3\n"}).content.decode()
    assert "row 2" in wrong
    done = client.post("/figures/estimate/", {**FORM, "ask": ""})
    assert "Made-up estimate" in client.get(done["Location"]).content.decode()
