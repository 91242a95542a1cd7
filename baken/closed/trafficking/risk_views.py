# SPDX-License-Identifier: EUPL-1.2
"""Pages of the risks around her and of how safe she is: fetch, call, message, redirect."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baken.closed.trafficking import actions, reads, screening
from baken.closed.trafficking.lists import of
from baken.closed.trafficking.risk_forms import AssessmentForm, LevelForm


@require_GET
def assessments(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Show what makes her vulnerable, as often as it was assessed."""
    context = {"found": reads.assessments_of(dossier), "dossier": dossier}
    return render(request, "trafficking/assessments.html", context)


@require_http_methods(["GET", "POST"])
def write_assessment(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Write down what makes her vulnerable now."""
    found = reads.assessments_of(dossier)
    reads.check_writable(found)
    form = AssessmentForm(request.POST or None)
    if form.is_valid():
        actions.write_assessment(dossier=dossier, **form.cleaned_data)
        messages.success(request, _("Written down."))
        return redirect("assessments", dossier=dossier)
    return render(request, "trafficking/write_assessment.html", {"found": found, "form": form, "dossier": dossier})


@require_POST
def strike_assessment(request: HttpRequest, dossier: UUID, assessment: UUID) -> HttpResponse:
    """Strike out an assessment that was written down by mistake."""
    actions.strike_assessment(dossier=dossier, assessment=assessment)
    messages.success(request, _("Struck out. It stays to be seen, and counts no more."))
    return redirect("assessments", dossier=dossier)


@require_http_methods(["GET", "POST"])
def safety(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Show how safe she is and was; let who may decide anew."""
    found = reads.safety_of(dossier)
    if request.method == "POST":
        reads.check_writable(found)
    form = LevelForm(request.POST or None)
    if form.is_valid():
        actions.write_level(dossier=dossier, **form.cleaned_data)
        messages.success(request, _("Written down. Everybody who works with her sees it."))
        return redirect("safety", dossier=dossier)
    brought = screening.brought(of("measure"), of("level"))
    context = {"found": found, "form": form, "dossier": dossier, "brought": brought}
    return render(request, "trafficking/safety.html", context)


@require_POST
def strike_level(request: HttpRequest, dossier: UUID, level: UUID) -> HttpResponse:
    """Strike out a level that was written down by mistake."""
    actions.strike_level(dossier=dossier, level=level)
    messages.success(request, _("Struck out. It stays to be seen, and counts no more."))
    return redirect("safety", dossier=dossier)
