# SPDX-License-Identifier: EUPL-1.2
"""Pages of the house today, for whoever is on duty: fetch, call, message, redirect."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baken.closed.access.actions import me
from baken.closed.shelter.admitting import my_house
from baken.closed.shelter.labels import REPAIR
from baken.closed.shelter.living import checks, incidents, shifts
from baken.closed.shelter.living.day import day as today_in_house
from baken.closed.shelter.living.forms import BeginForm, CheckForm, IncidentForm, LineForm
from baken.closed.shelter.living.handed import handed
from baken.closed.shelter.living.residents import residents
from baken.closed.shelter.living.table import table
from baken.closed.shelter.pages import did


@require_http_methods(["GET", "POST"])
def day(request: HttpRequest) -> HttpResponse:
    """Show the house today; add a line to the open shift."""
    found = today_in_house()
    form = LineForm(request.POST or None, residents=found.residents.values())
    shift = found.shift.pk if found.shift else None
    if shift and form.is_valid() and did(form, shifts.hand_over, shift=shift, **form.cleaned_data):
        messages.success(request, _("The next shift reads it."))
        return redirect("shelter_day")
    return render(request, "shelter/day.html", {"day": found, "form": form})


@require_GET
def rules(request: HttpRequest) -> HttpResponse:
    """Show the house rules, to be printed and given to her."""
    my_house()
    return render(request, "shelter/rules.html", {"table": table()})


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a shift and end the one before it."""
    agency, form = my_house(), BeginForm(request.POST)
    if form.is_valid() and did(form, shifts.begin, agency=agency, **form.cleaned_data):
        messages.success(request, _("Your shift has begun. Read what was handed over, and sign."))
    for faults in form.errors.values():
        messages.error(request, " ".join(map(str, faults)))
    return redirect("shelter_day")


@require_http_methods(["GET", "POST"])
def shift(request: HttpRequest, shift: UUID) -> HttpResponse:
    """Show what a shift handed over; sign that one has read it."""
    if request.method == "POST":
        shifts.sign(shift=shift)
        messages.success(request, _("Signed, in your name."))
        return redirect("shelter_day")
    return render(request, "shelter/shift.html", {"handed": handed(shift)})


@require_http_methods(["GET", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """Write down what happened, for each who was involved."""
    agency = my_house()
    there = residents(agency).values()
    begun = {"dossiers": request.GET.getlist("who"), "follow_by": me()}
    form = IncidentForm(request.POST or None, residents=there, workers=incidents.workers(agency), initial=begun)
    if form.is_valid() and did(form, incidents.report, dossiers=form.cleaned_data["dossiers"], told=form.told):
        messages.success(request, _("Written down. It stands on the page of the day until it is closed."))
        return redirect("shelter_day")
    return render(request, "shelter/incident.html", {"form": form})


@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, unit: UUID) -> HttpResponse:
    """Write down that a unit was looked at; what has to be repaired leads to taking it out of use."""
    row = checks.house_unit(unit)
    # Nothing is ticked where all is in order: what is sent may be empty.
    form = CheckForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and did(form, checks.check, unit=unit, **form.cleaned_data):
        messages.success(request, _("Written down."))
        if not form.cleaned_data["repair"]:
            return redirect("shelter_day")
        messages.info(request, _("Can nobody sleep there? Take the unit out of use until it is repaired."))
        return redirect(f"{reverse('shelter_unit', args=[unit])}?why={REPAIR}#out")
    return render(request, "shelter/check.html", {"unit": row, "form": form})
