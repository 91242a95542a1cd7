# SPDX-License-Identifier: EUPL-1.2
"""Pages of who has the next step, and of closing a file: fetch, call, message, redirect."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from baken.closed.access.rules import Refused
from baken.closed.plan import closing, leading, leads, ports, reads
from baken.closed.plan.forms import AnswerForm, CloseForm, HandoverForm, ReopenForm


@require_http_methods(["GET", "POST"])
def lead(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Show who has the next step and who had it; let the lead offer it to a colleague."""
    found = leads.leading_of(dossier)
    if request.method == "POST" and (not found.leads_it or found.waiting):
        raise Refused("offers nothing here")
    form = HandoverForm(request.POST or None, receivers=found.receivers)
    if form.is_valid():
        made = leading.offer(dossier=dossier, **form.cleaned_data)
        said = _("Offered to %(name)s. Until she accepts, the next step stays with you.")
        messages.success(request, said % {"name": made.to})
        return redirect("lead", dossier=dossier)
    return render(request, "plan/lead.html", {"leading": found, "form": form, "dossier": dossier})


@require_POST
def take_lead(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Take the next step where nobody has it."""
    leading.take_lead(dossier=dossier)
    messages.success(request, _("The next step is yours now."))
    return redirect("lead", dossier=dossier)


@require_POST
def withdraw(request: HttpRequest, dossier: UUID, handover: UUID) -> HttpResponse:
    """Take an offer back."""
    leading.withdraw(dossier=dossier, handover=handover)
    messages.success(request, _("Taken back. The next step stays with you."))
    return redirect("lead", dossier=dossier)


@require_http_methods(["GET", "POST"])
def handover(request: HttpRequest, handover: UUID) -> HttpResponse:
    """Show what one is offered: a number, who offers it and in which words; accept or refuse it."""
    if leads.is_answered(handover):
        messages.info(request, _("You have answered this already."))
        return redirect("today")
    offer, row = leads.offered(handover)
    form = AnswerForm(request.POST if request.POST.get("decision") == "refuse" else None)
    if request.POST.get("decision") == "accept":
        leading.accept(handover=handover)
        messages.success(request, _("The next step in file %(number)s is yours now.") % {"number": offer.number})
        return redirect("plan", dossier=offer.dossier)
    if form.is_valid():
        leading.refuse(handover=handover, **form.cleaned_data)
        messages.success(request, _("Refused. %(name)s reads why.") % {"name": row.offered_by})
        return redirect("today")
    return render(request, "plan/handover.html", {"offer": offer, "handover": row, "form": form})


@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Close a file with its outcome, or say what stands in the way."""
    found = _closable(dossier)
    if found.dossier.closed_at:
        return redirect("plan", dossier=dossier)
    form, faults = CloseForm(request.POST or None, goes_on=ports.warnings(dossier)), closing.still_open(dossier)
    if form.is_valid() and not faults:
        try:
            closing.close(dossier=dossier, **form.cleaned_data)
        except ValidationError as error:  # somebody planned a moment ago
            faults = error.messages
        else:
            messages.success(request, _("The file is closed. It can be opened again."))
            return redirect("plan", dossier=dossier)
    return render(request, "plan/close.html", {"plan": found, "form": form, "dossier": dossier, "faults": faults})


@require_http_methods(["GET", "POST"])
def reopen(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Open a closed file again."""
    found = _closable(dossier)
    if not found.dossier.closed_at:
        return redirect("plan", dossier=dossier)
    form = ReopenForm(request.POST or None)
    if form.is_valid():
        closing.reopen(dossier=dossier, **form.cleaned_data)
        messages.success(request, _("The file is open again."))
        return redirect("plan", dossier=dossier)
    context = {"plan": found, "dossier": dossier, "form": form, "about": ""}
    return render(
        request, "plan/asked.html", context | {"heading": _("Open this file again?"), "verb": _("Open the file again")}
    )


def _closable(dossier: UUID) -> reads.Plan:
    """Return the plan of a file that the worker may close or open again; raise Refused for another."""
    found = reads.plan_of(dossier)
    if not found.may_close:
        raise Refused("neither closes nor opens this file")
    return found
