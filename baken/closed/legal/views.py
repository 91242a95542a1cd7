# SPDX-License-Identifier: EUPL-1.2
"""Pages of what the law says of a file: fetch, call, message, redirect."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from baken.closed.access.rules import Refused
from baken.closed.legal import actions, reads
from baken.closed.legal.forms import ConditionsForm, EventForm


@require_http_methods(["GET", "POST"])
def law(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Show where somebody stands before the law; let who may write down what happened."""
    found = reads.law_of(dossier)
    form = EventForm(request.POST or None)
    if request.method == "POST" and not found.may_write:
        raise Refused("does not write what happened")
    if form.is_valid():
        actions.record_event(dossier=dossier, **form.cleaned_data)
        messages.success(request, _("Written down. The clocks below follow from it."))
        return redirect("law", dossier=dossier)
    return render(request, "legal/law.html", {"law": found, "form": form, "dossier": dossier})


@require_POST
def strike(request: HttpRequest, dossier: UUID, happened: UUID) -> HttpResponse:
    """Strike out what was written down by mistake."""
    actions.strike_event(dossier=dossier, happened=happened)
    messages.success(request, _("Struck out. It stays to be seen, and starts no clock any more."))
    return redirect("law", dossier=dossier)


@require_http_methods(["GET", "POST"])
def conditions(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Write down what the law asks of who somebody is."""
    found = reads.law_of(dossier)
    if not found.may_write:
        raise Refused("does not write what the law asks")
    form = ConditionsForm(request.POST or None, initial=found.known)
    if request.method == "POST" and form.is_valid():
        actions.set_conditions(dossier=dossier, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("law", dossier=dossier)
    return render(request, "legal/conditions.html", {"form": form, "dossier": dossier, "law": found})
