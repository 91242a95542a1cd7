# SPDX-License-Identifier: EUPL-1.2
"""The questions that speed is measured with, and how long answers took."""

import csv
import hashlib
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from baken.open.search.engine import trec
from baken.settings import environment

_TOPICS, _MOST, _WARM = ("nl", "en"), 150, 40
_PROFESSIONS = environment.ROOT / "baken" / "open" / "search" / "tests" / "professions" / "questions.tsv"


def questions(data: Path) -> list[str]:
    """Return 150 titles of treaty articles in each language, and what professions ask, each once."""
    titles = [text for language in _TOPICS for text in _titles(data / "search" / f"topics.{language}.tsv")]
    return list(dict.fromkeys((*titles, *_professions())))


def _titles(file: Path) -> list[str]:
    return [text for _, text in trec.topics(file.read_text(encoding="utf-8").splitlines())][:_MOST]


def _professions() -> list[str]:
    lines = (line for line in _PROFESSIONS.read_text(encoding="utf-8").splitlines() if line[:1] != "#")
    return [row[2] for row in csv.reader(lines, delimiter="\t")]


def taken(ask: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    """Ask all one after another, the first forty once before, and return the milliseconds of each answer."""
    for text in texts[:_WARM]:
        ask(text)
    return [_one(ask, text) for text in texts]


def _one(ask: Callable[[str], object], text: str) -> float:
    began = time.perf_counter()
    ask(text)
    return (time.perf_counter() - began) * 1000


def told(milliseconds: Iterable[float]) -> dict[str, float]:
    """Return what half and 95 of 100 answers took at most, the longest, and how many came in a second."""
    each = sorted(milliseconds)
    per_second = 1000 * len(each) / sum(each)
    found = {"p50": statistics.median(each), "p95": statistics.quantiles(each, n=20)[-1], "longest": each[-1]}
    return {**found, "per_second": per_second, "questions": len(each)}


def digest(orders: Iterable[Iterable[str]]) -> str:
    """Return what tells answers from any others, in 16 letters: the same documents in the same order give the same."""
    lines = "\n".join("\t".join(order) for order in orders)
    return hashlib.sha256(lines.encode()).hexdigest()[:16]
