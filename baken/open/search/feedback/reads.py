# SPDX-License-Identifier: EUPL-1.2
"""What editors see: words that readers look for, each with the concepts whose names are like it."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from baken.open.search.feedback.nearness import nearest, runs
from baken.open.search.models import Candidate
from baken.open.thesaurus.models import OWN, Concept, Label


class Word(NamedTuple):
    """A candidate and the concepts whose names are like it."""

    candidate: Candidate
    near: list[Concept]


def waiting() -> QuerySet[Candidate]:
    """Return the words that wait for an editor, the most asked first; what the thesaurus has meanwhile is left out."""
    named = Label.objects.filter(concept__scheme__name=OWN, text__iexact=OuterRef("text"))
    found: QuerySet[Candidate] = Candidate.objects.filter(~Exists(named), stand=Candidate.Stand.OPEN)
    return found.order_by("-days", "text")


def settled() -> QuerySet[Candidate]:
    """Return the words that an editor dismissed or took, by their letters."""
    found: QuerySet[Candidate] = Candidate.objects.exclude(stand=Candidate.Stand.OPEN)
    return found.select_related("label__concept__scheme").order_by("text")


def with_concepts(candidates: Iterable[Candidate]) -> list[Word]:
    """Return words with the concepts of our thesaurus that are called like them."""
    labels = Label.objects.filter(concept__scheme__name=OWN).exclude(role=Label.Role.HIDDEN)
    names = [(whose, runs(text)) for whose, text in labels.values_list("concept", "text")]
    near = {each.pk: nearest(each.text, names) for each in candidates}
    wanted = {pk for its in near.values() for pk in its}
    concepts = Concept.objects.filter(pk__in=wanted).select_related("scheme").prefetch_related("labels").in_bulk()
    return [Word(each, [concepts[pk] for pk in near[each.pk]]) for each in candidates]


def concept(number: str) -> Concept | None:
    """Return a concept of our thesaurus, or None."""
    return Concept.objects.filter(scheme__name=OWN, pk=int(number)).first() if number.isdecimal() else None
