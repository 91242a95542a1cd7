# SPDX-License-Identifier: EUPL-1.2
"""What was done because she was a child, or had children, in words that the person reads."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from baken.closed.minors import labels
from baken.closed.minors.engine.authority import way
from baken.closed.minors.engine.code import Code, code
from baken.closed.retention.copy.sheets.wording import (
    EMPTY,
    Copy,
    Sheet,
    called,
    day,
    joined,
    named,
    standing,
    together,
    worker,
)
from baken.core.wording import said


def children(copy: Copy) -> list[Sheet]:
    """Return the sections of authority and of the reporting code."""
    return [_asked(copy), _code(copy)]


def _asked(copy: Copy) -> Sheet:
    items = []
    for each in copy["authority"]:
        route = way(date.fromisoformat(each["asked_on"])).route(each["route"])
        head = joined(day(each["asked_on"]), said(route, "who") if route else each["route"])
        ended = f"{day(each['answered_on'])}: {called(each['how'], labels.ENDINGS)}" if each["how"] else ""
        items.append({"head": head, "text": together(each["words"], ended, each["answer"])})
    return {"title": _("Who was asked who has authority over you"), "items": items, "nothing": EMPTY}


def _code(copy: Copy) -> Sheet:
    items = []
    for each in standing(copy["reporting_code"]):
        held = code(date.fromisoformat(each["on"]))
        about = [called(each["about"], labels.ABOUT)] if each["about"] else []
        head = joined(day(each["on"]), labels.step(each["step"], held), *about, worker(each["roles"]))
        items.append({"head": head, "text": together(*_told(each["told"], held), each["words"])})
    return {"title": _("The safety of children: steps of the reporting code"), "items": items, "nothing": EMPTY}


def _told(told: dict[str, Any], held: Code) -> list[str]:
    """Return what was told of a step, a line each."""
    given = told.get("answers", {})
    questions = [each for each in held.questions if each.key in given]
    return [
        named(told.get("with", ()), [*labels.CONSULTED, *labels.TALKED]),
        told.get("why", ""),
        *(f"{said(each)} {called(given[each.key], labels.ANSWERS)}" for each in questions),
        named(told.get("decision", ()), labels.DECISIONS),
        called(told.get("outcome"), labels.CHECKED),
        " ".join(filter(None, (told.get("at"), told.get("number")))),
    ]
