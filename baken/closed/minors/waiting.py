# SPDX-License-Identifier: EUPL-1.2
"""What waits today of the children in one's own files: authority, a report to make, a coming of age. It is logged."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from baken.closed.access.admitting import note_list
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.casework.mine import Mine
from baken.closed.casework.models import Guardian
from baken.closed.casework.person import rules
from baken.closed.casework.person.majority import Majority, majority
from baken.closed.casework.person.reads import Person
from baken.closed.casework.person.rules import Turning
from baken.closed.minors import reads
from baken.closed.minors.engine.turning import is_noticed, longest_notice
from baken.closed.minors.models import Round, Route, Step
from baken.core.clock import today

Files = Mapping[UUID, Dossier]
_Kept = TypeVar("_Kept", Guardian, Route, Step)


@dataclass(frozen=True)
class Nobody:
    """A child, or who may be one, over whom nobody has authority: for how long, and who was asked last."""

    dossier: Dossier
    is_surely_minor: bool
    days: int
    asked: Route | None


@dataclass(frozen=True)
class Turns:
    """Somebody who comes of age soon."""

    dossier: Dossier
    turning: Turning


@dataclass(frozen=True)
class Waiting:
    """What waits for the acting user, and what changes when somebody comes of age."""

    nobody: list[Nobody]
    unreported: list[Dossier]
    turns: list[Turns]
    law: Majority

    def __bool__(self) -> bool:
        return bool(self.nobody or self.unreported or self.turns)


def waiting(mine: Mine) -> Waiting:
    """Return what waits in the acting user's own open files, the oldest first; of which files is logged."""
    people = _people(mine)
    return Waiting(
        nobody=_nobody(mine.files, people),
        unreported=_unreported(mine.files),
        turns=list(_turns(mine.files, people)),
        law=majority(today()),
    )


def _people(mine: Mine) -> dict[UUID, Person]:
    """Return who may be under age, by file."""
    found = {key: Person(each) for key, each in mine.people.items()}
    young = {key: each for key, each in found.items() if each.may_be_minor}
    guardians = _by_file(Guardian.objects.filter(dossier__among=young, struck_at=None))
    return {key: Person(each.identity, guardians.get(key, [])) for key, each in young.items()}


def _by_file(rows: Iterable[_Kept]) -> dict[UUID, list[_Kept]]:
    found: dict[UUID, list[_Kept]] = {}
    for each in rows:
        found.setdefault(each.dossier_id, []).append(each)
    return found


def _nobody(files: Files, people: dict[UUID, Person]) -> list[Nobody]:
    """Return over whom nobody has authority, the longest first."""
    alone = {key: each for key, each in people.items() if each.lacks_guardian}
    routes = _by_file(Route.objects.filter(dossier__among=alone, ended_at=None).order_by("asked_at"))
    found = [
        Nobody(
            dossier=files[key],
            is_surely_minor=each.is_surely_minor,
            days=reads.days_without(files[key].opened_at, each.guardians),
            asked=next(reversed(routes.get(key, [])), None),
        )
        for key, each in alone.items()
    ]
    return sorted(found, key=lambda each: -each.days)


def _unreported(files: Files) -> list[Dossier]:
    """Return in which files it must be reported to Veilig Thuis, and nobody wrote down that it was."""
    walked = list(Round.objects.filter(dossier__among=files))
    steps = _by_file(Step.objects.filter(round__in=walked).order_by("recorded_at"))
    note_list("round", [files[key] for key in {each.dossier_id for each in walked}], Part.NOTES)
    late = [each for each in walked if _is_late(each, steps.get(each.dossier_id, []))]
    return [files[key] for key in dict.fromkeys(each.dossier_id for each in late)]


def _is_late(round: Round, steps: list[Step]) -> bool:
    return reads.shown(round, [each for each in steps if each.round_id == round.pk]).waits_for_report


def _turns(files: Files, people: dict[UUID, Person]) -> Iterator[Turns]:
    """Yield who comes of age, while the table says that it is shown."""
    for key, each in people.items():
        turning = rules.turning(each.age.born, each.law.years, today(), longest_notice(today()))
        if turning and is_noticed(turning.on, today()):
            yield Turns(files[key], turning)
