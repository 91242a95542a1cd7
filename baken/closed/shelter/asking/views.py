# SPDX-License-Identifier: EUPL-1.2
"""Pages of what a household asks for: fetch, call, message, redirect."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from baken.closed.access.rules import Refused
from baken.closed.shelter.asking import actions, reads
from baken.closed.shelter.asking.forms import (
    MOST,
    AnswerForm,
    AskForm,
    ConsentForm,
    NeedsForm,
    OnwardAnswerForm,
    OnwardForm,
    ScreeningForm,
    asked_before,
    people_forms,
    wish,
)
from baken.closed.shelter.asking.known import known
from baken.closed.shelter.asking.reads import Household
from baken.closed.shelter.labels import REFUSED
from baken.closed.shelter.pages import asked, did
from baken.closed.shelter.screening import table
from baken.closed.shelter.weighing.reads import house
from baken.core.clock import today


@require_GET
def stay(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Show what a household asks for, where she is, what was answered."""
    found = reads.household(dossier)
    return render(request, "shelter/household.html", {"found": found, "dossier": dossier, "table": table()})


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Ask for a place."""
    found = reads.household(dossier)
    if found.is_open or not found.asks:
        raise Refused("asks already, or is asked for by others")
    form = AskForm(request.POST or None, others=_others(found), initial={"arrive_on": today()})
    people = people_forms(MOST)(request.POST or None, prefix="people", initial=[known(dossier)])
    if request.method == "POST" and form.is_valid() and people.is_valid() and _asked(form, people, dossier):
        messages.success(request, _("The request waits. Screen her next."))
        return redirect("screen", dossier=dossier)
    more = any(each.errors or each.has_changed() for each in people.forms[1:])
    context = {"found": found, "dossier": dossier, "form": form, "people": people, "more": more}
    return render(request, "shelter/ask.html", context)


def _asked(form: AskForm, people: Any, dossier: UUID) -> bool:
    household = [each.person for each in people if each.person]
    return did(form, actions.ask, dossier=dossier, wish=wish(form), people=household)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Change what is asked for."""
    found = reads.writable(dossier)
    before = found.request
    assert before  # noqa: S101 - an open household has a request
    form = NeedsForm(request.POST or None, others=_others(found), initial=asked_before(before))
    if form.is_valid() and did(form, actions.change, dossier=dossier, wish=wish(form, before)):
        return _written(request, dossier, _("Changed. A stay keeps its own days."))
    return asked(request, found, form, heading=_("What the place must have"), verb=_("Save"))


@require_http_methods(["GET", "POST"])
def screen(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Write down how dangerous it is for her."""
    found = reads.writable(dossier)
    form = ScreeningForm(request.POST or None)
    if form.is_valid():
        told = {"colour": form.cleaned_data["colour"], "found": form.found, "words": form.cleaned_data["words"]}
        actions.screen(dossier=dossier, **told)
        return _written(request, dossier, _("Screened. The last screening counts."))
    context = {"found": found, "dossier": dossier, "form": form, "table": table()}
    return render(request, "shelter/screen.html", context)


@require_http_methods(["GET", "POST"])
def consent(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Write down who has authority and consented to the placing of a minor."""
    found = reads.writable(dossier)
    form = ConsentForm(request.POST or None)
    if form.is_valid() and did(form, actions.record_consent, dossier=dossier, **form.cleaned_data):
        return _written(request, dossier, _("Written down."))
    return asked(request, found, form, heading=_("Who consented to placing her?"), verb=_("Write it down"))


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Refuse a request with a reason, or write down that it is not needed any more."""
    found = reads.writable(dossier)
    form = AnswerForm(request.POST or None)
    if form.is_valid() and did(form, actions.end, dossier=dossier, **form.cleaned_data):
        if form.cleaned_data["how"] == REFUSED:
            messages.success(request, _("Refused. She is still yours until another has accepted her."))
            return redirect("offer_onward", dossier=dossier)
        return _written(request, dossier, _("Written down."))
    return asked(request, found, form, heading=_("Answer this request"), verb=_("Answer"))


@require_http_methods(["GET", "POST"])
def offer_onward(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Offer her to another organisation."""
    found = reads.household(dossier)
    if found.request is None or found.onward:
        raise Refused("nobody to offer, or offered already")
    form = OnwardForm(request.POST or None)
    if form.is_valid():
        actions.offer_onward(dossier=dossier, **form.cleaned_data)
        return _written(request, dossier, _("Offered. It counts once they have accepted her."))
    return asked(request, found, form, heading=_("Offer her to another organisation"), verb=_("Write it down"))


@require_http_methods(["GET", "POST"])
def answer_onward(request: HttpRequest, dossier: UUID, onward: UUID) -> HttpResponse:
    """Write down what another organisation said."""
    found = reads.household(dossier)
    if found.onward is None or found.onward.pk != onward:
        raise Refused("nothing was offered that waits for an answer")
    form = OnwardAnswerForm(request.POST or None)
    if form.is_valid():
        actions.answer_onward(dossier=dossier, onward=onward, **form.cleaned_data)
        return _written(request, dossier, _("Written down."))
    heading = _("What did they say?")
    return asked(request, found, form, heading=heading, verb=_("Write it down"), about=found.onward.to)


def _others(found: Household) -> list[tuple[str, str]]:
    """Return who is or lately was housed, or waits, with the unit, for whoever sees them."""
    if not found.gives or found.request is None:
        return []
    there = house(found.request.agency_id)
    named = [(each.stay.dossier_id, f"{each.party.initials} ({each.stay.unit})") for each in there.all_stays]
    named += [(each.request.dossier_id, each.initials) for each in there.waiting]
    return [(str(key), name) for key, name in dict(named).items() if key != found.dossier]


@require_http_methods(["GET", "POST"])
def people(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Write down what is known by now of those who came."""
    found = reads.writable(dossier)
    told = [{name: getattr(each, name) for name in ("initials", "sex", "born", "age")} for each in found.guests]
    rows = people_forms(len(told))(request.POST or None, prefix="people", initial=told)
    form = forms.Form(request.POST or None)
    if request.method == "POST" and form.is_valid() and rows.is_valid():
        known_now = [each.person for each in rows if each.person]
        if did(form, actions.tell_people, dossier=dossier, people=known_now):
            return _written(request, dossier, _("Written down. What it changes about her unit stands on the board."))
    context = {"found": found, "dossier": dossier, "form": form, "people": rows}
    return render(request, "shelter/people.html", context)


def _written(request: HttpRequest, dossier: UUID, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect("stay", dossier=dossier)
