# SPDX-License-Identifier: EUPL-1.2
"""The page of lists from our own files: they are counted, and laid on the page where lists are estimated from."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from baken.closed.figures import reads as figures
from baken.closed.figures import rules
from baken.closed.figures.hidden import leaving
from baken.closed.figures.hidden.forms import ListsForm
from baken.closed.figures.hidden.own.forms import OwnListsForm
from baken.closed.figures.hidden.own.labels import METHOD_OF_OWN, WHO
from baken.closed.figures.hidden.own.reads import own_lists
from baken.closed.figures.units.fetching import Scope
from baken.core.wording import said
from baken.hidden_population import checks
from baken.hidden_population.tables import Table, written
from baken.hidden_population.worded import retold
from baken.tabulation.disclosure import Unsafe
from baken.tabulation.wording import language_of


@require_http_methods(["GET", "POST"])
def own(request: HttpRequest) -> HttpResponse:
    """Ask which kinds of source are a list; count them and lay them where lists are estimated from."""
    agency = figures.my_agency()
    rules.check_can_count(figures.roles_at(agency))
    form = OwnListsForm(request.POST or None)
    if not form.is_valid():
        return render(request, "figures/own_lists.html", {"form": form})
    period = {"first": form.cleaned_data["first"], "last": form.cleaned_data["last"]}
    table = own_lists(Scope(agency, **period), form.lists())
    told = {"histories": written(table), **period, "definition_nl": WHO.nl, "definition_en": WHO.en}
    laid = ListsForm(initial={**told, "method_nl": METHOD_OF_OWN.nl, "method_en": METHOD_OF_OWN.en})
    return render(request, "figures/estimate.html", {"form": laid, "own": table, "minds": list(_minds(table))})


def _minds(table: Table) -> Iterator[str]:
    """Yield what is wrong with the lists, or weak, or keeps an estimate from leaving."""
    language = language_of(get_language() or "nl")
    faults = [*checks.faults(table)]
    yield from (retold(each, _, language) for each in faults or checks.warnings(table))
    try:
        leaving.check_lists(table)
    except Unsafe as refusal:
        yield _("What comes of these lists is not released: %(why)s") % {"why": said(refusal.reason)}
