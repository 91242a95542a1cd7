# SPDX-License-Identifier: EUPL-1.2
"""The page of what was said of somebody's being a victim: fetch, call, message, redirect."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from baken.closed.access.rules import Refused
from baken.closed.casework.status import actions, reads
from baken.closed.casework.status.forms import AssertionForm


@require_http_methods(["GET", "POST"])
def status(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Show what was said and by whom; let who may write down more."""
    found = reads.status_of(dossier)
    form = AssertionForm(request.POST or None)
    if request.method == "POST" and not found.may_write:
        raise Refused("does not write what was said")
    if form.is_valid():
        actions.write_assertion(dossier=dossier, **form.cleaned_data)
        messages.success(request, _("Written down."))
        return redirect("status", dossier=dossier)
    return render(request, "casework/status.html", {"status": found, "form": form})


@require_POST
def strike_assertion(request: HttpRequest, dossier: UUID, assertion: UUID) -> HttpResponse:
    """Strike out what was written down by mistake."""
    actions.strike_assertion(dossier=dossier, assertion=assertion)
    messages.success(request, _("Struck out. It stays to be seen, and counts no more."))
    return redirect("status", dossier=dossier)
