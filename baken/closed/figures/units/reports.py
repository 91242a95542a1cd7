# SPDX-License-Identifier: EUPL-1.2
"""Reports."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from baken.closed.figures.counting import coding
from baken.closed.figures.units.fetching import Counted, Scope, by_file, day_of, in_chunks, rows
from baken.closed.intake.labels import CHANNELS, DECISIONS, REASONS, WHO
from baken.closed.intake.models import Letter, Report
from baken.closed.vault.reads import dossier_keys
from baken.core.provinces import ABROAD, PROVINCES

_CLOSE, _ASSESS = "close", "assess"


def counted(scope: Scope) -> Iterator[Counted]:
    """Yield each report that came in within a period."""
    for chunk in in_chunks(rows(Report, "figures_reports", *scope.words)):
        letters = first_letters(scope.agency, [each.dossier_id for each in chunk])
        yield from (Counted(localdate(each.hour), _codes(each, letters.get(each.dossier_id, {}))) for each in chunk)


def first_letters(agency: UUID, reports: Sequence[UUID]) -> dict[UUID, Mapping[str, Any]]:
    """Return what each report said first, by its key."""
    keys = dossier_keys(reports)
    found = by_file(rows(Letter, "figures_letters", agency, [each for each in reports if each in keys]))
    return {report: letters[0].content for report, letters in found.items()}


def _codes(report: Any, said: Mapping[str, Any]) -> dict[str, str]:
    ended = report.decision not in ("", _ASSESS)
    is_closed = report.decision == _CLOSE
    return {
        "channel": coding.listed(report.channel, dict(CHANNELS)),
        "reporter": coding.listed(said.get("who", ""), WHO, "none"),
        "said_age": coding.listed(said.get("age", ""), ("minor", "adult")),
        "said_region": coding.listed(said.get("region", ""), (*PROVINCES, ABROAD)),
        "danger": coding.listed(said.get("danger", ""), ("yes", "no")),
        "decided": coding.listed(report.decision, dict(DECISIONS), coding.OPEN),
        "closed_because": coding.listed(report.reason, dict(REASONS), "else") if is_closed else "else",
        "decided_within": coding.wait(day_of(report.hour), day_of(report.decided_at) if ended else None),
    }
