# SPDX-License-Identifier: EUPL-1.2
"""A figure comes back as it went, and what is not whole does not come back at all."""

import json
from dataclasses import replace

import pytest

from baken.tabulation.carrying import Unsound, packed, unpacked
from baken.tabulation.shapes import ALL
from baken.tabulation.tests.made import ESTIMATE, FORM, SEX, table

TABLE = table({("woman", "sexual"): 30, ("man", "labour"): 14})


def carried(figure):
    return json.loads(json.dumps(packed(figure)))


def hidden(*cells):
    return replace(TABLE, threshold=11, values={**TABLE.values, **dict.fromkeys(cells)})


@pytest.mark.parametrize("figure", [TABLE, ESTIMATE, hidden(("woman", "labour"), ("woman", "sexual"))])
def test_there_and_back(figure):
    assert unpacked(carried(figure)) == figure


def told(**changes):
    return {**carried(TABLE), **changes}


def cells(change):
    found = carried(TABLE)["values"]
    change(found)
    return told(values=found)


def result(**changes):
    return {**carried(ESTIMATE)["results"][0], **changes}


BROKEN = {
    "nothing": None,
    "a list": [],
    "no kind": {},
    "another kind": told(kind="person"),
    "no title": told(title={"nl": "x"}),
    "a long title": told(title={"nl": "x" * 5000, "en": "x"}),
    "a day of no calendar": told(counted_on="2026-02-30"),
    "a cell too few": cells(lambda found: found.pop()),
    "a cell of no category": cells(lambda found: found[0]["at"].reverse()),
    "a cell that says text": cells(lambda found: found[0].update(value="30")),
    "a cell that is true": cells(lambda found: found[0].update(value=True)),
    "a negative cell": cells(lambda found: found[0].update(value=-1)),
    "parts over the whole": cells(lambda found: found[0].update(value=31)),
    "parts under the whole": cells(lambda found: found[0].update(value=29)),
    "no dimension": told(dimensions=[], values=[{"at": [], "value": 1}]),
    "one dimension twice": told(dimensions=[carried(TABLE)["dimensions"][0]] * 2),
    "a period that ends before it begins": told(
        population={"unit": "cases", "first": "2025-12-31", "last": "2025-01-01", "where": {}}
    ),
    "an estimate of nobody seen": {**carried(ESTIMATE), "observed": None},
    "an estimate by no method": {**carried(ESTIMATE), "results": []},
    "an estimate without end": {
        **carried(ESTIMATE),
        "results": [{**carried(ESTIMATE)["results"][0], "high": float("inf")}],
    },
}


@pytest.mark.parametrize("said", BROKEN.values(), ids=BROKEN.keys())
def test_what_is_not_whole_is_refused(said):
    with pytest.raises(Unsound):
        unpacked(said)


def test_a_hidden_cell_is_no_zero():
    one = hidden(("woman", "labour"), ("woman", "sexual"), ("man", "labour"), ("man", "sexual"))
    assert unpacked(carried(one)).values["woman", "labour"] is None
    assert one.values["other", ALL] == 0


def test_the_order_of_dimensions_is_kept():
    assert [each.name for each in unpacked(carried(TABLE)).dimensions] == [SEX.name, FORM.name]
