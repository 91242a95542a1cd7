# SPDX-License-Identifier: EUPL-1.2
"""Pages of passphrases: fetch, call, message, redirect. Every one asks for the second factor again."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from baken.accounts.stepping import stepped_up
from baken.closed.access.rules import Refused
from baken.closed.ceremonies import actions, reads
from baken.closed.ceremonies.forms import ChangingForm, ChoosingForm, HoldingForm, TypingForm
from baken.closed.vault import renewing
from baken.closed.vault.enrolling import Overtaken, TooFewKeepers
from baken.closed.vault.holders import NotAHolder
from baken.closed.vault.passphrases import WrongPassphrase
from baken.closed.vault.renewing import TooFewShares
from baken.closed.vault.sealing import Tampered
from baken.closed.vault.shares import NEEDED


@require_http_methods(["GET", "POST"])
@stepped_up
def my_vault(request: HttpRequest) -> HttpResponse:
    """Let somebody who works with whereabouts choose her passphrase, and change it."""
    agency = reads.holding_agency()
    return _change(request, agency) if reads.is_holder(agency) else _choose(request, agency)


def _choose(request: HttpRequest, agency: UUID) -> HttpResponse:
    keepers = _named(agency)
    form = HoldingForm(request.POST or None, keepers=keepers)
    if _done(form, lambda told: actions.choose_passphrase(passphrase=told["new"], keepers=told["keepers"])):
        messages.success(request, _("Chosen. Places can be sealed to you now. Nobody else knows this passphrase."))
        return redirect("my_vault")
    return render(request, "ceremonies/choose.html", {"form": form, "ready": len(keepers) >= NEEDED})


def _change(request: HttpRequest, agency: UUID) -> HttpResponse:
    form = ChangingForm(request.POST or None, keepers=_named(agency))
    if _done(form, lambda told: actions.change_passphrase(**_but_again(told)), field="old"):
        messages.success(request, _("Changed. From now on this passphrase opens what is sealed to you."))
        return redirect("my_vault")
    context = {"form": form, "kept": reads.is_kept(agency), "renewal": reads.own_renewal()}
    return render(request, "ceremonies/change.html", context)


def _named(agency: UUID) -> list[tuple[str, str]]:
    return [(str(user), name) for user, name in reads.keepers(agency)]


def _but_again(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if name != "again"}


@require_http_methods(["GET", "POST"])
@stepped_up
def forgotten(request: HttpRequest) -> HttpResponse:
    """Let a holder who forgot her passphrase choose another, and see how far her keepers are."""
    if not reads.is_holder(reads.holding_agency()):
        raise Refused("has no passphrase to forget")
    form = ChoosingForm(request.POST or None)
    if _done(form, lambda told: actions.ask_renewal(passphrase=told["new"])):
        messages.success(request, _("Asked. Go and see two keepers: each helps you in her own session."))
        return redirect("forgotten")
    return _waiting(request, form, TypingForm())


@require_POST
@stepped_up
def finish(request: HttpRequest) -> HttpResponse:
    """Give a holder her key back, once two keepers have helped."""
    form = TypingForm(request.POST)
    if _done(form, lambda told: actions.finish_renewal(passphrase=told["passphrase"])):
        messages.success(request, _("You have your key back. The new passphrase opens what is sealed to you."))
        return redirect("my_vault")
    return _waiting(request, ChoosingForm(), form)


def _waiting(request: HttpRequest, asking: Form, finishing: Form) -> HttpResponse:
    renewal, agency = reads.own_renewal(), reads.holding_agency()
    context = {
        "renewal": renewal,
        "spoken": renewal and renewing.spoken(renewal),
        "needed": NEEDED,
        "kept": reads.is_kept(agency),
        "asking": asking,
        "finishing": finishing,
    }
    return render(request, "ceremonies/forgotten.html", context)


@require_POST
@stepped_up
def withdraw_renewal(request: HttpRequest) -> HttpResponse:
    """Take back what a holder asked."""
    actions.withdraw_renewal()
    messages.success(request, _("Taken back. The passphrase that you had still opens what is sealed to you."))
    return redirect("my_vault")


@require_http_methods(["GET", "POST"])
@stepped_up
def keeper(request: HttpRequest) -> HttpResponse:
    """Let an overseer become a keeper, and show her who asks for help."""
    keeps = reads.is_keeper(reads.keeping_agency())
    form = ChoosingForm(request.POST or None)
    if _done(form, lambda told: actions.become_keeper(passphrase=told["new"])):
        messages.success(request, _("You are a keeper. Nobody else knows this passphrase."))
        return redirect("keeper")
    return render(request, "ceremonies/keeper.html", {"form": form, "keeps": keeps, "waiting": reads.to_help()})


@require_http_methods(["GET", "POST"])
@stepped_up
def pass_on(request: HttpRequest, renewal: UUID) -> HttpResponse:
    """Let a keeper help a colleague who forgot her passphrase."""
    asked = reads.to_help_with(renewal)
    form = TypingForm(request.POST or None)
    if _done(form, lambda told: actions.pass_on(renewal=renewal, passphrase=told["passphrase"])):
        messages.success(request, _("Passed on. %(name)s now has your part; she needs two.") % {"name": asked.name})
        return redirect("keeper")
    return render(request, "ceremonies/pass_on.html", {"form": form, "asked": asked})


def _done(form: Form, act: Callable[[dict[str, Any]], None], field: str = "passphrase") -> bool:
    """Do what a good form asks and return whether it was done; what was not is said at the form."""
    if not form.is_valid():
        return False
    try:
        act(form.cleaned_data)
    except WrongPassphrase:
        form.add_error(field, _("This passphrase does not open it."))
    except actions.TooManyTries:
        form.add_error(None, _("Tried too often. Wait a minute; after many tries, until tomorrow."))
    except TooFewKeepers:
        form.add_error(None, _("Two others at your agency become keepers first. Ask your manager."))
    except TooFewShares:
        form.add_error(None, _("Two keepers help you first."))
    except (Overtaken, NotAHolder):
        form.add_error(None, _("It was changed meanwhile. Open the page anew and look."))
    except Tampered:
        form.add_error(None, _("It does not open, though your passphrase may be right. Tell the privacy officer."))
    return form.is_valid()
