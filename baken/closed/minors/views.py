# SPDX-License-Identifier: EUPL-1.2
"""Pages of a child's safety: fetch, call, message, redirect."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused
from baken.closed.minors import actions, labels, reads
from baken.closed.minors.engine.code import DECIDE
from baken.closed.minors.forms import STEPS, AnswerForm, AuthorityForm, CheckForm, Dated, ReportForm
from baken.closed.minors.reads import Minor, Walk
from baken.core.clock import today
from baken.core.wording import said


@require_GET
def minor(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Show who has authority, who consents, and how far the reporting code is."""
    return render(request, "minors/minor.html", {"minor": reads.minor_of(dossier), "dossier": dossier})


@require_POST
def begin_round(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Begin a way through the reporting code."""
    about = request.POST.get("about", "")
    if about not in dict(labels.ABOUT):
        raise Refused("about nobody")
    made = actions.begin_round(dossier=dossier, about=about)
    return redirect("code_step", dossier=dossier, round=made.pk, step="signals")


@require_http_methods(["GET", "POST"])
def code_step(request: HttpRequest, dossier: UUID, round: UUID, step: str) -> HttpResponse:
    """Write down a step of the reporting code; the last ends the round."""
    found = _writable(dossier, Part.NOTES)
    walk = reads.round_in(found, round)
    asked = walk.code.step(step)
    if asked is None or not walk.runs:
        raise Refused("no such step here")
    more = {"code": walk.code} if step == "weigh" else {}
    form = STEPS[step](request.POST or None, initial={"on": today()}, **more)
    if form.is_valid() and _took(form, dossier, walk, step):
        messages.success(request, _("Written down."))
        return redirect("minor", dossier=dossier)
    context = {"heading": said(asked), "about": said(asked, "help"), "walk": walk, "step": asked}
    return _asked(request, found, form, context)


def _took(form: Dated, dossier: UUID, walk: Walk, step: str) -> bool:
    """Write a step down, and return whether that could be done; else the form says why not."""
    given = {"dossier": dossier, "round": walk.round.pk, "on": form.cleaned_data["on"]}
    given["words"] = form.cleaned_data["words"]
    if step != DECIDE:
        actions.take_step(**given, key=step, told=form.told())
        return True
    try:
        actions.decide(**given, decision=frozenset(form.cleaned_data["decision"]))
    except ValidationError as faults:
        form.add_error(None, faults)
        return False
    return True


@require_http_methods(["GET", "POST"])
def report_round(request: HttpRequest, dossier: UUID, round: UUID) -> HttpResponse:
    """Write down that it was reported to Veilig Thuis."""
    found = _writable(dossier, Part.NOTES)
    walk = reads.round_in(found, round)
    form = ReportForm(request.POST or None, initial={"on": today()})
    if form.is_valid():
        actions.report(dossier=dossier, round=round, **form.cleaned_data)
        messages.success(request, _("Written down. Let the clock of the triage run: see below."))
        return redirect("minor", dossier=dossier)
    return _asked(request, found, form, {"heading": labels.BESIDE[labels.REPORTED], "walk": walk})


@require_POST
def strike_step(request: HttpRequest, dossier: UUID, step: UUID) -> HttpResponse:
    """Strike out a step that was written down by mistake."""
    actions.strike_step(dossier=dossier, step=step)
    messages.success(request, _("Struck out. It stays to be seen, and counts no more."))
    return redirect("minor", dossier=dossier)


@require_http_methods(["GET", "POST"])
def kindcheck(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Write down what the kindcheck showed."""
    found = _writable(dossier, Part.NOTES)
    form = CheckForm(request.POST or None, initial={"on": today()})
    if form.is_valid():
        actions.check_children(dossier=dossier, **form.cleaned_data)
        messages.success(request, _("Written down."))
        return redirect("minor", dossier=dossier)
    about = _("Does she care for children, or is she pregnant? Are they safe?")
    return _asked(request, found, form, {"heading": labels.BESIDE[labels.KINDCHECK], "about": about})


@require_http_methods(["GET", "POST"])
def ask_authority(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Write down who was asked who has authority."""
    found = _writable(dossier, Part.IDENTITY)
    form = AuthorityForm(request.POST or None, way=found.way, initial={"on": today()})
    if form.is_valid():
        actions.ask_authority(dossier=dossier, **form.cleaned_data)
        messages.success(request, _("Written down. It stays on today's page until somebody has authority."))
        return redirect("minor", dossier=dossier)
    return _asked(request, found, form, {"heading": _("Who was asked"), "way": found.way})


@require_http_methods(["GET", "POST"])
def end_route(request: HttpRequest, dossier: UUID, route: UUID) -> HttpResponse:
    """Write down what came of asking."""
    found = _writable(dossier, Part.IDENTITY)
    asked = reads.asked_in(found, route)
    form = AnswerForm(request.POST or None, initial={"on": today()})
    if form.is_valid() and _ended(form, dossier, route):
        messages.success(request, _("Written down."))
        answered = form.cleaned_data["how"] == labels.ANSWERED
        return redirect("add_guardian" if answered else "minor", dossier=dossier)
    return _asked(request, found, form, {"heading": _("What came of it?"), "route": asked, "way": found.way})


def _ended(form: AnswerForm, dossier: UUID, route: UUID) -> bool:
    given = form.cleaned_data
    try:
        actions.end_route(dossier=dossier, route=route, how=given["how"], on=given["on"], answer=given["words"])
    except ValidationError as fault:
        form.add_error("on", fault)
        return False
    return True


def _writable(dossier: UUID, part: Part) -> Minor:
    found = reads.minor_of(dossier)
    reads.check_writable(found, part)
    return found


def _asked(request: HttpRequest, found: Minor, form: Any, context: dict[str, Any]) -> HttpResponse:
    return render(request, "minors/asked.html", {"minor": found, "dossier": found.dossier.pk, "form": form, **context})
