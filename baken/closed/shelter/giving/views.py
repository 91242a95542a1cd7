# SPDX-License-Identifier: EUPL-1.2
"""Pages of who gets which unit: fetch, call, message, redirect."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from baken.closed.access.rules import Refused
from baken.closed.shelter.admitting import my_house
from baken.closed.shelter.asking.actions import Person
from baken.closed.shelter.asking.reads import Household, given_by_me
from baken.closed.shelter.giving import absences, actions, night, staying
from baken.closed.shelter.giving.door import free_tonight
from baken.closed.shelter.giving.forms import (
    AwayForm,
    BackForm,
    DoorForm,
    ExtendForm,
    GiveForm,
    LeaveForm,
    NightsForm,
)
from baken.closed.shelter.labels import MISSING
from baken.closed.shelter.living import loans
from baken.closed.shelter.pages import asked, did
from baken.closed.shelter.placing.instance import Span
from baken.closed.shelter.weighing.options import Weighed
from baken.closed.shelter.weighing.reads import house
from baken.core.clock import today


@require_http_methods(["GET", "POST"])
def where(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Show each unit and what keeps her out of it; hold one, give one, or let her move to one."""
    found = given_by_me(dossier)
    form = GiveForm(request.POST) if request.method == "POST" else None
    if form and form.is_valid() and (said := _given(request, found, form)):
        messages.success(request, said)
        return redirect("stay", dossier=dossier)
    nights = NightsForm(request.GET or None)
    span = _span(found, form if form and "until_on" in form.cleaned_data else nights)
    context = {"found": found, "dossier": dossier, "weighed": _weighed(found, span), "span": span, "form": form}
    return render(request, "shelter/where.html", context | {"nights": nights})


def _span(found: Household, form: Any) -> Span:
    """Return the nights that were asked for; where none were, those of the request or what is left of the stay."""
    if form.is_bound and form.is_valid():
        return Span(form.cleaned_data["from_on"], form.cleaned_data["until_on"])
    if found.stay:
        return Span(max(today(), found.stay.from_on), found.stay.until_on)
    assert found.nights  # noqa: S101 - an open household has a request
    return found.nights


def _weighed(found: Household, span: Span) -> Weighed | None:
    if span.nights == 0 or found.party is None:
        return None
    return Weighed(house(found.party.request.agency_id), found.party, span)


def _given(request: HttpRequest, found: Household, form: GiveForm) -> str:
    """Hold, give or move, and return what to say of it; nothing where the form says why not."""
    told = form.cleaned_data
    given = {"dossier": found.dossier, "unit": told["unit"], "why": told["why"]}
    days = {"from_on": told["from_on"], "until_on": told["until_on"]}
    # An older page may ask to move whom a colleague gave another unit meanwhile, or to give to whom has one by now.
    if told["stay"] != (found.stay.pk if found.stay else None):
        form.add_error(None, _("This was changed meanwhile. Look again, and choose anew."))
        return ""
    if found.stay:
        done = did(form, staying.move, dossier=found.dossier, unit=told["unit"], until_on=told["until_on"])
        return _("She moves. The board shows it.") if done else ""
    if "hold" in request.POST:
        done = did(form, actions.hold, **given, **days)
        return _("Held for a day. Give it before the hold runs out.") if done else ""
    done = did(form, actions.give, **given, **days)
    if done and told["why"]:
        return _("Held: a rule is set aside. Ask a colleague to open this page and agree.")
    return _("Given.") if done else ""


def _step(action: Any, said: str) -> Any:
    """Return a view that takes one step with a stay."""

    @require_POST
    def step(request: HttpRequest, dossier: UUID) -> HttpResponse:
        try:
            action(dossier=dossier)
            messages.success(request, said)
        except ValidationError as fault:
            messages.error(request, " ".join(fault.messages))
        return redirect("stay", dossier=dossier)

    return step


@require_http_methods(["GET", "POST"])
def extend(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Let her stay longer."""
    found = _staying(dossier)
    form = ExtendForm(request.POST or None)
    if form.is_valid() and did(form, staying.extend, dossier=dossier, **form.cleaned_data):
        messages.success(request, _("She stays longer. The board shows it."))
        return redirect("stay", dossier=dossier)
    return asked(request, found, form, heading=_("Until when does she stay?"), verb=_("Extend the stay"))


@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Write down that she left."""
    found = _staying(dossier)
    form = LeaveForm(request.POST or None)
    if form.is_valid() and did(form, staying.leave, dossier=dossier, **form.cleaned_data):
        messages.success(request, _("The stay has ended. Her places are free."))
        return redirect("stay", dossier=dossier)
    heading, has = _("How did the stay end?"), [loans.named(each) for each in loans.still_has(dossier)]
    about = _("She still has: %(what)s.") % {"what": ", ".join(has)} if has else ""
    return asked(request, found, form, heading=heading, verb=_("End the stay"), about=about)


@require_http_methods(["GET", "POST"])
def go_away(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Write down that she is away, or missing."""
    found = _staying(dossier)
    form = AwayForm(request.POST or None)
    if form.is_valid() and did(form, absences.go, dossier=dossier, **form.cleaned_data):
        if form.cleaned_data["kind"] == MISSING:
            messages.warning(request, _("Missing. Take these steps now, and tick each when it is done."))
        return redirect("stay", dossier=dossier)
    return asked(request, found, form, heading=_("She is away, or missing"), verb=_("Write it down"))


@require_http_methods(["GET", "POST"])
def come_back(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Write down that she is back."""
    found = _staying(dossier)
    form = BackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        absences.come_back(dossier=dossier, **form.cleaned_data)
        messages.success(request, _("She is back."))
        return redirect("stay", dossier=dossier)
    return asked(request, found, form, heading=_("She is back"), verb=_("Write it down"))


@require_POST
def missing_step(request: HttpRequest, dossier: UUID, step: str) -> HttpResponse:
    """Tick a step for who is missing."""
    absences.take_step(dossier=dossier, step=step)
    return redirect("stay", dossier=dossier)


@require_http_methods(["GET", "POST"])
def door(request: HttpRequest) -> HttpResponse:
    """Take in whoever stands at the door at night."""
    agency = my_house()
    form = DoorForm(request.POST or None, free=free_tonight(agency))
    if form.is_valid() and (made := _taken_in(form, agency)):
        messages.success(request, _("She has a bed. In the morning somebody looks again."))
        return redirect("stay", dossier=made)
    return render(request, "shelter/door.html", {"form": form})


def _taken_in(form: DoorForm, agency: UUID) -> UUID | None:
    told = form.cleaned_data
    person = Person(told["initials"], told["sex"], None, told["age"])
    try:
        made = night.take_in(agency=agency, person=person, unit=UUID(told["unit"]), words=told["words"])
    except ValidationError as fault:
        form.add_error(None, fault)
        return None
    return made.dossier_id


def _staying(dossier: UUID) -> Household:
    found = given_by_me(dossier)
    if found.stay is None:
        raise Refused("no stay here")
    return found


confirm = _step(actions.confirm, _("Given."))
second = _step(actions.second, _("You agreed. It can be given now."))
arrive = _step(staying.arrive, _("She is here."))
release = _step(actions.release, _("Let go. She waits again."))
review = _step(night.review, _("Looked at again."))
