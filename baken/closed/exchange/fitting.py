# SPDX-License-Identifier: EUPL-1.2
"""Makes what is known of a file fit the standard, by written rules; nothing is dropped without being told (pure).

Of several values for a field of one, the first stands and the others follow in the case comment, each field by its
name. A value that the standard has no code for is left out and told. What is open is an empty cell: the standard has no
code for what was asked in vain.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from baken.standards import sheets
from baken.standards.htcds import cells
from baken.standards.htcds.fields import Field, fields
from baken.standards.htcds.records import Record, Value, fault

COMMENT = "cco_CaseComment"
SAFE_WAYS = "Safe ways and times to reach her"  # opens the comment where there are any
Told = Mapping[str, str | Sequence[str]]


class LeftOut(NamedTuple):
    """What another system does not get: of which file, which field, and why; never what stood there."""

    file: str
    field: str
    why: str

    def __str__(self) -> str:
        """Return it as one line."""
        return f"{self.file}: {self.field or 'the whole file'}: {self.why}"


def fitted(file: str, told: Told, suffix: str, words: Iterable[str] = ()) -> tuple[Record, list[LeftOut]]:
    """Return the record of a file in a format, and each value that was left out; words open the case comment."""
    record: Record = {}
    left: list[LeftOut] = []
    beside = list(words)
    for name, value in told.items():
        known, values = fields()[name], several(value)
        left += [LeftOut(file, name, f"expected {why}") for why in _faults(known, values)]
        good = [each for each in values if not _fault(known, each)]
        record[name] = _one(known, good)
        if good[1:] and not known.multi:
            beside.append(f"{name}: {'; '.join(good[1:])}")
    record[COMMENT] = "\n".join(beside) or None
    too_long = dict(_too_long(record, suffix))
    left += [LeftOut(file, name, why) for name, why in too_long.items()]
    return record | dict.fromkeys(too_long), left


def several(value: str | Sequence[str]) -> list[str]:
    """Return what is told as a list, each once and without what says nothing."""
    return [each for each in ([value] if isinstance(value, str) else dict.fromkeys(value)) if each]


def _one(known: Field, good: list[str]) -> Value:
    if not good:
        return None
    return good if known.multi else good[0]


def _faults(known: Field, values: Iterable[str]) -> Iterator[str]:
    return filter(None, (_fault(known, each) for each in values))


def _fault(known: Field, value: str) -> str:
    return fault(known, [value] if known.multi else value)


def _too_long(record: Record, suffix: str) -> Iterator[tuple[str, str]]:
    """Yield each field that holds more than the standard's formats carry, a workbook less than others."""
    for name, value in record.items():
        if why := fault(fields()[name], value):
            yield name, f"expected {why}"
        elif suffix == ".xlsx" and len(sheets.said(cells.written(value))) > sheets.LONGEST:
            yield name, f"expected at most {sheets.LONGEST} characters for XLSX"
