# SPDX-License-Identifier: EUPL-1.2
"""Pages of sources: the list, a work, one provision of it on a day."""

import datetime
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.module_loading import import_string
from django.utils.translation import get_language

from baken.core import clock
from baken.open.pagecache.keep import kept
from baken.open.sources import reads
from baken.open.sources.forms import AsOfForm
from baken.open.sources.models import Entry, Expression, Kind, Work

PAGE_SIZE = 50


@kept
def sources(request: HttpRequest) -> HttpResponse:
    """List the sources, all or of one kind."""
    kind = request.GET.get("kind", "")
    chosen = kind if kind in Kind.values else ""
    page = Paginator(reads.works(chosen), PAGE_SIZE).get_page(request.GET.get("page"))
    return render(
        request, "sources/sources.html", {"kinds": reads.count_by_kind(), "chosen": chosen, "page_of_works": page}
    )


@kept
def source(request: HttpRequest, scheme: str, rest: str) -> HttpResponse:
    """Show a work, or one provision of it as it stood on a day."""
    found = reads.find(scheme, rest)
    if found is None:
        raise Http404
    work, path = found
    context = {**_reading(request, work), "cited_by": import_string(settings.ARTICLES_CITING)(work, path)}
    return _provision(request, context, path) if path else _work(request, context)


def _reading(request: HttpRequest, work: Work) -> dict[str, Any]:
    """Settle which text is read: its language, the day, and the expression in force then."""
    form = AsOfForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    on = asked.get("on") or clock.today()
    texts = reads.languages(work)
    language = next((code for code in (asked.get("text"), get_language(), *texts) if code in texts), "")
    return {
        "work": work, "on": on, "as_of": asked.get("on"), "texts": texts, "text_language": language,
        "form": AsOfForm(initial={"on": on, "text": language}),
        "expression": reads.expression_on(work, language, on),
    }  # fmt: skip


def _work(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    work, expression = context["work"], context["expression"]
    states = reads.expressions(work, context["text_language"])
    context |= {
        "contents": reads.contents(expression) if expression else [],
        "citing_works": reads.citing_works(work)[:50],
        "references": reads.references(work),
        **_around(states, expression),
    }
    return render(request, "sources/work.html", context)


def _around(states: list[Expression], current: Expression | None) -> dict[str, Any]:
    """Return the expressions before and after the one that is read."""
    place = states.index(current) if current in states else -1
    return {
        "states": states,
        "previous": states[place - 1] if place > 0 else None,
        "following": states[place + 1] if 0 <= place < len(states) - 1 else None,
    }


def _provision(request: HttpRequest, context: dict[str, Any], path: str) -> HttpResponse:
    provision = reads.provision(context["work"], path)
    if provision is None:
        raise Http404
    expression = context["expression"]
    place = reads.entry(expression, path) if expression else None
    periods = reads.history(provision, context["text_language"])
    context |= {
        "provision": provision, "place": place, "periods": periods, "line": reads.line(provision),
        "citing_works": reads.citing_works(context["work"], path)[:50],
        **_neighbourhood(place), **_changes(periods, context["on"]),
    }  # fmt: skip
    return render(request, "sources/provision.html", context)


def _neighbourhood(place: Entry | None) -> dict[str, Any]:
    if place is None:
        return {}
    before, after = reads.beside(place)
    return {"above": reads.above(place), "inside": reads.inside(place), "before": before, "after": after}


def _changes(periods: list[reads.Period], on: datetime.date) -> dict[str, Any]:
    """Return the last day of the wording before, and the first day of the next one."""
    return {
        "earlier": next((period for period in reversed(periods) if period.until and period.until <= on), None),
        "later": next((period for period in periods if period.since > on), None),
    }
