# SPDX-License-Identifier: EUPL-1.2
"""Concepts as documents: those of our own thesaurus, one per language in which they have a name.

EuroVoc has thousands of concepts, "beer" among them, which would only stand in the way. Its words are
not lost: what a mapped concept is called there helps to find ours.
"""

from collections.abc import Collection, Iterator

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import translation

from baken.open.languages import localised
from baken.open.search.engine.shapes import Document
from baken.open.thesaurus.models import Concept, Label, Relation

OWN = "baken"
_CHUNK = 500
_MAPPINGS = (Relation.Kind.EXACT, Relation.Kind.CLOSE)


def documents(concepts: Collection[int] | None = None) -> Iterator[Document]:
    """Yield the documents of these concepts (all without any)."""
    with translation.override(settings.LANGUAGE_CODE):
        for concept in _own(concepts).iterator(chunk_size=_CHUNK):
            yield from _documents(concept)


def mapped(concepts: Collection[int]) -> set[int]:
    """Return these concepts and those that are related to them: they share their names."""
    pairs = Relation.objects.filter(Q(concept__in=concepts) | Q(other__in=concepts))
    return set(concepts) | {pk for pair in pairs.values_list("concept", "other") for pk in pair}


def _own(concepts: Collection[int] | None) -> QuerySet[Concept]:
    found = Concept.objects.filter(scheme__name=OWN).order_by("pk").select_related("scheme")
    found = found.prefetch_related("labels", "notes", "relations__other__labels", "related_from__concept__labels")
    return found if concepts is None else found.filter(pk__in=concepts)


def _documents(concept: Concept) -> Iterator[Document]:
    address = reverse("concept", args=(concept.scheme.name, concept.notation))
    for name in (label for label in concept.labels.all() if label.role == Label.Role.PREFERRED):
        yield Document(
            key=f"concept/{concept.scheme.name}/{concept.notation}@{name.language}", work=f"concept:{concept.pk}",
            id=f"concept/{concept.scheme.name}/{concept.notation}", type="concept", lang=name.language,
            path=localised(address, name.language), title=name.text, numbers=(concept.notation,),
            body="\n".join(note.text for note in concept.notes.all() if note.language == name.language),
            labels="\n".join(_other_names(concept, name.language)),
        )  # fmt: skip


def _other_names(concept: Concept, language: str) -> list[str]:
    elsewhere = [relation.other for relation in concept.relations.all() if relation.kind in _MAPPINGS]
    elsewhere += [relation.concept for relation in concept.related_from.all() if relation.kind in _MAPPINGS]
    labels = [label for label in concept.labels.all() if label.role != Label.Role.PREFERRED]
    labels += [label for other in elsewhere for label in other.labels.all()]
    return list(dict.fromkeys(label.text for label in labels if label.language == language))
