# SPDX-License-Identifier: EUPL-1.2
"""The page of searching. People are searched by POST: what was asked stands in no address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from baken.closed.casework.searching import reads
from baken.closed.casework.searching.forms import SearchForm


@require_http_methods(["GET", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """Ask what to search for, and show in which of one's own files it stands."""
    form = SearchForm(request.POST or None)
    results = None
    if form.is_valid():
        results = reads.search(form.cleaned_data["words"], closed=form.cleaned_data["closed"])
    return render(request, "casework/search.html", {"form": form, "results": results, "most": reads.MOST_FILES})
