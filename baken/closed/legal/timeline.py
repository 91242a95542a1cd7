# SPDX-License-Identifier: EUPL-1.2
"""The clocks, states and rights of a set of facts on a day, as `baken timeline` prints them. Pure."""

from datetime import date
from typing import Any

from baken.closed.legal.clocks import Instance, Reckoning
from baken.closed.legal.days import Calendar, calendar
from baken.closed.legal.facts import Facts
from baken.closed.legal.law import Law, Right, law
from baken.closed.legal.tracks import problems, rights, state

RESIDENCE = "residence"


def answer(facts: Facts, on: date, rules: Law | None = None, days: Calendar | None = None) -> dict[str, Any]:
    """Return where somebody stands on a day; what the facts date later has not happened yet."""
    rules, days, known = rules or law(), days or calendar(), facts.until(on)
    clocks = Reckoning(rules, days, known, on).all()
    states = {track.key: state(track, known.happenings, clocks) for track in rules.tracks}
    return {
        "on": on.isoformat(),
        "state": states[RESIDENCE],
        "states": states,
        "clocks": [_clock(each, days) for each in clocks],
        "rights": [_right(each) for each in rights(rules, facts.person, states[RESIDENCE])],
        "problems": problems(rules, facts),
    }


def _clock(each: Instance, days: Calendar) -> dict[str, Any]:
    """Return a clock in words of JSON; a day moved in a year whose decrees are not known is to be verified."""
    unsure = bool(each.extended and not days.is_known(each.extended))
    told: dict[str, Any] = {"rule": each.clock.rule, "due": each.due.isoformat(), "status": each.status.value}
    if each.extended:
        told["due_extended"] = each.extended.isoformat()
    if each.by:
        told["by"] = {"on": each.by.on.isoformat(), "event": each.by.name}
    told |= {"source": each.row.source, "verify": each.row.verify or unsure, "started": each.started.isoformat()}
    told |= {"kind": each.clock.kind.value, "nl": each.clock.nl, "en": each.clock.en, "who": each.clock.who}
    return told | ({"note": each.row.note} if each.row.note else {})


def _right(each: Right) -> dict[str, Any]:
    return {"right": each.key, "nl": each.nl, "en": each.en, "source": each.source, "verify": each.verify}
