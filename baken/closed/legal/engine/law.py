# SPDX-License-Identifier: EUPL-1.2
"""The tables of the law as the code uses them: events, clocks, tracks and rights, each row with its source. Pure.

A row that cannot be used, names an event or state that is not there, or has no source, stops the program that reads it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from baken.closed.legal.engine.terms import TableError, Term

FOLDER = Path(__file__).parent / "tables"
BORN = "born"  # where the clock of a birthday starts; it stands in the facts and not among the events


class Kind(StrEnum):
    """What the end of a clock means."""

    DEADLINE = "deadline"
    RIGHT = "right"
    MILESTONE = "milestone"


@dataclass(frozen=True)
class Event:
    """Something that can happen, and the order in which it cannot."""

    name: str
    nl: str
    en: str
    after: frozenset[str] = frozenset()
    needs: bool = False
    not_after: frozenset[str] = frozenset()
    once: bool = False
    not_for: frozenset[str] = frozenset()
    source: str = ""


@dataclass(frozen=True)
class Row:
    """A term of a clock while it holds, and where it stands."""

    term: Term
    source: str
    when: str = ""
    since: date = date.min
    until: date = date.max
    atw: bool = False
    verify: bool = False
    sooner: Term | None = None
    note_nl: str = ""
    note_en: str = ""


@dataclass(frozen=True)
class Clock:
    """A clock of the law."""

    rule: str
    kind: Kind
    nl: str
    en: str
    who_nl: str
    who_en: str
    starts: frozenset[str]
    rows: tuple[Row, ...]
    meets: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    bridges: frozenset[str] = frozenset()
    repeats: bool = False
    once: bool = False
    within: str = ""
    lead_of: str = ""
    when: str = ""
    only_with: str = ""

    @property
    def pairs(self) -> frozenset[str]:
        """The events by which its due dates can change; what stops one that goes on lets the next start begin anew."""
        return self.starts | (self.bridges | self.stops if self.once else frozenset())


@dataclass(frozen=True)
class Step:
    """What leads from one state to the next: an event, or the end of a clock."""

    to: str
    origins: frozenset[str]
    by: str = ""
    ends: str = ""


@dataclass(frozen=True)
class Track:
    """A way through the law: its states by key, and its steps."""

    key: str
    nl: str
    en: str
    start: str
    states: Mapping[str, Mapping[str, str]]
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Right:
    """What somebody has a right to in some states."""

    key: str
    states: frozenset[str]
    nl: str
    en: str
    source: str
    whose: str
    age: str
    verify: bool


@dataclass(frozen=True)
class Law:
    """All tables together."""

    events: Mapping[str, Event]
    clocks: tuple[Clock, ...]
    tracks: tuple[Track, ...]
    rights: tuple[Right, ...]

    def order(self, name: str) -> int:
        """Return the place of an event among those of one day."""
        return list(self.events).index(name)


@cache
def law(folder: Path = FOLDER) -> Law:
    """Return the tables of a folder; raise TableError."""
    read = {name: tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8")) for name in _FILES}
    found = Law(
        events={row["name"]: _event(row) for row in read["events"]["event"]},
        clocks=tuple(map(_clock, read["clocks"]["clock"])),
        tracks=tuple(map(_track, read["tracks"]["track"])),
        rights=tuple(map(_right, read["rights"]["right"])),
    )
    _check(found)
    return found


_FILES = ("events", "clocks", "tracks", "rights")


def _event(row: dict[str, Any]) -> Event:
    sets = {name: frozenset(row.pop(name, ())) for name in ("after", "not_after", "not_for")}
    made: Event = _made(Event, row | sets, row["name"])
    return made


def _clock(row: dict[str, Any]) -> Clock:
    rows = tuple(_row(each, row["rule"]) for each in row.pop("term", ()))
    sets = {name: frozenset(row.pop(name, ())) for name in ("starts", "meets", "stops", "bridges")}
    made: Clock = _made(Clock, row | sets | {"rows": rows, "kind": Kind(row["kind"])}, row["rule"])
    return made


def _row(row: dict[str, Any], rule: str) -> Row:
    if not row.get("source"):
        raise TableError(f"{rule}: a term without its source")
    term = Term.read(row.pop("term"))
    sooner = Term.read(row.pop("sooner")) if "sooner" in row else None
    since = row.pop("from", date.min)
    made: Row = _made(Row, row | {"term": term, "sooner": sooner, "since": since}, rule)
    return made


def _track(row: dict[str, Any]) -> Track:
    states = {state["key"]: state for state in row.pop("state")}
    steps = tuple(_step(each, frozenset(states), row["key"]) for each in row.pop("step"))
    made: Track = _made(Track, row | {"states": states, "steps": steps}, row["key"])
    return made


def _step(row: dict[str, Any], states: frozenset[str], track: str) -> Step:
    if unknown := {row["to"], *row.get("from", ())} - states:
        raise TableError(f"{track}: no state {', '.join(sorted(unknown))}")
    origins = frozenset(row.pop("from", states - {row["to"]}))
    made: Step = _made(Step, row | {"origins": origins}, track)
    return made


def _right(row: dict[str, Any]) -> Right:
    words = {"states": frozenset(row.pop("states")), "whose": row.pop("for", "others")}
    made: Right = _made(Right, {"verify": False, "age": "", **row, **words}, row["key"])
    return made


def _made(kind: Any, words: dict[str, Any], name: str) -> Any:
    try:
        return kind(**words)
    except TypeError as error:
        raise TableError(f"{name}: {error}") from None


def _check(found: Law) -> None:
    """Raise TableError where a table names what is not there, or a clock has no term."""
    rules = {clock.rule for clock in found.clocks}
    for clock in found.clocks:
        _check_events(found, clock.rule, (clock.starts | clock.meets | clock.stops | clock.bridges) - {BORN})
        if not clock.rows or {clock.within, clock.lead_of} - rules - {""}:
            raise TableError(f"{clock.rule}: it has no term, or names a clock that is not there")
    for event in found.events.values():
        _check_events(found, event.name, event.after | event.not_after)
    for track in found.tracks:
        _check_events(found, track.key, {step.by for step in track.steps if step.by})
        if {step.ends for step in track.steps if step.ends} - rules:
            raise TableError(f"{track.key}: a step waits for a clock that is not there")


def _check_events(found: Law, name: str, events: set[str] | frozenset[str]) -> None:
    if unknown := events - found.events.keys():
        raise TableError(f"{name}: no event {', '.join(sorted(unknown))}")
