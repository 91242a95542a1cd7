# SPDX-License-Identifier: EUPL-1.2
"""The search page; with htmx only the part that changes while somebody types."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from baken.open.search import facets, forms, reads
from baken.open.search.engine.folder import Missing
from baken.open.search.engine.shapes import Answer, Question
from baken.open.search.feedback import hearing

_SOON = "15"


def search(request: HttpRequest) -> HttpResponse:
    """Show what a question finds; without a question, the newest."""
    question = forms.question_of(request.GET)
    try:
        answer = reads.search(question, request.user)
    except Missing:
        return _preparing(request, question)
    hearing.asked(request, question, answer)
    context = {"question": question, "answer": answer, "facets": list(facets.facets(question, answer))}
    context["titles"] = reads.titles(question.text, request.user)
    context |= _paging(request, answer) | ({} if answer.total else {"suggestions": reads.suggestions(question.text)})
    return _answered(request, context)


def _answered(request: HttpRequest, context: dict[str, Any], status: int = 200) -> HttpResponse:
    htmx = getattr(request, "htmx", None)
    part = htmx and not htmx.history_restore_request
    response = render(request, "search/_found.html" if part else "search/search.html", context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    if request.user.is_authenticated:
        response["Cache-Control"] = "private, no-store"
    return response


def _preparing(request: HttpRequest, question: Question) -> HttpResponse:
    response = _answered(request, {"question": question, "preparing": True}, status=503)
    response["Retry-After"] = _SOON
    return response


def _paging(request: HttpRequest, answer: Answer) -> dict[str, Any]:
    """Return this page's number, the last one's, and the addresses of those before and after."""
    number, last = forms.page(request.GET), -(-answer.total // forms.PAGE_SIZE)
    return {
        "number": number,
        "first": (number - 1) * forms.PAGE_SIZE + 1,
        "last": last,
        "previous": _address(request, min(number - 1, max(last, 1))) if number > 1 else "",
        "next": _address(request, number + 1) if number < last else "",
    }


def _address(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"
