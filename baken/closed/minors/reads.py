# SPDX-License-Identifier: EUPL-1.2
"""What is known and was done about a child in one file: her age, who has authority, the reporting code. Logged."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from baken.closed.access import reads as access
from baken.closed.access import rules as grounds
from baken.closed.access.admitting import admit, note
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused, Standing
from baken.closed.audit.activities import Action, Activity
from baken.closed.casework.models import Guardian
from baken.closed.casework.person import reads as persons
from baken.closed.casework.person import rules as ages
from baken.closed.casework.person.consenting import Consent, who_consents
from baken.closed.casework.person.reads import Person
from baken.closed.casework.person.rules import Turning
from baken.closed.minors import labels
from baken.closed.minors.engine import rounds
from baken.closed.minors.engine.authority import Way, way
from baken.closed.minors.engine.code import Code, code
from baken.closed.minors.engine.code import Step as CodeStep
from baken.closed.minors.engine.rounds import Stand, Taken
from baken.closed.minors.models import Round, Route, Step
from baken.core.clock import today

_YEAR = datetime.timedelta(days=366)


@dataclass(frozen=True)
class Walk:
    """A round with its steps, in the order of writing, and where it stands."""

    round: Round
    steps: list[Step]
    code: Code
    stand: Stand

    @property
    def runs(self) -> bool:
        """Whether it has not ended."""
        return self.round.ended_at is None

    @property
    def path(self) -> list[tuple[CodeStep, list[Step]]]:
        """Each step of the code, with what was written down of it."""
        return [(each, [row for row in self.steps if row.key == each.key]) for each in self.code.steps]

    @property
    def decision(self) -> Step | None:
        """How it ended."""
        return next((each for each in self.steps if each.key == "decide" and not each.struck_at), None)

    @property
    def reported(self) -> list[Step]:
        """When it was reported to Veilig Thuis."""
        return [each for each in self.steps if each.key == labels.REPORTED]

    @property
    def waits_for_report(self) -> bool:
        """Whether it must be reported, or that was decided, and nobody wrote down that it was."""
        decided = self.decision is not None and rounds.REPORT in self.decision.told.get("decision", ())
        return (decided or self.stand.must_report) and not any(not each.struck_at for each in self.reported)


@dataclass(frozen=True)
class Minor:
    """What a file's page of child safety shows to somebody; the reporting code only to whom may read notes."""

    dossier: Dossier
    person: Person
    readable: frozenset[Part]
    writable: frozenset[Part]
    routes: list[Route]
    rounds: list[Walk]
    checks: list[Step]

    @property
    def is_surely_adult(self) -> bool:
        """Whether there is no doubt that she is of age."""
        return self.person.is_surely_adult

    @property
    def is_known(self) -> bool:
        """Whether anything is known of her age."""
        return self.person.years != (None, None)

    @property
    def consent(self) -> Consent:
        """Who consents today."""
        return who_consents(self.person.age, today())

    @property
    def turning(self) -> Turning | None:
        """When she comes of age, if that is within a year."""
        return ages.turning(self.person.age.born, self.person.law.years, today(), _YEAR)

    @property
    def way(self) -> Way:
        """How to find out who has authority."""
        return way(today())

    @property
    def authorities(self) -> list[Guardian]:
        """Who has authority over her today."""
        return self.person.authorities

    @property
    def has_worries(self) -> bool:
        """Whether the last kindcheck showed worries."""
        last = next((each for each in self.checks if not each.struck_at), None)
        return last is not None and last.told.get("outcome") == labels.WORRIES

    @property
    def asked(self) -> list[Route]:
        """Who was asked and has not answered yet."""
        return [each for each in self.routes if each.ended_at is None]

    @property
    def answered(self) -> list[Route]:
        """What came of asking, the newest first."""
        return [each for each in self.routes if each.ended_at][::-1]

    @property
    def running(self) -> Walk | None:
        """The round that has not ended."""
        return next((each for each in self.rounds if each.runs), None)

    @property
    def ended(self) -> list[Walk]:
        """The rounds before it, the newest first."""
        return [each for each in self.rounds if not each.runs][::-1]

    @property
    def days_without(self) -> int:
        """For how many days it has not been known who has authority."""
        return days_without(self.dossier.opened_at, self.person.guardians)


def minor_of(dossier: UUID) -> Minor:
    """Return what is known and was done about a child; raise Refused without a ground for who the person is."""
    standing, _ = admit(dossier, Part.IDENTITY, kind="minor")
    readable = frozenset(part for part in Part if grounds.ground(standing, part))
    writable = frozenset(part for part in Part if grounds.ground_to_write(standing, part))
    steps = _steps(standing) if Part.NOTES in readable else []
    return Minor(
        dossier=access.dossiers().get(pk=dossier),
        person=persons.person(standing),
        readable=readable,
        writable=writable,
        routes=list(Route.objects.filter(dossier=dossier).select_related("asked_by").order_by("asked_at")),
        rounds=_rounds(dossier, steps) if Part.NOTES in readable else [],
        checks=[each for each in steps if each.key == labels.KINDCHECK][::-1],
    )


def _steps(standing: Standing) -> list[Step]:
    found = list(Step.objects.filter(dossier=standing.dossier).select_related("recorded_by").order_by("recorded_at"))
    ground = grounds.check_can_read(standing, Part.NOTES)
    objects = [each.pk for each in found]
    note(standing, Activity.READ, Action.READ, part=Part.NOTES, ground=ground, kind="step", objects=objects)
    return found


def _rounds(dossier: UUID, steps: list[Step]) -> list[Walk]:
    found = Round.objects.filter(dossier=dossier).select_related("begun_by").order_by("begun_at")
    return [shown(each, [step for step in steps if step.round_id == each.pk]) for each in found]


def shown(round: Round, steps: list[Step]) -> Walk:
    """Return a round with its steps and where it stands."""
    return Walk(round, steps, code_of(round), rounds.stand(_taken(steps), code_of(round)))


def code_of(round: Round) -> Code:
    """Return the reporting code as it held when a round began."""
    return code(timezone.localdate(round.begun_at))


def taken_in(round: Round) -> list[Taken]:
    """Return the steps of a round that count, for an action that was let in."""
    return _taken(list(Step.objects.filter(round=round).order_by("recorded_at")))


def stays(step: Step, code: Code) -> bool:
    """Return whether a step of a round cannot be struck out, for the danger in it keeps counting."""
    return rounds.stays(Taken(step.key, step.told), code)


def _taken(steps: list[Step]) -> list[Taken]:
    return [Taken(each.key, each.told) for each in steps if each.struck_at is None]


def days_without(opened: datetime.datetime, guardians: Iterable[Guardian]) -> int:
    """Return for how many days nobody has had authority, as far as is written down: since the last one's ended."""
    ended = [each.until for each in guardians if each.until and each.until < today()]
    return (today() - max([timezone.localdate(opened), *ended])).days


def check_writable(found: Minor, part: Part) -> None:
    """Raise Refused unless the acting user may write a part of this file."""
    if part not in found.writable:
        raise Refused(f"no ground to write {part}")


def round_in(found: Minor, round: UUID) -> Walk:
    """Return a round of a file; raise Refused for one that is not there."""
    row = next((each for each in found.rounds if each.round.pk == round), None)
    if row is None:
        raise Refused("no such round")
    return row


def asked_in(found: Minor, route: UUID) -> Route:
    """Return what was asked and waits for an answer; raise Refused for what does not."""
    row = next((each for each in found.asked if each.pk == route), None)
    if row is None:
        raise Refused("nothing was asked that waits for an answer")
    return row
