# SPDX-License-Identifier: EUPL-1.2
"""Pages of what was said about CoMensha: fetch, call, message, redirect."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baken.accounts.stepping import stepped_up, stepped_up_to_write
from baken.closed.access.forms import DecisionForm
from baken.closed.access.rules import Refused
from baken.closed.registration import actions, courses, overriding, reads
from baken.closed.registration.forms import OverrideForm, WordForm
from baken.core.clock import today


@require_GET
def registration(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Show what was said for each purpose, the sheet, and what was sent."""
    found = courses.course_of(dossier)
    told = {"course": found, "found": found.agreed, "dossier": dossier}
    return render(request, "registration/registration.html", told)


@require_http_methods(["GET", "POST"])
@stepped_up_to_write
def word(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Write down a yes, a no or a yes taken back."""
    found = reads.agreed(dossier)
    reads.check_writable(found)
    form = WordForm(request.POST or None, initial={"on": today()})
    if form.is_valid():
        actions.write_word(dossier=dossier, **form.cleaned_data)
        messages.success(request, _("Written down."))
        return redirect("registration", dossier=dossier)
    return render(request, "registration/word.html", {"found": found, "form": form, "dossier": dossier})


@require_POST
@stepped_up
def strike_word(request: HttpRequest, dossier: UUID, word: UUID) -> HttpResponse:
    """Strike out what was written down by mistake."""
    actions.strike_word(dossier=dossier, word=word)
    messages.success(request, _("Struck out. It stays to be seen. An older yes does not stand again: ask anew."))
    return redirect("registration", dossier=dossier)


@require_GET
def override(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Show who asked to register without consent, and who decided what."""
    found = reads.overriding(dossier)
    rows = [(each, found.is_to_decide(each)) for each in found.overrides]
    return render(request, "registration/override.html", {"found": found, "rows": rows, "dossier": dossier})


@require_http_methods(["GET", "POST"])
@stepped_up
def ask_override(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Ask that somebody is registered without consent."""
    found = reads.agreed(dossier)
    if not found.may_override:
        raise Refused("asks for no override here")
    form = OverrideForm(request.POST or None)
    if form.is_valid():
        overriding.ask_override(dossier=dossier, **form.cleaned_data)
        messages.success(request, _("Asked. A manager or the privacy officer decides; until then nothing may go."))
        return redirect("registration", dossier=dossier)
    return render(request, "registration/ask_override.html", {"found": found, "form": form, "dossier": dossier})


@require_POST
@stepped_up
def decide_override(request: HttpRequest, dossier: UUID, override: UUID) -> HttpResponse:
    """Agree or not that somebody is registered without consent."""
    form = DecisionForm(request.POST)
    if not form.is_valid():
        raise Refused("no such decision")
    overriding.decide_override(dossier=dossier, override=override, approve=form.cleaned_data["decision"])
    messages.success(request, _("Decided. It stays to be seen in the file."))
    return redirect("override", dossier=dossier)
