# SPDX-License-Identifier: EUPL-1.2
"""What numbers alone do not show: one matter told twice, days that are not settled, too many cells."""

from dataclasses import replace
from datetime import date

import pytest

from baken.closed.figures.counting.catalogue import dimension as of_dates
from baken.closed.figures.counting.catalogue import meanings, units
from baken.closed.figures.fitness import MOST_CELLS, Meaning, check_fit
from baken.tabulation.disclosure import Unsafe
from baken.tabulation.shapes import Population
from baken.tabulation.tests.made import SEX, dimension, table

TABLE = table({("woman", "sexual"): 30, ("man", "labour"): 20})
NONE = {"sex": Meaning(), "form": Meaning()}


def refused(reason, *about):
    with pytest.raises(Unsafe) as refusal:
        check_fit(*about)
    assert reason in refusal.value.reason.en


def test_a_table_that_is_over_and_settled_fits():
    check_fit(TABLE, [], NONE)


def test_many_cells_do_not():
    many = dimension("sex", *map(str, range(MOST_CELLS)))
    refused("more than", replace(TABLE, dimensions=(many, TABLE.dimensions[1])), [], NONE)


def test_a_period_that_is_not_over_does_not():
    refused("not over", replace(TABLE, counted_on=date(2025, 12, 30)), [], NONE)


def test_what_takes_long_is_settled_only_later():
    settles = {**NONE, "form": Meaning(settles=30)}
    refused("not settled", TABLE, [], settles)  # counted five days after its last day
    check_fit(replace(TABLE, counted_on=date(2026, 1, 30)), [], settles)


@pytest.mark.parametrize("beside", [[], [replace(TABLE, dimensions=(SEX,))]])
def test_two_dimensions_of_one_matter_do_not_fit_in_one_table(beside):
    refused("same matter", TABLE, beside, {"sex": Meaning("ending"), "form": Meaning("ending")})


def test_nor_in_two_tables_of_one_unit_be_it_as_a_choice():
    ending = {"sex": Meaning("ending"), "form": Meaning("ending")}
    one, other = (replace(TABLE, dimensions=(each,)) for each in TABLE.dimensions)
    refused("same matter", one, [other], ending)
    chosen = replace(TABLE.population, where={"form": ("sexual",)})
    refused("same matter", one, [replace(one, population=chosen)], ending)
    check_fit(one, [replace(other, population=Population("reports", *_days()))], ending)


def _days():
    return TABLE.population.first, TABLE.population.last


def test_whatever_ends_or_waits_says_of_what_and_when_it_is_settled():
    """A category for what is not over yet means the same in each list that has one."""
    for unit in units().values():
        for name in unit.dimensions:
            if {"open", "else", "waiting"} & set(of_dates(name, *_days()).codes):
                assert meanings()[name].matter, name
