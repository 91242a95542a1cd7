# SPDX-License-Identifier: EUPL-1.2
"""The page that asks for a yearly report, and answers with it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods

from baken.closed.figures import reads
from baken.closed.figures.yearly.forms import YearForm
from baken.closed.figures.yearly.printing import printed
from baken.closed.figures.yearly.reads import yearly, years


@require_http_methods(["GET", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """Ask for a year and a language, and answer with the figures of that year that are shared, as a PDF."""
    agency = reads.my_agency()
    form = YearForm(request.POST or None, years=years(agency))
    if not form.is_valid():
        return render(request, "figures/yearly.html", {"form": form})
    year, language = form.cleaned_data["year"], form.cleaned_data["language"]
    made = yearly(agency, year, language)
    response = HttpResponse(printed(made), content_type="application/pdf")
    name = slugify(f"{made.agency} {made.title}")
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response
