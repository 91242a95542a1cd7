# SPDX-License-Identifier: EUPL-1.2
"""Terms by dates that were reckoned by hand."""

from datetime import date

import pytest

from baken.closed.access.models import Dossier
from baken.closed.retention import rules
from baken.closed.retention.rules import CountedFrom, NoRule, RuleError, answer_by, cutoff, due, read
from tests.house.tree import ROOT

TODAY = date(2026, 11, 28)
GOOD = """
[[rule]]
key = "made-up"
kinds = ["case"]
counted_from = "last_change"
years = 1
source = "a made-up law"
from = 2020-01-01
note = ""
"""


@pytest.mark.parametrize(
    ("changed", "day"),
    [
        (date(2006, 11, 27), date(2026, 11, 28)),
        (date(2006, 11, 28), date(2026, 11, 29)),
        (date(2003, 12, 31), date(2024, 1, 1)),
        (date(2004, 2, 28), date(2024, 2, 29)),
        (date(2004, 2, 29), date(2024, 3, 1)),
        (date(2080, 2, 29), date(2100, 3, 2)),  # 2100 has no 29 February: the longer reading
    ],
)
@pytest.mark.parametrize("kind", Dossier.Kind.values)
def test_it_keeps_a_file_twenty_years_after_its_last_change(kind, changed, day):
    assert due(kind, changed, TODAY).day == day


@pytest.mark.parametrize(
    ("asked", "day"),
    [
        (date(2026, 8, 28), date(2026, 11, 28)),
        (date(2026, 11, 30), date(2027, 2, 28)),  # no 30 February: the earlier reading
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2026, 10, 1), date(2027, 1, 1)),
    ],
)
def test_it_answers_a_request_within_three_months(asked, day):
    assert answer_by("case", asked, TODAY).day == day


def test_it_takes_the_longest_of_several_terms_for_keeping():
    table = read(GOOD + GOOD.replace("made-up", "longer", 1).replace("years = 1", "months = 13"))
    assert due("case", date(2025, 1, 31), TODAY, table).rule.key == "longer"
    assert due("case", date(2025, 1, 31), TODAY, table).day == date(2026, 3, 2)


def test_it_takes_the_shortest_of_several_terms_for_a_request():
    asked = GOOD.replace("last_change", "request")
    table = read(asked + asked.replace("made-up", "shorter", 1).replace("years = 1", "months = 1"))
    assert answer_by("case", date(2026, 1, 31), TODAY, table).day == date(2026, 2, 28)


def test_it_goes_by_the_rule_in_force_on_the_day():
    later = GOOD.replace("made-up", "later", 1).replace("years = 1", "years = 2").replace("2020-01-01", "2026-01-01")
    table = read(GOOD.replace("note", "until = 2026-01-01\nnote") + later)
    assert due("case", date(2020, 5, 5), date(2025, 12, 31), table).rule.key == "made-up"
    assert due("case", date(2020, 5, 5), date(2026, 1, 1), table).rule.key == "later"


@pytest.mark.parametrize(("kind", "on"), [("case", date(2019, 12, 31)), ("log", TODAY)])
def test_it_erases_nothing_without_a_rule(kind, on):
    with pytest.raises(NoRule):
        due(kind, date(1990, 1, 1), on)


def test_it_narrows_a_list_without_losing_a_file_that_is_due():
    assert due("case", cutoff(TODAY), TODAY).day >= TODAY
    assert cutoff(date(2100, 3, 2)) >= date(2080, 2, 29)


@pytest.mark.parametrize(
    ("words", "changed"),
    [
        ('source = "a made-up law"\n', ""),
        ('"a made-up law"', '" "'),
        ("years = 1\n", ""),
        ("years = 1", "years = 0"),
        ('["case"]', '["cases"]'),
        ('["case"]', "[]"),
        ("last_change", "birth"),
        ("from = 2020-01-01\n", ""),
        ('note = ""', 'note = ""\nuntil = 2020-01-01'),
        ('note = ""', 'note = ""\nmistyped = 1'),
    ],
)
def test_it_refuses_a_rule_that_cannot_be_used(words, changed):
    assert words in GOOD
    with pytest.raises(RuleError, match=r"made-up|key"):
        read(GOOD.replace(words, changed))


def test_it_refuses_two_rules_of_one_key():
    with pytest.raises(RuleError, match="same key"):
        read(GOOD + GOOD)


def test_it_has_a_rule_for_every_kind_of_dossier_and_for_the_log():
    known = rules.all_rules()
    assert set(Dossier.Kind.values) | {"log"} == rules.KINDS
    for event in (CountedFrom.LAST_CHANGE, CountedFrom.REQUEST):
        assert set(Dossier.Kind.values) <= {kind for rule in known if rule.counted_from == event for kind in rule.kinds}


def test_it_shows_lawyers_the_rules_that_it_goes_by():
    text = (ROOT / "docs" / "reference" / "retention.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    assert rows == [_row(rule) for rule in rules.all_rules()]


def _row(rule):
    years, months = divmod(rule.months, 12)
    term = f"{years} years" if years else f"{months} months"
    kinds, until = ", ".join(sorted(rule.kinds)), rule.until or ""
    verify = "**to verify**" if rule.verify else ""
    cells = [f"`{rule.key}`", kinds, term, rule.counted_from.replace("_", " "), rule.source, rule.since, until, verify]
    return "| " + " | ".join(map(str, [*cells, rule.note])).replace("|  |", "| |").replace("|  |", "| |") + " |"
