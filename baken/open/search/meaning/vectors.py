# SPDX-License-Identifier: EUPL-1.2
"""Vectors of texts, and what anything must do that makes them."""

from collections.abc import Hashable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from baken.open.search.meaning.fields import SIZE

Vectors = NDArray[np.float32]
# Of e5-small: three of four right answers in the question's language reach it, and half of the questions bring two at
# most that have none of their words; lower, a question brought dozens, and found no more that was right.
SURE_E5, SURE_OTHERS = 0.85, 0.5


class Unable(Exception):
    """No vector can be had of the embedder now; the message says why in one line."""


class Embedder(Hashable, Protocol):
    """A model; vectors of two models cannot be compared, so each has a ``name`` of its own.

    Passages whose cosine with a question is at least ``sure`` are about the same; others hardly reach it.
    """

    name: str
    sure: float

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return a row of `SIZE` numbers for each text, of length 1; raises Unable."""

    def question(self, text: str) -> Vectors:
        """Return the `SIZE` numbers of a question, of length 1; raises Unable."""


def of_length_one(rows: Vectors) -> Vectors:
    """Return vectors of length 1; raises Unable where they are none, or not of `SIZE` numbers."""
    if rows.ndim != 2 or rows.shape[1] != SIZE:  # noqa: PLR2004 - rows and columns
        raise Unable(f"the model gives {rows.shape[-1] if rows.ndim else 0} numbers a text, not {SIZE}")
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    if not np.isfinite(lengths).all() or not (lengths > 0).all():
        raise Unable("the model gives numbers that are no vector")
    found: Vectors = (rows / lengths).astype(np.float32)
    return found
