# SPDX-License-Identifier: EUPL-1.2
"""Fetching the few columns that are counted, by functions that answer to analysts alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from django.db.models import Model
from django.utils.timezone import localdate, make_aware

from baken.closed.vault.reads import dossier_keys

_DAY = timedelta(days=1)
CHUNK = 200  # files whose keys are in memory at once, beside those of as many reports
_Row = TypeVar("_Row", bound=Model)


class Counted(NamedTuple):
    """One unit: the day that counts, and its code along each dimension but times."""

    on: date
    codes: Mapping[str, str]


@dataclass(frozen=True)
class Scope:
    """For which agency, from which day through which, and along which dimensions files are told apart or chosen."""

    agency: UUID
    first: date
    last: date
    along: frozenset[str] = frozenset()

    @property
    def words(self) -> tuple[UUID, datetime, datetime]:
        """What functions of a period are asked with: the agency, the first moment, and the first one after it."""
        since, before = (make_aware(datetime.combine(day, time())) for day in (self.first, self.last + _DAY))
        return self.agency, since, before


def rows(model: type[_Row], function: str, *asked: Any) -> list[_Row]:
    """Return what a function tells as rows of a model, with the columns that it gives and no others.

    What is sealed is opened when it is read; columns that the model does not have are attributes too.
    """
    query = f"SELECT * FROM {function}({', '.join(['%s'] * len(asked))})"  # noqa: S608 - a name in our code
    return list(model._default_manager.raw(query, asked))


def by_file(found: Iterable[Any]) -> dict[UUID, list[Any]]:
    """Return rows by their file, in their order."""
    files: dict[UUID, list[Any]] = {}
    for each in found:
        files.setdefault(each.dossier_id, []).append(each)
    return files


def in_chunks(found: Sequence[Any], file: str = "dossier_id") -> Iterator[list[Any]]:
    """Yield rows some hundred at a time, without those whose file has no key any more."""
    for start in range(0, len(found), CHUNK):
        chunk = found[start : start + CHUNK]
        keys = dossier_keys(getattr(each, file) for each in chunk)
        yield [each for each in chunk if getattr(each, file) in keys]


def day_of(moment: datetime | None) -> date | None:
    """Return the day here on which a moment lay."""
    return localdate(moment) if moment else None
