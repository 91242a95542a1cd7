# SPDX-License-Identifier: EUPL-1.2
"""Pages of reporting. Nothing of them is kept by a browser or a cache, and none of them sets a cookie.

They ask no CSRF token, which would be a cookie: a stranger's page could only send a report that anybody may send. A
browser that says another site sent the form is refused all the same.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import Error
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseForbidden
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from baken.bridge.reports import NoRecipient
from baken.open.reporting import actions, limits, reads
from baken.open.reporting.actions import AlreadySent
from baken.open.reporting.forms import BUSY, CLOSED, AdditionForm, ReceiptForm, Steps, said
from baken.open.reporting.languages import others
from baken.open.reporting.reads import Opened
from baken.open.reporting.uploads import in_memory

View = Callable[[HttpRequest], HttpResponse]
_OURS = {"", "same-origin", "none"}


def confidential(view: View) -> View:
    """Keep a page to the window it is read in, and take files and forms in memory from our own pages alone."""

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def kept(request: HttpRequest) -> HttpResponse:
        in_memory(request)
        if _odd(request):
            return HttpResponseBadRequest(_("This form is in an unknown script. Please send it as UTF-8."))
        if request.headers.get("Sec-Fetch-Site", "") not in _OURS and request.method == "POST":
            return HttpResponseForbidden(_("This form was sent from another site."))
        request.translations = others(request.path)  # type: ignore[attr-defined]
        response = view(request)
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noarchive"
        return response

    return kept


def _odd(request: HttpRequest) -> bool:
    """Return whether a form names another charset than ours, by which it could say what no text is."""
    return (request.content_params or {}).get("charset", "utf-8").lower() not in ("utf-8", "utf8")


@confidential
def report(request: HttpRequest) -> HttpResponse:
    """Lead through the four steps of a report, all at this one address, and give the receipt."""
    steps = Steps(request.POST, request.FILES)
    step = _number(request.POST.get("step", ""))
    if request.method != "POST" or step is None:
        return _step(request, Steps({}), 0)
    if request.POST.get("go") == "back":
        return _step(request, steps, max(step - 1, 0))
    if step < Steps.COUNT - 1:
        wrong = not steps.bound(step).is_valid()
        return _step(request, steps, step if wrong else step + 1, again=wrong)
    # Counted before a file is looked at, which is dear.
    if not limits.may_report(with_files=bool(request.FILES)):
        return _not_now(request, Steps(request.POST), BUSY, status=429)
    missing = steps.first_wrong()
    return _send(request, steps) if missing is None else _step(request, steps, missing, again=True)


def _number(text: str) -> int | None:
    return int(text) if text in {str(each) for each in range(Steps.COUNT)} else None


def _step(request: HttpRequest, steps: Steps, step: int, *, again: bool = False) -> HttpResponse:
    form = steps.bound(step) if again else steps.fresh(step)
    context = {"form": form, "step": step, "number": step + 1, "of": Steps.COUNT, "steps": steps}
    context |= {"carried": steps.carried(step), "is_last": step == Steps.COUNT - 1, "sent": steps.sent}
    return render(request, "reporting/report.html", context, status=400 if again else 200)


def _send(request: HttpRequest, steps: Steps) -> HttpResponse:
    once, receipt, content, files = said(steps, get_language() or "nl")
    try:
        receipt = actions.report(report=once, receipt=receipt, content=content, files=files)
    except (NoRecipient, Error, OSError):
        return _not_now(request, steps, CLOSED, status=503)
    except AlreadySent:
        return render(request, "reporting/sent.html", {"receipt": None})
    return render(request, "reporting/sent.html", {"receipt": receipt, "danger": content["danger"] == "yes"})


def _not_now(request: HttpRequest, steps: Steps, why: Any, *, status: int) -> HttpResponse:
    """Show the last step again with all that was written, to be sent once more; files have to be chosen anew."""
    last = Steps.COUNT - 1
    steps.bound(last).add_error(None, why)
    response = _step(request, steps, last, again=True)
    response.status_code = status
    return response


@confidential
def answers(request: HttpRequest) -> HttpResponse:
    """Let who has a receipt read the answers to her report, and add to it."""
    form = ReceiptForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "reporting/receipt.html", {"form": form}, status=400 if form.is_bound else 200)
    if not limits.may_try_receipt():
        form.add_error(None, BUSY)
        return render(request, "reporting/receipt.html", {"form": form}, status=429)
    opened = reads.open_receipt(form.cleaned_data["receipt"])
    if opened is None:
        form.add_error("receipt", _("There is no report with this number, or its time is past."))
        return render(request, "reporting/receipt.html", {"form": form}, status=404)
    return _opened(request, opened, form)


def _opened(request: HttpRequest, opened: Opened, receipt: ReceiptForm) -> HttpResponse:
    adding = request.POST.get("go") == "add"
    form = AdditionForm(request.POST, request.FILES) if adding else AdditionForm()
    added = adding and form.is_valid() and _added(opened, form)
    actions.keep_longer(to=opened)
    groups = receipt.cleaned_data["receipt"].groups
    context = {"replies": opened.replies(), "form": AdditionForm() if added else form, "added": added}
    context["digits"] = "".join(groups)
    return render(request, "reporting/answers.html", context, status=400 if form.errors else 200)


def _added(opened: Opened, form: AdditionForm) -> bool:
    content = {"kind": "addition", "words": form.cleaned_data["words"]}
    try:
        actions.add(to=opened, content=content, files=form.cleaned_data["attached"])
    except NoRecipient:
        form.add_error(None, CLOSED)
        return False
    return True
