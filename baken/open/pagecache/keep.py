# SPDX-License-Identifier: EUPL-1.2
"""Marks an answer as fit for every reader. Only a marked answer is ever kept."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

MARK = "X-Baken-Kept"


def kept(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let the page cache keep what this view answers: it must depend on address and public data alone."""

    @wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response[MARK] = "1"
        return response

    return marked
