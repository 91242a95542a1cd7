# SPDX-License-Identifier: EUPL-1.2
"""Takes a stored scheme out: as a record, the same shape in which it came in, and as Turtle."""

from collections import defaultdict
from typing import Any

from baken.open.thesaurus import skos
from baken.open.thesaurus.models import Concept, Label, Note, Relation, Scheme
from baken.open.thesaurus.records import ConceptRecord, LabelRecord, LinkRecord, NoteRecord, SchemeRecord


def turtle(name: str) -> str | None:
    """Return the scheme of that name as SKOS in Turtle, or None where there is none."""
    scheme = Scheme.objects.filter(name=name).first()
    return skos.write(record_of(scheme)) if scheme else None


def record_of(scheme: Scheme) -> SchemeRecord:
    """Return a scheme with all its concepts, labels, notes and relations; four queries however large it is."""
    labels = _grouped(Label.objects.filter(concept__scheme=scheme).order_by("language", "-role", "text"))
    notes = _grouped(Note.objects.filter(concept__scheme=scheme).order_by("language", "kind"))
    relations = Relation.objects.filter(concept__scheme=scheme).select_related("other__scheme")
    links = _grouped(relations.order_by("kind", "other__notation"))
    return SchemeRecord(
        scheme.name,
        scheme.title,
        scheme.uri,
        tuple(
            ConceptRecord(
                each.notation,
                each.uri,
                tuple(LabelRecord(row.language, row.role, row.text) for row in labels[each.pk]),
                tuple(NoteRecord(row.language, row.kind, row.text) for row in notes[each.pk]),
                tuple(_link(row, scheme) for row in links[each.pk]),
            )
            for each in Concept.objects.filter(scheme=scheme).order_by("notation")
        ),
    )


def _grouped(rows: Any) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.concept_id].append(row)
    return found


def _link(row: Relation, scheme: Scheme) -> LinkRecord:
    other = row.other
    if other.scheme_id == scheme.pk:
        return LinkRecord(row.kind, other.notation)
    base = skos.home(other.scheme.name, other.scheme.uri)
    return LinkRecord(row.kind, uri=other.uri or skos.address(base, other.notation))
