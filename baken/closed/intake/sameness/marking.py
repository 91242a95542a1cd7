# SPDX-License-Identifier: EUPL-1.2
"""The numbers in what a report says, as blind indexes: by them it is found, and nothing is read from them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from baken.closed.intake.sameness.models import Mark
from baken.closed.intake.sameness.rules import most_numbers, numbers_in
from baken.closed.vault.blind import blind_index

# How a reporter is reached comes first: it counts however many numbers she tells of.
_TOLD = ("reach", "words", "where", "when", "organisation", "role", "name", "caller")


def marks_of(agency: UUID, contents: Iterable[dict[str, Any]]) -> frozenset[bytes]:
    """Return the blind indexes of the first numbers in each letter of a report: of a list not all are looked up."""
    found = {pair for each in contents for pair in _told_in(each)}
    return frozenset(filter(None, (blind_index(agency, kind, number) for kind, number in found)))


def _told_in(content: dict[str, Any]) -> list[tuple[str, str]]:
    texts = (content[name] for name in _TOLD if content.get(name))
    return list(dict.fromkeys(pair for text in texts for pair in numbers_in(text)))[: most_numbers()]


def mark(*, dossier: UUID, agency: UUID, contents: Iterable[dict[str, Any]]) -> None:
    """Keep the blind indexes of numbers in letters that are just being kept, in the caller's transaction."""
    found = marks_of(agency, contents)
    kept = {bytes(each) for each in Mark.objects.filter(dossier=dossier).values_list("index", flat=True)}
    for index in sorted(found - kept):
        Mark(dossier_id=dossier, index=index).save(force_insert=True)
