# SPDX-License-Identifier: EUPL-1.2
"""Pages of published figures and their files. Whoever reads them is nobody: no answer depends on who asks."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from baken.bridge import figures as hatch
from baken.design import jsonld
from baken.open.pagecache.keep import kept
from baken.open.publication import editions, reads
from baken.tabulation.drawing.pictures import picture, small
from baken.tabulation.drawing.saying import saying
from baken.tabulation.files.about import facts, who
from baken.tabulation.laying import grid
from baken.tabulation.taking import FILES


def tells_of_withdrawal(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a view's address say that its figure was withdrawn (410), so that nobody goes on looking for it."""

    @wraps(view)
    def telling(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except reads.Withdrawn as error:
            return render(request, "publication/withdrawn.html", {"on": error.on}, status=410)

    return telling


@kept
def figures(request: HttpRequest) -> HttpResponse:
    """Show every published figure, each with a small picture."""
    language = _language()
    cards = [_card(each, language) for each in hatch.shown()]
    return render(request, "publication/figures.html", {"cards": cards})


def _card(shown: hatch.Shown, language: str) -> dict[str, Any]:
    figure = shown.figure
    said = {"title": figure.title.said(language), "who": who(figure, language)}
    return {"shown": shown, "picture": mark_safe(small(figure, language)), **said}  # noqa: S308 - drawn and escaped by us


@tells_of_withdrawal
@kept
def figure(request: HttpRequest, slug: str, release: UUID | None = None) -> HttpResponse:
    """Show a figure: its picture, the same in words and as a table, and what it is."""
    asked, language = _asked(slug, release), _language()
    shown = asked.shown
    edition = editions.edition(request, shown, is_newest=asked.is_newest)
    drawn = mark_safe(picture(shown.figure, language))  # noqa: S308 - drawn and escaped by us
    context = {
        "asked": asked, "shown": shown, "title": shown.figure.title.said(language), "picture": drawn,
        "saying": saying(shown.figure, language), "grid": grid(shown.figure, language),
        "facts": facts(edition, language)[1:], "address": edition.address, "endings": list(FILES),
        "for_machines": jsonld.script(editions.dataset(edition, language)),
    }  # fmt: skip
    return render(request, "publication/figure.html", context)


@tells_of_withdrawal
@kept
def file(request: HttpRequest, slug: str, ending: str, release: UUID | None = None) -> HttpResponse:
    """Answer with a figure as a file."""
    asked = _asked(slug, release)
    if ending not in FILES:
        raise Http404
    edition = editions.edition(request, asked.shown, is_newest=asked.is_newest)
    kind, make = FILES[ending]
    response = HttpResponse(make(edition, _language()), content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{slug}-{asked.shown.released_on}.{ending}"'
    return response


def _asked(slug: str, release: UUID | None) -> reads.Asked:
    found = reads.asked(slug, release)
    if found is None:
        raise Http404
    return found


def _language() -> str:
    return get_language() or "nl"
