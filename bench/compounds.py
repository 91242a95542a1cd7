# SPDX-License-Identifier: EUPL-1.2
"""`python -m bench compounds`: how well Dutch compounds are taken apart, beside Koehn & Knight in the same run.

Learned from the Dutch treaty texts and the labels of EuroVoc, measured on words of newspapers and
encyclopedias, which hardly occur there. A compound is split right where each of its parts begins where a part of the
judgement does; linking letters belong to the part before. Simple words are the parts of five letters
and more that the file does not take apart itself. The settings were chosen on
the tuned half. Intervals are Wilson's, at 95 %.
"""

import csv
import gzip
import json
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import NormalDist

from baken.open.search.engine.compounds import learn
from baken.open.search.engine.compounds.known import folded
from baken.open.search.engine.compounds.words import counted
from baken.settings import environment
from bench import koehn_knight
from bench.judged_parts import cut, starts

Split = Callable[[str], Sequence[str]]
_SHORTEST_SIMPLE = 5
# Judged as one part, though each is a compound itself: splitting these is counted apart.
_COMPOUNDS_THEMSELVES = frozenset(
    """
    akkerbouw bestanddeel bloedvat brandstof dagboek drieluik honkbal klauwzeer koolmonoxide landbouw leeftijd
    liefhebber melkvee nobelprijs onkruid openlucht paddenstoel platteland pluimvee ranglijst tijdschrift tweeman
    veeteelt verslaggever voetbal volleybal vrijbuiter werkgelegenheid woensdag vrijdag zaterdag woordvoerder wedstrijd
    zelfbeschikking zetmeel
    """.split()  # noqa: SIM905 - a list of words reads as a text
)


def texts(folder: Path) -> Iterator[str]:
    """Yield the Dutch texts and labels to learn from."""
    with gzip.open(folder / "search" / "documents.nl.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)
    with gzip.open(folder / "search" / "parallel.nl-en.jsonl.gz", "rt", encoding="utf-8") as lines:
        for each in map(json.loads, lines):
            yield from (each.get("title_nl") or "", each["nl"])
    with (folder / "eurovoc" / "eurovoc.csv").open(encoding="utf-8", newline="") as lines:
        yield from (row["nl"] for row in csv.DictReader(lines))


def main() -> None:
    """Learn, take apart, print shares with intervals and speed; some seconds."""
    folder = environment.data()
    counts = counted(texts(folder))
    began = time.perf_counter()
    splitter = learn(counts)
    print(f"{len(counts)} words learned from in {time.perf_counter() - began:.1f} s")
    lines = (folder / "search" / "compounds.jsonl").read_text(encoding="utf-8").splitlines()
    judged = {each["form"]: each["lemma_parts"] for each in map(json.loads, lines)}
    peer = koehn_knight.splitter({word: count for word, count in counts.items() if word.isalpha()})
    for name, split in (("ours", splitter.split), ("Koehn & Knight", peer)):
        _tell(name, split, judged, list(counts))


def _tell(name: str, split: Split, judged: Mapping[str, list[str]], words: list[str]) -> None:
    simple, themselves = _simple(judged)
    print(name)
    halves = zip(("tuned", "held out", "all"), _halves(list(judged), 20260101), _halves(simple, 7), strict=True)
    for half, compounds, wholes in halves:
        right = sum(cut(split(word)) == starts(folded(word), judged[word]) for word in compounds)
        wrong = sum(len(split(word)) > 1 for word in wholes)
        print(f"  {half:8}  split right {_share(right, len(compounds))}  simple split {_share(wrong, len(wholes))}")
    parted = sum(len(split(word)) > 1 for word in themselves)
    print(f"  of words judged as one part that are compounds themselves, {parted} of {len(themselves)} are split")
    print(f"  {_speed(split, words):,.0f} words/s")


def _simple(judged: Mapping[str, list[str]]) -> tuple[list[str], list[str]]:
    parts = sorted({part for each in judged.values() for part in each if len(part) >= _SHORTEST_SIMPLE} - judged.keys())
    return (
        [each for each in parts if each not in _COMPOUNDS_THEMSELVES],
        [each for each in parts if each in _COMPOUNDS_THEMSELVES],
    )


def _halves(words: list[str], seed: int) -> tuple[list[str], list[str], list[str]]:
    shuffled = list(words)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - the same halves each time
    half = len(words) // 2
    return shuffled[:half], shuffled[half:], words


def _share(hits: int, of: int) -> str:
    """Return a share with its interval after Wilson."""
    z = NormalDist().inv_cdf(0.975)
    share, weight = hits / of, 1 + z * z / of
    middle = (share + z * z / (2 * of)) / weight
    reach = z * (share * (1 - share) / of + z * z / (4 * of * of)) ** 0.5 / weight
    return f"{share:.3f} [{middle - reach:.3f}, {middle + reach:.3f}] of {of}"


def _speed(split: Split, words: list[str]) -> float:
    some = words[:20_000]
    began = time.perf_counter()
    for word in some:
        split(word)
    return len(some) / (time.perf_counter() - began)
