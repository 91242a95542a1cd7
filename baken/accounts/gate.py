# SPDX-License-Identifier: EUPL-1.2
"""The few pages that stand open to somebody who has not yet proved a second factor."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

View = Callable[..., HttpResponseBase]
_MARK = "before_second_factor"


def before_second_factor(view: View) -> View:
    """Let a view answer somebody without a second factor too: enrolling, signing in and signing out."""

    @wraps(view)
    def open_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    setattr(open_view, _MARK, True)
    return open_view


def is_open(view: View) -> bool:
    """Return whether a view was marked so."""
    return getattr(view, _MARK, False)
