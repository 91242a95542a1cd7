# SPDX-License-Identifier: EUPL-1.2
"""Where somebody stands before the law, in one file and over all of one's own. Each question is logged."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from baken.closed.access import reads as access
from baken.closed.access import rules
from baken.closed.access.admitting import admit, note_list
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part, Role
from baken.closed.access.rules import Standing
from baken.closed.casework.mine import Mine
from baken.closed.casework.models import Identity
from baken.closed.legal.engine import facts, timeline
from baken.closed.legal.engine.clocks import Instance, Status
from baken.closed.legal.engine.days import calendar
from baken.closed.legal.engine.facts import Facts, Happening, Person
from baken.closed.legal.engine.law import Kind, Track, law
from baken.closed.legal.engine.timeline import Stand
from baken.closed.legal.models import Conditions, Happened, Watch
from baken.core.clock import today

SOON = datetime.timedelta(days=30)  # how far ahead today's page looks
MISSED = datetime.timedelta(days=30)  # how long it still shows what was missed
MOST_FILES = 500
_DAYS_A_YEAR = 366  # rounded so that no year too many is promised


@dataclass(frozen=True)
class Law:
    """What the law says of one file, on a day."""

    dossier: Dossier
    happened: list[Happened]
    known: dict[str, bool]
    stand: Stand
    clocks: list["Due"]
    may_write: bool

    @property
    def states(self) -> list[tuple[Track, Mapping[str, str]]]:
        """Each way through the law, with the state in which she is on it."""
        return [(track, track.states[self.stand.states[track.key]]) for track in law().tracks]

    @property
    def steps(self) -> list[str]:
        """Her states, as knowledge at hand names them: of the ways she went, or all while she is at their start."""
        gone = {track.key for track in law().tracks if self.stand.states[track.key] != track.start}
        return [f"state:{key}/{state}" for key, state in self.stand.states.items() if key in gone or not gone]


@dataclass(frozen=True)
class Due:
    """A clock of one of the acting user's own files that runs soon, or was missed."""

    dossier: Dossier
    clock: Instance

    @property
    def days(self) -> int:
        """How many days are left until the day to act by, or have passed since as a negative number."""
        return (self.act_by - today()).days

    @property
    def act_by(self) -> datetime.date:
        """The day to keep to while it has not passed, and then the last."""
        sooner = self.clock.sooner
        return sooner if sooner and sooner >= today() else self.clock.last

    @property
    def years(self) -> int:
        """How many whole years are left, for what is far away."""
        return self.days // _DAYS_A_YEAR

    @property
    def step(self) -> str:
        """The clock, as knowledge at hand names it."""
        return f"rule:{self.clock.clock.rule}"

    @property
    def is_unsure(self) -> bool:
        """Whether a lawyer still has to look at its row."""
        return timeline.is_unsure(self.clock, calendar())


def law_of(dossier: UUID) -> Law:
    """Return where the person of a dossier stands before the law; raise Refused without a ground for the legal part."""
    standing, _ = admit(dossier, Part.LEGAL, kind="law")
    happened = list(Happened.objects.filter(dossier=dossier).select_related("recorded_by"))
    happened.sort(key=lambda each: (each.on, each.recorded_at))
    known = _known([dossier]).get(dossier, {})
    born = _birth_date(standing)
    found, stand = access.dossiers().get(pk=dossier), timeline.stand(facts_of(born, known, happened), today())
    return Law(
        dossier=found,
        happened=happened,
        known=known,
        stand=stand,
        clocks=[Due(found, each) for each in stand.clocks],
        may_write=rules.ground_to_write(standing, Part.LEGAL) is not None,
    )


def _birth_date(standing: Standing) -> datetime.date | None:
    """Return when the person was born, for whoever may read who she is; it is not shown, but it is read."""
    if not rules.ground(standing, Part.IDENTITY):
        return None
    admit(standing.dossier, Part.IDENTITY, kind="birth date")
    return _born([standing.dossier]).get(standing.dossier)


def my_clocks(mine: Mine) -> list[Due]:
    """Return the clocks of the acting user's own open files that run out soon or were missed, the earliest first.

    Whoever worked here for years closed thousands of files; their clocks stand on their own pages.
    """
    by_file: dict[UUID, list[Happened]] = {}
    for each in Happened.objects.filter(dossier__among=mine.files, struck_at=None):
        by_file.setdefault(each.dossier_id, []).append(each)
    # Whichever clocks are shown: what happened was read in all of them.
    note_list("clock", [mine.files[key] for key in by_file], Part.LEGAL)
    known, born = _known(by_file), {key: each.born for key, each in mine.people.items()}
    # As the file's own page counts them: what contradicts itself starts nothing here either.
    found = [
        Due(mine.files[key], clock)
        for key, happened in by_file.items()
        for clock in timeline.stand(facts_of(born.get(key), known.get(key, {}), happened), today()).clocks
    ]
    return sorted(filter(_is_shown, found), key=lambda each: (each.act_by, each.dossier.number))


def next_day(standing: Standing) -> datetime.date | None:
    """Return by which day the next thing must happen, or should have lately: for an action that was let in.

    None where no clock runs that somebody can miss.
    """
    happened = Happened.objects.filter(dossier=standing.dossier, struck_at=None)
    known = _known([standing.dossier]).get(standing.dossier, {})
    clocks = timeline.stand(facts_of(_birth_date(standing), known, happened), today()).clocks
    return min((each.last for each in clocks if _can_be_missed(each)), default=None)


def _can_be_missed(clock: Instance) -> bool:
    if clock.status == Status.RUNNING:
        return clock.clock.kind != Kind.MILESTONE
    return clock.status == Status.MISSED and clock.last >= today() - MISSED


@dataclass(frozen=True)
class Passed:
    """A file in which a term passed lately: for those on its team, and for who manages the agency."""

    dossier: Dossier
    until: datetime.date


def passed(mine: Mine, clocks: Iterable[Due]) -> list[Passed]:
    """Return the open files in which a term passed since somebody last wrote down what happened; logged.

    Of the acting user's own and of the agencies that she manages; not those whose clocks are shown. It stays until
    somebody writes: what comes after it is not known before.
    """
    gone = Watch.objects.filter(until__lt=today()).exclude(dossier__among={each.dossier.pk for each in clocks})
    rows = [*gone.filter(dossier__among=mine.files), *_of_managed(gone.exclude(dossier__among=mine.files))]
    found = [Passed(mine.files.get(each.dossier_id) or each.dossier, each.until) for each in rows if each.until]
    note_list("watch", [each.dossier for each in found])
    return sorted(found, key=lambda each: each.until)


def _of_managed(gone: QuerySet[Watch]) -> Iterable[Watch]:
    """Return those of open files of agencies that the acting user manages, the longest ago first."""
    found = gone.filter(dossier__agency__in=access.agencies_where({Role.MANAGER}), dossier__closed_at=None)
    return found.select_related("dossier").order_by("until")[:MOST_FILES]


def _is_shown(due: Due) -> bool:
    """Return whether today's page shows a clock: it runs out soon, or was missed lately."""
    if due.clock.status == Status.RUNNING:
        return due.act_by <= today() + SOON
    return due.clock.status == Status.MISSED and due.clock.last >= today() - MISSED


def facts_of(born: datetime.date | None, known: dict[str, bool], happened: Iterable[Happened]) -> Facts:
    """Return what the clocks are reckoned from, of rows that were read already; what was struck out is left out."""
    person = Person(
        born=born,
        nationality="NL" if known.get("dutch") else None,
        eu_citizen=known.get("eu_citizen", False),
        lawful_stay=known.get("lawful_stay", False),
        dublin=known.get("dublin", False),
    )
    told = [Happening(each.on, each.event) for each in happened if each.struck_at is None]
    return Facts(person, facts.ordered(told, law()))


def _known(dossiers: Iterable[UUID]) -> dict[UUID, dict[str, bool]]:
    return {each.dossier_id: each.known for each in Conditions.objects.filter(dossier__among=dossiers)}


def _born(dossiers: Iterable[UUID]) -> dict[UUID, datetime.date | None]:
    return {each.dossier_id: each.born for each in Identity.objects.filter(dossier__among=dossiers)}
