# SPDX-License-Identifier: EUPL-1.2
"""Pages of the units of a house: fetch, call, message, redirect."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from baken.closed.shelter.admitting import my_houses
from baken.closed.shelter.house import actions, reads
from baken.closed.shelter.house.forms import ClosingForm, UnitForm
from baken.closed.shelter.pages import did
from baken.closed.shelter.weighing.reads import flats
from baken.closed.shelter.whereabouts.reads import locations


@require_http_methods(["GET", "POST"])
def units(request: HttpRequest) -> HttpResponse:
    """Show the units; add one."""
    agency = reads.house_to_set_up()
    form = UnitForm(request.POST or None)
    if form.is_valid() and did(form, actions.add_unit, agency=agency, plan=form.plan):
        messages.success(request, _("The unit is in the house."))
        return redirect("shelter_units")
    context = {"flats": flats(agency), "locations": locations(agency), "form": form, "is_shelter": bool(my_houses())}
    return render(request, "shelter/units.html", context)


@require_http_methods(["GET", "POST"])
def unit(request: HttpRequest, unit: UUID) -> HttpResponse:
    """Show a unit; take it out of use."""
    agency = reads.house_to_set_up()
    found = reads.unit(agency, unit)
    form = ClosingForm(request.POST or None, initial={"why": request.GET.get("why", "")})
    if form.is_valid() and did(form, actions.close_unit, agency=agency, unit=unit, **form.cleaned_data):
        messages.success(request, _("Out of use on those nights. Who is in it stays on the board, to be moved."))
        return redirect("shelter_unit", unit=unit)
    return render(request, "shelter/unit.html", {"found": found, "form": form, "is_shelter": bool(my_houses())})


@require_POST
def reopen(request: HttpRequest, closing: UUID) -> HttpResponse:
    """Take a unit into use again."""
    row = actions.reopen_unit(agency=reads.house_to_set_up(), closing=closing)
    messages.success(request, _("In use again from today."))
    return redirect("shelter_unit", unit=row.unit_id)
