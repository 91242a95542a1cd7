# SPDX-License-Identifier: EUPL-1.2
"""Every write to the sources: storing what an importer read, once, and never less than is known."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from django.db import DataError, models, transaction
from django.db.models import Max

from baken.open.sources import lineage, wordings
from baken.open.sources.importers import opening
from baken.open.sources.importers.records import ExpressionRecord, Ignored, Refused, WorkRecord
from baken.open.sources.models import Expression, Publication, Reference, Ruling, Work

NEW, CHANGED, SAME = "new", "changed", "same"
_DIGEST = 8
_REMEMBERED = 8
_PARTS = {"expressions", "ruling", "publication", "references", "scheme", "identifier"}


class Reader(Protocol):
    """An importer: which files of a folder it wants, and how it reads one."""

    SUFFIXES: frozenset[str]

    def read(self, data: bytes, file: str) -> Iterator[WorkRecord]:
        """Yield what a file holds; raise `Refused` or `Ignored`."""


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


@dataclass
class FileResult:
    """How one file fared: stored, or refused or ignored with the reason."""

    path: Path
    outcome: Outcome = field(default_factory=Outcome)
    refused: str = ""
    ignored: str = ""


OnFile = Callable[[FileResult], None]
Take = Callable[[bytes, str], Outcome]


def _nobody_watches(result: FileResult) -> None:
    """Take a file's result and do nothing with it."""


@dataclass
class Summary:
    """How a whole import fared."""

    outcome: Outcome = field(default_factory=Outcome)
    refused: list[tuple[Path, str]] = field(default_factory=list)
    ignored: list[tuple[Path, str]] = field(default_factory=list)
    renumberings: int = 0

    def take(self, result: FileResult) -> None:
        """Add a file's result."""
        self.outcome.add(result.outcome)
        if result.refused:
            self.refused.append((result.path, result.refused))
        if result.ignored:
            self.ignored.append((result.path, result.ignored))


def import_files(*, reader: Reader, paths: Iterable[Path], on_file: OnFile = _nobody_watches) -> Summary:
    """Import files and folders, a transaction each, and bring the renumberings of what changed up to date."""
    return import_each(files=opening.files(paths, reader.SUFFIXES), take=taker(reader), on_file=on_file)


def taker(reader: Reader) -> Take:
    """Return what stores all that a file's bytes hold, for `import_each`."""

    def take(data: bytes, file: str) -> Outcome:
        outcome = Outcome()
        for record in reader.read(data, file):
            outcome.add(store(record=record, read_from=file))
        return outcome

    return take


def import_each(*, files: Iterable[Path], take: Take, on_file: OnFile = _nobody_watches) -> Summary:
    """Let `take` store each file in a transaction of its own; a bad file is counted and the rest goes on."""
    summary = Summary()
    for path in files:
        result = _import_file(path, take)
        summary.take(result)
        on_file(result)
    for work in Work.objects.filter(pk__in=summary.outcome.touched):
        summary.renumberings += lineage.recompute(work=work)
    return summary


def _import_file(path: Path, take: Take) -> FileResult:
    """Store all a file holds, or nothing of it."""
    try:
        with transaction.atomic():
            return FileResult(path, outcome=take(opening.content(path), path.name))
    except Ignored as why:
        return FileResult(path, ignored=str(why))
    except Refused as why:
        return FileResult(path, refused=str(why))
    except DataError as why:
        return FileResult(path, refused=f"holds a value the database cannot keep: {str(why).splitlines()[0]}")


@transaction.atomic(savepoint=False)
def store(*, record: WorkRecord, read_from: str) -> Outcome:
    """Store a work and what was read of it. The same record a second time changes nothing.

    An expression belongs to the file it was first read from: another file that tells the same day otherwise is
    noted and not taken.
    """
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
        work = Work.objects.create(**_fields(record), record_digest=mark)
        _sides(work, record, overwrite=True, fresh=True)
        return work, NEW
    known = [work.record_digest[start : start + _DIGEST] for start in range(0, len(work.record_digest), _DIGEST)]
    if mark in known:
        return work, SAME
    overwrite = _tells_more(work, record)
    changed = _fill(work, _fields(record), overwrite=overwrite)
    work.record_digest = "".join([mark, *known][:_REMEMBERED])
    work.save(update_fields=[*changed, "record_digest"])
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
