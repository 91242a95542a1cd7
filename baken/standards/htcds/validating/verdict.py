# SPDX-License-Identifier: EUPL-1.2
"""Judges an export by the table of the standard alone.

It knows nothing of how records are written or read here, so that it can disagree with both: it takes files apart in its
own way and has its own words for every rule. Where it says nothing, two programs agree that an export is right.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from baken.standards.htcds.fields import fields, standard
from baken.standards.htcds.validating import comma, json_text, values, workbook
from baken.standards.htcds.validating.broken import Broken


class Violation(NamedTuple):
    """A departure from the standard: the row (the header is 1; of JSON the record), the field, and what it is."""

    row: int
    field: str
    says: str

    def __str__(self) -> str:
        """Return it as one line."""
        name = self.field if self.field.isprintable() else ascii(self.field)
        return f"row {self.row}: {name or 'the whole row'}: {self.says}"


@dataclass
class Verdict:
    """How many records were judged, and every violation, in the order of the file."""

    records: int = 0
    violations: list[Violation] = field(default_factory=list)


def judge(path: Path) -> Verdict:
    """Judge a file by what its name ends in: `.csv`, `.xlsx` or `.json`."""
    verdict = Verdict()
    try:
        match path.suffix.lower():
            case ".json":
                _judge_objects(json_text.records(path), verdict)
            case ".csv":
                _judge_table(comma.rows(path), verdict)
            case ".xlsx":
                _judge_table(workbook.rows(path), verdict)
            case _:
                raise Broken(0, "ends in none of .csv, .xlsx and .json")
    except Broken as error:
        verdict.violations.append(Violation(error.row, "", str(error)))
    return verdict


def _judge_table(rows: Iterator[list[str]], verdict: Verdict) -> None:
    header = next(rows, [])
    for name in dict.fromkeys([*header, *fields()]):
        if name not in fields():
            verdict.violations.append(Violation(1, name, f"is no field of {standard().name} {standard().version}"))
        elif header.count(name) != 1:
            verdict.violations.append(Violation(1, name, f"stands there {header.count(name)} times and not once"))
    for number, cells in enumerate(rows, 2):
        verdict.records += 1
        if len(cells) != len(header):
            verdict.violations.append(Violation(number, "", f"has {len(cells)} cells under {len(header)} names"))
        told = [(name, cell) for name, cell in zip(header, cells, strict=False) if name in fields()]
        if not any(cells):
            verdict.violations.append(Violation(number, "", "tells nothing"))
        for name, cell in told:
            verdict.violations += [Violation(number, name, says) for says in values.of_cell(fields()[name], cell)]


def _judge_objects(records: Iterator[Any], verdict: Verdict) -> None:
    for number, record in enumerate(records, 1):
        verdict.records += 1
        if not isinstance(record, dict) or not record:
            verdict.violations.append(Violation(number, "", "is no object that tells anything"))
            continue
        for name, told in record.items():
            if name not in fields():
                verdict.violations.append(Violation(number, name, f"is no field of {standard().name}"))
            else:
                verdict.violations += [Violation(number, name, says) for says in values.of_json(fields()[name], told)]
