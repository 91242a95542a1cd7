# SPDX-License-Identifier: EUPL-1.2
"""The lexicon in the editors' rooms: look a word up, strike what is wrong, put back what was right."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin.auth import user_passes_test

from baken.accounts.models import SignedIn
from baken.open.search.lexicon import actions, reads, rules
from baken.open.search.models import Entry

_PAGE = 50
_LONGEST = 100


@require_GET
@user_passes_test(rules.can_look)
def lexicon(request: SignedIn) -> HttpResponse:
    """Show what a word is called in the other language; without a word, what was struck."""
    word = request.GET.get("word", "").strip()[:_LONGEST]
    found = reads.entries(word) if word else reads.struck()
    page = Paginator(found, _PAGE).get_page(request.GET.get("p"))
    context = {"word": word, "entries": page, "learned": reads.learned(), "may_strike": rules.can_strike(request.user)}
    return render(request, "search/lexicon.html", context)


@require_POST
@user_passes_test(rules.can_strike)
def strike(request: SignedIn, number: int) -> HttpResponse:
    """Strike an entry."""
    entry = get_object_or_404(Entry, pk=number)
    actions.strike(entry=entry, by=request.user)
    messages.success(request, _("Struck: %(entry)s") % {"entry": entry})
    return _back(request)


@require_POST
@user_passes_test(rules.can_strike)
def restore(request: SignedIn, number: int) -> HttpResponse:
    """Put a struck entry back."""
    entry = get_object_or_404(Entry, pk=number)
    actions.restore(entry=entry, by=request.user)
    messages.success(request, _("Put back: %(entry)s") % {"entry": entry})
    return _back(request)


def _back(request: HttpRequest) -> HttpResponse:
    where = {name: request.POST.get(name, "")[:_LONGEST] for name in ("word", "p")}
    return redirect(f"{reverse('search_lexicon')}?{urlencode(where)}")
