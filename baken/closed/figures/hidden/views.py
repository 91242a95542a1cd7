# SPDX-License-Identifier: EUPL-1.2
"""The page of an estimate: look at what all methods make of it, and ask to release it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from baken.accounts.stepping import stepped_up_to_write
from baken.closed.figures import reads, releasing, rules
from baken.closed.figures.hidden.estimating import estimated
from baken.closed.figures.hidden.forms import ListsForm
from baken.closed.figures.labels import METHOD_OF_LISTS
from baken.core.wording import said
from baken.hidden_population.tables import Faults, Table, read
from baken.hidden_population.worded import retold
from baken.tabulation.carrying import Unsound
from baken.tabulation.disclosure import Unsafe
from baken.tabulation.releasing import Unfit
from baken.tabulation.shapes import Estimate
from baken.tabulation.wording import language_of


@require_http_methods(["GET", "POST"])
@stepped_up_to_write
def estimate(request: HttpRequest) -> HttpResponse:
    """Show what all methods make of some lists; ask to release that."""
    agency = reads.my_agency()
    rules.check_can_count(reads.roles_at(agency))
    form = ListsForm(request.POST or None, initial={"method_nl": METHOD_OF_LISTS.nl, "method_en": METHOD_OF_LISTS.en})
    found = _looked_at(form) if form.is_valid() else None
    if found and "ask" in request.POST:
        try:
            made = releasing.ask_estimate(agency=agency, figure=found[1], lists=found[0], method=form.method())
            messages.success(request, _("Asked. A manager or the privacy officer looks at it, and releases it."))
            return redirect("figures_release", release=made.pk)
        except Unsafe as refusal:
            form.add_error(None, said(refusal.reason))
        except (Unfit, Unsound):
            form.add_error(None, _("Too few were seen, or no method gives a number and an interval that can be told."))
    return render(request, "figures/estimate.html", {"form": form, "figure": found and found[1]})


def _looked_at(form: ListsForm) -> tuple[Table, Estimate] | None:
    """Return the lists and their estimate, or say at the form what is wrong with the lists."""
    try:
        table = read(form.cleaned_data["histories"].splitlines())
        return table, estimated(table, form.title(), form.definition(), form.population())
    except Faults as error:
        for fault in error.faults:
            form.add_error("histories", retold(fault, _, language_of(get_language() or "nl")))
        return None
