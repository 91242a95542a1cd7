# SPDX-License-Identifier: EUPL-1.2
"""What a run is worth is counted over all judged topics, and told with how sure it is."""

import numpy as np
import pytest

from baken.open.search.measuring import intervals, judging

JUDGED = [("a", "d 1", 1), ("b", "d2", 1), ("c", "d3", 1), ("d", "d4", 1), ("d", "d5", 0)]


def means(run):
    return {name: each.value for name, each in intervals.means(judging.scores(run, JUDGED)).items()}


def test_it_counts_a_topic_without_an_answer_as_nothing():
    # Right at once; right as the second; right too late; no line at all.
    late = [("c", f"x{place}", 20.0 - place) for place in range(10)]
    run = [("a", "d 1", 2.0), ("b", "x", 2.0), ("b", "d2", 1.0), *late, ("c", "d3", 1.0), ("of nobody", "d 1", 9.0)]
    assert means(run) == {
        "MRR@10": 0.375, "hit@1": 0.25, "hit@10": 0.5, "nDCG@10": pytest.approx((1 + 1 / np.log2(3)) / 4, abs=1e-6),
    }  # fmt: skip


def test_an_empty_run_is_worth_nothing():
    assert set(means([]).values()) == {0.0}


def test_it_refuses_to_judge_by_nothing():
    with pytest.raises(ValueError, match="nothing is judged"):
        judging.scores([], [])


def test_an_interval_holds_the_mean_narrows_with_topics_and_is_always_the_same():
    some = np.tile([[0.0] * 4, [1.0] * 4], (25, 1))
    one, other = (intervals.means(each)["hit@1"] for each in (some, np.tile(some, (16, 1))))
    assert one.low < one.value == 0.5 < one.high
    # Of fifty halves the standard error is .071, so 95 % lie within .139 of the mean.
    assert one.high - one.low == pytest.approx(2 * 0.139, abs=0.03)
    assert other.high - other.low == pytest.approx((one.high - one.low) / 4, abs=0.01)
    assert intervals.means(some)["hit@1"] == one


def test_it_is_sure_of_a_small_difference_that_every_topic_shows():
    hard = np.linspace(0, 0.9, 50)[:, None] * np.ones(4)
    difference = intervals.differences(hard + 0.05, hard)["MRR@10"]
    assert difference == pytest.approx((0.05, 0.05, 0.05))
