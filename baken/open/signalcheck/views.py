# SPDX-License-Identifier: EUPL-1.2
"""The signal check in three steps at one address: about whom, what was noticed, where to turn."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from baken.core import clock
from baken.indicators import places
from baken.open.signalcheck import forms, rules

OUTCOME = "outcome"


# Nothing is changed by what is sent here and nothing kept, so a forged request has nothing to gain; the token against
# forgery would cost every reader a cookie, on a page where none should be left.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def signals(request: HttpRequest) -> HttpResponse:
    """Ask whom it is about; then what was noticed; then tell where to turn. Choices travel in the form alone."""
    if request.method != "POST":
        context = {"about": rules.About(), "whom": forms.WHOM, "what": forms.WHAT}
        return render(request, "signalcheck/about.html", context)
    about, ticked = forms.about(request.POST), forms.ticked(request.POST)
    if request.POST.get("step") == OUTCOME:
        return _outcome(request, about, rules.noticed(about, ticked))
    context = {"about": about, "shelves": rules.asked(about), "ticked": ticked}
    return render(request, "signalcheck/signs.html", context)


def _outcome(request: HttpRequest, about: rules.About, noticed: tuple[rules.Shelf, ...]) -> HttpResponse:
    context = {"about": about, "noticed": noticed, "places": rules.turn_to(about, clock.today())}
    context |= {"code": places.code() if about.may_be_a_child else None}
    return render(request, "signalcheck/outcome.html", context)
