# SPDX-License-Identifier: EUPL-1.2
"""Pages of what is planned in a file: fetch, call, message, redirect."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from baken.closed.access.rules import Refused
from baken.closed.plan import actions, reads
from baken.closed.plan.forms import EndGoalForm, GoalForm, OwnerForm, ReasonForm, TaskForm
from baken.core.clock import today


@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Show goals and tasks; let who may add a task."""
    found = reads.plan_of(dossier)
    if request.method == "POST" and not found.may_write:
        raise Refused("does not plan here")
    form = TaskForm(request.POST or None, owners=found.owners, goals=found.goals, initial={"owner": request.user.pk})
    if form.is_valid():
        actions.add_task(dossier=dossier, **form.cleaned_data)
        messages.success(request, _("The task is in the plan."))
        return redirect("plan", dossier=dossier)
    return render(request, "plan/plan.html", {"plan": found, "form": form, "dossier": dossier})


@require_http_methods(["GET", "POST"])
def set_goal(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Write down what the person wants to reach."""
    found = _writable(dossier)
    form = GoalForm(request.POST or None)
    if form.is_valid():
        actions.set_goal(dossier=dossier, **form.cleaned_data)
        messages.success(request, _("The goal is in the plan. Add the first task to it."))
        return redirect("plan", dossier=dossier)
    return _asked(request, found, form, _("Set a goal"), _("Set the goal"))


@require_http_methods(["GET", "POST"])
def end_goal(request: HttpRequest, dossier: UUID, goal: UUID) -> HttpResponse:
    """Write down that a goal was reached or let go of."""
    found, row = _writable(dossier), reads.one_goal(dossier, goal)
    if row is None:
        raise Refused("no such goal to end")
    form = EndGoalForm(request.POST or None, initial={"ended_on": today()})
    if form.is_valid():
        actions.end_goal(dossier=dossier, goal=goal, **form.cleaned_data)
        messages.success(request, _("Written down. The goal stays to be seen."))
        return redirect("plan", dossier=dossier)
    return _asked(request, found, form, _("How did this goal end?"), _("Write it down"), about=row.text)


@require_POST
def finish_task(request: HttpRequest, dossier: UUID, task: UUID) -> HttpResponse:
    """Say that a task is done."""
    done = actions.finish_task(dossier=dossier, task=task)
    said = _("Done. The next one is in the plan.") if done.every_weeks else _("Done.")
    messages.success(request, said)
    return redirect("plan", dossier=dossier)


@require_POST
def undo_task(request: HttpRequest, dossier: UUID, task: UUID) -> HttpResponse:
    """Take back that a task was done or dropped."""
    actions.undo_task(dossier=dossier, task=task)
    messages.success(request, _("Taken back. The task is open again."))
    return redirect("plan", dossier=dossier)


@require_http_methods(["GET", "POST"])
def drop_task(request: HttpRequest, dossier: UUID, task: UUID) -> HttpResponse:
    """Say that a task is not done any more, and why."""
    found, row = _writable(dossier), reads.one_task(dossier, task)
    if row is None:
        raise Refused("no such task to drop")
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        actions.drop_task(dossier=dossier, task=task, **form.cleaned_data)
        messages.success(request, _("Dropped. Why stands in the plan."))
        return redirect("plan", dossier=dossier)
    return _asked(request, found, form, _("Why is this task dropped?"), _("Drop the task"), about=row.text)


@require_http_methods(["GET", "POST"])
def hand_task(request: HttpRequest, dossier: UUID, task: UUID) -> HttpResponse:
    """Let somebody else on the team do a task."""
    found, row = _writable(dossier), reads.one_task(dossier, task)
    if row is None:
        raise Refused("no such task to hand over")
    form = OwnerForm(request.POST or None, owners=found.owners, initial={"owner": row.owner_id})
    if form.is_valid():
        handed = actions.hand_task(dossier=dossier, task=task, **form.cleaned_data)
        messages.success(request, _("%(name)s does it from now on.") % {"name": handed.owner})
        return redirect("plan", dossier=dossier)
    return _asked(request, found, form, _("Who does this task?"), _("Hand it over"), about=row.text)


def _writable(dossier: UUID) -> reads.Plan:
    """Return the plan of a file that the worker may write; raise Refused for another."""
    found = reads.plan_of(dossier)
    if not found.may_write:
        raise Refused("does not plan here")
    return found


def _asked(  # noqa: PLR0913 - what a page of one question shows
    request: HttpRequest, found: reads.Plan, form: object, heading: str, verb: str, *, about: str = ""
) -> HttpResponse:
    context = {"plan": found, "dossier": found.dossier.pk, "form": form, "heading": heading, "verb": verb}
    return render(request, "plan/asked.html", context | {"about": about})
