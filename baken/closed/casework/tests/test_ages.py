# SPDX-License-Identifier: EUPL-1.2
"""A day, an age, and what follows from them: in doubt a child, and nobody comes of age unseen."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.closed.casework.person import languages, rules
from baken.closed.casework.person.majority import majority
from baken.closed.casework.person.rules import Age

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
NOTICE = timedelta(days=90)


@pytest.mark.parametrize(
    ("born", "day", "years"),
    [
        ("2008-11-28", "2026-11-27", 17), ("2008-11-28", "2026-11-28", 18), ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18), ("2008-02-29", "2028-02-29", 20),
    ],
)  # fmt: skip
def test_it_counts_whole_years(born, day, years):
    assert rules.years_between(date.fromisoformat(born), date.fromisoformat(day)) == years


@given(born=DAYS, later=st.integers(0, 20_000))
def test_whoever_is_of_age_stays_so(born, later):
    day = born + timedelta(days=later)
    if not rules.may_be_minor(Age(born=born), 18, day):
        assert not rules.may_be_minor(Age(born=born), 18, day + timedelta(days=1))


@given(least=st.integers(0, 40), more=st.integers(0, 10), said=DAYS, later=st.integers(0, 9000), lived=st.data())
def test_a_range_holds_whoever_it_was_said_of(least, more, said, later, lived):
    """However old she truly was within the range on that day, on each later day her age lies within what is told."""
    most, day = least + more, said + timedelta(days=later)
    first = date(said.year - most - 1, 1, 1)
    births = lived.draw(st.dates(first, said).filter(lambda born: least <= rules.years_between(born, said) <= most))
    age, true = Age(least=least, most=most, on=said), rules.years_between(births, day)
    assert rules.youngest(age, day) <= true <= rules.oldest(age, day)
    assert rules.may_be_minor(age, 18, day) or true >= 18
    assert not rules.is_surely_minor(age, 18, day) or true < 18


def test_of_whom_nothing_is_known_nothing_is_said():
    for age in (Age(), Age(least=15), Age(on=date(2026, 1, 1))):
        assert not rules.may_be_minor(age, 18, date(2026, 1, 1))
        assert not rules.is_surely_minor(age, 18, date(2026, 1, 1))


@given(born=DAYS, later=st.one_of(st.integers(-200, 200), st.sampled_from([-91, -90, -89, -1, 0, 1])))
def test_coming_of_age_is_told_in_the_ninety_days_before_it(born, later):
    """Around the day itself, where it matters: the days of eighteen years on, and so many later or earlier."""
    day = born + timedelta(days=6574 + later)
    found = rules.turning(born, 18, day, NOTICE)
    if found:
        assert 0 < found.days <= 90
        assert rules.may_be_minor(Age(born=born), 18, day)
        assert not rules.may_be_minor(Age(born=born), 18, found.on + timedelta(days=1))
    else:
        # She is of age, or was told so yesterday, or will not be for as long as is told.
        of_age = not rules.may_be_minor(Age(born=born), 18, day + timedelta(days=1))
        assert of_age or rules.may_be_minor(Age(born=born), 18, day + NOTICE)


@pytest.mark.parametrize(
    ("day", "days"), [("2026-08-29", None), ("2026-08-30", 90), ("2026-11-27", 1), ("2026-11-28", None)]
)
def test_it_is_told_from_the_ninetieth_day_until_the_day_itself(day, days):
    found = rules.turning(date(2008, 11, 28), 18, date.fromisoformat(day), NOTICE)
    assert (found.days if found else None) == days


@pytest.mark.parametrize(
    ("since", "until", "has"),
    [
        (None, None, True), ("2026-05-05", None, True), ("2026-05-06", None, False), (None, "2026-05-05", True),
        (None, "2026-05-04", False),
    ],
)  # fmt: skip
def test_authority_counts_from_its_first_day_to_its_last(since, until, has):
    spans = [tuple(date.fromisoformat(each) if each else None for each in (since, until))]
    assert rules.has_authority(spans, date(2026, 5, 5)) is has
    assert rules.has_authority([], date(2026, 5, 5)) is False


def test_the_table_says_from_when_it_holds():
    held = majority(date(2026, 1, 1))
    assert (held.years, held.notice) == (18, NOTICE)
    assert all(line.source and line.nl and line.en for line in (*held.arrange, *held.changes))
    with pytest.raises(LookupError):
        majority(date(1987, 12, 31))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Tigrinya, arabisch", ["ti", "ar"]), ("Arabic; DUTCH,, ", ["ar", "nl"]), ("Verzonnentaal", ["Verzonnentaal"]),
        ("frans, Frans, French", ["fr"]), ("Oekraiens", ["uk"]), ("", []),
    ],
)  # fmt: skip
def test_languages_are_kept_by_their_codes(typed, kept):
    assert list(dict.fromkeys(languages.coded(typed))) == kept


@given(st.lists(st.sampled_from(sorted(languages._codes().values())), unique=True, max_size=5))
def test_what_is_shown_can_be_saved_again_unchanged(codes):
    assert languages.coded(languages.named(codes)) == codes
