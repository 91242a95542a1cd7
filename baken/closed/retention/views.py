# SPDX-License-Identifier: EUPL-1.2
"""Pages of keeping and erasing: fetch, call, message, redirect."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baken.accounts.stepping import stepped_up
from baken.closed.access.forms import DecisionForm
from baken.closed.retention import actions, reads, rights
from baken.closed.retention.forms import ErasureForm, HoldForm
from baken.closed.retention.models import Erasure, Hold
from baken.core.paging import page_of


@require_GET
def retention(request: HttpRequest) -> HttpResponse:
    """Show an overseer what is due and what waits for a decision."""
    page = page_of(request)
    files, more = reads.due_files(page)
    context = {"files": files, "more": more, "page": page, "waiting": reads.to_decide(), "erased": reads.erased()}
    return render(request, "retention/retention.html", context)


@require_GET
def keeping(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Show how long a file is kept, what holds it, and what may be done."""
    found = reads.keeping(dossier)
    return render(request, "retention/keeping.html", {"keeping": found, "may": _may(found)})


def _may(found: reads.Keeping) -> dict[str, bool]:
    standing, erasure = found.standing, found.erasure
    return {
        "hold": rights.can_hold(standing),
        "oversee": rights.can_oversee(standing),
        "copy": rights.can_copy(standing),
        "ask": rights.can_ask(standing) and not erasure and not found.held,
        "decide": bool(erasure and erasure.decided_at is None and rights.can_decide(standing, erasure.made_by_id)),
    }


@require_http_methods(["GET", "POST"])
def hold(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Let the privacy officer keep a file from being erased."""
    found = reads.keeping(dossier)
    rights.check(rights.can_hold(found.standing), "places no holds here")
    form = HoldForm(request.POST or None)
    held = {each.reason for each in found.holds if each.lifted_at is None}
    if form.is_valid() and form.cleaned_data["reason"] in held:
        form.add_error("reason", _("It is held for this reason already."))
    elif form.is_valid():
        actions.place_hold(dossier=dossier, **form.cleaned_data)
        messages.success(request, _("Held. It is not erased until you lift the hold."))
        return redirect("keeping", dossier=dossier)
    return render(request, "retention/hold.html", {"keeping": found, "form": form})


@require_POST
@stepped_up
def lift(request: HttpRequest, dossier: UUID, hold: UUID) -> HttpResponse:
    """Lift a hold."""
    actions.lift_hold(hold=get_object_or_404(Hold, pk=hold, dossier=dossier))
    messages.success(request, _("Lifted."))
    return redirect("keeping", dossier=dossier)


@require_http_methods(["GET", "POST"])
@stepped_up
def erase(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Let somebody ask that a file is erased."""
    found = reads.keeping(dossier)
    rights.check(_may(found)["ask"], "asks for no erasure here")
    form = ErasureForm(request.POST or None, over=found.over)
    if form.is_valid():
        actions.ask_erasure(dossier=dossier, **form.cleaned_data)
        messages.success(request, _("Asked. A second person decides."))
        return redirect("keeping", dossier=dossier)
    return render(request, "retention/erase.html", {"keeping": found, "form": form})


@require_POST
@stepped_up
def decide_erasure(request: HttpRequest, dossier: UUID, erasure: UUID) -> HttpResponse:
    """Decide about an erasure that another asked for."""
    found = get_object_or_404(Erasure, pk=erasure, dossier=dossier)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        raise BadRequest("no such decision")
    if form.cleaned_data["decision"]:
        actions.approve_erasure(erasure=found)
        messages.success(request, _("Decided. The file is erased for good."))
        return redirect("retention")
    actions.decline_erasure(erasure=found)
    messages.success(request, _("Declined. The file stays. Tell the person why, and that she can complain."))
    return redirect("keeping", dossier=dossier)
