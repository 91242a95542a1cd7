# SPDX-License-Identifier: EUPL-1.2
"""Pages of guardians and family: fetch, call, message, redirect."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baken.closed.casework.person import actions, reads
from baken.closed.casework.person.forms import GuardianForm, RelativeForm
from baken.closed.casework.person.reads import Family


@require_GET
def family(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Show who has authority over her and who is her family."""
    return render(request, "casework/family.html", {"family": reads.family(dossier)})


@require_http_methods(["GET", "POST"])
def guardian(request: HttpRequest, dossier: UUID, guardian: UUID | None = None) -> HttpResponse:
    """Write down who has authority over her."""
    found = reads.family(dossier)
    reads.check_writable(found)
    old = reads.one_of(found.person.guardians, guardian) if guardian else None
    form = GuardianForm(request.POST or None, initial=_initial(old, GuardianForm.base_fields))
    if form.is_valid():
        actions.write_guardian(dossier=dossier, old=guardian, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("family", dossier=dossier)
    return _asked(request, found, form, _("Authority over her"))


@require_http_methods(["GET", "POST"])
def relative(request: HttpRequest, dossier: UUID, relative: UUID | None = None) -> HttpResponse:
    """Write down somebody of her family or household."""
    found = reads.family(dossier)
    reads.check_writable(found)
    old = reads.one_of(found.person.relatives, relative) if relative else None
    linked = found.files.get(old.file) if old else None
    initial = _initial(old, RelativeForm.base_fields) | {"number": linked.number if linked else ""}
    form = RelativeForm(request.POST or None, initial=initial)
    if form.is_valid():
        number = form.cleaned_data.pop("number").strip()
        file = reads.file_numbered(found, number) if number else reads.unseen_link(found, old)
        if file or not number:
            actions.write_relative(dossier=dossier, file=file, old=relative, **form.cleaned_data)
            messages.success(request, _("Saved."))
            return redirect("family", dossier=dossier)
        form.add_error("number", _("There is no file of this number that you may see."))
    return _asked(request, found, form, _("Family and household"))


def _initial(old: Any, names: Any) -> dict[str, Any]:
    return {name: getattr(old, name, None) for name in names} if old else {}


def _asked(request: HttpRequest, found: Family, form: Any, heading: str) -> HttpResponse:
    return render(request, "casework/write_family.html", {"family": found, "form": form, "heading": heading})


@require_POST
def strike_guardian(request: HttpRequest, dossier: UUID, guardian: UUID) -> HttpResponse:
    """Strike out a guardian."""
    actions.strike_guardian(dossier=dossier, guardian=guardian)
    messages.success(request, _("Struck out. It stays to be seen."))
    return redirect("family", dossier=dossier)


@require_POST
def strike_relative(request: HttpRequest, dossier: UUID, relative: UUID) -> HttpResponse:
    """Strike out somebody of her family."""
    actions.strike_relative(dossier=dossier, relative=relative)
    messages.success(request, _("Struck out. It stays to be seen."))
    return redirect("family", dossier=dossier)
