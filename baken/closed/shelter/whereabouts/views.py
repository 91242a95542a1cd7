# SPDX-License-Identifier: EUPL-1.2
"""Pages of where a location is: fetch, call, message, redirect. Every one asks for the second factor again."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from baken.accounts.stepping import stepped_up
from baken.closed.casework.forms import PassphraseForm
from baken.closed.shelter.admitting import my_houses
from baken.closed.shelter.pages import did
from baken.closed.shelter.whereabouts import actions, reads
from baken.closed.shelter.whereabouts.forms import AddressForm


@require_http_methods(["GET", "POST"])
@stepped_up
def location(request: HttpRequest, location: UUID) -> HttpResponse:
    """Show what is kept of where a location is; open it with the worker's own passphrase."""
    found = reads.kept(location)
    form = PassphraseForm(request.POST or None)
    text = form.opened(partial(reads.open_address, found)) if form.is_valid() else ""
    return _shown(request, "shelter/location.html", found, form=form, text=text)


@require_http_methods(["GET", "POST"])
@stepped_up
def keep(request: HttpRequest, location: UUID) -> HttpResponse:
    """Seal where a location is to named workers of its house."""
    found = reads.kept(location)
    form = AddressForm(request.POST or None, holders=[(str(each.user), each.name) for each in found.possible])
    if form.is_valid() and did(form, actions.keep, location=location, **form.sealing):
        messages.success(request, _("Sealed. Only the holders you named can open it."))
        return redirect("location", location=location)
    return _shown(request, "shelter/keep_address.html", found, form=form)


@require_POST
@stepped_up
def withdraw(request: HttpRequest, location: UUID, envelope: UUID) -> HttpResponse:
    """Take an address back from a holder."""
    actions.withdraw(location=location, envelope=envelope)
    messages.success(request, _("Withdrawn. What she has read she knows; she opens it no more."))
    return redirect("location", location=location)


@require_POST
@stepped_up
def forget(request: HttpRequest, location: UUID) -> HttpResponse:
    """Let go of where a location is."""
    actions.forget(location=location)
    messages.success(request, _("Forgotten. Nobody can open it any more."))
    return redirect("location", location=location)


def _shown(request: HttpRequest, template: str, found: reads.Kept, **context: object) -> HttpResponse:
    works_here = found.location.agency_id in my_houses()
    return render(request, template, {"found": found, "works_here": works_here, **context})
