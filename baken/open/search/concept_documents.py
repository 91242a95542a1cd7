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
from baken.open.search.engine.shapes import CONCEPT, Document, Name, Way
from baken.open.thesaurus.models import Concept, Label, Relation

OWN = "baken"
_CHUNK = 500
# A concept leads on to what is said elsewhere: among texts that say it, it stands behind.
WEIGHT = 0.35
_MAPPINGS = (Relation.Kind.EXACT, Relation.Kind.CLOSE)
_INWARDS: dict[str, Way] = {
    Relation.Kind.BROADER: Way.NARROWER, Relation.Kind.RELATED: Way.RELATED,
    Relation.Kind.EXACT: Way.SAME, Relation.Kind.CLOSE: Way.SAME,
}  # fmt: skip
_OUTWARDS: dict[str, Way] = {**_INWARDS, Relation.Kind.BROADER: Way.BROADER}


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
            id=f"concept/{concept.scheme.name}/{concept.notation}", type=CONCEPT, lang=name.language,
            path=localised(address, name.language), title=name.text, numbers=(concept.notation,),
            body="\n".join(note.text for note in concept.notes.all() if note.language == name.language),
            labels="\n".join(_other_names(concept, name.language)), names=tuple(dict.fromkeys(_names(concept))),
            weight=WEIGHT,
        )  # fmt: skip


def _names(concept: Concept) -> Iterator[Name]:
    """Yield what a concept is called in every language, and what its neighbours are called first of all."""
    for label in concept.labels.all():
        yield Name(label.language, label.text, Way.HIDDEN if label.role == Label.Role.HIDDEN else Way.SAME)
    for other, way in _neighbours(concept):
        for label in other.labels.all():
            if way is Way.SAME or label.role == Label.Role.PREFERRED:
                yield Name(label.language, label.text, way)


def _neighbours(concept: Concept) -> Iterator[tuple[Concept, Way]]:
    yield from ((each.other, _OUTWARDS[each.kind]) for each in concept.relations.all())
    yield from ((each.concept, _INWARDS[each.kind]) for each in concept.related_from.all())


def _other_names(concept: Concept, language: str) -> list[str]:
    elsewhere = [relation.other for relation in concept.relations.all() if relation.kind in _MAPPINGS]
    elsewhere += [relation.concept for relation in concept.related_from.all() if relation.kind in _MAPPINGS]
    labels = [label for label in concept.labels.all() if label.role != Label.Role.PREFERRED]
    labels += [label for other in elsewhere for label in other.labels.all()]
    return list(dict.fromkeys(label.text for label in labels if label.language == language))
