# SPDX-License-Identifier: EUPL-1.2
"""Reciprocal rank fusion (Cormack, Clarke & Büttcher 2009), to lay the search's own fusion beside."""

from collections.abc import Iterable

# The best on the half of the topics that settings are chosen with, of 1, 2, 5, 10, 20 and 60.
CONSTANT = 5


def fused(*orders: Iterable[tuple[str, float]]) -> list[tuple[str, float]]:
    """Return `(id, score)` of several orders in one, best first."""
    scores: dict[str, float] = {}
    for order in orders:
        for rank, (name, _) in enumerate(order, 1):
            scores[name] = scores.get(name, 0.0) + 1 / (CONSTANT + rank)
    return sorted(scores.items(), key=lambda each: -each[1])
