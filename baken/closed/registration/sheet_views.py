# SPDX-License-Identifier: EUPL-1.2
"""Pages of the sheet and of what was sent: fetch, call, message, redirect. A sheet is given out to be saved."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from baken.accounts.stepping import stepped_up
from baken.closed.registration import courses, reads, sending, sheets, writing
from baken.closed.registration.forms import AnswerForm, SentForm
from baken.closed.registration.sheet_form import FixForm, SheetForm, TypeForm
from baken.core.clock import today


@require_http_methods(["GET", "POST"])
def sheet_type(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Begin the sheet of a type, or change its type."""
    found = reads.agreed(dossier)
    reads.check_writable(found)
    form = TypeForm(request.POST or None)
    if form.is_valid():
        writing.choose_kind(dossier=dossier, **form.cleaned_data)
        messages.success(request, _("The sheet holds what stands in the file. Ask the rest, and save."))
        return redirect("sheet", dossier=dossier)
    return render(request, "registration/type.html", {"found": found, "form": form, "dossier": dossier})


@require_http_methods(["GET", "POST"])
def sheet(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Fill in the sheet."""
    found = sheets.sheet_of(dossier)
    about = {"kind": found.draft.kind, "answers": found.draft.answers, "stamp": found.stamp}
    form = SheetForm(request.POST or None, **about)
    if form.is_valid():
        writing.write_sheet(dossier=dossier, answers=form.answers(), stamp=form.now)
        messages.success(request, _("Saved. Nothing has gone anywhere."))
        return redirect("check_sheet", dossier=dossier)
    return render(request, "registration/sheet.html", {"sheet": found, "form": form, "dossier": dossier})


@require_http_methods(["GET", "POST"])
def check_sheet(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Say what is missing and what contradicts itself; fix the sheet."""
    found = sheets.sheet_of(dossier)
    form = FixForm(request.POST or None, stamp=found.stamp, is_open=found.is_open)
    if form.is_valid() and not found.faults:
        made = writing.fix_sheet(dossier=dossier, stamp=form.now)
        messages.success(request, _("Version %(number)s is final.") % {"number": made.number})
        return redirect("registration", dossier=dossier)
    return render(request, "registration/check.html", {"sheet": found, "form": form, "dossier": dossier})


@require_POST
@stepped_up
def take_sheet(request: HttpRequest, dossier: UUID, version: UUID) -> HttpResponse:
    """Give a version out, to be saved and sent by hand."""
    form = request.POST.get("form", "")
    name, media_type, body = writing.take_out(dossier=dossier, version=version, form=form)
    headers = {"Content-Disposition": content_disposition_header(True, name) or "attachment"}
    return HttpResponse(body, content_type=media_type, headers=headers)


@require_http_methods(["GET", "POST"])
def send_sheet(request: HttpRequest, dossier: UUID, version: UUID) -> HttpResponse:
    """Write down that a version was sent."""
    found = courses.version_of(dossier, version)
    form = SentForm(request.POST or None, initial={"on": today()})
    if form.is_valid() and _done(
        form, lambda: sending.mark_sent(dossier=dossier, version=version, **form.cleaned_data)
    ):
        messages.success(request, _("Written down that it was sent."))
        return redirect("registration", dossier=dossier)
    words = {"heading": _("How did this version go?"), "verb": _("Write down that it was sent")}
    return render(request, "registration/asked.html", {"found": found, "form": form, "dossier": dossier} | words)


@require_http_methods(["GET", "POST"])
def answer_sheet(request: HttpRequest, dossier: UUID, version: UUID) -> HttpResponse:
    """Write down what came back."""
    found = courses.version_of(dossier, version)
    form = AnswerForm(request.POST or None, initial={"on": today()})
    told = form.cleaned_data if form.is_valid() else {}
    if told and _done(form, lambda: sending.mark_answered(dossier=dossier, version=version, **told)):
        messages.success(request, _("Written down."))
        return redirect("registration", dossier=dossier)
    words = {"heading": _("What came back?"), "verb": _("Write it down")}
    return render(request, "registration/asked.html", {"found": found, "form": form, "dossier": dossier} | words)


@require_POST
def strike_exchange(request: HttpRequest, dossier: UUID, exchange: UUID) -> HttpResponse:
    """Strike out what was written down by mistake."""
    sending.strike_exchange(dossier=dossier, exchange=exchange)
    messages.success(request, _("Struck out. It stays to be seen, and counts no more."))
    return redirect("registration", dossier=dossier)


def _done(form: Form, act: Callable[[], object]) -> bool:
    """Do it; where that cannot be, say so on the form."""
    try:
        act()
    except ValidationError as error:
        form.add_error("on", error)
        return False
    return True
