# SPDX-License-Identifier: EUPL-1.2
"""What holds for every page of the closed door: none is kept, and what is sent to one is text."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.utils.translation import gettext as _


class NotStoredMiddleware:
    """Marks every answer `no-store` and `noindex`, errors and redirects included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, marked."""
        response = _refusal(request) or self.get_response(request)
        response["Cache-Control"] = "no-store"
        if request.method == "POST" and request.resolver_match and request.resolver_match.url_name == "account_logout":
            response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return response


def _refusal(request: HttpRequest) -> HttpResponse | None:
    """Refuse a form in another charset than ours, by which it could say what no text is and nothing can seal."""
    charset = (request.content_params or {}).get("charset", "utf-8").lower()
    if charset in ("utf-8", "utf8"):
        return None
    return HttpResponseBadRequest(_("This form is in an unknown script. Please send it as UTF-8."))
