# SPDX-License-Identifier: EUPL-1.2
"""Questions about concepts: where they stand in the tree, what they are called, what hangs on them."""

from django.db.models import FilteredRelation, Prefetch, Q, QuerySet

from baken.open.thesaurus.models import Concept, Label, Relation, Scheme, local_term


def schemes() -> QuerySet[Scheme]:
    """Return the concept schemes, by title."""
    return Scheme.objects.order_by("title")


def concepts(scheme: str) -> QuerySet[Concept]:
    """Return the concepts of the scheme of that name, with their labels."""
    found = Concept.objects.filter(scheme__name=scheme).select_related("scheme")
    return found.prefetch_related("labels").order_by("notation")


def named(concepts: QuerySet[Concept]) -> list[dict[str, str]]:
    """Return scheme, notation and name of each concept, in one query and without building the concepts."""
    term = FilteredRelation("labels", condition=Q(labels__role=Label.Role.PREFERRED))
    columns = ("pk", "scheme__name", "notation", "term__language", "term__text")
    found: dict[int, tuple[str, str, dict[str, str]]] = {}
    for key, scheme, notation, language, text in concepts.annotate(term=term).values_list(*columns):
        found.setdefault(key, (scheme, notation, {}))[2].update({language: text} if text else {})
    return [
        {"scheme": scheme, "notation": notation, "name": local_term(terms) or notation}
        for scheme, notation, terms in found.values()
    ]


def top_concepts(scheme: str) -> list[Concept]:
    """Return the concepts with nothing above them but something below, by name."""
    above = Relation.objects.filter(kind=Relation.Kind.BROADER)
    tops = concepts(scheme).exclude(pk__in=above.values("concept")).filter(pk__in=above.values("other"))
    return sorted(tops, key=lambda concept: concept.name.casefold())


def concept(scheme: str, notation: str) -> Concept | None:
    """Return a concept with all that its page shows, or None."""
    if "\0" in notation:
        return None
    related = Prefetch("relations", Relation.objects.select_related("other__scheme").prefetch_related("other__labels"))
    found = Concept.objects.filter(scheme__name=scheme, notation=notation).select_related("scheme")
    return found.prefetch_related("labels", "notes", related).first()


def broader(concept: Concept) -> list[Concept]:
    """Return the concepts directly above."""
    return [relation.other for relation in concept.relations.all() if relation.kind == Relation.Kind.BROADER]


def narrower(concept: Concept) -> list[Concept]:
    """Return the concepts directly below, by name."""
    below = Concept.objects.filter(relations__kind=Relation.Kind.BROADER, relations__other=concept)
    found = below.select_related("scheme").prefetch_related("labels").distinct()
    return sorted(found, key=lambda each: each.name.casefold())


def related(concept: Concept) -> list[tuple[str, Concept]]:
    """Return `(relation, concept)` for what is related or matched, both ways round."""
    kinds = [Relation.Kind.RELATED, Relation.Kind.EXACT, Relation.Kind.CLOSE]
    inwards = concept.related_from.filter(kind__in=kinds).select_related("concept__scheme")
    pairs = {(r.get_kind_display(), r.other) for r in concept.relations.all() if r.kind in kinds}
    pairs |= {(r.get_kind_display(), r.concept) for r in inwards.prefetch_related("concept__labels")}
    return sorted(pairs, key=lambda pair: (str(pair[0]), pair[1].name.casefold()))


def path_up(concept: Concept) -> list[Concept]:
    """Return one way up to the top, outermost first; the first broader concept is followed."""
    way: list[Concept] = []
    step = broader(concept)
    while step and step[0] not in way and step[0] != concept:
        way.insert(0, step[0])
        step = list(Concept.objects.filter(related_from__kind="broader", related_from__concept=step[0]))
    return way


def called(concept: Concept) -> list[tuple[str, str, list[str]]]:
    """Return `(language, preferred term, other terms)` for each language the concept has a name in."""
    languages = sorted({label.language for label in concept.labels.all()}, key=lambda code: (code != "nl", code))
    return [(code, *_terms(concept, code)) for code in languages]


def _terms(concept: Concept, language: str) -> tuple[str, list[str]]:
    labels = [label for label in concept.labels.all() if label.language == language]
    preferred = next((label.text for label in labels if label.role == Label.Role.PREFERRED), "")
    return preferred, sorted(label.text for label in labels if label.role == Label.Role.ALTERNATIVE)
