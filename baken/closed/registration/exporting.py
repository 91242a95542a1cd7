# SPDX-License-Identifier: EUPL-1.2
"""A fixed sheet as it goes out: as data (JSON, CSV) and as what is printed, in Dutch (pure).

Every field of its type is there with its state: what was not asked is said, and is not the same as what is not known.
"""

import csv
import io
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from baken.closed.casework.person.nations import names
from baken.closed.registration.fields import KNOWN, UNKNOWN, Field, state, table, value

FORM = "baken/comensha-sheet/1"
Content = Mapping[str, Any]
_HEAD = ("pseudonym", "version", "fixed_on", "reporter")
_STATES = {UNKNOWN: "gevraagd, niet bekend"}
_NOT_ASKED = "niet gevraagd"
_BASES = {"consent": "met toestemming", "override": "zonder toestemming, na advies, besloten door twee personen"}
_PURPOSES = {"registration": "Registratie", "shelter": "Opvang vragen"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def content(head: Content, kind: str, answers: Content) -> dict[str, Any]:
    """Return what a version holds: what its head says, every field of its type, and nothing else."""
    return {
        "form": FORM,
        **{name: head[name] for name in _HEAD},
        "type": kind,
        "purposes": sorted(table().kinds[kind].purposes),
        "answers": {each.key: _answer(answers, each) for each in table().fields_of(kind)},
    }


def _answer(answers: Content, field: Field) -> dict[str, Any]:
    told = {"state": state(answers, field.key)}
    return told | ({"value": value(answers, field.key)} if told["state"] == KNOWN else {})


def as_json(told: Content, bases: Mapping[str, str]) -> bytes:
    """Return a version as JSON, with on what ground it goes."""
    return json.dumps({**told, "bases": dict(bases)}, ensure_ascii=False, indent=2).encode()


def as_csv(told: Content, bases: Mapping[str, str]) -> bytes:
    """Return a version as a header and one row; a value and its state each have a column."""
    head = {name: told[name] for name in ("form", *_HEAD, "type")}
    row = head | {f"basis_{purpose}": bases.get(purpose, "") for purpose in _PURPOSES}
    for key, answer in told["answers"].items():
        row |= {key: _cell(answer.get("value", "")), f"{key}_state": answer["state"]}
    made = io.StringIO()
    writer = csv.DictWriter(made, row)
    writer.writeheader()
    writer.writerow(row)
    return made.getvalue().encode()


def _cell(found: Any) -> str:
    """Return a value for one cell; what a spreadsheet would run is made text."""
    text = ";".join(found) if isinstance(found, list) else str(found)
    return f"'{text}" if text.startswith(_FORMULA) else text


def paper(told: Content, bases: Mapping[str, str]) -> dict[str, Any]:
    """Return what is printed: a title, lines about the sheet, and sections of rows."""
    kind = table().kinds[told["type"]]
    head = [
        ("Pseudoniem", told["pseudonym"]),
        ("Versie", f"{told['version']}, vastgesteld op {_day(told['fixed_on'])}"),
        ("Melder", told["reporter"]),
        *((_PURPOSES[each], _BASES[bases[each]]) for each in told["purposes"]),
    ]
    return {"title": f"CoMensha: {kind.nl}", "head": head, "sections": list(_sections(told)), "foot": _foot(told)}


def _sections(told: Content) -> list[dict[str, Any]]:
    fields = [table().fields[key] for key in told["answers"]]
    rows = {
        section.nl: [(each.nl, said(told["answers"], each)) for each in fields if each.section == section.key]
        for section in table().sections.values()
    }
    return [{"title": title, "rows": lines} for title, lines in rows.items() if lines]


def said(answers: Content, field: Field, language: str = "nl") -> str:
    """Return an answer in words."""
    if state(answers, field.key) != KNOWN:
        return _STATES.get(state(answers, field.key), _NOT_ASKED)
    return worded(field, value(answers, field.key), language)


def worded(field: Field, found: Any, language: str) -> str:
    """Return what is known of a field in words."""
    if field.kind == "country":
        return names(language).get(str(found), str(found))
    if field.codes:
        called = {each.key: str(getattr(each, language)) for each in table().codes(field.codes)}
        return "; ".join(called.get(each, str(each)) for each in (found if isinstance(found, list) else [found]))
    return str(found)


def _foot(told: Content) -> str:
    return f"{told['pseudonym']} · versie {told['version']}"


def _day(told: str) -> str:
    on = date.fromisoformat(told)
    return f"{on.day}-{on.month}-{on.year}"
