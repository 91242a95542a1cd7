# SPDX-License-Identifier: EUPL-1.2
"""What SKOS demands of a scheme (W3C SKOS Reference, 2009): S13, S14, S27, no circles; and who may name."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Protocol

from baken.open.files.refusals import Refused
from baken.open.thesaurus.records import BROADER, PREFERRED, RELATED, ConceptRecord, SchemeRecord

Above = Mapping[str, frozenset[str]]
NAME, MAKE = "thesaurus.add_label", "thesaurus.add_concept"


class NotAllowed(Exception):
    """What somebody may not do to the thesaurus."""


class Holder(Protocol):
    """Somebody who may hold permissions."""

    def has_perm(self, perm: str) -> bool:
        """Tell whether she holds one."""


def can_name(user: Holder) -> bool:
    """Tell whether a user may give concepts names, take those away, and make concepts."""
    return user.has_perm(NAME) and user.has_perm(MAKE)


def check_can_name(user: Holder) -> None:
    """Raise `NotAllowed` unless a user may name concepts."""
    if not can_name(user):
        raise NotAllowed


def next_notation(notations: Iterable[str]) -> str:
    """Return the notation after the highest numbered one, such as `c202` after `c201`."""
    numbers = [int(found[1]) for each in notations if (found := re.fullmatch(r"c(\d+)", each))]
    return f"c{max(numbers, default=0) + 1:03d}"


def check_can_store(scheme: SchemeRecord) -> None:
    """Raise `Refused` at the first thing that breaks the integrity of a scheme."""
    twice = [notation for notation, count in Counter(each.notation for each in scheme.concepts).items() if count > 1]
    if twice:
        raise Refused(f"the concept {twice[0]} stands here twice")
    for concept in scheme.concepts:
        _check_labels(concept)
    known = {each.notation for each in scheme.concepts}
    above = broader(scheme.concepts)
    _check_links_lead_somewhere(scheme.concepts, known)
    _check_no_cycle(above)
    _check_related_apart(scheme.concepts, above)


def broader(concepts: Iterable[ConceptRecord]) -> dict[str, frozenset[str]]:
    """Return for each concept the notations directly above it."""
    return {each.notation: frozenset(_linked(each, BROADER)) for each in concepts}


def _linked(concept: ConceptRecord, kind: str) -> list[str]:
    return [link.notation for link in concept.links if link.kind == kind and link.notation]


def _check_labels(concept: ConceptRecord) -> None:
    """One preferred label a language (S14); a label has one role in a language (S13)."""
    preferred = Counter(label.language for label in concept.labels if label.role == PREFERRED)
    if double := next((language for language, count in preferred.items() if count > 1), ""):
        raise Refused(f"the concept {concept.notation} has two preferred labels in {double!r}")
    roles = Counter((label.language, label.text) for label in concept.labels)
    if clash := next((key for key, count in roles.items() if count > 1), None):
        raise Refused(f"the concept {concept.notation} has the label {clash[1]!r} ({clash[0]}) twice")
    if not concept.labels:
        raise Refused(f"the concept {concept.notation} has no label")


def _check_links_lead_somewhere(concepts: Iterable[ConceptRecord], known: set[str]) -> None:
    for concept in concepts:
        for link in concept.links:
            if link.notation == concept.notation:
                raise Refused(f"the concept {concept.notation} is related to itself")
            if link.notation and link.notation not in known:
                raise Refused(f"the concept {concept.notation} names {link.notation}, which is not in the scheme")


def _check_no_cycle(above: Above) -> None:
    """Walk up from every concept, without recursion: a hostile chain may be longer than the stack."""
    safe: set[str] = set()
    for start in above:
        path: dict[str, None] = {}
        stack: list[tuple[str, bool]] = [(start, False)]
        while stack:
            notation, leaving = stack.pop()
            if leaving:
                path.pop(notation)
                safe.add(notation)
            elif notation in path:
                names = [*list(path)[list(path).index(notation) :], notation]
                raise Refused(f"the concepts {' < '.join(names[:6])} stand above each other in a circle")
            elif notation not in safe:
                path[notation] = None
                stack += [(notation, True), *((each, False) for each in above.get(notation, ()))]


def _check_related_apart(concepts: Iterable[ConceptRecord], above: Above) -> None:
    """Related is not for a concept and one above it, however far (S27)."""
    for concept in concepts:
        for other in _linked(concept, RELATED):
            if other in ancestors(concept.notation, above) or concept.notation in ancestors(other, above):
                raise Refused(f"the concepts {concept.notation} and {other} are both related and one above the other")


def without_clashes(scheme: SchemeRecord) -> tuple[SchemeRecord, int]:
    """Return a scheme without the related links that break S27, and how many those were.

    Vocabularies older than SKOS do break it (EuroVoc for one pair); the hierarchy says more, so it stays.
    """
    above = broader(scheme.concepts)
    over = {each.notation: ancestors(each.notation, above) for each in scheme.concepts}
    kept = tuple(_without(each, over) for each in scheme.concepts)
    dropped = sum(len(one.links) - len(other.links) for one, other in zip(scheme.concepts, kept, strict=True))
    return replace(scheme, concepts=kept), dropped


def _without(concept: ConceptRecord, over: Mapping[str, set[str]]) -> ConceptRecord:
    mine = over[concept.notation]
    links = tuple(
        link
        for link in concept.links
        if link.kind != RELATED or (link.notation not in mine and concept.notation not in over.get(link.notation, ()))
    )
    return replace(concept, links=links)


def ancestors(notation: str, above: Above) -> set[str]:
    """Return everything above a concept."""
    found: set[str] = set()
    todo = list(above.get(notation, ()))
    while todo:
        each = todo.pop()
        if each not in found:
            found.add(each)
            todo += above.get(each, ())
    return found
