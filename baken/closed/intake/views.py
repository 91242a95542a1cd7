# SPDX-License-Identifier: EUPL-1.2
"""Pages of intake: fetch, call, message, redirect."""

from uuid import UUID

from django.contrib import messages
from django.db import Error, IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baken.bridge.replies import NoReceipt
from baken.closed.access.rules import Refused
from baken.closed.intake import actions, reads
from baken.closed.intake.content import SUFFIXES
from baken.closed.intake.forms import AnswerForm, CallForm, DecisionForm, StepForm
from baken.closed.intake.hatch import Unreachable
from baken.core.clock import today


@require_GET
def intake(request: HttpRequest) -> HttpResponse:
    """Show what waits to be taken, and what waits to be decided on."""
    return render(request, "intake/intake.html", {"queue": reads.queue(), "today": today()})


@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Take a report that waits."""
    try:
        made = actions.take(source=_source(request))
    except (Unreachable, IntegrityError):
        messages.error(
            request, _("It could not be taken: somebody else was a moment earlier, or the door is unreachable.")
        )
        return redirect("intake")
    messages.success(request, _("It is yours now. Read it, and say what comes next."))
    return redirect("report", dossier=made.dossier_id)


def _source(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("source", ""))
    except ValueError as error:
        raise Refused("names no report") from error


@require_http_methods(["GET", "POST"])
def telephone(request: HttpRequest) -> HttpResponse:
    """Write down a report that is made by telephone."""
    if not reads.takes_reports():
        raise Refused("takes no reports")
    form = CallForm(request.POST or None)
    if form.is_valid():
        made = actions.record_call(content=form.cleaned_data)
        messages.success(request, _("Written down. It is yours; say what comes next."))
        return redirect("report", dossier=made.dossier_id)
    return render(request, "intake/telephone.html", {"form": form})


@require_GET
def report(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Show a report, with all that came in and went out."""
    return _report(request, dossier)


def _report(
    request: HttpRequest, dossier: UUID, *, answer: AnswerForm | None = None, step: StepForm | None = None
) -> HttpResponse:
    found = reads.report(dossier)
    begun = {"step": found.report.step, "due": found.report.due}
    context = {"found": found, "answer_form": answer or AnswerForm(), "step_form": step or StepForm(initial=begun)}
    return render(request, "intake/report.html", context, status=400 if answer or step else 200)


@require_POST
def more(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Take what the reporter added."""
    try:
        actions.take_more(dossier=dossier)
    except Unreachable:
        messages.error(request, _("The open door cannot be reached. What was added waits there."))
    return redirect("report", dossier=dossier)


@require_POST
def answer(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Answer the reporter."""
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _report(request, dossier, answer=form)
    try:
        actions.answer(dossier=dossier, text=form.cleaned_data["text"])
        messages.success(request, _("The answer lies ready for who has the number."))
    except NoReceipt:
        messages.error(request, _("The number of this report is past its term: nobody could read an answer."))
    except Error:
        form.add_error(None, _("The open door cannot be reached, so nothing was sent. Try again later."))
        return _report(request, dossier, answer=form)
    return redirect("report", dossier=dossier)


@require_POST
def step(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Say what comes next."""
    form = StepForm(request.POST)
    if not form.is_valid():
        return _report(request, dossier, step=form)
    actions.plan_step(dossier=dossier, **form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("report", dossier=dossier)


@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """End the intake with a decision."""
    found = reads.to_decide(dossier)
    cases = reads.my_cases()
    proposed = reads.proposed_case(dossier, cases)
    begun = {"decision": "link", "case": str(proposed.pk)} if proposed else {}
    form = DecisionForm(request.POST or None, cases=cases, initial=begun)
    if not form.is_valid():
        return render(request, "intake/decide.html", {"found": found, "form": form}, status=400 if form.errors else 200)
    said = form.cleaned_data
    if said["decision"] == "open_case":
        made = actions.open_case(dossier=dossier, words=said["words"])
        messages.success(request, _("A file is open, and you are on its team. Write down who it is about."))
        return redirect("case_reports" if reads.to_join(made.pk) else "file", dossier=made.pk)
    if said["decision"] == "link":
        actions.link(dossier=dossier, case=UUID(said["case"]), words=said["words"])
    else:
        reason = said["reason"] if said["decision"] == "close" else ""
        actions.decide(dossier=dossier, decision=said["decision"], words=said["words"], reason=reason)
    messages.success(request, _("Decided. The report stays to be read here."))
    return redirect("report", dossier=dossier)


@require_GET
def attachment(request: HttpRequest, dossier: UUID, attachment: UUID, version: str) -> HttpResponse:
    """Hand out a file of a report: its clean copy, or as it was sent."""
    found = reads.attachment(dossier, attachment)
    body = found.original if version == "original" else found.stripped
    response = HttpResponse(body, content_type="application/octet-stream")
    # Never its own name, which a stranger chose, and never shown in the browser.
    response["Content-Disposition"] = f'attachment; filename="{found.pk}{SUFFIXES.get(found.kind, "")}"'
    return response


@require_GET
def case_reports(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Show the reports about the person of a file."""
    context = {"dossier": dossier, "reports": reads.reports_of(dossier), "waiting": reads.to_join(dossier)}
    return render(request, "intake/case_reports.html", context | {"me": request.user})
