# SPDX-License-Identifier: EUPL-1.2
"""Pages of what leaves: one asks, another looks at it as the public will, and releases it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baken.accounts.stepping import stepped_up, stepped_up_to_write
from baken.closed.access.actions import me
from baken.closed.access.forms import DecisionForm
from baken.closed.figures import reads, releasing, rules
from baken.closed.figures.forms import MethodForm, WithdrawForm
from baken.closed.figures.labels import METHOD
from baken.core.wording import said
from baken.tabulation.carrying import unpacked
from baken.tabulation.disclosure import Unsafe


@require_http_methods(["GET", "POST"])
@stepped_up_to_write
def ask(request: HttpRequest, question: UUID) -> HttpResponse:
    """Ask to release what a question comes to."""
    found = reads.question(question)
    rules.check_can_count(reads.roles_at(found.agency_id))
    form = MethodForm(request.POST or None, initial={"method_nl": METHOD.nl, "method_en": METHOD.en})
    if form.is_valid():
        try:
            made = releasing.ask(question=question, method=form.method())
            messages.success(request, _("Asked. A manager or the privacy officer looks at it, and releases it."))
            return redirect("figures_release", release=made.pk)
        except Unsafe as refusal:
            form.add_error(None, said(refusal.reason))
    return render(request, "figures/ask.html", {"question": found, "form": form, "threshold": rules.PUBLIC})


@require_GET
def release(request: HttpRequest, release: UUID) -> HttpResponse:
    """Show a figure as the public sees it, who asked and who decided."""
    found = reads.release(release)
    roles = reads.roles_at(found.agency_id)
    context = {
        "release": found,
        "figure": unpacked(found.figure),
        "decides": not found.decided_at and rules.can_decide(roles, user=me(), asked_by=found.made_by_id),
        "withdraws": bool(found.approved) and rules.can_withdraw(roles) and not hasattr(found, "withdrawal"),
        "form": WithdrawForm(),
    }
    return render(request, "figures/release.html", context)


@require_POST
@stepped_up
def decide(request: HttpRequest, release: UUID) -> HttpResponse:
    """Release a figure that another asked to release, or decline."""
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return redirect("figures_release", release=release)
    try:
        if form.cleaned_data["decision"]:
            releasing.approve(release=release)
            messages.success(request, _("Released. Everybody can read it from now on."))
        else:
            releasing.decline(release=release)
            messages.success(request, _("Declined. Nobody sees it."))
    except Unsafe as refusal:
        messages.error(request, said(refusal.reason))
    return redirect("figures_release", release=release)


@require_POST
@stepped_up
def withdraw(request: HttpRequest, release: UUID) -> HttpResponse:
    """Take a released figure back."""
    form = WithdrawForm(request.POST)
    if form.is_valid():
        releasing.withdraw(release=release, why=form.cleaned_data["why"])
        messages.success(request, _("Withdrawn. Its page says so, and shows no number any more."))
    else:
        messages.error(request, _("Say why it is withdrawn."))
    return redirect("figures_release", release=release)
