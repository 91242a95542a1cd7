# SPDX-License-Identifier: EUPL-1.2
"""Whatever somebody's file says, her categories are ones that can stand beside each other, and no more are told of."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.closed.casework.person.rules import Age
from baken.closed.figures.counting import coding, meaning, nationality, standards
from baken.closed.figures.counting.catalogue import dimension
from baken.closed.trafficking.lists import of
from baken.standards.victims import Victim
from baken.tabulation.disclosure.axes import axes
from baken.tabulation.shapes import Population, Table, Words

DAY = date(2025, 6, 1)
NAMED = ("NL", "PL", "NG", "RO", "BG", "HU")
TITLE = Words("verzonnen", "made up")
AGES = ("majority", "age", "comensha_age")
NATIONS = ("continent", "country", "eurostat_citizenship", "comensha_nationality", "comensha_citizenship")
FORMS = ("kind", "crossing", "eurostat_form", "sdg_form", "ictip_form", "comensha_form")
STANDING = ("status", "eurostat_reporter", "comensha_reporter", "ictip_identified", "ictip_entity")


def possible(*names):
    """Return what can stand beside each other along dimensions, as whoever makes tables safe sees it."""
    along = [dimension(each, DAY, DAY) for each in names]
    (axis,) = axes([Table(TITLE, TITLE, Population("cases", DAY, DAY), (each,), {}, DAY) for each in along])
    return {frozenset(zip(axis.names, codes, strict=True)) for codes in axis.codes}


def told(facts, *names):
    return {frozenset((name, each[name]) for name in names) for each in facts}


@pytest.mark.parametrize(
    ("names", "facts"),
    [
        (AGES, meaning._ages()),
        (NATIONS, meaning._nationalities(NAMED)),
        (STANDING, meaning._statuses()),
        # Sectors beside these are a few more by pairs than all together can be.
        (("kind", "ictip_sector"), meaning._forms()),
        (("comensha_form", "crossing", "kind"), meaning._forms()),
    ],
)
def test_what_can_be_is_neither_more_nor_less_than_what_files_can_say(names, facts):
    assert possible(*names) == told(facts, *names)


WHOSE = st.lists(st.sampled_from(["", *sorted(coding.continents())]), min_size=1, max_size=4)


@given(WHOSE)
@settings(max_examples=200)
def test_whoever_has_whichever_nationalities(nations):
    somebody = Victim(DAY, citizenships=tuple(filter(None, nations)))
    codes = standards.codes(somebody, None)
    codes |= {"continent": coding.continent(nations[0]), "country": coding.country(nations[0], nationality.named())}
    assert frozenset((name, codes[name]) for name in NATIONS) in possible(*NATIONS)


@given(st.sets(st.sampled_from(sorted(of("form")))), st.sampled_from(["", "domestic", "cross_border"]))
@settings(max_examples=100)
def test_whoever_went_through_whichever_forms(forms, crossing):
    codes = standards.codes(Victim(DAY, forms=tuple(sorted(forms)), crossing=crossing), None)
    codes |= {"kind": coding.kind([forms]), "crossing": crossing or coding.UNKNOWN}
    assert frozenset((name, codes[name]) for name in FORMS) in possible(*FORMS)


@given(st.integers(0, 120), st.integers(0, 120))
@settings(max_examples=100)
def test_whoever_is_of_whichever_age(one, other):
    years = min(one, other), max(one, other)
    codes = standards.codes(replace(Victim(DAY)), years)
    known = Age(least=years[0], most=years[1], on=DAY)
    codes |= {"age": coding.age(known, DAY), "majority": coding.majority(known, DAY)}
    assert frozenset((name, codes[name]) for name in AGES) in possible(*AGES)
