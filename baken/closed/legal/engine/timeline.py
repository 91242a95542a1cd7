# SPDX-License-Identifier: EUPL-1.2
"""Where somebody stands before the law on a day: clocks, states, rights; also as `baken timeline` prints it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from baken.closed.legal.engine.clocks import Instance, Reckoning
from baken.closed.legal.engine.days import Calendar, calendar
from baken.closed.legal.engine.facts import Facts
from baken.closed.legal.engine.law import Law, Right, law
from baken.closed.legal.engine.tracks import Problem, problems, rights, sound, state

RESIDENCE = "residence"


@dataclass(frozen=True)
class Stand:
    """Where somebody stands: her clocks, the state on each way by its key, her rights, and what contradicts itself."""

    on: date
    clocks: list[Instance]
    states: Mapping[str, str]
    rights: list[Right]
    problems: list[Problem]


def stand(facts: Facts, on: date, rules: Law | None = None, days: Calendar | None = None) -> Stand:
    """Return where somebody stands on a day; what the facts date later has not happened yet."""
    rules, days = rules or law(), days or calendar()
    known = sound(rules, facts.until(on))
    clocks = Reckoning(rules, days, known, on).all()
    states = {track.key: state(track, known.happenings, clocks) for track in rules.tracks}
    return Stand(on, clocks, states, rights(rules, facts.person, states[RESIDENCE], on), problems(rules, facts))


def answer(facts: Facts, on: date) -> dict[str, Any]:
    """Return where somebody stands in words of JSON."""
    found, days = stand(facts, on), calendar()
    return {
        "on": on.isoformat(),
        "state": found.states[RESIDENCE],
        "states": dict(found.states),
        "clocks": [_clock(each, days) for each in found.clocks],
        "rights": [_right(each) for each in found.rights],
        "problems": list(map(str, found.problems)),
    }


def is_unsure(each: Instance, days: Calendar) -> bool:
    """Return whether a clock is to be verified: its row is, or its day was moved in a year of unknown decrees."""
    return each.row.verify or bool(each.extended and not days.is_known(each.extended))


def _clock(each: Instance, days: Calendar) -> dict[str, Any]:
    told: dict[str, Any] = {"rule": each.clock.rule, "due": each.due.isoformat(), "status": each.status.value}
    if each.extended:
        told["due_extended"] = each.extended.isoformat()
    if each.sooner:
        told["keep_to"] = each.sooner.isoformat()
    if each.by:
        told["by"] = {"on": each.by.on.isoformat(), "event": each.by.name}
    told |= {"source": each.row.source, "verify": is_unsure(each, days), "started": each.started.isoformat()}
    told |= {"kind": each.clock.kind.value, "nl": each.clock.nl, "en": each.clock.en, "who": each.clock.who_en}
    return told | ({"note": each.row.note_en} if each.row.note_en else {})


def _right(each: Right) -> dict[str, Any]:
    return {"right": each.key, "nl": each.nl, "en": each.en, "source": each.source, "verify": each.verify}
