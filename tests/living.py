# SPDX-License-Identifier: EUPL-1.2
"""Daily life of the households of the cast: a row of each kind in every file, and shifts and a check in the house."""

import datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from baken.closed.access.models import Dossier
from baken.closed.shelter.living.models import Agreement, Check, Incident, Line, Loan, School, Shift, Signature, Visit
from baken.closed.shelter.models import Guest, Unit
from baken.closed.shelter.nights.models import Duty
from tests.cast import OTHERS, canary

if TYPE_CHECKING:
    from tests.casting import Scene

DAY = datetime.timedelta(days=1)
KINDS = ("agreement", "visit", "incident", "line", "loan", "school")


def live(file: Dossier, scene: "Scene") -> dict[str, Any]:
    """Let somebody of the house write down a row of each kind in a file, and return them by kind."""
    told: dict[str, Any] = {"dossier": file, "written_by": scene.people[f"shelter.{OTHERS}"]}
    day = {"from_on": scene.now.date() - DAY}
    agreement = Agreement.objects.create(**told, **day, kind="curfew", agreed="yes", words=canary("agreement"))
    visit = Visit.objects.create(**told, who=canary("visitor"), relation="Verzonnen zus", expected_at=scene.now)
    incident = Incident.objects.create(**told, **_happened(scene), words=canary("incident"))
    line = Line.objects.create(**told, shift_id=scene.rows["shift"], words=canary("line"))
    loan = Loan.objects.create(**told, what="phone", label=canary("loan"), given_on=scene.now.date() - DAY)
    goes = {"kind": "school", "name": canary("school"), "weekdays": list(range(1, 8)), "brought_by": "haar moeder"}
    school = School.objects.create(**told, **goes, guest=Guest.objects.get(dossier=file))
    kept = {"loan": loan, "school": school}
    return {"agreement": agreement, "visit": visit, "incident": incident, "line": line, **kept}


def _happened(scene: "Scene") -> dict[str, Any]:
    day = {"happened_at": scene.now - DAY, "follow_on": scene.now.date() + DAY}
    by = {"happening": uuid4(), "follow_by": scene.people[f"shelter.{OTHERS}"]}
    return day | by | {"kind": "quarrel", "severity": "serious", "police": "no"}


def work_in_shifts(agency: str, scene: "Scene", suffix: str) -> None:
    """Let a house have a shift that ended, which somebody signed, one that goes on, and a unit that was checked."""
    by = scene.people[f"shelter.{OTHERS if agency == 'same' else agency}"]
    reader = scene.people[f"manager.{OTHERS if agency == 'same' else agency}"]
    told = {"agency": scene.agencies[agency], "begun_by": by}
    ended = {"begun_at": scene.now - 2 * DAY, "ended_by": by, "ended_at": scene.now - DAY}
    before, here = Shift.objects.create(**told, **ended), Shift.objects.create(**told, begun_at=scene.now - DAY)
    signature = Signature.objects.create(shift=before, signed_by=reader)
    unit = Unit.objects.get(pk=scene.rows[f"unit{suffix}"])
    check = Check.objects.create(unit=unit, checked_by=by, faults=["lock"], repair=True)
    rows = {"shift": here, "shift_before": before, "signature": signature, "check": check}
    scene.rows.update({f"{kind}{suffix}": row.pk for kind, row in rows.items()})


def stand_at_night(agency: str, scene: "Scene", suffix: str) -> None:
    """Let somebody of a house be on in a night to come, and have been on in one that was."""
    by = scene.people[f"manager.{OTHERS if agency == 'same' else agency}"]
    worker = scene.people[f"shelter.{OTHERS if agency == 'same' else agency}"]
    told = {"agency": scene.agencies[agency], "worker": worker, "how": "awake", "put_by": by}
    for name, night in (("duty", scene.now.date() + 3 * DAY), ("duty_before", scene.now.date() - 3 * DAY)):
        scene.rows[f"{name}{suffix}"] = Duty.objects.create(**told, night=night).pk
