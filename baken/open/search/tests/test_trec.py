# SPDX-License-Identifier: EUPL-1.2
"""Topics are read and runs written as evaluation tools expect them."""

import struct
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.open.search.engine import trec


def test_it_reads_topics():
    assert list(trec.topics(["t1\tveilige opvang\n", "\n", "t2\t\n"])) == [("t1", "veilige opvang"), ("t2", "")]


@pytest.mark.parametrize("line", ["geen tab", "\tgeen onderwerp", " \tgeen onderwerp", "t1\ttweemaal"])
def test_it_refuses_a_line_that_is_no_topic(line):
    with pytest.raises(ValueError, match="line 2"):
        list(trec.topics(["t1\tgoed", line]))


def test_it_writes_each_document_once_and_names_it_as_it_is():
    lines = list(trec.run_lines("t 1", [("a b", 2.5), ("c", 1.0), ("a b", 0.5)]))
    assert lines == ["t 1 Q0 a b 1 2.5000 baken", "t 1 Q0 c 2 1.0000 baken"]


@given(st.lists(st.floats(min_value=0, max_value=500), max_size=100))
def test_scores_fall_strictly_even_in_single_precision(scores):
    ranked = [(f"d{place}", score) for place, score in enumerate(sorted(scores, reverse=True))]
    read = [score for _, _, score in trec.run(trec.run_lines("t", ranked))]
    single = [struct.unpack("f", struct.pack("f", each))[0] for each in read]
    assert len(read) == len(scores)
    assert all(one > other for one, other in pairwise(single))


def test_it_reads_back_what_it_wrote():
    lines = [f"{line}\n" for line in trec.run_lines("t#38 bis", [("d#38 bis", 2.0), ("d", 1.0)])]
    assert list(trec.run([*lines, "\n"])) == [("t#38 bis", "d#38 bis", 2.0), ("t#38 bis", "d", 1.0)]


def test_it_reads_judgements():
    assert list(trec.judged(["t 1 0 d 1 1", "t\t0\td\t0", ""])) == [("t 1", "d 1", 1), ("t", "d", 0)]


@pytest.mark.parametrize(
    "line", ["t Q0 d 1 2.5", "t Q0 d 1 veel baken", "t Q0 d 1 nan baken", "t d 1 2.5 baken", "t Q0 d 9 1 x"]
)
def test_it_refuses_a_line_that_is_of_no_run(line):
    with pytest.raises(ValueError, match="line 2"):
        list(trec.run(["t Q0 d 1 9.0 baken", line]))


@pytest.mark.parametrize("line", ["t d 1", "t 0 d veel", "t 0 d 1.5", "t 0 d 0"])
def test_it_refuses_a_line_that_is_no_judgement(line):
    with pytest.raises(ValueError, match="line 2"):
        list(trec.judged(["t 0 d 1", line]))
