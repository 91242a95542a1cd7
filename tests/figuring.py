# SPDX-License-Identifier: EUPL-1.2
"""Questions and releases of the cast's centre and of a partner, and what is left out when files are counted."""

import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from baken.accounts.models import User
from baken.closed.access.models import Agency, Dossier
from baken.closed.casework.models import Assertion
from baken.closed.figures.models import Question, Release, Withdrawal
from baken.closed.intake.models import Decision, Letter, Report
from baken.closed.trafficking.models import Account
from baken.core.clock import today
from baken.tabulation.carrying import packed
from baken.tabulation.examples import examples
from baken.tabulation.shapes import Table
from tests.cast import OTHERS
from tests.telling import TOLD

if TYPE_CHECKING:
    from tests.casting import Scene

DAY = datetime.timedelta(days=1)


def figure(files: dict[str, Dossier], scene: "Scene") -> None:
    """Write it all down, as an analyst and as whoever decides."""
    for place, suffix in (("same", ""), ("none", ".none")):
        person = OTHERS if place == "same" else place
        analyst, manager = (scene.people[f"{role}.{person}"] for role in ("analyst", "manager"))
        kept = _kept(scene.agencies[place], analyst, manager)
        scene.rows.update({f"{name}{suffix}": key for name, key in kept.items()})
    _left_out(files["empty"], scene)


def _kept(agency: Agency, analyst: User, manager: User) -> dict[str, UUID]:
    """Keep one question that is shared and one that is not; release the first twice, and ask a third time."""
    found = next(each for each in examples().values() if isinstance(each, Table))
    about = {"agency": agency, "unit": "cases", "dimensions": ["sex"], "made_by": analyst}
    about |= {"title_nl": "Verzonnen vraag", "title_en": "Made-up question"}
    about |= {"first": today().replace(month=1, day=1), "last": today()}
    at = datetime.datetime.now(datetime.UTC) - DAY
    shared = Question.objects.create(**about, shown=packed(found), shown_at=at)
    kept = Question.objects.create(**about)
    told: dict[str, Any] = {"agency": agency, "question": shared, "figure": packed(found), "made_by": analyst}
    told |= {"method_nl": "Verzonnen", "method_en": "Made up", "slug": f"made-up-{agency.pk.hex[:6]}"}
    decided = {"decided_by": manager, "decided_at": at, "approved": True}
    gone = Release.objects.create(**told, **decided)
    Withdrawal.objects.create(release=gone, by=manager, why="Verzonnen reden")
    out = Release.objects.create(**told, **decided)
    asked = Release.objects.create(**told)
    hidden = Question.objects.create(**about)
    Release.objects.create(**{**told, "question": hidden, "slug": "hidden"}, **{**decided, "approved": False})
    return {"question": shared.pk, "question.kept": kept.pk, "release": asked.pk, "release.out": out.pk}


def _left_out(file: Dossier, scene: "Scene") -> None:
    """Strike out and answer what a count must not take for what was told, and report one person long before another."""
    by = {"dossier": file, "recorded_by": scene.founder, "struck_by": scene.founder, "struck_at": scene.now}
    Account.objects.create(**by, **{**TOLD, "words": "Verzonnen vergissing"})
    Assertion.objects.create(**by, what="signal", by="centre", on=datetime.date(2026, 1, 5))
    Letter.objects.create(
        dossier=file, hour=scene.now - 9 * DAY, content={"text": "Verzonnen antwoord"}, written_by=scene.founder
    )
    Report.objects.filter(dossier=file).update(hour=scene.now - 3 * DAY)
    why = {"reason": "test", "words": "Verzonnen", "decided_at": scene.now}
    Decision.objects.create(dossier=file, decision="close", decided_by=scene.founder, **why)
