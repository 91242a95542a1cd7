# SPDX-License-Identifier: EUPL-1.2
"""Which cards stand beside a step, and why (pure).

A card counts by what it is about and by what it stands on. What a topic names first weighs most; an article that meets
several is better than one that meets one, and one that meets a single thing named later is none. The reader's language
comes first, and nothing is shown in two languages.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from baken.bridge.cards import ARTICLE, PROVISION, Card
from baken.closed.knowledge.topics import Topic

MOST = 5
LAW = 0.4  # the share of the law's own text: it never crowds out what explains it, and is not crowded out by it
LEAST = 3  # what weighs less has little to do with it
_FIRST, _NEXT, _TEXT = 6, 2, 3  # weights: named first, named later, and the law's own text


class Why(StrEnum):
    """Why a card stands beside a step."""

    IS = "is"
    CITES = "cites"
    ABOUT = "about"


@dataclass(frozen=True)
class Reason:
    """Why a card was chosen: one of the things that were asked for."""

    why: Why
    of: str
    weight: int


@dataclass(frozen=True)
class Chosen:
    """A card beside a step, with why: of each sort of reason what weighs most."""

    card: Card
    reasons: list[Reason]


def choose(topics: Iterable[Topic], cards: Iterable[Card], language: str, most: int = MOST) -> list[Chosen]:
    """Return the cards that these topics ask for: the best of each in their order, then whatever meets most of them."""
    asked = list(topics)
    best = _best(asked, cards, language)
    law = [each for each in best if each.card.kind == PROVISION][: int(most * LAW)]
    told = [each for each in best if each.card.kind == ARTICLE]
    firsts = _firsts(asked, told, language)
    told = [*firsts, *(each for each in told if each not in firsts)][: most - len(law)]
    return sorted([*told, *law], key=lambda each: each.card.language != language)


def _best(asked: list[Topic], cards: Iterable[Card], language: str) -> list[Chosen]:
    """Return what weighs enough, each in one language, the heaviest of all topics together first."""
    found = [(card, [each for topic in asked for each in met(topic, card)]) for card in cards]
    found = [each for each in found if _weighs(each[1]) >= LEAST]
    found.sort(key=lambda each: _place(each[0], each[1], language))
    best: dict[str, Chosen] = {}
    for card, reasons in found:
        best.setdefault(card.same, Chosen(card, _told(reasons)))
    return list(best.values())


def _firsts(asked: list[Topic], told: list[Chosen], language: str) -> list[Chosen]:
    """Return for each topic what weighs most for it alone, so that none is drowned by the others."""
    firsts: list[Chosen] = []
    for topic in asked:
        able = [each for each in told if each not in firsts and _weighs(met(topic, each.card)) >= LEAST]
        firsts += sorted(able, key=partial(_alone, topic, language))[:1]
    return firsts


def _alone(topic: Topic, language: str, each: Chosen) -> tuple[bool, int, str, str]:
    return _place(each.card, met(topic, each.card), language)


def met(topic: Topic, card: Card) -> list[Reason]:
    """Return the reasons for which a topic asks for a card."""
    if card.kind == PROVISION:
        return [Reason(Why.IS, each, _TEXT) for each in topic.citations if each in card.citations]
    about = [Reason(Why.ABOUT, name, _weight(topic.concepts, name)) for name in topic.concepts if name in card.concepts]
    cites = [Reason(Why.CITES, name, _NEXT) for name in topic.citations if name in card.citations]
    return [*about, *cites]


def _weight(names: Sequence[str], name: str) -> int:
    return _FIRST if name == names[0] else _NEXT


def _weighs(reasons: list[Reason]) -> int:
    return sum(each.weight for each in reasons)


def _told(reasons: list[Reason]) -> list[Reason]:
    best: dict[Why, Reason] = {}
    for each in sorted(reasons, key=lambda each: -each.weight):
        best.setdefault(each.why, each)
    return list(best.values())


def _place(card: Card, reasons: list[Reason], language: str) -> tuple[bool, int, str, str]:
    return card.language != language, -_weighs(reasons), card.title, card.key
