# SPDX-License-Identifier: EUPL-1.2
"""The demo's daily life: a shift that hands over, visitors, agreements, an incident, keys, a school. All made up."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from baken.closed.shelter.living.residents import Resident

_LINES = (
    "Verzonnen: sliep slecht, wil morgen met haar begeleider bellen.",
    "Verzonnen: komt om acht uur terug van haar vriendin.",
)
_NIGHTS, _UNCOVERED = 14, 4


def fill(*, agency: UUID, worker: UUID) -> None:
    """Let somebody who works in the house write down a day; nothing where a shift has begun already."""
    from baken.closed.access.context import working_as  # noqa: PLC0415 - models need Django ready
    from baken.closed.shelter.living.residents import residents  # noqa: PLC0415
    from baken.closed.shelter.living.shifts import begin, open_shift  # noqa: PLC0415

    with working_as(worker):
        if open_shift(agency):
            return
        there = [each for each in residents(agency).values() if each.unit]
        shift = begin(agency=agency, after=None)
        _hand_over(shift.pk, there)
        _agree(there)
        _visit(there)
        _happen(there[2:4], worker)
        _lend(there)
        _go_to_school(there)


def roster(*, agency: UUID, manager: UUID) -> None:
    """Let who manages the house say who is on for two weeks, but for one night; nothing where somebody is on."""
    from baken.closed.access.context import working_as  # noqa: PLC0415 - models need Django ready
    from baken.closed.shelter.nights import actions  # noqa: PLC0415
    from baken.closed.shelter.nights.models import Duty  # noqa: PLC0415
    from baken.closed.shelter.nights.reads import tonight, workers  # noqa: PLC0415

    with working_as(manager):
        if Duty.objects.exists():
            return
        awake, other = (each.pk for each in workers(agency)[:2])
        for start, end in ((0, _UNCOVERED), (_UNCOVERED + 1, _NIGHTS)):
            span = {"first": tonight() + timedelta(days=start), "last": tonight() + timedelta(days=end - 1)}
            actions.roster(agency=agency, worker=awake, how="awake", **span)
            actions.roster(agency=agency, worker=other, how="phone", **span)


def _hand_over(shift: UUID, there: list["Resident"]) -> None:
    from baken.closed.shelter.living.shifts import hand_over  # noqa: PLC0415 - models need Django ready

    for who, words in zip(there, _LINES, strict=False):
        hand_over(dossier=who.dossier, shift=shift, words=words)


def _agree(there: list["Resident"]) -> None:
    from baken.closed.shelter.living.actions import agree  # noqa: PLC0415 - models need Django ready
    from baken.core.clock import today  # noqa: PLC0415

    told = {"phone": ("Samen uitgezet, elke week nagekeken.", "yes"), "curfew": ("Om tien uur binnen.", "no")}
    for who in there[:4]:
        for kind, (words, agreed) in told.items():
            agree(dossier=who.dossier, kind=kind, words=words, agreed=agreed, from_on=today(), until_on=None)


def _visit(there: list["Resident"]) -> None:
    from baken.closed.shelter.living.actions import decide_visit, expect  # noqa: PLC0415 - models need Django ready
    from baken.core.clock import now  # noqa: PLC0415

    expect(dossier=there[0].dossier, who="Verzonnen Tante", relation="tante", expected_at=now())
    row = expect(dossier=there[1].dossier, who="Verzonnen Advocaat", relation="advocaat", expected_at=now())
    decide_visit(dossier=there[1].dossier, visit=row.pk, allowed=True, why="")


def _happen(involved: list["Resident"], worker: UUID) -> None:
    from baken.closed.shelter.living.incidents import Told, report  # noqa: PLC0415 - models need Django ready
    from baken.core.clock import now, today  # noqa: PLC0415

    at: datetime = now() - timedelta(hours=5)
    words = "Verzonnen: ruzie in de keuken over de afwas."
    told = Told(at, "quarrel", "serious", words, "Uit elkaar gehaald en gepraat.", "no", worker, today())
    report(dossiers=[each.dossier for each in involved], told=told)


def _lend(there: list["Resident"]) -> None:
    from baken.closed.shelter.living.loans import lend  # noqa: PLC0415 - models need Django ready
    from baken.core.clock import today  # noqa: PLC0415

    for who in there:
        lend(dossier=who.dossier, what="room-key", label=who.unit, given_on=today())


def _go_to_school(there: list["Resident"]) -> None:
    from baken.closed.shelter.living.schools import enrol  # noqa: PLC0415 - models need Django ready

    families = [each for each in there if len(each.guests) > 1]
    for who in families[:4]:
        told = {"kind": "school", "name": "Verzonnen school", "brought_by": "haar moeder"}
        enrol(dossier=who.dossier, guest=who.guests[1].pk, weekdays=[1, 2, 3, 4, 5], **told)
