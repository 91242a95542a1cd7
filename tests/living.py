# SPDX-License-Identifier: EUPL-1.2
"""Daily life of the households of the cast: what was agreed, who comes today."""

import datetime
from typing import TYPE_CHECKING, Any

from baken.closed.access.models import Dossier
from baken.closed.shelter.living.models import Agreement, Visit
from tests.cast import OTHERS, canary

if TYPE_CHECKING:
    from tests.casting import Scene

DAY = datetime.timedelta(days=1)
KINDS = ("agreement", "visit")


def live(file: Dossier, scene: "Scene") -> dict[str, Any]:
    """Let somebody of the house write down a row of each kind in a file, and return them by kind."""
    told: dict[str, Any] = {"dossier": file, "written_by": scene.people[f"shelter.{OTHERS}"]}
    day = {"from_on": scene.now.date() - DAY}
    agreement = Agreement.objects.create(**told, **day, kind="curfew", agreed="yes", words=canary("agreement"))
    visit = Visit.objects.create(**told, who=canary("visitor"), relation="Verzonnen zus", expected_at=scene.now)
    return {"agreement": agreement, "visit": visit}
