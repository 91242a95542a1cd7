# SPDX-License-Identifier: EUPL-1.2
"""Everybody counts once in every table, parts add up to totals, and a rate has its population with its source."""

from collections import defaultdict
from datetime import date

import pytest

from baken.standards.breakdowns import comensha, counting, eurostat, sdg
from baken.standards.breakdowns.counting import TOTAL
from baken.standards.breakdowns.sdg import Population, PopulationError
from baken.standards.htcds.making import records
from baken.standards.victims import IDENTIFIED, PRESUMED, Victim, victim

DAY = date(2024, 5, 1)
OURS = ({"crossing": ["domestic"]}, {"forms": ["forced_criminality"]}, {})
MANY = [
    victim(each, on=date(2023 + at % 2, 5, 1), by="police" if at % 3 else "", ours=OURS[at % 3])
    for at, each in enumerate(records(400))
]
ROUND = pytest.mark.parametrize("module", [eurostat, comensha])


def of(rows, table, *at):
    (found,) = [each for each in rows if (each.table, each.at) == (table, at)]
    return found.persons


@ROUND
def test_every_table_has_everybody_once(module):
    counted = len(counting.of_year(MANY, 2024))
    assert 0 < counted < 200
    rows = module.rows(MANY, 2024)
    for table in module.classification().tables:
        assert of(rows, table, *[TOTAL] * len(table)) == counted
        assert sum(each.persons for each in rows if each.table == table and TOTAL not in each.at) == counted


@ROUND
def test_parts_add_up_to_every_total(module):
    rows, parts = module.rows(MANY, 2024), defaultdict(int)
    for each in rows:
        for along, key in enumerate(each.at):
            if key != TOTAL:
                parts[each.table, (*each.at[:along], TOTAL, *each.at[along + 1 :]), along] += each.persons
    assert parts
    assert {at: persons for at, persons in parts.items() if of(rows, at[0], *at[1]) != persons} == {}


@ROUND
def test_a_cell_with_nobody_in_it_is_told(module):
    rows = module.rows([], 2024)
    assert {each.persons for each in rows} == {0}
    assert {(each.table, each.at) for each in rows} == {(each.table, each.at) for each in module.rows(MANY, 2024)}


def test_eurostat_is_told_by_reporter_sex_age_citizenship_and_form():
    her = Victim(DAY, "border_police", IDENTIFIED, "Feminine", 17, ("PL",), ("SexualExploitation",))
    him = Victim(DAY, "shelter", PRESUMED, "TransgenderMasculine", 18, ("NG",), ("ForcedBegging",))
    no = Victim(DAY, "police", "NotAVictimOfTrafficking", "Feminine", 20)
    before = Victim(date(2023, 12, 31), "police", PRESUMED, "Feminine", 20)
    rows = eurostat.rows([her, him, no, before], 2024)
    assert of(rows, ("reporter",), "border") == 1
    assert of(rows, ("reporter",), "ngo") == 1
    assert of(rows, ("reporter",), TOTAL) == 2
    assert of(rows, ("sex", "age"), "female", "child") == 1
    assert of(rows, ("sex", "age"), "male", "adult") == 1
    assert of(rows, ("sex", "citizenship"), "female", "eu") == 1
    assert of(rows, ("sex", "form"), "male", "other") == 1


def test_comensha_divides_sexual_exploitation_by_the_border():
    told = [
        Victim(DAY, "police", PRESUMED, "Feminine", 20, ("NL",), ("SexualExploitation",), crossing=crossing)
        for crossing in ("domestic", "cross_border", "")
    ]
    rows = comensha.rows(told, 2024)
    for group in ("sexual_domestic", "sexual_cross_border", "sexual"):
        assert of(rows, ("form", "age"), group, "18-22") == 1
    assert of(rows, ("reporter", "minority", "nationality"), "police", "adult", "dutch") == 3


def test_a_rate_is_among_those_of_the_same_sex_and_age():
    living = {(TOTAL, TOTAL): 1_000_000, ("female", "child"): 100_000}
    told = [Victim(DAY, "police", PRESUMED, "Feminine", 17, (), ("SexualExploitation",))] * 3
    rows = sdg.rows(told, 2024, Population("Verzonnen bureau", date(2024, 1, 1), living))
    rates = {each.at: each.rate for each in rows}
    assert rates["female", "child"] == pytest.approx(3)
    assert rates[TOTAL, TOTAL] == pytest.approx(0.3)
    assert rates["sexual",] == pytest.approx(0.3)
    assert rates["male", "adult"] is None


@pytest.mark.parametrize(
    ("source", "persons", "said"),
    [
        (" ", {(TOTAL, TOTAL): 1}, "source"),
        ("Verzonnen bureau", {("female", "child"): 1}, "total"),
        ("Verzonnen bureau", {(TOTAL, TOTAL): 1, ("female", TOTAL): 0}, "female total: nobody lives there"),
    ],
)
def test_a_population_that_cannot_be_used_is_refused(source, persons, said):
    with pytest.raises(PopulationError, match=said):
        Population(source, DAY, persons)


def test_a_cell_has_words_in_both_languages():
    row = next(each for each in eurostat.rows([], 2024) if each.at == ("female", TOTAL))
    assert counting.called(eurostat.classification(), row, "nl") == {
        "geslacht": "vrouw of meisje",
        "leeftijdsgroep": "totaal",
    }
    assert counting.called(eurostat.classification(), row, "en") == {"sex": "woman or girl", "age group": "total"}
