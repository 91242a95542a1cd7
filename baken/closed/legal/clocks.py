# SPDX-License-Identifier: EUPL-1.2
"""Every clock that the law starts for a person, as it stands on a day. Pure: nothing of the law stands here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from baken.closed.legal.days import Calendar
from baken.closed.legal.facts import Facts, Happening
from baken.closed.legal.law import BORN, Clock, Kind, Law, Row
from baken.closed.legal.terms import TableError, Term

_DAY = timedelta(days=1)


class Status(StrEnum):
    """How a clock stands: on its last day it still runs, from the next it was missed; a milestone is then met."""

    RUNNING = "running"
    MET = "met"
    MISSED = "missed"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Instance:
    """One run of a clock. ``due`` is the day as counted; ``extended`` the one to which the Time Limits Act moves it."""

    clock: Clock
    row: Row
    started: date
    due: date
    extended: date | None
    status: Status
    by: Happening | None = None

    @property
    def last(self) -> date:
        """The last day on which it can be met."""
        return self.extended or self.due


@dataclass(frozen=True)
class Reckoning:
    """The clocks of one person on one day; what is dated later is not known yet."""

    law: Law
    calendar: Calendar
    facts: Facts
    on: date

    def all(self) -> list[Instance]:
        """Return every clock that has started, the earliest due date first."""
        known = Reckoning(self.law, self.calendar, self.facts.until(self.on), self.on)
        found = [each for clock in self.law.clocks for each in known.of(clock)]
        return sorted(found, key=lambda each: (each.due, each.clock.rule, each.started))

    def of(self, clock: Clock) -> Iterator[Instance]:
        """Yield the runs of one clock."""
        if clock.only_with and all(each.name != clock.only_with for each in self.facts.happenings):
            return
        for start in self._chains(clock) if clock.once else self._starts(clock):
            yield from self._turns(clock, start) if clock.repeats else [self._run(clock, start)]

    def _starts(self, clock: Clock) -> Iterator[Happening]:
        found = [each for each in self.facts.happenings if each.name in clock.starts]
        born = self.facts.person.born
        if BORN in clock.starts and born:
            found.append(Happening(born, BORN))
        return (each for each in found if clock.when != "minor" or self._is_minor(each))

    def _is_minor(self, start: Happening) -> bool:
        """Return whether she is, or may be, a minor when a clock starts; for a birthday: when we first knew of her."""
        first = min((each.on for each in self.facts.happenings), default=self.on)
        return self.facts.person.may_be_minor(first if start.name == BORN else start.on)

    def _run(self, clock: Clock, start: Happening) -> Instance:
        row = self._row(clock, start)
        due = self._due(clock, row, start)
        extended = self.calendar.extended(start.on, due) if row.atw and row.term.may_be_extended else None
        broken = self._broken(clock, start) if clock.once else None
        status, by = self._ended(clock, start, start, extended or due, broken)
        return Instance(clock, row, start.on, due, extended, status, by)

    def _row(self, clock: Clock, start: Happening) -> Row:
        for row in clock.rows:
            if row.since <= start.on < row.until and (not row.when or self._holds(row.when, start)):
                return row
        raise TableError(f"{clock.rule}: no term holds on {start.on}")

    def _holds(self, condition: str, start: Happening) -> bool:
        person = self.facts.person
        return {"dublin": person.dublin, "minor": person.may_be_minor(start.on), "holder": self._holds_one(start)}[
            condition
        ]

    def _holds_one(self, start: Happening) -> bool:
        """Return whether a permit was granted before."""
        granted = (each for each in self.facts.happenings if each.name.startswith("permit_granted"))
        return any(self._follows(start, each) for each in granted)

    def _due(self, clock: Clock, row: Row, start: Happening) -> date:
        if not clock.lead_of:
            return row.term.end(start.on, self.calendar)
        (whole,) = (each for each in self.law.clocks if each.rule == clock.lead_of)
        return row.term.before(self._due(whole, self._row(whole, start), start))

    def _ended(
        self, clock: Clock, start: Happening, after: Happening, last: date, broken: date | None = None
    ) -> tuple[Status, Happening | None]:
        """Return how a run ends that may be met after one event and until its last day, and by what."""
        for each in self.facts.happenings:
            if each.on > last or (broken and each.on > broken):
                break
            if self._follows(each, after) and each.name in clock.meets:
                return Status.MET, each
            if self._follows(each, start) and each.name in clock.stops:
                return Status.STOPPED, each
        if broken and broken < last:
            return Status.STOPPED, None
        if self.on <= last:
            return Status.RUNNING, None
        return (Status.MET if clock.kind == Kind.MILESTONE else Status.MISSED), None

    def _follows(self, each: Happening, start: Happening) -> bool:
        return self._place(each) > self._place(start)

    def _place(self, each: Happening) -> tuple[date, int]:
        return each.on, -1 if each.name == BORN else self.law.order(each.name)

    def _turns(self, clock: Clock, start: Happening) -> Iterator[Instance]:
        """Yield the turns of a repeating clock: those that are over, and the one that is open."""
        period = self._run(self._named(clock.within), start)
        row, before = self._row(clock, start), start.on
        due = row.term.end(start.on, self.calendar)
        turn = 1
        while due <= period.due:
            # What is done on the day that the turn before ended was done for that one.
            after = Happening(before, list(self.law.events)[-1])
            status, by = self._ended(clock, start, after, due)
            yield Instance(clock, row, before, due, None, status, by)
            if status in {Status.RUNNING, Status.STOPPED}:
                return
            turn, before = turn + 1, due
            due = Term(row.term.number * turn, row.term.unit).end(start.on, self.calendar)

    def _named(self, rule: str) -> Clock:
        return next(each for each in self.law.clocks if each.rule == rule)

    def _chains(self, clock: Clock) -> Iterator[Happening]:
        """Yield the starts of a clock that goes on while it is unbroken: each that is not in the run before it."""
        broken: date | None = date.min
        for start in self._starts(clock):
            if broken and start.on > broken:
                broken = self._broken(clock, start)
                yield start

    def _broken(self, clock: Clock, start: Happening) -> date | None:
        """Return the last day on which what a clock rests on was unbroken since a start; None where it still is."""
        resting = self._named(clock.within)
        covered = self._run(resting, start).due
        for each in self.facts.happenings:
            if self._follows(each, start) and each.name in clock.starts | clock.bridges:
                if each.on > covered and not self._bridged(clock, start, covered):
                    return covered
                if each.name in resting.starts:
                    covered = max(covered, self._run(resting, each).due)
        return covered if self.on > covered and not self._bridged(clock, start, covered) else None

    def _bridged(self, clock: Clock, start: Happening, covered: date) -> bool:
        """Return whether something that is no start of its own, an application in time, bridges the end of a permit."""
        resting = self._named(clock.within)
        bridges = clock.bridges - resting.starts
        last = max(
            (each.on for each in self.facts.happenings if each.name in resting.starts and each.on <= covered),
            default=start.on,
        )
        return any(each.name in bridges and last <= each.on <= covered for each in self.facts.happenings)
