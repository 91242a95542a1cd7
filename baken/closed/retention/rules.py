# SPDX-License-Identifier: EUPL-1.2
"""How long a file is kept, by dated rules in `rules.toml` (pure).

In doubt a file is kept longer and a request is answered earlier: what was kept can still be erased. So of
several rules the longest term counts for keeping and the shortest for a request; a day that the calendar
lacks moves on to the next month for keeping, and back to the last of its month for a request.
"""

import calendar
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("rules.toml")
KINDS = frozenset({"report", "person", "case", "log"})
_MAY = frozenset({"key", "kinds", "counted_from", "years", "months", "source", "from", "until", "verify", "note"})
_MUST = frozenset({"key", "kinds", "counted_from", "source", "from", "note"})
_MONTHS = 12
_DAY = timedelta(days=1)


class RuleError(ValueError):
    """A rule cannot be used; the message says which and why."""


class NoRule(LookupError):
    """No rule says how long this is kept, so it is not erased."""


class CountedFrom(StrEnum):
    """The event from which a term runs."""

    LAST_CHANGE = "last_change"
    REQUEST = "request"
    ENTRY = "entry"


@dataclass(frozen=True)
class Rule:
    """A term for some kinds of what is kept, where it comes from, and from when until when it holds."""

    key: str
    kinds: frozenset[str]
    counted_from: CountedFrom
    months: int
    source: str
    since: date
    until: date | None
    verify: bool
    note: str

    def holds(self, on: date) -> bool:
        """Return whether the rule is in force on a day."""
        return self.since <= on and (self.until is None or on < self.until)


@dataclass(frozen=True)
class Due:
    """The first day on which a file may be erased, or the last on which a request is answered; and by which rule."""

    day: date
    rule: Rule


def due(kind: str, last_change: date, on: date, table: Iterable[Rule] | None = None) -> Due:
    """Return from which day on a file may be erased, by the rules in force ``on`` a day; raise NoRule."""
    found = _in_force(kind, CountedFrom.LAST_CHANGE, on, table)
    # The whole anniversary is still within the term.
    return max((Due(rounded_up(last_change, rule.months) + _DAY, rule) for rule in found), key=lambda each: each.day)


def answer_by(kind: str, requested: date, on: date, table: Iterable[Rule] | None = None) -> Due:
    """Return by which day a person's request to erase is answered, by the rules in force ``on`` a day; raise NoRule."""
    found = _in_force(kind, CountedFrom.REQUEST, on, table)
    return min((Due(rounded_down(requested, rule.months), rule) for rule in found), key=lambda each: each.day)


def cutoff(on: date, table: Iterable[Rule] | None = None) -> date:
    """Return the latest last change of which a file of any kind may be due on a day: to narrow a list, not to judge."""
    terms = [rule.months for kind in KINDS for rule in _listed(kind, CountedFrom.LAST_CHANGE, on, table)]
    if not terms:
        raise NoRule(f"no rule in force on {on}")
    return rounded_up(on, -min(terms))


def _in_force(kind: str, event: CountedFrom, on: date, table: Iterable[Rule] | None) -> list[Rule]:
    found = _listed(kind, event, on, table)
    if not found:
        raise NoRule(f"no rule for a {kind} from {event} in force on {on}")
    return found


def _listed(kind: str, event: CountedFrom, on: date, table: Iterable[Rule] | None) -> list[Rule]:
    known = all_rules() if table is None else table
    return [rule for rule in known if kind in rule.kinds and rule.counted_from == event and rule.holds(on)]


def rounded_up(day: date, months: int) -> date:
    """Return the same day some months on; where there is none, the first of the month after it."""
    found = rounded_down(day, months)
    return found if found.day == day.day else found + _DAY


def rounded_down(day: date, months: int) -> date:
    """Return the same day some months on; where there is none, the last of its month."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule of the table; raise RuleError for one that cannot be used."""
    return read(TABLE.read_text(encoding="utf-8"))


def read(text: str) -> tuple[Rule, ...]:
    """Return the rules that a table tells, in its order; raise RuleError for one that cannot be used."""
    found = tuple(_rule(told) for told in tomllib.loads(text).get("rule", []))
    if len({rule.key for rule in found}) < len(found):
        raise RuleError("two rules have the same key")
    return found


def _rule(told: Mapping[str, Any]) -> Rule:
    if fault := _fault(told):
        raise RuleError(f"rule {told.get('key', '?')}: {fault}")
    return Rule(
        key=told["key"],
        kinds=frozenset(told["kinds"]),
        counted_from=CountedFrom(told["counted_from"]),
        months=_MONTHS * told.get("years", 0) + told.get("months", 0),
        source=told["source"],
        since=told["from"],
        until=told.get("until"),
        verify=told.get("verify", False),
        note=told["note"],
    )


def _fault(told: Mapping[str, Any]) -> str:
    if wrong := sorted(told.keys() - _MAY) + sorted(_MUST - told.keys()):
        return f"has or lacks {', '.join(wrong)}"
    if not told["source"].strip():
        return "has no source"
    if not told["kinds"] or not KINDS.issuperset(told["kinds"]):
        return "is for a kind that is unknown"
    if told["counted_from"] not in list(CountedFrom):
        return "is counted from an event that is unknown"
    if told.get("years", 0) + told.get("months", 0) <= 0:
        return "has no term"
    return "ends before it begins" if told.get("until", date.max) <= told["from"] else ""
