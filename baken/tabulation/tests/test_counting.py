# SPDX-License-Identifier: EUPL-1.2
"""Every unit stands in one cell and in each total above it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.tabulation.counting import UnknownCode, counted
from baken.tabulation.shapes import ALL
from baken.tabulation.tests.made import FORM, SEX, table, units

NUMBERS = st.dictionaries(st.tuples(st.sampled_from(SEX.codes), st.sampled_from(FORM.codes)), st.integers(0, 9))


def test_cells_and_totals():
    found = table({("woman", "sexual"): 3, ("man", "sexual"): 2, ("man", "labour"): 4})
    assert found.values["woman", "sexual"] == 3
    assert found.values["woman", "labour"] == 0
    assert found.values["man", ALL] == 6
    assert found.values[ALL, "sexual"] == 5
    assert found.total == 9


@given(NUMBERS)
def test_parts_add_up_to_every_total(numbers):
    made = table(numbers)
    assert set(made.values) == set(made.cells())
    assert made.total == sum(numbers.values())
    for at, value in made.values.items():
        for along, code in enumerate(at):
            if code == ALL:
                assert sum(made.values[each] for each in made.parts(at, along)) == value


def test_a_code_of_no_category_is_refused_and_never_lost():
    with pytest.raises(UnknownCode, match="sex: there is no category 'unheard'"):
        counted([{"sex": "unheard", "form": "labour"}], (SEX, FORM))


def test_a_unit_that_says_nothing_is_refused():
    with pytest.raises(KeyError):
        counted([{"sex": "man"}], (SEX, FORM))


def test_nobody_is_a_table_of_zeros():
    assert set(counted(units({}), (SEX, FORM)).values()) == {0}
