# SPDX-License-Identifier: EUPL-1.2
"""The page of the breakdowns of others: all tables of one at once, looked at and kept as questions."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from baken.closed.figures import actions, reads, rules
from baken.closed.figures.asking import questions
from baken.closed.figures.counting.standards import standards as all_of
from baken.closed.figures.forms import StandardForm


@require_http_methods(["GET", "POST"])
def standards(request: HttpRequest) -> HttpResponse:
    """Ask for a breakdown of a year, show its tables, and keep them as questions."""
    agency = reads.my_agency()
    rules.check_can_count(reads.roles_at(agency))
    form = StandardForm(request.POST or None)
    context = {"form": form, "standards": all_of().values()}
    if not form.is_valid():
        return render(request, "figures/standards.html", context)
    asked = questions(form.standard_chosen(), form.cleaned_data["year"])
    if "keep" in request.POST:
        actions.save_all(agency=agency, several=asked)
        messages.success(request, _("The questions are kept. Each can be shared and released by itself."))
        return redirect("figures")
    context |= {"standard": form.standard_chosen(), "tables": reads.count_all(agency, asked)}
    return render(request, "figures/standards.html", context)
