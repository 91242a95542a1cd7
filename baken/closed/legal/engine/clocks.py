# SPDX-License-Identifier: EUPL-1.2
"""Every clock that the law starts for a person, as it stands on a day. Pure: nothing of the law stands here."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from baken.closed.legal.engine.days import Calendar
from baken.closed.legal.engine.facts import Facts, Happening
from baken.closed.legal.engine.law import BORN, Clock, Kind, Law, Row
from baken.closed.legal.engine.terms import TableError, Term

_DAY = timedelta(days=1)


class Status(StrEnum):
    """How a clock stands: on its last day it still runs, from the next it was missed; a milestone is then met."""

    RUNNING = "running"
    MET = "met"
    MISSED = "missed"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Instance:
    """One run of a clock.

    ``due`` is the day as counted; ``extended`` the one to which the Time Limits Act moves it; ``sooner`` the day to
    keep to where the same term has a shorter reading.
    """

    clock: Clock
    row: Row
    started: date
    due: date
    extended: date | None
    sooner: date | None
    status: Status
    by: Happening | None = None

    @property
    def last(self) -> date:
        """The last day on which it can be met."""
        return self.extended or self.due


@dataclass(frozen=True)
class Reckoning:
    """The clocks of one person on one day, of facts that are known by then and do not contradict each other."""

    law: Law
    calendar: Calendar
    facts: Facts
    on: date

    def all(self) -> list[Instance]:
        """Return every clock that has started, the earliest due date first."""
        found = [each for clock in self.law.clocks for each in self.of(clock)]
        return sorted(found, key=lambda each: (each.due, each.clock.rule, each.started))

    def of(self, clock: Clock) -> Iterator[Instance]:
        """Yield the runs of one clock."""
        for start in self._chains(clock) if clock.once else self._starts(clock):
            runs = self._turns(clock, start) if clock.repeats else [self._run(clock, start)]
            yield from (each for each in runs if self._counts(clock, each.last))

    def _counts(self, clock: Clock, last: date) -> bool:
        """Return whether what a clock counts only with had come by the last day of a run."""
        with_it = (each.on <= last for each in self.facts.happenings if each.name == clock.only_with)
        return not clock.only_with or any(with_it)

    def _starts(self, clock: Clock) -> Iterator[Happening]:
        found = [each for each in self.facts.happenings if each.name in clock.starts]
        born = self.facts.person.born
        if BORN in clock.starts and born:
            found.append(Happening(born, BORN))
        return (each for each in found if not clock.when or self._holds(clock.when, each))

    def _run(self, clock: Clock, start: Happening) -> Instance:
        row = self._row(clock, start)
        due = self._due(clock, row, start)
        extended = self.calendar.extended(start.on, due) if row.atw and row.term.may_be_extended else None
        cover = self._cover(clock, start) if clock.once else None
        status, by = self._ended(clock, start, start, extended or due, cover)
        sooner = row.sooner.end(start.on, self.calendar) if row.sooner else None
        return Instance(clock, row, start.on, due, extended, sooner, status, by)

    def _row(self, clock: Clock, start: Happening) -> Row:
        for row in clock.rows:
            if row.since <= start.on < row.until and (not row.when or self._holds(row.when, start)):
                return row
        raise TableError(f"{clock.rule}: no term holds on {start.on}")

    def _holds(self, condition: str, start: Happening) -> bool:
        return {"dublin": self.facts.person.dublin, "minor": self.facts.person.may_be_minor(start.on)}[condition]

    def _due(self, clock: Clock, row: Row, start: Happening) -> date:
        if clock.lead_of:
            # Where so little is left that this day is already past, it is to be done at once.
            return max(start.on, row.term.before(self._end(self._named(clock.lead_of), start)))
        return min(row.term.end(start.on, self.calendar), self._continued(clock, row, start))

    def _end(self, clock: Clock, start: Happening) -> date:
        return self._due(clock, self._row(clock, start), start)

    def _continued(self, clock: Clock, row: Row, start: Happening) -> date:
        """Return when a run ends that goes on where the run before it ended, unless over before it began."""
        if start.name not in clock.starts & clock.meets:
            return date.max
        before = [each for each in self._starts(clock) if self._follows(start, each)]
        end = row.term.end(self._end(clock, before[-1]), self.calendar) if before else date.max
        return end if end >= start.on else date.max

    def _ended(
        self, clock: Clock, start: Happening, after: Happening, last: date, cover: "Cover | None" = None
    ) -> tuple[Status, Happening | None]:
        """Return how a run ends that may be met after one event and until its last day, and by what."""
        broken = cover.broken if cover else None
        for each in self.facts.happenings:
            if each.on > min(last, broken or last):
                break
            if self._follows(each, after) and each.name in clock.meets:
                return Status.MET, each
            if self._follows(each, start) and each.name in clock.stops:
                return Status.STOPPED, each
        if broken and broken < last:
            return Status.STOPPED, None
        if self.on <= last:
            return Status.RUNNING, None
        # An application that waits keeps the years unbroken and cannot fill them.
        full = clock.kind == Kind.MILESTONE and (cover is None or cover.until >= last)
        return (Status.MET if full else Status.MISSED), None

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
            yield Instance(clock, row, before, due, None, None, status, by)
            if status in {Status.RUNNING, Status.STOPPED}:
                return
            turn, before = turn + 1, due
            due = Term(row.term.number * turn, row.term.unit).end(start.on, self.calendar)

    def _named(self, rule: str) -> Clock:
        return next(each for each in self.law.clocks if each.rule == rule)

    def _chains(self, clock: Clock) -> Iterator[Happening]:
        """Yield the starts of a clock that goes on while it is unbroken: each that is not in the run before it."""
        over: date | None = date.min
        for start in self._starts(clock):
            if over and start.on > over:
                over = self._over(clock, start)
                yield start

    def _over(self, clock: Clock, start: Happening) -> date | None:
        """Return when a run was broken or stopped; None where it still goes on."""
        stops = (each.on for each in self.facts.happenings if each.name in clock.stops and self._follows(each, start))
        found = [day for day in (next(stops, None), self._cover(clock, start).broken) if day]
        return min(found, default=None)

    def _cover(self, clock: Clock, start: Happening) -> "Cover":
        """Return until when what a clock rests on is unbroken since a start: permits that follow each other."""
        resting = self._named(clock.within)
        cover = Cover(self._end(resting, start), start.on)
        for each in self.facts.happenings:
            if self._follows(each, start) and not cover.broken:
                cover = self._after(cover, each, clock, resting)
        waits = cover.applied and cover.applied < cover.until
        return cover if cover.broken or waits or self.on <= cover.until + _DAY else replace(cover, broken=cover.until)

    def _after(self, cover: "Cover", each: Happening, clock: Clock, resting: Clock) -> "Cover":
        """Return how far it is covered after one more event."""
        in_time = each.on <= cover.until + _DAY
        if each.name in resting.starts and each.name in clock.starts | clock.bridges:
            if not in_time and not (cover.applied and cover.applied < cover.until):
                return replace(cover, broken=cover.until)
            row = self._row(resting, each)
            # Extended in time, a permit goes on from where the one before it ended (Vw 26, second paragraph).
            since = cover.until if each.name in resting.meets else each.on
            return Cover(max(cover.until, row.term.end(since, self.calendar)), each.on)
        if each.name in clock.bridges - resting.starts and cover.since <= each.on:
            # The first that waits keeps it unbroken; a later one, past its end, takes nothing from that.
            return replace(cover, applied=cover.applied or each.on)
        return cover


@dataclass(frozen=True)
class Cover:
    """How far permits that follow each other reach, since when the last of them, and when a new one was asked for."""

    until: date
    since: date
    applied: date | None = None
    broken: date | None = None
