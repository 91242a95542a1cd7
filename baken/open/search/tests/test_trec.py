# SPDX-License-Identifier: EUPL-1.2
"""Topics are read and runs written as evaluation tools expect them."""

import pytest

from baken.open.search.engine import trec


def test_it_reads_topics():
    assert list(trec.topics(["t1\tveilige opvang\n", "\n", "t2\t\n"])) == [("t1", "veilige opvang"), ("t2", "")]


@pytest.mark.parametrize("line", ["geen tab", "\tgeen onderwerp", " \tgeen onderwerp"])
def test_it_refuses_a_line_that_is_no_topic(line):
    with pytest.raises(ValueError, match="line 2"):
        list(trec.topics(["t1\tgoed", line]))


def test_it_writes_six_columns_and_each_document_once():
    lines = list(trec.run_lines("t 1", [("a b", 2.5), ("c", 1.0), ("a b", 0.5)]))
    assert lines == ["t_1 Q0 a_b 1 2.500000 baken", "t_1 Q0 c 2 1.000000 baken"]
