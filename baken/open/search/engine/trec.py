# SPDX-License-Identifier: EUPL-1.2
"""TREC's forms: topics in, runs out and in, judgements in, so that any evaluation tool can judge the search.

Columns are parted by spaces, and the name of a topic or a document may hold one itself ("38 bis"). Names are kept as
they are: what parts the columns is the word in the second one (`Q0`, or `0` in judgements).
"""

import math
import re
from collections.abc import Hashable, Iterable, Iterator
from typing import Any

_RUN = re.compile(r"(\S.*?)\s+(?:Q0|0)\s+(\S.*?)\s+\d+\s+(\S+)\s+\S+")
_JUDGED = re.compile(r"(\S.*?)\s+(?:Q0|0)\s+(\S.*?)\s+(-?\d+)")
# Tools order by the score alone, some in single precision: equals are set apart by what that still tells apart.
_APART = 1e-4


def topics(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield `(topic, question)` from tab-separated lines; raises ValueError with the number of a bad line."""
    seen: set[str] = set()
    for place, line in _filled(lines):
        topic, tab, text = line.partition("\t")
        if not tab or not topic.strip():
            raise ValueError(f"line {place}: expected a topic, a tab and a question")
        _once(seen, topic, f"line {place}: the topic {topic!r} stands here twice")
        yield topic, text


def run_lines(topic: str, found: Iterable[tuple[str, float]], tag: str = "baken") -> Iterator[str]:
    """Yield a run's lines for a topic: each document once, ranks from 1, scores strictly falling."""
    best: dict[str, float] = {}
    for name, score in found:
        best.setdefault(name, score)
    steps = math.inf
    for rank, (name, score) in enumerate(best.items(), 1):
        steps = min(round(score / _APART), steps - 1)
        yield f"{topic} Q0 {name} {rank} {steps * _APART:.4f} {tag}"


def run(lines: Iterable[str]) -> Iterator[tuple[str, str, float]]:
    """Yield `(topic, document, score)` from a run's lines; raises ValueError with the number of a bad line."""
    seen: set[tuple[str, str]] = set()
    for place, line in _filled(lines):
        found = _RUN.fullmatch(line)
        score = _number(found[3]) if found else math.nan
        if not found or not math.isfinite(score):
            raise ValueError(f"line {place}: expected a topic, Q0, a document, a rank, a score and a name of the run")
        _once(seen, (found[1], found[2]), f"line {place}: the document {found[2]!r} stands here twice for its topic")
        yield found[1], found[2], score


def judged(lines: Iterable[str]) -> Iterator[tuple[str, str, int]]:
    """Yield `(topic, document, how right it is)` from judgements; raises ValueError with the number of a bad line."""
    seen: set[tuple[str, str]] = set()
    for place, line in _filled(lines):
        found = _JUDGED.fullmatch(line)
        if not found:
            raise ValueError(f"line {place}: expected a topic, 0, a document and how right it is (a whole number)")
        _once(seen, (found[1], found[2]), f"line {place}: the document {found[2]!r} is judged twice for its topic")
        yield found[1], found[2], int(found[3])


def _filled(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that hold something, with their numbers."""
    for place, line in enumerate(lines, 1):
        if line.strip():
            yield place, line.rstrip("\r\n")


def _once(seen: set[Any], each: Hashable, fault: str) -> None:
    if each in seen:
        raise ValueError(fault)
    seen.add(each)


def _number(word: str) -> float:
    try:
        return float(word)
    except ValueError:
        return math.nan
