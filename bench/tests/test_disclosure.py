# SPDX-License-Identifier: EUPL-1.2
"""What the measurements count, on small made-up tables."""

from baken.tabulation.disclosure.tests.small import SEX, people, table
from bench.disclosure import _measured, ours, small_alone, whole_lines

WHOLE = table(people({("woman",): 30, ("man",): 4}, SEX), SEX)


def measured(way):
    return {**_measured([WHOLE], way), "seconds": 0, "attack": 0}


def test_small_cells_alone_come_out():
    found = measured(small_alone)
    assert (found["told"], found["small"], found["recovered"], found["not open"]) == (2, 1, 1, 1)


def test_ours_and_whole_lines_keep_them_in():
    for way in (ours, whole_lines):
        found = measured(way)
        assert (found["told"], found["hidden besides"], found["recovered"], found["not open"]) == (1, 1, 0, 0)


def test_what_must_wait_is_counted():
    few = table(people({("woman",): 5}, SEX), SEX)
    assert _measured([WHOLE, few], ours)["refused"] == 1
