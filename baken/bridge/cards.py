# SPDX-License-Identifier: EUPL-1.2
"""A card of something published, as it lies in the hatch to casework: what it is and where it is read. Pure.

A card has no text, and leads nowhere but into the databank: an address is a path there, without a question behind it.
"""

import re
from datetime import date
from typing import NamedTuple

ARTICLE, PROVISION = "article", "provision"
KINDS = (ARTICLE, PROVISION)
ADDRESS = r"""^/[^/?#\\<>"'[:space:][:cntrl:]][^?#\\<>"'[:space:][:cntrl:]]*$"""
TITLE, SUMMARY, NAME, LONG = 300, 300, 100, 600
MOST_NAMES = 60  # concepts, or citations, of one card
_ADDRESS = re.compile(r"""/[^/?#\\<>"'\s\x00-\x1f\x7f][^?#\\<>"'\s\x00-\x1f\x7f]*""")


class Card(NamedTuple):
    """A published article or provision in one language.

    ``same`` is what its languages share. Concepts are notations of our own thesaurus; a citation is a part of a work by
    the databank's permanent names, such as `bwb/BWBR0011825/artikel/3.48`.
    """

    key: str
    same: str
    kind: str
    language: str
    title: str
    summary: str
    address: str
    concepts: tuple[str, ...]
    citations: tuple[str, ...]
    updated: date | None


def is_sound(card: Card) -> bool:
    """Return whether a card is what the hatch is for, and leads nowhere but into the databank."""
    sizes = len(card.title) <= TITLE and len(card.summary) <= SUMMARY and len(card.address) <= LONG
    return bool(card.kind in KINDS and card.title and sizes and _ADDRESS.fullmatch(card.address))
