# SPDX-License-Identifier: EUPL-1.2
"""A copy of a file in words that the person reads: headings, labels, days in her language."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import formats, translation
from django.utils.translation import gettext as _

from baken.closed.access.labels import PARTS, PURPOSES, ROLES
from baken.closed.legal.labels import event
from baken.closed.plan.labels import ANSWERS, AREAS, CLOSURES, GOAL_ENDINGS, OUTCOMES, TASK_ENDINGS

Sheet = dict[str, Any]
Copy = dict[str, Any]
EMPTY = "–"  # noqa: RUF001 - how Dutch and English print that nothing is there


def sheet(copy: Copy, language: str) -> Sheet:
    """Return what is printed of a copy: a title, lines to begin with, and sections of rows or of notes."""
    with translation.override(language):
        return {
            "language": language,
            "title": _("Your file"),
            "beginning": _beginning(copy),
            "sections": [
                _about(copy),
                _identity(copy),
                _contact(copy),
                _notes(copy),
                _law(copy),
                _goals(copy),
                _tasks(copy),
                _leads(copy),
                _handovers(copy),
                _closures(copy),
                _team(copy),
                _consents(copy),
            ],
            "rights": {"title": _("What you may ask"), "lines": _rights(copy)},
        }


def _beginning(copy: Copy) -> list[str]:
    return [
        _("This is a copy of what %(agency)s wrote down about you. It was made on %(day)s.")
        % {"agency": copy["file"]["agency"], "day": _day(copy["made_at"])},
        _("Where you stay is not in it: you know that yourself, and paper can be found by others."),
        _("You do not see names of workers, only what their work was."),
        _("Keep this copy in a place where nobody else can read it."),
    ]


def _rights(copy: Copy) -> list[str]:
    kept = copy["kept"]
    return [
        _("Is something wrong or missing? Ask the person who works with you to correct it or to add your own words."),
        _("You may ask to have your file erased. You hear within three months whether it is."),
        _("You may ask who looked in your file. You get a list of it."),
        _("We keep your file until %(day)s, unless it changes again. The law says so: %(source)s.")
        % {"day": _day(kept["erased_from"]), "source": kept["source"]},
        _("You can complain to the Dutch Data Protection Authority: autoriteitpersoonsgegevens.nl."),
    ]


def _about(copy: Copy) -> Sheet:
    told = copy["file"]
    rows = [
        (_("File number"), told["number"]),
        (_("Organisation"), told["agency"]),
        (_("Opened"), _day(told["opened_at"])),
        (_("Closed"), _day(told["closed_at"])),
    ]
    return _rows(_("Your file"), rows)


def _identity(copy: Copy) -> Sheet:
    told = copy["identity"]
    born = _day(told.get("born"))
    rows = [(_("Name"), told.get("name")), (_("Born on"), born), (_("Nationality"), told.get("nationality"))]
    return _rows(_("Identity"), rows)


def _contact(copy: Copy) -> Sheet:
    told = copy["contact"]
    rows = [(_("Telephone"), told.get("phone")), (_("Safe ways and times"), told.get("safe_ways"))]
    return _rows(_("Contact"), rows)


def _notes(copy: Copy) -> Sheet:
    names = dict(PARTS)
    items = [
        {
            "head": _joined(_moment(each["written_at"]), str(names[each["part"]]), _worker(each["roles"])),
            "text": each["text"],
        }
        for each in copy["notes"]
    ]
    return {"title": _("Notes"), "items": items, "nothing": _("There are no notes.")}


def _law(copy: Copy) -> Sheet:
    told = [each for each in copy["law"]["events"] if not each["struck_out"]]
    rows = [(_day(each["on"]), event(each["event"])) for each in told]
    return _rows(_("What happened before the law"), rows) | {"nothing": _("Nothing is written down.")}


def _goals(copy: Copy) -> Sheet:
    items = []
    for each in copy["plan"]["goals"]:
        ended = [_named([each["how"]], GOAL_ENDINGS), _day(each["ended_on"])] if each["how"] else []
        head = _joined(_named([each["area"]], AREAS), _day(each["set_at"]), *ended)
        items.append({"head": head, "text": _lines(each["goal"], each["words"])})
    return {"title": _("What you want to reach"), "items": items, "nothing": _("Nothing is written down.")}


def _tasks(copy: Copy) -> Sheet:
    items = []
    for each in copy["plan"]["tasks"]:
        ended = [_named([each["how"]], TASK_ENDINGS), _day(each["ended_at"])] if each["how"] else []
        head = _joined(_("due on %(day)s") % {"day": _day(each["due_on"])}, _worker(each["roles"]), *ended)
        items.append({"head": head, "text": _lines(each["task"], each["reason"])})
    return {"title": _("What we do"), "items": items, "nothing": _("Nothing is written down.")}


def _leads(copy: Copy) -> Sheet:
    rows = [(_worker(each["roles"]), _span(each["since"], each["until"])) for each in copy["next_step"]["leads"]]
    return _rows(_("Who took the next step"), rows) | {"nothing": _("Who opened your file.")}


def _handovers(copy: Copy) -> Sheet:
    items = []
    for each in copy["next_step"]["handovers"]:
        how = _named([each["how"]], ANSWERS) if each["how"] else _("not answered yet")
        items.append({"head": _joined(_day(each["offered_at"]), how), "text": _lines(each["words"], each["answer"])})
    return {"title": _("When your file was offered to another worker"), "items": items, "nothing": EMPTY}


def _closures(copy: Copy) -> Sheet:
    items = []
    for each in copy["closures"]:
        ended = [_named([each["outcome"]], OUTCOMES)] if each["outcome"] else []
        head = _joined(_day(each["at"]), _named([each["kind"]], CLOSURES), *ended)
        items.append({"head": head, "text": each["words"]})
    return {"title": _("When your file was closed or opened again"), "items": items, "nothing": EMPTY}


def _lines(*texts: str) -> str:
    return "\n".join(each for each in texts if each)


def _team(copy: Copy) -> Sheet:
    rows = [(_worker(each["roles"]), _span(each["since"], each["until"])) for each in copy["team"]]
    return _rows(_("Who worked with you"), rows)


def _consents(copy: Copy) -> Sheet:
    rows = [(each["agency"], _consent(each)) for each in copy["consents"]]
    return _rows(_("Who may read it because you agreed"), rows) | {"nothing": _("Nobody.")}


def _consent(told: Copy) -> str:
    parts, purpose = _named(told["parts"], PARTS), _named([told["purpose"]], PURPOSES)
    back = [_("You took it back on %(day)s") % {"day": _day(told["withdrawn_at"])}] if told["withdrawn_at"] else []
    return _joined(parts, purpose, _span(told["since"], told["until"]), *back)


def _rows(title: str, rows: Sequence[tuple[str, str | None]]) -> Sheet:
    return {"title": title, "rows": [[label, value or EMPTY] for label, value in rows], "nothing": EMPTY}


def _joined(*words: str) -> str:
    return " · ".join(words)


def _worker(roles: list[str]) -> str:
    return _named(roles, ROLES) or _("a worker")


def _named(codes: Iterable[str], names: Iterable[tuple[str, Any]]) -> str:
    known = dict(names)
    return ", ".join(str(known[each]) for each in codes)


def _span(since: str, until: str | None) -> str:
    if until is None:
        return _("from %(day)s until now") % {"day": _day(since)}
    return _("from %(day)s until %(end)s") % {"day": _day(since), "end": _day(until)}


def _day(told: str | None) -> str:
    return formats.date_format(date.fromisoformat(told[:10]), "j F Y") if told else EMPTY


def _moment(told: str) -> str:
    return formats.date_format(datetime.fromisoformat(told), "j F Y H:i")
