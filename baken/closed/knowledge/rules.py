# SPDX-License-Identifier: EUPL-1.2
"""Which cards stand beside a step, and why (pure).

A card counts by what it is about and by what it stands on. What a topic names first weighs most; an article that meets
several is better than one that meets one. The reader's language comes first, and nothing is shown in two languages.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from baken.bridge.cards import ARTICLE, PROVISION, Card
from baken.closed.knowledge.topics import Topic

MOST = 5
MOST_PROVISIONS = 2  # of these: the law itself never crowds out what explains it
_FIRST, _NEXT, _TEXT = 6.0, 2.0, 3.0  # weights: named first, named later, and the law's own text


class Why(StrEnum):
    """Why a card stands beside a step."""

    IS = "is"
    CITES = "cites"
    ABOUT = "about"


@dataclass(frozen=True)
class Reason:
    """Why a card was chosen: of what was asked for, what weighs most."""

    why: Why
    of: str
    weight: float


@dataclass(frozen=True)
class Chosen:
    """A card beside a step, with its reason."""

    card: Card
    reason: Reason


def choose(topics: Iterable[Topic], cards: Iterable[Card], language: str, most: int = MOST) -> list[Chosen]:
    """Return the cards that these topics ask for, the best first."""
    asked = list(topics)
    found = [(card, reasons) for card in cards if (reasons := [each for topic in asked for each in met(topic, card)])]
    found.sort(key=lambda each: _place(*each, language))
    best: dict[str, Chosen] = {}
    for card, reasons in found:
        best.setdefault(card.same, Chosen(card, max(reasons, key=lambda each: each.weight)))
    law = [each for each in best.values() if each.card.kind == PROVISION][:MOST_PROVISIONS]
    return [each for each in best.values() if each.card.kind == ARTICLE or each in law][:most]


def met(topic: Topic, card: Card) -> list[Reason]:
    """Return the reasons for which a topic asks for a card."""
    if card.kind == PROVISION:
        return [Reason(Why.IS, each, _TEXT) for each in topic.citations if each in card.citations]
    about = [Reason(Why.ABOUT, name, _weight(topic.concepts, name)) for name in topic.concepts if name in card.concepts]
    cites = [Reason(Why.CITES, name, _NEXT) for name in topic.citations if name in card.citations]
    return [*about, *cites]


def _weight(names: Sequence[str], name: str) -> float:
    return _FIRST if name == names[0] else _NEXT


def _place(card: Card, reasons: list[Reason], language: str) -> tuple[bool, float, bool, str, str]:
    weight = sum(each.weight for each in reasons)
    return card.language != language, -weight, card.kind == PROVISION, card.title, card.key
