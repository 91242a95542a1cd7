# SPDX-License-Identifier: EUPL-1.2
"""TREC's forms: topics in, runs out, so that any evaluation tool can judge the search."""

from collections.abc import Iterable, Iterator


def topics(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield `(topic, question)` from tab-separated lines; raises ValueError with the number of a bad line."""
    for place, line in enumerate(lines, 1):
        if line.strip():
            topic, tab, text = line.rstrip("\n").partition("\t")
            if not tab or not topic.strip():
                raise ValueError(f"line {place}: expected a topic, a tab and a question")
            yield topic, text


def run_lines(topic: str, found: Iterable[tuple[str, float]], tag: str = "baken") -> Iterator[str]:
    """Yield a run's lines for a topic, each document once, ranks from 1; spaces in names become underscores."""
    best: dict[str, float] = {}
    for name, score in found:
        best.setdefault(_word(name), score)
    for rank, (name, score) in enumerate(best.items(), 1):
        yield f"{_word(topic)} Q0 {name} {rank} {score:.6f} {tag}"


def _word(name: str) -> str:
    return "_".join(name.split())
