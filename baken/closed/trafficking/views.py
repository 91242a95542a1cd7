# SPDX-License-Identifier: EUPL-1.2
"""Pages of what was done to her: fetch, call, message, redirect."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baken.closed.trafficking import actions, reads
from baken.closed.trafficking.forms import AccountForm, EventForm


@require_GET
def trafficking(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Show what was told, and the events in their order."""
    return render(request, "trafficking/trafficking.html", {"found": reads.trafficking_of(dossier), "dossier": dossier})


@require_http_methods(["GET", "POST"])
def write_account(request: HttpRequest, dossier: UUID, account: UUID | None = None) -> HttpResponse:
    """Write down what somebody told, or correct what stands there."""
    found = reads.trafficking_of(dossier)
    reads.check_writable(found)
    old = reads.one_account(found, account) if account else None
    form = AccountForm(request.POST or None, initial=AccountForm.filled(old) if old else {"teller": "self"})
    if form.is_valid():
        actions.write_account(dossier=dossier, old=account, **form.cleaned_data)
        messages.success(request, _("Written down. What stood there before stays to be seen."))
        return redirect("trafficking", dossier=dossier)
    context = {"found": found, "form": form, "dossier": dossier, "old": old}
    return render(request, "trafficking/write_account.html", context)


@require_POST
def strike_account(request: HttpRequest, dossier: UUID, account: UUID) -> HttpResponse:
    """Strike out an account that was written down by mistake."""
    actions.strike_account(dossier=dossier, account=account)
    messages.success(request, _("Struck out. It stays to be seen, and counts no more."))
    return redirect("trafficking", dossier=dossier)


@require_http_methods(["GET", "POST"])
def write_event(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Write down where and when something happened."""
    found = reads.trafficking_of(dossier)
    reads.check_writable(found)
    form = EventForm(request.POST or None)
    if form.is_valid():
        actions.write_event(dossier=dossier, **form.cleaned_data)
        messages.success(request, _("Written down."))
        return redirect("trafficking", dossier=dossier)
    return render(request, "trafficking/write_event.html", {"found": found, "form": form, "dossier": dossier})


@require_POST
def strike_event(request: HttpRequest, dossier: UUID, event: UUID) -> HttpResponse:
    """Strike out an event that was written down by mistake."""
    actions.strike_event(dossier=dossier, event=event)
    messages.success(request, _("Struck out. It stays to be seen, and counts no more."))
    return redirect("trafficking", dossier=dossier)
