# SPDX-License-Identifier: EUPL-1.2
"""Which names are written most like a text: by the runs of three letters that they share (Dice's coefficient)."""

from collections.abc import Iterable, Iterator

Runs = frozenset[str]
_LEAST = 0.2
_MOST = 3


def runs(text: str) -> Runs:
    """Return the runs of three letters in a text, with its words' ends."""
    padded = [f" {word} " for word in text.casefold().split()]
    return frozenset(word[place : place + 3] for word in padded for place in range(len(word) - 2))


def likeness(one: Runs, other: Runs) -> float:
    """Return from 0 to 1 how much two texts are alike."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def nearest(text: str, names: Iterable[tuple[int, Runs]]) -> list[int]:
    """Return whose names are most like a text, at most three and the likest first; nobody's where none is alike."""
    wanted = runs(text)
    best: dict[int, float] = {}
    for whose, its in names:
        best[whose] = max(best.get(whose, 0.0), likeness(wanted, its))
    return list(_first(best))


def _first(best: dict[int, float]) -> Iterator[int]:
    ranked = sorted(best.items(), key=lambda each: (-each[1], each[0]))
    return (whose for whose, worth in ranked[:_MOST] if worth >= _LEAST)
