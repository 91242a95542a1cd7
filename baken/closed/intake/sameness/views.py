# SPDX-License-Identifier: EUPL-1.2
"""The page on which somebody says which reports and files are about one person."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from baken.closed.intake.sameness import actions, reads
from baken.closed.intake.sameness.forms import VerdictForm


@require_http_methods(["GET", "POST"])
def likenesses(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Show what other dossiers have in common with a report, and keep what is said of them."""
    form = VerdictForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.judge(dossier=dossier, **form.cleaned_data)
        messages.success(request, _("Written down. Both stay as they are; it can be taken back."))
        return redirect("likenesses", dossier=dossier)
    context = {"found": reads.likenesses(dossier), "form": form}
    return render(request, "intake/likenesses.html", context, status=400 if form.errors else 200)
