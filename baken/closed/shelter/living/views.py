# SPDX-License-Identifier: EUPL-1.2
"""Pages of a household's daily life: fetch, call, message, redirect."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baken.closed.shelter.living import actions, incidents, loans, reads, schools
from baken.closed.shelter.living.forms import (
    AgreementForm,
    ClosingForm,
    DecisionForm,
    EndingForm,
    LoanForm,
    MissedForm,
    ReturnForm,
    SchoolForm,
    VisitForm,
)
from baken.closed.shelter.living.reads import Living
from baken.closed.shelter.living.table import table
from baken.closed.shelter.pages import asked, did


@require_GET
def living(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Show a household's daily life."""
    told = reads.living(dossier)
    context = {"living": told, "found": told.found, "dossier": dossier, "table": table()}
    return render(request, "shelter/living.html", context)


@require_http_methods(["GET", "POST"])
def agree(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Write down what was agreed with her."""
    told = reads.written_by_me(dossier)
    form = AgreementForm(request.POST or None)
    if form.is_valid() and did(form, actions.agree, dossier=dossier, **form.cleaned_data):
        return written(request, dossier, _("Written down. It stands on her page until it ends."))
    return question(request, told, form, heading=_("What was agreed with her?"), verb=_("Write it down"))


@require_http_methods(["GET", "POST"])
def end_agreement(request: HttpRequest, dossier: UUID, agreement: UUID) -> HttpResponse:
    """End an agreement."""
    told = reads.written_by_me(dossier)
    row = reads.agreement(told, agreement)
    form = EndingForm(request.POST or None)
    if form.is_valid() and did(form, actions.end_agreement, dossier=dossier, agreement=row.pk, **form.cleaned_data):
        return written(request, dossier, _("The agreement has ended. It stays to be seen."))
    heading = _("How did this agreement end?")
    return question(request, told, form, heading=heading, verb=_("End it"), about=row.words)


@require_http_methods(["GET", "POST"])
def expect(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Write down who comes to see her."""
    told = reads.written_by_me(dossier)
    form = VisitForm(request.POST or None)
    if form.is_valid() and did(form, actions.expect, dossier=dossier, **form.cleaned_data):
        return written(request, dossier, _("Written down. Nobody comes in before one of you has allowed it."))
    return question(request, told, form, heading=_("Who comes to see her?"), verb=_("Write it down"))


@require_http_methods(["GET", "POST"])
def decide_visit(request: HttpRequest, dossier: UUID, visit: UUID) -> HttpResponse:
    """Allow a visitor or refuse one, with what was agreed with her beside it."""
    told = reads.written_by_me(dossier)
    row = reads.visit(told, visit)
    form = DecisionForm(request.POST or None)
    if form.is_valid() and did(form, actions.decide_visit, dossier=dossier, visit=row.pk, **form.told):
        return written(request, dossier, _("Written down, in your name."))
    context = {"living": told, "found": told.found, "dossier": dossier, "visit": row, "form": form}
    return render(request, "shelter/visit.html", context)


@require_POST
def come_in(request: HttpRequest, dossier: UUID, visit: UUID) -> HttpResponse:
    """Write down that a visitor came in."""
    actions.come_in(dossier=dossier, visit=visit)
    return written(request, dossier, _("In. Write down when this visitor leaves."))


@require_POST
def go_out(request: HttpRequest, dossier: UUID, visit: UUID) -> HttpResponse:
    """Write down that a visitor left."""
    actions.go_out(dossier=dossier, visit=visit)
    return written(request, dossier, _("Out."))


@require_http_methods(["GET", "POST"])
def close_incident(request: HttpRequest, dossier: UUID, incident: UUID) -> HttpResponse:
    """Close an incident for her, and say what came of it."""
    told = reads.written_by_me(dossier)
    row = reads.incident(told, incident)
    form = ClosingForm(request.POST or None)
    if form.is_valid() and did(form, incidents.close, dossier=dossier, incident=row.pk, **form.cleaned_data):
        return written(request, dossier, _("Closed for her. It stays to be seen."))
    return question(request, told, form, heading=_("What came of it?"), verb=_("Close it"), about=row.words)


@require_http_methods(["GET", "POST"])
def lend(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Write down which key or device she was given."""
    told = reads.written_by_me(dossier)
    form = LoanForm(request.POST or None)
    if form.is_valid() and did(form, loans.lend, dossier=dossier, **form.cleaned_data):
        return written(request, dossier, _("Written down. When she leaves, she is asked for it."))
    return question(request, told, form, heading=_("What was she given?"), verb=_("Write it down"))


@require_http_methods(["GET", "POST"])
def take_back(request: HttpRequest, dossier: UUID, loan: UUID) -> HttpResponse:
    """Write down that a key or a device is back, or lost."""
    told = reads.written_by_me(dossier)
    row = reads.loan(told, loan)
    form = ReturnForm(request.POST or None)
    if form.is_valid() and did(form, loans.take_back, dossier=dossier, loan=row.pk, **form.cleaned_data):
        return written(request, dossier, _("Written down."))
    heading = _("Is it back, or lost?")
    return question(request, told, form, heading=heading, verb=_("Write it down"), about=loans.named(row))


@require_http_methods(["GET", "POST"])
def enrol(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Write down where a child goes to school."""
    told = reads.written_by_me(dossier)
    form = SchoolForm(request.POST or None, guests=told.found.guests)
    if form.is_valid() and did(form, schools.enrol, dossier=dossier, **form.cleaned_data):
        return written(request, dossier, _("Written down. On school days it stands on the page of the day."))
    return question(request, told, form, heading=_("Where does a child go?"), verb=_("Write it down"))


@require_http_methods(["GET", "POST"])
def miss(request: HttpRequest, dossier: UUID, school: UUID) -> HttpResponse:
    """Write down why a child is not at school today."""
    told = reads.written_by_me(dossier)
    row = reads.school(told, school)
    form = MissedForm(request.POST or None)
    if form.is_valid() and did(form, schools.miss, dossier=dossier, school=row.pk, **form.cleaned_data):
        return written(request, dossier, _("Written down, for today."))
    return question(request, told, form, heading=_("Why not today?"), verb=_("Write it down"), about=row.name)


@require_POST
def end_school(request: HttpRequest, dossier: UUID, school: UUID) -> HttpResponse:
    """Write down that a child does not go there any more."""
    schools.end(dossier=dossier, school=school)
    return written(request, dossier, _("Written down."))


def question(request: HttpRequest, told: Living, form: Any, **words: str) -> HttpResponse:
    """Return a page of one question about daily life."""
    return asked(request, told.found, form, back="living", **words)


def written(request: HttpRequest, dossier: UUID, said: str) -> HttpResponse:
    """Say what was done and lead back to her daily life."""
    messages.success(request, said)
    return redirect("living", dossier=dossier)
