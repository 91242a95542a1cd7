# SPDX-License-Identifier: EUPL-1.2
"""Every write to the thesaurus: a scheme is stored as told, and a second time nothing changes."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from wagtail.log_actions import log

from baken.accounts.models import User
from baken.open.files.refusals import Refused
from baken.open.thesaurus import rules
from baken.open.thesaurus.models import Concept, Label, Note, Relation, Scheme
from baken.open.thesaurus.records import ConceptRecord, LinkRecord, SchemeRecord

NAMED, UNNAMED, MADE = "thesaurus.name_added", "thesaurus.name_removed", "thesaurus.concept_added"
_BATCH = 2000
Rows = set[tuple[Any, ...]]


@transaction.atomic
def store_scheme(*, record: SchemeRecord) -> Counter[str]:
    """Store a scheme; return how many concepts are new, changed and the same.

    Labels, notes and relations of the concepts told become what the record says; concepts it does not name stay.
    Matches to concepts of other schemes are kept where those are here. Raises `Refused` where SKOS is broken.
    """
    rules.check_can_store(record)
    scheme, _ = Scheme.objects.get_or_create(name=record.name, defaults={"title": record.title, "uri": record.uri})
    ids, added, moved = _concepts(scheme, record.concepts)
    mine = set(ids.values())
    labels = {
        (ids[each.notation], label.language, label.role, label.text)
        for each in record.concepts
        for label in each.labels
    }
    notes = {
        (ids[each.notation], note.language, note.kind, note.text) for each in record.concepts for note in each.notes
    }
    changed = _even(Label, ("concept_id", "language", "role", "text"), mine, labels)
    changed |= _even(Note, ("concept_id", "language", "kind", "text"), mine, notes)
    changed |= _even(Relation, ("concept_id", "other_id", "kind"), mine, _relations(record.concepts, ids))
    altered = (changed | moved) - added
    return Counter(new=len(added), changed=len(altered), same=len(mine) - len(added) - len(altered))


@transaction.atomic
def add_name(*, concept: Concept, language: str, text: str, by: User) -> Label:
    """Give a concept another name in a language. Raises `NotAllowed`, and `Refused` where it is called so already."""
    rules.check_can_name(by)
    if concept.labels.filter(language=language, text__iexact=text).exists():
        raise Refused(f"the concept {concept.notation} is called so already")
    label: Label = Label.objects.create(concept=concept, language=language, role=Label.Role.ALTERNATIVE, text=text)
    log(instance=concept, action=NAMED, user=by)
    return label


@transaction.atomic
def remove_name(*, label: Label, by: User) -> None:
    """Take another name away from a concept. Raises `NotAllowed`, and `Refused` for the name that it goes by."""
    rules.check_can_name(by)
    if label.role == Label.Role.PREFERRED:
        raise Refused("a concept keeps its preferred name")
    label.delete()
    log(instance=label.concept, action=UNNAMED, user=by)


@transaction.atomic
def add_concept(*, scheme: str, language: str, text: str, by: User) -> Label:
    """Make a concept with one name, under the next notation (c202 after c201). Raises `NotAllowed`, and `Refused`."""
    rules.check_can_name(by)
    where = Scheme.objects.select_for_update().filter(name=scheme).first()
    if where is None or Label.objects.filter(concept__scheme=where, language=language, text__iexact=text).exists():
        raise Refused("there is no such scheme, or something in it is called so already")
    notation = rules.next_notation(where.concepts.values_list("notation", flat=True))
    concept = Concept.objects.create(scheme=where, notation=notation)
    label: Label = Label.objects.create(concept=concept, language=language, role=Label.Role.PREFERRED, text=text)
    log(instance=concept, action=MADE, user=by)
    return label


def _concepts(scheme: Scheme, records: Iterable[ConceptRecord]) -> tuple[dict[str, int], set[int], set[int]]:
    """Return the id of each notation told, the ids that are new, and those whose address changed."""
    there = {each.notation: each for each in scheme.concepts.all()}
    told = {each.notation: each.uri for each in records}
    missing = [Concept(scheme=scheme, notation=code, uri=uri) for code, uri in told.items() if code not in there]
    moved = [there[code] for code, uri in told.items() if code in there and uri and there[code].uri != uri]
    for each in moved:
        each.uri = told[each.notation]
    Concept.objects.bulk_update(moved, ["uri"])
    made = {each.notation: each.pk for each in Concept.objects.bulk_create(missing, batch_size=_BATCH)}
    ids = {code: made[code] if code in made else there[code].pk for code in told}
    return ids, set(made.values()), {each.pk for each in moved}


def _relations(records: Iterable[ConceptRecord], ids: dict[str, int]) -> Rows:
    """Return the relations as rows; a relation both ways (related) is stored as told."""
    links = [(ids[each.notation], link) for each in records for link in each.links]
    addresses = {link.uri for _, link in links if link.uri}
    elsewhere = dict(Concept.objects.filter(uri__in=addresses).values_list("uri", "id")) if addresses else {}
    rows = ((mine, _other(link, ids, elsewhere), link.kind) for mine, link in links)
    return {row for row in rows if row[1] and row[1] != row[0]}


def _other(link: LinkRecord, ids: dict[str, int], elsewhere: dict[str, int]) -> int | None:
    return ids[link.notation] if link.notation else elsewhere.get(link.uri)


def _even(model: type[models.Model], columns: tuple[str, ...], concepts: set[int], told: Rows) -> set[int]:
    """Make a table's rows for these concepts those told; return the concepts for which that changed something."""
    rows = model._default_manager.filter(concept__in=concepts).values_list("pk", *columns)
    there = {tuple(row[1:]): row[0] for row in rows}
    gone, missing = set(there) - told, told - set(there)
    if gone:
        model._default_manager.filter(pk__in=[there[key] for key in gone]).delete()
    made = [model(**dict(zip(columns, key, strict=True))) for key in sorted(missing)]
    model._default_manager.bulk_create(made, batch_size=_BATCH)
    return {key[0] for key in gone | missing}
