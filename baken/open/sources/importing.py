# SPDX-License-Identifier: EUPL-1.2
"""Importing files: each is stored whole or not at all, a bad one is counted, and the rest goes on."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from django.db import DataError, transaction

from baken.open.files import opening
from baken.open.files.refusals import Ignored, Refused
from baken.open.sources import renumberings
from baken.open.sources.actions import Outcome, store
from baken.open.sources.importers.records import WorkRecord
from baken.open.sources.models import Work


class Reader(Protocol):
    """An importer: which files of a folder it wants, and how it reads one."""

    SUFFIXES: frozenset[str]

    def read(self, data: bytes, file: str) -> Iterator[WorkRecord]:
        """Yield what a file holds; raise `Refused` or `Ignored`."""


@dataclass
class FileResult:
    """How one file fared: stored, or refused or ignored with the reason."""

    path: Path
    outcome: Outcome = field(default_factory=Outcome)
    refused: str = ""
    ignored: str = ""


@dataclass
class Summary:
    """How a whole import fared."""

    outcome: Outcome = field(default_factory=Outcome)
    refused: list[tuple[Path, str]] = field(default_factory=list)
    ignored: list[tuple[Path, str]] = field(default_factory=list)
    renumberings: int = 0

    def add(self, result: FileResult) -> None:
        """Count in how a file fared."""
        self.outcome.add(result.outcome)
        if result.refused:
            self.refused.append((result.path, result.refused))
        if result.ignored:
            self.ignored.append((result.path, result.ignored))


# Stores all that a file's bytes hold; the text is the file's name.
Storer = Callable[[bytes, str], Outcome]
OnFile = Callable[[FileResult], None]


def works_of(reader: Reader) -> Storer:
    """Return what stores the works that a reader finds in a file."""

    def store_works(data: bytes, file: str) -> Outcome:
        outcome = Outcome()
        for record in reader.read(data, file):
            outcome.add(store(record=record, read_from=file))
        return outcome

    return store_works


def import_each(*, files: Iterable[Path], storer: Storer, on_file: OnFile) -> Summary:
    """Store each file in a transaction of its own, and bring the renumberings of what changed up to date."""
    summary = Summary()
    for path in files:
        result = _import_file(path, storer)
        summary.add(result)
        on_file(result)
    for work in Work.objects.filter(pk__in=summary.outcome.touched):
        summary.renumberings += renumberings.recompute(work=work)
    return summary


def _import_file(path: Path, storer: Storer) -> FileResult:
    """Store all a file holds, or nothing of it."""
    try:
        with transaction.atomic():
            return FileResult(path, outcome=storer(opening.content(path), path.name))
    except Ignored as why:
        return FileResult(path, ignored=str(why))
    except Refused as why:
        return FileResult(path, refused=str(why))
    except (DataError, ValueError) as why:
        # Such as a lone surrogate, or a number of thousands of digits: what follows is read all the same.
        return FileResult(path, refused=f"holds a value that cannot be kept: {str(why).splitlines()[0]}")
