# SPDX-License-Identifier: EUPL-1.2
"""The page on which a worker ticks what she recognises."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from baken.closed.intake.scoring import actions, reads
from baken.closed.intake.scoring.forms import ScoringForm


@require_http_methods(["GET", "POST"])
def indicators(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Let the owner of a report tick what she recognises in it."""
    found = reads.to_score(dossier)
    form = ScoringForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.score(dossier=dossier, seen=form.cleaned_data["seen"])
        messages.success(request, _("Kept with the report. Below stands what the rule makes of it, and why."))
        return redirect("report", dossier=dossier)
    context = {"found": found, "form": form}
    return render(request, "intake/indicators.html", context, status=400 if form.errors else 200)
