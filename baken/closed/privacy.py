# SPDX-License-Identifier: EUPL-1.2
"""No page of the closed door is kept by a browser, a proxy or a search engine."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class NotStoredMiddleware:
    """Marks every answer `no-store` and `noindex`, errors and redirects included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, marked."""
        response = self.get_response(request)
        response["Cache-Control"] = "no-store"
        if request.method == "POST" and request.resolver_match and request.resolver_match.url_name == "account_logout":
            response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return response
