# SPDX-License-Identifier: EUPL-1.2
"""Pages of documents: fetch, call, message, redirect. A file is given out to be saved, never to be shown."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baken.closed.access.parts import Part
from baken.closed.documents import actions, reads
from baken.closed.documents.forms import DocumentForm, VersionForm


@require_http_methods(["GET", "POST"])
def documents(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """List the documents of a file; let who may add one."""
    found = reads.documents_of(dossier)
    form = DocumentForm(request.POST or None, request.FILES or None, writable=found.writable)
    if request.method == "POST":
        reads.check_writable(found, [request.POST.get("part", "")])
    if form.is_valid():
        words = form.cleaned_data
        name, part = words["file"].name, Part(words["part"])
        actions.add_document(dossier=dossier, part=part, title=words["title"], name=name, body=form.body)
        messages.success(request, _("The document is in the file."))
        return redirect("documents", dossier=dossier)
    return render(request, "documents/documents.html", {"found": found, "form": form})


@require_http_methods(["GET", "POST"])
def document(request: HttpRequest, dossier: UUID, document: UUID) -> HttpResponse:
    """Show a document with its versions; let who may add a newer one."""
    found, shown = reads.document(dossier, document)
    form = VersionForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        reads.check_writable(found, [shown.part])
    if form.is_valid():
        name = form.cleaned_data["file"].name
        actions.add_version(dossier=dossier, document=document, name=name, body=form.body)
        messages.success(request, _("The new version is in the file. The older ones stay."))
        return redirect("document", dossier=dossier, document=document)
    return render(request, "documents/document.html", {"found": found, "document": shown, "form": form})


@require_GET
def take_out(request: HttpRequest, dossier: UUID, document: UUID, version: UUID) -> HttpResponse:
    """Give one version out, to be saved."""
    taken = reads.take_out(dossier, document, version)
    headers = {"Content-Disposition": content_disposition_header(True, taken.name) or "attachment"}
    return HttpResponse(taken.body, content_type=taken.media_type, headers=headers)


@require_POST
def strike_document(request: HttpRequest, dossier: UUID, document: UUID) -> HttpResponse:
    """Strike out a document that does not belong here."""
    actions.strike_document(dossier=dossier, document=document)
    messages.success(request, _("Struck out. It stays to be seen."))
    return redirect("documents", dossier=dossier)
