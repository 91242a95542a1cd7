# SPDX-License-Identifier: EUPL-1.2
"""What is known here already: records that were brought in before, and numbers that stand in other files."""

import json
from collections.abc import Sequence
from uuid import UUID

from baken.closed.access import reads as access
from baken.closed.access.models import TeamPlace
from baken.closed.access.parts import OPENERS
from baken.closed.access.rules import Refused
from baken.closed.audit.acting import acting
from baken.closed.audit.actions import record as log
from baken.closed.audit.activities import Action, Activity
from baken.closed.casework.arriving.reads import arrived
from baken.closed.casework.searching.reads import MOST_FILES
from baken.closed.exchange.taking.cases import Case
from baken.closed.intake.sameness.reads import covers, with_numbers
from baken.closed.vault.blind import blind_index, digest
from baken.closed.vault.reads import KeyGone, index_key
from baken.standards.htcds.records import Record


def check_opens(agency: UUID) -> None:
    """Raise Refused unless the acting user opens files at an agency."""
    if agency not in access.agencies_where(OPENERS):
        raise Refused("opens no files there")


def room() -> int:
    """Return on how many teams the acting user may still sit down before she cannot search her own files any more."""
    return max(0, MOST_FILES - TeamPlace.objects.filter(user=acting().user, until=None).count())


def canonical(record: Record) -> str:
    """Return a record as one text, the same in whichever format it came."""
    told = {name: value for name, value in record.items() if value is not None}
    return json.dumps(told, sort_keys=True, ensure_ascii=False)


def reference(agency: UUID, record: Record) -> bytes:
    """Return by what a record is known again at an agency; raise KeyGone before its first file."""
    return digest(index_key(agency), "record", canonical(record)) or b""


def brought_before(agency: UUID, records: Sequence[Record]) -> list[bool]:
    """Return of each record whether it is a file of the agency already."""
    try:
        key = index_key(agency)
    except KeyGone:
        return [False] * len(records)
    found = [digest(key, "record", canonical(each)) or b"" for each in records]
    known = arrived(found)
    return [each in known for each in found]


def files_with(agency: UUID, case: Case) -> dict[str, str]:
    """Return in which other dossier of the agency her numbers stand, by field; looking is logged as a search."""
    told = {"prs_IdentityNumber": ("document", (case.identity or {}).get("document_number", ""))}
    told["prs_MobilePhone"] = ("phone", (case.contact or {}).get("phone", ""))
    try:
        marks = {name: mark for name, said in told.items() if said[1] and (mark := blind_index(agency, *said))}
    except KeyGone:
        return {}
    found = {name: _numbers(agency, mark) for name, mark in marks.items()}
    if marks:
        log(
            activity=Activity.SEARCH, action=Action.READ, kind="likeness", dossier_agency=agency,
            objects=[key for each in found.values() for key in each], facts={"numbers": str(len(marks))},
        )  # fmt: skip
    return {name: ", ".join(each.values()) for name, each in found.items() if each}


def _numbers(agency: UUID, mark: bytes) -> dict[UUID, str]:
    """Return the dossiers of an agency at which a number stands, each with its own number."""
    return {each.dossier: each.number for each in covers(with_numbers(frozenset([mark]))) if each.agency == agency}
