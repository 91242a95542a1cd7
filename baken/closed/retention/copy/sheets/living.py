# SPDX-License-Identifier: EUPL-1.2
"""How she lived in the house, in words that the person reads."""

from django.utils.translation import get_language
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
    together,
    worker,
)
from baken.closed.shelter.living.labels import (
    AGREED,
    INCIDENTS,
    MISSED,
    RETURNS,
    SCHOOLS,
    SEVERITIES,
    THINGS,
    WEEKDAYS,
    YES,
)
from baken.closed.shelter.living.table import table


def living(copy: Copy) -> list[Sheet]:
    """Return the sections of agreements, visitors, incidents, what was handed over, what was lent, and school."""
    told = copy["living"]
    kept = [_agreements(told["agreements"]), _visits(told["visits"])]
    kept += [_incidents(told["incidents"]), _handed_over(told["handed_over"])]
    return [*kept, _lent(told["lent"]), _schools(told["schools"])]


def _agreements(told: list[Copy]) -> Sheet:
    items = []
    for each in told:
        ended = [_("ended on %(day)s") % {"day": day(each["ended_at"])}] if each["ended_at"] else []
        said = (_about(each["about"]), called(each["agreed"], AGREED), worker(each["roles"]))
        head = joined(_days(each), *said, *ended)
        items.append({"head": head, "text": together(each["words"], each["ending"])})
    return {"title": _("What was agreed with you in the house"), "items": items, "nothing": EMPTY}


def _days(agreement: Copy) -> str:
    """Return from when an agreement held, and until when where that was said."""
    if agreement["until"]:
        return span(agreement["from"], agreement["until"])
    return _("from %(day)s") % {"day": day(agreement["from"])}


def _about(key: str) -> str:
    """Return what an agreement is about, in the language of the sheet."""
    line = table().agreement_of(key)
    if line is None:
        return key
    return line.en if get_language() == "en" else line.nl


def _visits(told: list[Copy]) -> Sheet:
    items = []
    for each in told:
        who = ", ".join(word for word in (each["who"], each["relation"]) if word)
        items.append({"head": joined(moment(each["expected_at"]), who), "text": together(_came(each), each["why_not"])})
    return {"title": _("Who came to see you in the house"), "items": items, "nothing": EMPTY}


def _came(visit: Copy) -> str:
    """Return whether somebody came in, and from when until when."""
    if visit["allowed"] is False:
        return _("We did not let this visitor in.")
    if not visit["in_at"]:
        return _("Did not come in.")
    out = [_("out %(moment)s") % {"moment": moment(visit["out_at"])}] if visit["out_at"] else []
    return joined(_("in %(moment)s") % {"moment": moment(visit["in_at"])}, *out)


def _incidents(told: list[Copy]) -> Sheet:
    items = []
    for each in told:
        police = [_("police called")] if each["police"] == YES else []
        said = (called(each["what"], INCIDENTS), called(each["how_grave"], SEVERITIES))
        head = joined(moment(each["happened_at"]), *said, *police, worker(each["roles"]))
        items.append({"head": head, "text": together(each["words"], each["done"], each["what_came_of_it"])})
    return {"title": _("What happened in the house, in which you were involved"), "items": items, "nothing": EMPTY}


def _handed_over(told: list[Copy]) -> Sheet:
    items = [
        {"head": joined(moment(each["written_at"]), worker(each["roles"])), "text": each["words"]} for each in told
    ]
    return {"title": _("What one shift told the next about you"), "items": items, "nothing": EMPTY}


def _lent(told: list[Copy]) -> Sheet:
    items = []
    for each in told:
        back = [f"{called(each['how'], RETURNS)} {day(each['ended_on'])}"] if each["how"] else []
        what = " ".join(word for word in (called(each["what"], THINGS), each["label"]) if word)
        items.append({"head": joined(day(each["given_on"]), what, *back), "text": ""})
    return {"title": _("Keys and devices that you were given"), "items": items, "nothing": EMPTY}


def _schools(told: list[Copy]) -> Sheet:
    items = []
    for each in told:
        days = ", ".join(str(name) for number, name in WEEKDAYS if number in each["weekdays"])
        head = joined(each["who"], called(each["kind"], SCHOOLS), each["name"], days)
        by = [_("Brought by: %(who)s") % {"who": each["brought_by"]}] if each["brought_by"] else []
        missed = (joined(day(on), called(why, MISSED)) for on, why in each["missed"].items())
        items.append({"head": head, "text": together(*by, *missed)})
    return {"title": _("School and day care while you lived with us"), "items": items, "nothing": EMPTY}
