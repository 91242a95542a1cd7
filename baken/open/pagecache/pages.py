# SPDX-License-Identifier: EUPL-1.2
"""Lets a Wagtail page be kept, where everyone may read it."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from baken.open.pagecache.keep import MARK


class KeptPage:
    """For a page that shows every reader the same. A restricted page is never marked."""

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Serve the page, marked when neither it nor a page above it is restricted."""
        response: HttpResponse = super().serve(request, *args, **kwargs)  # type: ignore[misc]
        if not self.get_view_restrictions().exists():  # type: ignore[attr-defined]
            response[MARK] = "1"
        return response
