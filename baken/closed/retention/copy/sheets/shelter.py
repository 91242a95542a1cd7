# SPDX-License-Identifier: EUPL-1.2
"""That she asked for a place to live, what was answered, and when she lived with us, in words that the person reads."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from baken.closed.retention.copy.sheets.wording import (
    EMPTY,
    Copy,
    Sheet,
    called,
    day,
    joined,
    moment,
    span,
    standing,
    together,
    worker,
)
from baken.closed.shelter import labels
from baken.closed.shelter.screening import Line, table
from baken.core import wording


def shelter(copy: Copy) -> list[Sheet]:
    """Return the sections of requests, screenings, what was asked elsewhere, and stays."""
    told = copy["shelter"]
    return [_requests(told), _screenings(told), _elsewhere(told), _stays(told)]


def _requests(told: Copy) -> Sheet:
    items = [
        {
            "head": joined(day(each["asked_at"]), called(each["by"], labels.SOURCES), _wanted(each)),
            "text": together(*_asked(each), each["words"], _ended(each), each["answer"]),
        }
        for each in told["requests"]
    ]
    return {
        "title": _("When a place to live was asked for you"),
        "items": items,
        "nothing": _("Nobody asked for that."),
    }


def _wanted(request: Copy) -> str:
    return f"{called(request['length'], labels.LENGTHS)}, {span(request['arrive_on'], request['leave_on'])}"


def _asked(request: Copy) -> Iterator[str]:
    """Yield for whom and with what in mind, a line each."""
    needs, consent = request["needs"], request["consent"]
    if request["people"]:
        yield _("For: %(people)s") % {"people": "; ".join(map(_person, request["people"]))}
    if needs.get("step_free"):
        yield _("Without steps.")
    if needs.get("excluded_regions"):
        yield _("Not safe for you: %(regions)s") % {"regions": ", ".join(needs["excluded_regions"])}
    if needs.get("financing"):
        yield _("Paid by: %(who)s") % {"who": called(needs["financing"], labels.FINANCING)}
    if consent:
        yield _("%(who)s agreed to it on %(day)s.") % {"who": consent["by"], "day": day(consent["on"])}


def _person(told: Copy) -> str:
    age = day(told["born"]) if told["born"] else called(told["age"], labels.AGES)
    return ", ".join(each for each in (told["initials"], called(told["sex"], labels.SEXES), age) if each)


def _ended(told: Copy) -> str:
    """Return when a request ended, how, and why."""
    if not told["how"]:
        return ""
    why = [called(told["why"], labels.REFUSALS)] if told["why"] else []
    return joined(day(told["answered_at"]), called(told["how"], labels.REQUEST_ENDINGS), *why)


def _screenings(told: Copy) -> Sheet:
    items = [
        {
            "head": joined(day(each["at"]), called(each["colour"], labels.COLOURS), worker(each["roles"])),
            "text": together(*_lines(table().criterion, each, "criteria"), *_against(each), each["words"]),
        }
        for each in standing(told["screenings"])
    ]
    return {
        "title": _("How dangerous it was for you, before you came to live here"),
        "items": items,
        "nothing": EMPTY,
    }


def _against(screening: Copy) -> Iterator[str]:
    for each in _lines(table().against, screening, "against"):
        yield _("Against it: %(what)s") % {"what": each}


def _lines(lines: Iterable[Line], told: Copy, name: str) -> Iterator[str]:
    """Yield what the lines of the table that were ticked say, in the language of the sheet."""
    ticked = told.get(name, ())
    return (wording.said(each) for each in lines if each.key in ticked)


def _elsewhere(told: Copy) -> Sheet:
    items = []
    for each in told["offered_elsewhere"]:
        how = called(each["how"], labels.ANSWERS) if each["how"] else _("not answered yet")
        head = joined(day(each["offered_at"]), each["to"], how)
        items.append({"head": head, "text": together(each["words"], each["answer"])})
    return {"title": _("When another organisation was asked for a place for you"), "items": items, "nothing": EMPTY}


def _stays(told: Copy) -> Sheet:
    items = []
    for each in told["stays"]:
        there = [_("came on %(day)s") % {"day": day(each["arrived_at"])}] if each["arrived_at"] else []
        ended = [called(each["how"], labels.OUTCOMES)] if each["how"] else []
        head = joined(span(each["from"], each["until"]), *there, *ended)
        items.append({"head": head, "text": together(each["words"], *map(_away, each["away"]))})
    return {"title": _("When you lived with us"), "items": items, "nothing": EMPTY}


def _away(absence: Copy) -> str:
    """Return that she was away, and what was done about it, a line each."""
    back = [_("back on %(day)s") % {"day": day(absence["back_at"])}] if absence["back_at"] else []
    kept = _("bed kept until %(day)s") % {"day": day(absence["bed_kept_until"])}
    head = joined(_("away since %(day)s") % {"day": day(absence["since"])}, _kind(absence), kept, *back)
    return together(head, absence["words"], *map(_step, absence["steps"]))


def _kind(absence: Copy) -> str:
    return called(absence["kind"], labels.ABSENCES)


def _step(told: Copy) -> str:
    (said,) = tuple(_lines(table().missing, {"step": [told["step"]]}, "step")) or (told["step"],)
    return joined(moment(told["at"]), said, worker(told["roles"]))
