# SPDX-License-Identifier: EUPL-1.2
"""Stores a work that was read: once, and never less than is known of it."""

import hashlib
import json
from collections import Counter
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from django.db import models, transaction
from django.db.models import Max

from baken.open.sources import rules, wordings
from baken.open.sources.importers.records import ExpressionRecord, WorkRecord
from baken.open.sources.models import Expression, Publication, Reference, Ruling, Work

NEW, CHANGED, SAME = "new", "changed", "same"
_DIGEST, _REMEMBERED = 16, 8  # characters of a digest; how many of them a work keeps
_PARTS = {"expressions", "ruling", "publication", "references", "scheme", "identifier"}


@dataclass
class Outcome:
    """What storing did: counts by `(what, new | changed | same)`, the works touched, and what a person must know."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    touched: set[int] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)

    def add(self, other: "Outcome") -> None:
        """Take in what another storing did."""
        self.counts += other.counts
        self.touched |= other.touched
        self.notes += other.notes


@transaction.atomic(savepoint=False)
def store(*, record: WorkRecord, read_from: str) -> Outcome:
    """Store a work and what was read of it. The same record a second time changes nothing.

    An expression belongs to the file it was first read from: another file that tells the same day otherwise is
    noted and not taken. Raises `Refused` for an identifier that cannot stand in an address.
    """
    rules.check_can_be_addressed(record)
    work, how = _card(record)
    outcome = Outcome()
    hows = {how, _cite(work, record)}
    for place, each in enumerate(record.expressions):
        told = _expression(work, each, read_from[:200], outcome, fresh=how == NEW and place == 0)
        hows.add(told)
        outcome.counts["expressions", told] += 1
        if told != SAME:
            outcome.touched.add(work.pk)
    outcome.counts["works", NEW if how == NEW else CHANGED if hows != {SAME} else SAME] += 1
    if record.ruling:
        outcome.counts["rulings", how] += 1
    return outcome


def _card(record: WorkRecord) -> tuple[Work, str]:
    """Store what is said of the work itself, its ruling and its publication."""
    work = Work.objects.select_related("ruling", "publication").filter(
        scheme=record.scheme, identifier=record.identifier
    ).first()  # fmt: skip
    mark = _mark(record)
    if work is None:
        work = Work.objects.create(**_fields(record), record_digests=[mark])
        _sides(work, record, overwrite=True, fresh=True)
        return work, NEW
    if mark in work.record_digests:
        return work, SAME
    overwrite = _tells_more(work, record)
    changed = _fill(work, _fields(record), overwrite=overwrite)
    work.record_digests = [mark, *work.record_digests][:_REMEMBERED]
    work.save(update_fields=[*changed, "record_digests"])
    return work, CHANGED if _sides(work, record, overwrite=overwrite, fresh=False) or changed else SAME


def _mark(record: WorkRecord) -> str:
    """Return the short digest by which a work remembers what it was told; its texts have their own."""
    card = asdict(replace(record, expressions=(), references=()))
    return hashlib.sha256(json.dumps(card, default=str, sort_keys=True).encode()).hexdigest()[:_DIGEST]


def _fields(record: WorkRecord) -> dict[str, Any]:
    values = {name: value for name, value in vars(record).items() if name not in _PARTS}
    return {"scheme": record.scheme, "identifier": record.identifier, **values}


def _tells_more(work: Work, record: WorkRecord) -> bool:
    """Return whether a record may overwrite: not from an older state, and no summary over a full judgment."""
    days = [each.in_force_from for each in record.expressions if each.in_force_from]
    newest = work.expressions.aggregate(day=Max("in_force_from"))["day"]
    if record.expressions and newest and (not days or max(days) < newest):
        return False
    ruling = getattr(work, "ruling", None)
    return not (record.ruling and ruling and ruling.text and not record.ruling.text)


def _fill(row: models.Model, values: dict[str, Any], *, overwrite: bool) -> list[str]:
    """Set what a record tells; empty never overwrites known. Return the names of the fields that changed."""
    told = {name: list(value) if isinstance(value, tuple) else value for name, value in values.items() if value}
    changed = [
        name for name, value in told.items() if getattr(row, name) != value and (overwrite or not getattr(row, name))
    ]
    for name in changed:
        setattr(row, name, told[name])
    return changed


def _sides(work: Work, record: WorkRecord, *, overwrite: bool, fresh: bool) -> bool:
    """Store the ruling or publication; return whether anything changed."""
    done = False
    for model, told in ((Ruling, record.ruling), (Publication, record.publication)):
        if told is not None:
            row = (None if fresh else getattr(work, model.__name__.lower(), None)) or model(work=work)
            changed = _fill(row, vars(told), overwrite=overwrite)
            if row._state.adding or changed:
                row.save(force_insert=row._state.adding)
                done = True
    return done


def _cite(work: Work, record: WorkRecord) -> str:
    """Store the references that are not there yet; what one state cites, the work cites."""
    told = {(each.target[:220], each.target_path, each.relation): None for each in record.references}
    there = set(work.references.values_list("target", "target_path", "relation")) if told else set()
    rows = [
        Reference(work=work, target=key[0], target_path=key[1], relation=key[2]) for key in told if key not in there
    ]
    if rows:
        Reference.objects.bulk_create(rows)
    return CHANGED if rows else SAME


def _expression(work: Work, record: ExpressionRecord, read_from: str, outcome: Outcome, *, fresh: bool) -> str:
    digest = hashlib.sha256(json.dumps(asdict(record), default=str).encode()).hexdigest()
    facts = {"title": record.title, "in_force_to": record.in_force_to, "authentic": record.authentic, "digest": digest}
    same_day = work.expressions.filter(language=record.language, in_force_from=record.in_force_from)
    there = None if fresh else same_day.first()
    if there is None:
        there = Expression(work=work, language=record.language, in_force_from=record.in_force_from)
    elif there.digest == digest:
        outcome.counts["provisions", SAME] += len(record.provisions)
        return SAME
    elif there.read_from != read_from:
        outcome.counts["provisions", SAME] += len(record.provisions)
        outcome.notes.append(f"{work.key}: this text is here already from {there.read_from}, which is kept")
        return SAME
    how = NEW if there._state.adding else CHANGED
    for name, value in {**facts, "read_from": read_from}.items():
        setattr(there, name, value)
    there.save()
    outcome.counts += wordings.fill(expression=there, provisions=record.provisions, fresh=fresh)
    return how
