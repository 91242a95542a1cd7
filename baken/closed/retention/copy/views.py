# SPDX-License-Identifier: EUPL-1.2
"""The page on which a worker makes the copy."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from baken.accounts.stepping import stepped_up
from baken.closed.retention import reads, rights
from baken.closed.retention.copy.forms import CopyForm
from baken.closed.retention.copy.packing import packed
from baken.closed.retention.copy.reads import documents, file


@require_http_methods(["GET", "POST"])
@stepped_up
def copy(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Give the worker the copy that the person may have of her file."""
    found = reads.keeping(dossier)
    rights.check(rights.can_copy(found.standing), "may not read all that a copy holds")
    form = CopyForm(request.POST or None, initial={"language": get_language()})
    if form.is_valid():
        made = packed(file.copy(dossier), form.cleaned_data["language"], documents.files(dossier))
        attached = {"Content-Disposition": f'attachment; filename="{found.dossier.number}.zip"'}
        return HttpResponse(made, content_type="application/zip", headers=attached)
    return render(request, "retention/copy.html", {"keeping": found, "form": form})
