# SPDX-License-Identifier: EUPL-1.2
"""What was done to her, the risks around her and how safe she is, in words that she reads."""

from types import SimpleNamespace

from django.utils.translation import gettext as _

from baken.closed.retention.wording import EMPTY, Copy, Sheet, day, joined
from baken.closed.trafficking import labels, showing
from baken.closed.trafficking.screening import YES


def trafficking(copy: Copy) -> list[Sheet]:
    """Return the sections of accounts, events, risks and safety."""
    told = copy["trafficking"]
    return [
        _section(_("What was told of what was done to you"), [_account(each) for each in _standing(told["accounts"])]),
        _section(_("When and where"), [_event(each) for each in _standing(told["events"])]),
        _section(_("What makes you vulnerable"), [_assessment(each) for each in _standing(told["assessments"])]),
        _section(_("How safe you are"), [_level(each) for each in _standing(told["safety_levels"])]),
    ]


def _section(title: str, items: list[Copy]) -> Sheet:
    return {"title": title, "items": items, "nothing": EMPTY}


def _standing(rows: list[Copy]) -> list[Copy]:
    return [each for each in rows if not each["struck_out"]]


def _account(told: Copy) -> Copy:
    head = joined(day(told["told_on"]), labels.called(told["teller"], "teller"), labels.listed(told["forms"], "form"))
    asked = [line for line in showing.lines(SimpleNamespace(**told), None) if showing.is_asked(line)]
    return {"head": head, "text": "\n".join([told["words"], *(f"{label}: {text}" for label, text in asked)]).strip()}


def _event(told: Copy) -> Copy:
    head = joined(labels.on(told["on"]), labels.called(told["kind"], "event"), labels.country(told["country"]))
    return {"head": head, "text": "\n".join(each for each in (told["place"], told["words"]) if each)}


def _assessment(told: Copy) -> Copy:
    found = labels.listed((key for key, answer in told["factors"].items() if answer == YES), "factor")
    return {"head": day(told["on"]), "text": "\n".join(each for each in (told["words"], found) if each)}


def _level(told: Copy) -> Copy:
    head = joined(day(told["on"]), labels.called(told["level"], "level"))
    return {"head": head, "text": "\n".join([told["words"], labels.listed(told["measures"], "measure")]).strip()}
