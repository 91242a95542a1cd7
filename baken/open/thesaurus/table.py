# SPDX-License-Identifier: EUPL-1.2
"""Our own thesaurus as a table: concept_id, nl_pref, nl_alt(;), en_pref, en_alt(;), broader, scope_note_en, related."""

from collections.abc import Iterator

from baken.open.files import tables
from baken.open.files.refusals import Refused
from baken.open.thesaurus.records import (
    ALTERNATIVE,
    BROADER,
    LONGEST_LABEL,
    PREFERRED,
    RELATED,
    ConceptRecord,
    LabelRecord,
    LinkRecord,
    NoteRecord,
    SchemeRecord,
)

COLUMNS = ("concept_id", "nl_pref", "nl_alt(;)", "en_pref", "en_alt(;)", "broader", "scope_note_en")


def is_concepts(header: list[str]) -> bool:
    """Return whether a table's columns are those of a concept table."""
    return {"concept_id", "nl_pref", "en_pref"} <= set(header)


def read(data: bytes, *, name: str = "baken", title: str = "Baken") -> SchemeRecord:
    """Return the scheme a table holds; raise `Refused` at the first line that cannot be a concept."""
    if missing := [column for column in COLUMNS if column not in tables.header(data)]:
        raise Refused(f"is no concept table: it has no column {missing[0]}")
    found = tuple(_concept(line, row) for line, row in tables.rows(data))
    if not found:
        raise Refused("holds no concept")
    return SchemeRecord(name, title, concepts=found)


def _concept(line: int, row: dict[str, str]) -> ConceptRecord:
    if not row["concept_id"] or not (row["nl_pref"] or row["en_pref"]):
        raise Refused(f"line {line}: has no concept_id or no preferred label")
    note = row["scope_note_en"]
    return ConceptRecord(
        notation=row["concept_id"],
        labels=tuple(_labels(line, row)),
        notes=(NoteRecord("en", "scope", note),) if note else (),
        links=(*_links(BROADER, row["broader"]), *_links(RELATED, row.get("related", ""))),
    )


def _links(kind: str, cell: str) -> Iterator[LinkRecord]:
    return (LinkRecord(kind, each.strip()) for each in cell.replace("|", ";").split(";") if each.strip())


def _labels(line: int, row: dict[str, str]) -> Iterator[LabelRecord]:
    for language in ("nl", "en"):
        preferred = row[f"{language}_pref"]
        others = [each.strip() for each in row[f"{language}_alt(;)"].split(";")]
        found = [(PREFERRED, preferred), *((ALTERNATIVE, each) for each in dict.fromkeys(others) if each != preferred)]
        for role, text in found:
            if len(text) > LONGEST_LABEL:
                raise Refused(f"line {line}: a label is longer than {LONGEST_LABEL} characters")
            if text:
                yield LabelRecord(language, role, text)
