# SPDX-License-Identifier: EUPL-1.2
"""Pages of the log: fetch, call, message, redirect."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from baken.closed.access import reads as access
from baken.closed.oversight import reads
from baken.core.paging import page_of


@require_GET
def log(request: HttpRequest) -> HttpResponse:
    """Show the privacy officer what stands out, and the files whose log she may open."""
    return render(
        request,
        "oversight/log.html",
        {"questions": reads.questions(), "ceremonies": reads.ceremonies(), "files": reads.covers()},
    )


@require_GET
def file_log(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Show who saw a file."""
    page = page_of(request)
    _standing, lines, more = reads.log_of(dossier, page)
    number = access.dossiers().get(pk=dossier).number
    return render(request, "oversight/file_log.html", {"number": number, "lines": lines, "page": page, "more": more})


@require_GET
def overview(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Show, to be printed, what the person is told of who saw her file."""
    told = reads.overview(dossier)
    number = access.dossiers().get(pk=dossier).number
    return render(request, "oversight/overview.html", {"told": told, "number": number, "dossier": dossier})
