# SPDX-License-Identifier: EUPL-1.2
"""Hearing of questions and of results that are followed, from requests that tell so anyway.

A browser says where a reader came from when she follows a link within the site; that is how a followed result is known,
and why no address needs a mark. Whoever signed in is not counted: she may be the only one who sees something.
"""

from collections.abc import Iterable
from urllib.parse import urlsplit
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.conf import settings
from django.http import HttpRequest, QueryDict

from baken.core.clock import today
from baken.open.search import reads
from baken.open.search.engine.familiar import all_known
from baken.open.search.engine.folder import Missing
from baken.open.search.engine.shapes import Answer, Question
from baken.open.search.feedback import rules
from baken.open.search.feedback.tally import Tally

_SEARCH = ("/search/", "/en/search/")
_FORM = "search"  # the form's id, which htmx tells when it is sent; while somebody types it tells the field's
tally = Tally()


def asked(request: HttpRequest, question: Question, answer: Answer) -> None:
    """Remember a question that was asked to its end: not one half typed, narrowed down, or asked by who signed in."""
    htmx = getattr(request, "htmx", None)
    whole = not htmx or htmx.trigger == _FORM
    plainly = whole and not question.choices and not question.offset and not request.user.is_authenticated
    if plainly and (text := countable(question.text)):
        tally.ask(text, found=answer.total > 0, on=today())


def countable(text: str) -> str:
    """Return the form in which a question is counted, or nothing.

    Of several words everybody must be able to read each one in some text: a first name and a surname seldom are.
    """
    found = rules.plain(text) if settings.SEARCH_CANDIDATE_DAYS else ""
    try:
        return found if " " not in found or all_known(reads.store().view(), found) else ""
    except Missing:
        return ""


class Following:
    """A WSGI application before another one, that hears when a result of the search is followed; it changes nothing."""

    def __init__(self, application: WSGIApplication) -> None:
        self._application = application

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Let the application answer, and remember from which question somebody came to a result."""
        if _may_follow(environ) and (text := countable(_question(environ))):
            tally.follow(text, on=today())
        return self._application(environ, start_response)


def _may_follow(environ: WSGIEnvironment) -> bool:
    read = environ["REQUEST_METHOD"] == "GET" and rules.is_result(environ.get("PATH_INFO", ""))
    return read and bool(environ.get("HTTP_REFERER")) and not environ.get("HTTP_COOKIE")


def _question(environ: WSGIEnvironment) -> str:
    """Return what was asked on the page of the search that a request comes from, or nothing."""
    try:
        came = urlsplit(environ["HTTP_REFERER"])
    except ValueError:
        return ""
    ours = came.netloc == environ.get("HTTP_HOST") and came.path in _SEARCH
    return QueryDict(came.query).get("q", "") if ours else ""
