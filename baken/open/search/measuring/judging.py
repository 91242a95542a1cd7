# SPDX-License-Identifier: EUPL-1.2
"""What a run is worth by known judgements, topic by topic. The formulas are those of ir-measures, not our own."""

from collections.abc import Iterable

import ir_measures
import numpy as np
from ir_measures import RR, Success, nDCG
from numpy.typing import NDArray

_OF = {"MRR@10": RR @ 10, "hit@1": Success @ 1, "hit@10": Success @ 10, "nDCG@10": nDCG @ 10}
MEASURES = tuple(_OF)

Scores = NDArray[np.float64]
Run = Iterable[tuple[str, str, float]]
Judged = Iterable[tuple[str, str, int]]


def scores(run: Run, judged: Judged) -> Scores:
    """Return a row for each judged topic, in the order of the judgements, and a column for each of `MEASURES`, 0 to 1.

    A topic that the run does not have counts 0; one that nobody judged does not count. Raises ValueError where
    nothing is judged.
    """
    right = [ir_measures.Qrel(*each) for each in judged]
    topics = {topic: place for place, topic in enumerate(dict.fromkeys(each.query_id for each in right))}
    if not topics:
        raise ValueError("nothing is judged")
    found = np.zeros((len(topics), len(MEASURES)))
    columns = {measure: place for place, measure in enumerate(_OF.values())}
    answers = [ir_measures.ScoredDoc(*each) for each in run]
    for value in ir_measures.iter_calc(columns, right, answers):
        found[topics[value.query_id], columns[value.measure]] = value.value
    return found
