# SPDX-License-Identifier: EUPL-1.2
"""Pages of the nights of a house: fetch, call, message, redirect."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from baken.closed.shelter.admitting import my_houses
from baken.closed.shelter.house.reads import house_to_set_up
from baken.closed.shelter.nights import actions, reads
from baken.closed.shelter.nights.forms import DutyForm, ShownForm
from baken.closed.shelter.nights.table import table
from baken.closed.shelter.pages import did


@require_http_methods(["GET", "POST"])
def nights(request: HttpRequest) -> HttpResponse:
    """Show the nights of some weeks and who is on; put somebody on."""
    agency, tonight, shown = house_to_set_up(), reads.tonight(), ShownForm(request.GET)
    begun = {"first": shown.of("night", tonight) or tonight}
    form = DutyForm(request.POST or None, workers=reads.workers(agency), initial=begun)
    if form.is_valid() and did(form, actions.roster, agency=agency, **form.told):
        messages.success(request, _("On the roster."))
        return _back(request)
    start = shown.of("start", tonight)
    context = {"roster": reads.roster(agency, start or tonight), "start": start, "form": form, "table": table()}
    return render(request, "shelter/nights.html", context | {"is_shelter": agency in my_houses()})


@require_POST
def take_off(request: HttpRequest, duty: UUID) -> HttpResponse:
    """Take somebody off a night."""
    actions.take_off(agency=house_to_set_up(), duty=duty)
    messages.success(request, _("Taken off. Put somebody else on, if that night needs it."))
    return _back(request)


def _back(request: HttpRequest) -> HttpResponse:
    """Return to the weeks that were shown."""
    start = ShownForm(request.GET).of("start", reads.tonight())
    return redirect(reverse("shelter_nights") + (f"?start={start}" if start else ""))
