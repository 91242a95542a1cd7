# SPDX-License-Identifier: EUPL-1.2
"""What was done to her, the risks around her and how safe she is, in words that she reads."""

from types import SimpleNamespace

from django.utils.translation import gettext as _

from baken.closed.retention.copy.sheets.wording import EMPTY, Copy, Sheet, day, joined, standing, together
from baken.closed.trafficking import labels, showing
from baken.closed.trafficking.screening import YES


def trafficking(copy: Copy) -> list[Sheet]:
    """Return the sections of accounts, events, risks and safety."""
    told = copy["trafficking"]
    return [
        _section(_("What was told of what was done to you"), [_account(each) for each in standing(told["accounts"])]),
        _section(_("When and where"), [_event(each) for each in standing(told["events"])]),
        _section(_("What makes you vulnerable"), [_assessment(each) for each in standing(told["assessments"])]),
        _section(_("How safe you are"), [_level(each) for each in standing(told["safety_levels"])]),
    ]


def _section(title: str, items: list[Copy]) -> Sheet:
    return {"title": title, "items": items, "nothing": EMPTY}


def _account(told: Copy) -> Copy:
    head = joined(day(told["told_on"]), labels.called(told["teller"], "teller"), labels.listed(told["forms"], "form"))
    asked = [line for line in showing.lines(SimpleNamespace(**told), None) if showing.is_asked(line)]
    return {"head": head, "text": together(told["words"], *(f"{label}: {text}" for label, text in asked))}


def _event(told: Copy) -> Copy:
    head = joined(labels.on(told["on"]), labels.called(told["kind"], "event"), labels.country(told["country"]))
    return {"head": head, "text": together(told["place"], told["words"])}


def _assessment(told: Copy) -> Copy:
    found = labels.listed((key for key, answer in told["factors"].items() if answer == YES), "factor")
    return {"head": day(told["on"]), "text": together(told["words"], found)}


def _level(told: Copy) -> Copy:
    head = joined(day(told["on"]), labels.called(told["level"], "level"))
    return {"head": head, "text": together(told["words"], labels.listed(told["measures"], "measure"))}
