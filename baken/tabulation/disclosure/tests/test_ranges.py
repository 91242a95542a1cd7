# SPDX-License-Identifier: EUPL-1.2
"""Nothing is said of a hidden cell that the table does not tell already."""

from baken.tabulation.disclosure import protect, ranges
from baken.tabulation.disclosure.tests.small import FORM, SEX, dimension, hiding, people, table
from baken.tabulation.shapes import ALL

CASES = people(
    {("woman", "sexual"): 40, ("woman", "labour"): 5, ("woman", "crime"): 22, ("man", "labour"): 31}, SEX, FORM
)


def test_of_a_small_count_is_not_said_that_it_is_small():
    safe = protect(table(CASES, SEX, FORM)).table
    said = ranges(safe)
    assert set(said) == {at for at, value in safe.values.items() if value is None}
    assert {each.words.en for each in said.values()} == {"hidden: fewer than 11, or to protect such a small number"}
    assert all(each.low < 11 <= each.high for each in said.values())
    assert said["woman", "labour"].low == said["man", "crime"].low == 0


def test_what_anybody_can_compute_is_said():
    some = table(CASES, SEX, FORM)
    said = ranges(hiding(some, ("woman", "labour"), ("woman", "crime"), ("man", "labour"), ("man", "crime")))
    assert said["woman", "labour"].words.en == "hidden: fewer than 11, or to protect such a small number"
    assert (said["woman", "labour"].low, said["woman", "labour"].high) == (5, 27)
    few = ranges(hiding(some, ("woman", "labour"), ("woman", ALL), (ALL, "labour"), (ALL, ALL)))
    assert few["woman", "labour"].high is None
    known = ranges(hiding(some, ("woman", "labour")))["woman", "labour"]
    assert (known.low, known.high, known.words.nl) == (5, 5, "minder dan 11")
    large = ranges(hiding(some, ("woman", "crime")))["woman", "crime"]
    assert large.words.en == "11 or more; hidden to protect another number"


def test_where_nobody_can_be_that_is_said():
    nation = dimension("nation", "nl", "vn", region={"nl": "eu", "vn": "asia"})
    some = [{"nation": "nl", "region": "eu"}] * 20 + [{"nation": "vn", "region": "asia"}] * 30
    safe = protect(table(some, nation, dimension("region", "eu", "asia"))).table
    assert {at for at, value in safe.values.items() if value is None} == {("nl", "asia"), ("vn", "eu")}
    assert {each.words.en for each in ranges(safe).values()} == {"nobody: these cannot go together"}
