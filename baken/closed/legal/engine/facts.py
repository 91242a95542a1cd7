# SPDX-License-Identifier: EUPL-1.2
"""The facts of one person on which clocks run: who she is to the law, and what happened when. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from baken.closed.casework.person.rules import years_between
from baken.closed.legal.engine.law import Law

_ADULT = 18
_DUTCH = frozenset({"NL", "NLD"})
_EARLIEST, _LATEST = date(1900, 1, 1), date(2150, 12, 31)  # later ends would leave the calendar
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class FactsError(ValueError):
    """Facts that cannot be read; the message says in one line what is wrong."""


@dataclass(frozen=True)
class Happening:
    """An event on its day."""

    on: date
    name: str


@dataclass(frozen=True)
class Person:
    """What the law asks of who somebody is. A birth date that nobody knows may be a minor's."""

    born: date | None = None
    nationality: str | None = None
    eu_citizen: bool = False
    lawful_stay: bool = False
    dublin: bool = False

    @property
    def is_dutch(self) -> bool:
        """Whether the residence scheme is not for her."""
        return (self.nationality or "").upper() in _DUTCH

    def may_be_minor(self, on: date) -> bool:
        """Return whether somebody is under eighteen on a day, or may be; counted as her file counts it."""
        return self.born is None or years_between(self.born, on) < _ADULT


@dataclass(frozen=True)
class Facts:
    """Somebody, and everything that happened, in the order of the law's table."""

    person: Person
    happenings: tuple[Happening, ...]

    def until(self, on: date) -> "Facts":
        """Return what was known at the end of a day."""
        return Facts(self.person, tuple(each for each in self.happenings if each.on <= on))


def read(told: Any, law: Law) -> Facts:
    """Return the facts that a JSON document tells; raise FactsError."""
    told = _object(told, "the facts", {"person", "events"})
    person, events = told.get("person", {}), told.get("events", [])
    if not isinstance(events, list):
        raise FactsError("events is a list")
    found = [_happening(each, law) for each in events]
    return Facts(_person(person), ordered(found, law))


def ordered(happenings: Sequence[Happening], law: Law) -> tuple[Happening, ...]:
    """Return events by day, and those of one day in the order of the table; the same twice counts once."""
    return tuple(sorted(set(happenings), key=lambda each: (each.on, law.order(each.name))))


def _person(told: Any) -> Person:
    told = _object(told, "person", {"born", "nationality", "eu_citizen", "lawful_stay", "dublin"})
    born, nationality = told.get("born"), told.get("nationality")
    if nationality is not None and not isinstance(nationality, str):
        raise FactsError("nationality is a text, or null")
    flags = {name: _flag(told, name) for name in ("eu_citizen", "lawful_stay", "dublin")}
    return Person(born=None if born is None else _day(born, "born"), nationality=nationality, **flags)


def _flag(told: Mapping[str, Any], name: str) -> bool:
    found = told.get(name)
    if found is not None and not isinstance(found, bool):
        raise FactsError(f"{name} is true or false")
    return bool(found)


def _happening(told: Any, law: Law) -> Happening:
    told = _object(told, "an event", {"on", "event"})
    name = told.get("event")
    if not isinstance(name, str) or name not in law.events:
        raise FactsError(f"unknown event {name!r}; known are {', '.join(law.events)}")
    return Happening(_day(told.get("on"), name), name)


def _day(told: Any, name: str) -> date:
    try:
        found = date.fromisoformat(told if _DAY.fullmatch(told) else "")
    except (TypeError, ValueError):
        raise FactsError(f"{name}: {told!r} is no day such as 2024-01-31") from None
    if not _EARLIEST <= found <= _LATEST:
        raise FactsError(f"{name}: {told} is before {_EARLIEST} or after {_LATEST}")
    return found


def _object(told: Any, name: str, known: set[str]) -> dict[str, Any]:
    if not isinstance(told, dict):
        raise FactsError(f"{name}: an object is needed")
    if unknown := told.keys() - known:
        raise FactsError(
            f"{name}: unknown {', '.join(sorted(map(str, unknown)))}; known are {', '.join(sorted(known))}"
        )
    return told
