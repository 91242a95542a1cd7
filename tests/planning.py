# SPDX-License-Identifier: EUPL-1.2
"""What the cast plans: goals and tasks, who leads, what was handed over, refused, closed and opened again."""

import datetime
from typing import TYPE_CHECKING, Any

from baken.accounts.models import User
from baken.closed.access.models import Dossier, TeamPlace
from baken.closed.plan.models import Closure, Goal, Handover, Lead, Task
from tests.cast import OTHERS, canary

if TYPE_CHECKING:
    from tests.casting import Scene

HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)


def plan(files: dict[str, Dossier], scene: "Scene") -> None:
    """Set a goal with a task that waits, and one that was dropped, in each file: by the founder, as all there is."""
    founder, day = scene.founder, scene.now.date()
    for name, file in files.items():
        goal = Goal.objects.create(dossier=file, area="school", text=canary("goal"), set_by=founder)
        task = {"dossier": file, "goal": goal, "owner": founder, "made_by": founder, "due_on": day + 3 * DAY}
        Task.objects.create(text=canary("task"), **task)
        ended = {"ended_by": founder, "ended_at": scene.now - DAY, "how": "dropped", "reason": canary("reason")}
        Task.objects.create(text=canary("task"), **task, **ended)
        scene.rows[f"goal.{name}"] = goal.pk


def lead(files: dict[str, Dossier], scene: "Scene") -> None:
    """Let a colleague who is none of the matrix lead all but some files, and offer the one; close each once."""
    people, now = scene.people, scene.now
    her, receiver = people[f"case_manager.{OTHERS}"], people["case_manager.same"]
    for name, file in files.items():
        if not name.startswith(("empty", "manager")):
            TeamPlace.objects.create(dossier=file, user=her, since=now - 25 * DAY, given_by=scene.founder)
        if name not in {"main", "empty"}:
            # By somebody who does not lead it: this opens nothing.
            _offer(file, scene.founder, receiver)
        Closure.objects.create(dossier=file, kind="closed", outcome="other", words=canary("closure"), by=her)
        Closure.objects.create(dossier=file, kind="reopened", words=canary("closure"), by=her)
    _hand_over(files["main"], her, scene)
    for name in ("main", "empty"):
        Lead.objects.create(dossier=files[name], user=her, since=now - HOUR)
    scene.rows.update({"lead": her.pk, "handover": _offer(files["main"], her, receiver).pk})


def _hand_over(file: Dossier, her: User, scene: "Scene") -> None:
    """Let somebody have led the file who left it; what she and the lead now offered was withdrawn and refused."""
    people, now = scene.people, scene.now
    gone, receiver = people["case_manager.ex_team"], people["case_manager.same"]
    Lead.objects.create(dossier=file, user=gone, since=now - 20 * DAY, until=now - HOUR)
    answered = {"ended_at": now - HOUR, "answer": canary("answer")}
    _offer(file, gone, people["intake.ex_team"], ended_by=gone, how="withdrawn", **answered)
    _offer(file, her, receiver, ended_by=receiver, how="refused", **answered)


def _offer(file: Dossier, by: User, to: User, **ended: Any) -> Handover:
    return Handover.objects.create(dossier=file, offered_by=by, to=to, words=canary("handover"), **ended)
