# SPDX-License-Identifier: EUPL-1.2
"""The most of a sum: by HiGHS, and by CP-SAT from where one stands where that takes too long to prove."""

import time
from collections.abc import Mapping
from dataclasses import replace

from baken.closed.shelter.placing import branching, model
from baken.closed.shelter.placing.model import Effort
from baken.closed.shelter.placing.rows import Answer, Rows, Terms

WORKERS = 8  # of CP-SAT, which take turns on fewer cores: each looks in its own way
_PROVING = 0.7  # share of the time that HiGHS gets


def best(rows: Rows, terms: Terms, seconds: float, start: Mapping[int, bool]) -> Answer | None:
    """Return the most that was found in some seconds, with a bound; None where nothing was found."""
    until = time.monotonic() + seconds
    answer = branching.best(rows, terms, _PROVING * seconds)
    if answer and answer.worth == answer.bound:
        return answer
    other = model.best(rows, terms, Effort(until - time.monotonic(), WORKERS), start)
    found = [each for each in (answer, other) if each]
    least = min((each.bound for each in found), default=0)
    return replace(max(found, key=lambda each: each.worth), bound=least) if found else None
