# SPDX-License-Identifier: EUPL-1.2
"""Lets a Wagtail page be kept, where everyone may read it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from wagtail.models import PageViewRestriction

from baken.open.pagecache.keep import MARK


class KeptPage:
    """For a page that shows every reader the same. A restricted page is never marked."""

    path: str

    @cached_property
    def closed_paths(self) -> list[str]:
        """Return the places in the tree that not everyone may read, asked once for a page as it was fetched."""
        return list(PageViewRestriction.objects.values_list("page__path", flat=True))

    def get_view_restrictions(self) -> Any:
        """Return the restrictions on this page and above it; mostly there are none, which needs no query more."""
        if not any(self.path.startswith(path) for path in self.closed_paths):
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()  # type: ignore[misc]

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Serve the page, marked when neither it nor a page above it is restricted."""
        response: HttpResponse = super().serve(request, *args, **kwargs)  # type: ignore[misc]
        if not self.get_view_restrictions().exists():
            response[MARK] = "1"
        return response
