# SPDX-License-Identifier: EUPL-1.2
"""Search as Wagtail's project template offers it: the live pages' own search, ten a page."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail.models import Page


def search(request: HttpRequest) -> HttpResponse:
    """Show one page of what Wagtail's search finds for `?query=`."""
    query = request.GET.get("query", "")
    found = Page.objects.live().search(query) if query else Page.objects.none()
    results = Paginator(found, 10).get_page(request.GET.get("page", 1))
    return TemplateResponse(request, "search/search.html", {"search_query": query, "search_results": results})
