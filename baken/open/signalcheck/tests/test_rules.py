# SPDX-License-Identifier: EUPL-1.2
"""Which signs are asked about, and where to turn."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as some

from baken.indicators import places
from baken.indicators.records import Form, Population
from baken.open.signalcheck import rules
from baken.open.signalcheck.rules import About
from baken.open.signalcheck.signs import signs

DAY = date(2026, 11, 28)
EVERY = [About(*pair) for pair in product(Population, Form)]
KEYS = [each.key for each in signs().signs]


def keys(shelves):
    return [each.sign.key for shelf in shelves for each in shelf.signs]


@pytest.mark.parametrize("about", EVERY)
def test_it_asks_about_what_can_be_and_nothing_else(about):
    shown = keys(rules.asked(about))
    fitting = [each.key for each in signs().signs if any(one.fits(about.population, about.form) for one in each.on)]
    assert sorted(shown) == sorted(fitting)
    assert 20 <= len(shown) <= 57


def test_who_does_not_know_is_asked_about_everything():
    assert sorted(keys(rules.asked(About()))) == sorted(KEYS)


@pytest.mark.parametrize(
    ("about", "shown", "hidden"),
    [
        (About(Population.ADULT, Form.LABOUR), "pay", "child-works"),
        (About(Population.CHILD, Form.SEXUAL), "school-drops", "pays-with-offence"),
        (About(Population.CHILD, Form.CRIMINAL), "small-jobs", "forced-sex"),
        (About(Population.ADULT, Form.SEXUAL), "forced-sex", "school-drops"),
    ],
)
def test_it_leaves_out_what_is_about_others(about, shown, hidden):
    found = keys(rules.asked(about))
    assert shown in found
    assert hidden not in found


def test_it_says_what_nobody_read_for_these_people():
    def marked(about, key):
        return next(each for shelf in rules.asked(about) for each in shelf.signs if each.sign.key == key)

    grown, child = About(Population.ADULT, Form.LABOUR), About(Population.CHILD, Form.LABOUR)
    assert marked(grown, "pay").is_read
    # The inspectorate writes about adults; for a child this stands on a list that was not read.
    assert not marked(child, "pay").is_read
    assert marked(grown, "pay").sources == [("Nederlandse Arbeidsinspectie", True), ("UNODC", False)]
    assert marked(child, "pay").sources == [("UNODC", False)]


def test_a_heading_is_unread_only_if_all_below_it_is():
    shelves = {shelf.group.key: shelf for shelf in rules.asked(About(Population.CHILD, Form.CRIMINAL))}
    assert not shelves["work"].is_read
    assert shelves["control"].is_read
    assert not all(each.is_read for each in shelves["control"].signs)


@given(some.sampled_from(EVERY), some.sets(some.sampled_from(KEYS) | some.text(max_size=9)))
def test_it_shows_what_was_ticked_and_never_anything_else(about, ticked):
    shown = keys(rules.noticed(about, ticked))
    assert sorted(shown) == sorted(ticked & set(keys(rules.asked(about))))
    assert all(shelf.signs for shelf in rules.noticed(about, ticked))


@pytest.mark.parametrize("about", EVERY)
def test_there_is_always_somebody_to_turn_to_and_danger_comes_first(about):
    found = [each.key for each in rules.turn_to(about, DAY)]
    assert found[0] == "emergency"
    assert {"police", "comensha", "meld-misdaad-anoniem"} <= set(found)
    assert ("veilig-thuis" in found) == about.may_be_a_child
    assert ("labour-inspectorate" in found) == (about.form in {Form.LABOUR, Form.ANY})


@pytest.mark.parametrize(
    ("about", "second"),
    [
        (About(Population.CHILD, Form.SEXUAL), "veilig-thuis"),
        (About(Population.ADULT, Form.LABOUR), "labour-inspectorate"),
        (About(Population.ADULT, Form.SEXUAL), "police"),
    ],
)
def test_whoever_is_meant_for_these_people_comes_next(about, second):
    assert rules.turn_to(about, DAY)[1].key == second


def test_a_number_that_no_longer_holds_is_not_given(monkeypatch):
    rows = [replace(each, until=DAY) if each.key == "police" else each for each in places.places()]
    monkeypatch.setattr(rules, "places", lambda: tuple(rows))
    assert "police" not in [each.key for each in rules.turn_to(About(), DAY)]
    assert "police" in [each.key for each in rules.turn_to(About(), date(2026, 11, 27))]
