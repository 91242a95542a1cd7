# SPDX-License-Identifier: EUPL-1.2
"""Opening what waits in the hatch, in memory; and that the hatch seals to us and to nobody else."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import Error

from baken.bridge import letters, reports
from baken.bridge.models import Letter
from baken.closed.intake.content import checked
from baken.closed.vault.reporting import in_use, private_keys

_log = logging.getLogger(__name__)


class Unreachable(Exception):
    """The open door's database does not answer; what is in there waits."""


@dataclass(frozen=True)
class Opened:
    """A letter of the hatch, open; its content is None where it does not open."""

    letter: UUID
    report: UUID
    hour: datetime
    content: dict[str, Any] | None


def announce() -> None:
    """Let the open door seal to our key from now on, and clear away what ended; told, not raised, where it is away."""
    try:
        key = in_use()
        reports.announce(key=key.pk, public=bytes(key.public))
        reports.tidy()
    except Error as error:
        _log.warning("The open door does not know our key: %s", type(error).__name__)


def is_ours() -> bool:
    """Return whether reports are sealed to our key alone; another would let somebody else read them."""
    key = in_use()
    try:
        return reports.announced() == {key.pk: bytes(key.public)}
    except Error as error:
        raise Unreachable("the hatch does not answer") from error


def waiting() -> list[Opened]:
    """Return what waits, opened, the oldest first, without files; raise Unreachable."""
    return _asked(reports.waiting)


def of_report(report: UUID) -> list[Opened]:
    """Return all that waits of one report, files too; raise Unreachable."""
    return _asked(lambda: reports.letters_of(report))


def waiting_since() -> dict[UUID, datetime]:
    """Return since when each report waits, unopened; raise Unreachable."""
    try:
        return reports.waiting_since()
    except Error as error:
        raise Unreachable("the hatch does not answer") from error


def count_of(report: UUID) -> int:
    """Return how many letters of a report wait; raise Unreachable."""
    try:
        return reports.letters_of(report).count()
    except Error as error:
        raise Unreachable("the hatch does not answer") from error


def _asked(question: Any) -> list[Opened]:
    try:
        found = list(question())
    except Error as error:
        raise Unreachable("the hatch does not answer") from error
    return list(_opened(found)) if found else []


def _opened(found: Iterable[Letter]) -> Iterator[Opened]:
    keys = private_keys()
    for each in found:
        yield Opened(each.pk, each.report_id, each.hour, _content(each, keys))


def _content(letter: Letter, keys: dict[UUID, bytes]) -> dict[str, Any] | None:
    """Return what a letter says; one that does not open is shown as such, for it is still a report."""
    try:
        key = keys[letter.recipient]
        said = letters.unseal(key, bytes(letter.sealed), report=letter.report_id, letter=letter.pk)
        return checked(said, is_file=letter.is_file)
    except (KeyError, letters.Unreadable):
        return None
