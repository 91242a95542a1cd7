# SPDX-License-Identifier: EUPL-1.2
"""What was said about CoMensha and what went there, in words that the person reads."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from baken.closed.registration.exporting import said
from baken.closed.registration.fields import table
from baken.closed.registration.labels import ADVISERS, BY, PURPOSES, REPLIES, WHAT
from baken.closed.registration.sheet_form import language, spoken
from baken.closed.retention.copy.sheets.wording import EMPTY, Copy, Sheet, called, day, joined, standing, together


def registration(copy: Copy) -> list[Sheet]:
    """Return the sections of what was said, of registering without consent, and of what went."""
    told = copy["registration"]
    return [_words(told), _overrides(told), _versions(told)]


def _words(told: Copy) -> Sheet:
    items = [
        {
            "head": joined(day(each["on"]), called(each["purpose"], PURPOSES), called(each["by"], BY)),
            "text": together(called(each["what"], WHAT), each["words"]),
        }
        for each in standing(told["words"])
    ]
    return {"title": _("What was said about CoMensha"), "items": items, "nothing": _("Nothing is written down.")}


def _overrides(told: Copy) -> Sheet:
    items = [
        {
            "head": joined(day(each["asked_at"]), _decided(each), called(each["adviser"], ADVISERS)),
            "text": each["reason"],
        }
        for each in told["without_consent"]
    ]
    title = _("When somebody asked to register you without consent")
    return {"title": title, "items": items, "nothing": _("Nobody asked for that.")}


def _decided(told: Copy) -> str:
    if told["approved"] is None:
        return _("not decided yet")
    return _("agreed") if told["approved"] else _("not agreed")


def _versions(told: Copy) -> Sheet:
    items = [
        {
            "head": joined(_numbered(each), day(each["fixed_at"]), *map(_step, standing(each["exchanges"]))),
            "text": "\n".join([*_answers(each["content"]), *_remarks(each)]),
        }
        for each in told["versions"]
    ]
    return {"title": _("What was written down for CoMensha"), "items": items, "nothing": EMPTY}


def _numbered(version: Copy) -> str:
    return _("version %(number)s") % {"number": version["number"]}


def _step(told: Copy) -> str:
    what = {"sent": _("sent"), "taken": _("taken out")}.get(told["kind"]) or called(told["what"], REPLIES)
    return f"{what} {day(told['on'])}"


def _remarks(version: Copy) -> Iterator[str]:
    """Yield what was written down of what was done with it, and the number that it got there."""
    for each in standing(version["exchanges"]):
        yield from (told for told in (each["number"], each["words"]) if told)


def _answers(content: Copy) -> Iterator[str]:
    """Yield what is known, each with its question."""
    for key, answer in content["answers"].items():
        field = table().fields[key]
        if answer["state"] == "known":
            yield f"{spoken(field)}: {said(content['answers'], field, language())}"
