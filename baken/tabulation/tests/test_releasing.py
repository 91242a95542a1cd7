# SPDX-License-Identifier: EUPL-1.2
"""What was plainly not made safe does not leave."""

from dataclasses import replace

import pytest

from baken.tabulation.examples import examples
from baken.tabulation.releasing import Unfit, check_may_leave, most
from baken.tabulation.shapes import ALL
from baken.tabulation.tests.made import ESTIMATE, table

TABLE = examples()["example-by-form-and-age"]
ONE = examples()["example-by-origin"]


def told(figure, **cells):
    return replace(figure, values={**figure.values, **{tuple(at.split("_")): value for at, value in cells.items()}})


@pytest.mark.parametrize("figure", [*examples().values(), ESTIMATE], ids=[*examples(), "estimate"])
def test_what_is_fit_passes(figure):
    check_may_leave(figure)


@pytest.mark.parametrize(
    ("figure", "why"),
    [
        (table({("woman", "sexual"): 30}), "threshold is 0"),
        (replace(ONE, threshold=22), "fewer than its threshold"),
        (told(ONE, america=0), "fewer than its threshold"),
        (told(ONE, unknown=12), "computed from a total"),
        (replace(ONE, values={**ONE.values, (ALL,): 435}), "computed from a total"),
        (told(TABLE, **{"criminal_0-17": 31}), "computed from a total"),
        (replace(ESTIMATE, observed=10), "fewer than 11 were seen"),
        (replace(ESTIMATE, results=ESTIMATE.results[1:]), "bare number"),
    ],
)  # fmt: skip
def test_what_gives_somebody_away_does_not(figure, why):
    with pytest.raises(Unfit, match=why):
        check_may_leave(figure)


def test_it_says_the_most_that_a_hidden_cell_can_hold():
    assert most(ONE, ("america",)) == most(ONE, ("unknown",)) == 19
    assert most(TABLE, ("other", "26-")) == 18  # of its row, 69 of the other one
    assert most(TABLE, ("criminal", "26-")) == 21  # of its column


def test_it_looks_past_a_total_that_is_hidden():
    rows = {("other", ALL): None, ("criminal", ALL): None}
    assert most(replace(TABLE, values={**TABLE.values, **rows}), ("other", "0-17")) == 35
    nothing = dict.fromkeys(TABLE.values)
    assert most(replace(TABLE, values=nothing), ("other", "0-17")) is None
