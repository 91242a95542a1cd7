# SPDX-License-Identifier: EUPL-1.2
"""Step-up: what is most dangerous asks for the second factor again, unless it was proved a moment ago."""

from functools import wraps
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from baken.accounts import proof
from baken.accounts.gate import View


def stepped_up(view: View) -> View:
    """Send to `/account/confirm/` and back unless the second factor was proved in the last five minutes.

    What was posted is not kept meanwhile: the way back leads to the page the form stood on.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if proof.is_fresh(request):
            return view(request, *args, **kwargs)
        if request.method != "GET":
            messages.info(request, _("Nothing was saved yet. Confirm that it is you, then send the form again."))
        question = urlencode({"next": _way_back(request)})
        return HttpResponseRedirect(f"{reverse('account_reauthenticate')}?{question}")

    return guarded


def stepped_up_to_write(view: View) -> View:
    """Ask again, as `stepped_up`, before a form is taken; to read its page asks nothing."""
    guarded = stepped_up(view)

    @wraps(view)
    def choosing(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return (guarded if request.method == "POST" else view)(request, *args, **kwargs)

    return choosing


def stepped_up_once_enrolled(view: View) -> View:
    """Ask for a second factor again, as `stepped_up`, but of who has none yet: their first is enrolled without."""
    guarded = stepped_up(view)

    @wraps(view)
    def choosing(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return (guarded if proof.is_proved(request) else view)(request, *args, **kwargs)

    return choosing


def _way_back(request: HttpRequest) -> str:
    if request.method == "GET":
        return request.get_full_path()
    came_from = urlsplit(request.headers.get("Referer", ""))
    if came_from.netloc != request.get_host():
        return "/"
    return came_from.path + (f"?{came_from.query}" if came_from.query else "")
