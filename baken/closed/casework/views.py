# SPDX-License-Identifier: EUPL-1.2
"""Pages of a file: fetch, call, message, redirect."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baken.accounts.stepping import stepped_up
from baken.closed.access import actions as access_actions
from baken.closed.access import reads as access
from baken.closed.access.parts import OPENERS, Part
from baken.closed.access.rules import Refused
from baken.closed.casework import actions, reads
from baken.closed.casework.forms import ConferenceForm, ContactForm, NoteForm, PassphraseForm, WhereaboutsForm
from baken.closed.casework.person.forms import IdentityForm
from baken.core.paging import page_of


@require_GET
def files(request: HttpRequest) -> HttpResponse:
    """List the files that the worker may see the cover of."""
    page = page_of(request)
    found, more = reads.my_files(page)
    opens = access.agencies_where(OPENERS)
    return render(request, "casework/files.html", {"files": found, "page": page, "more": more, "opens": opens})


@require_POST
def open_file(request: HttpRequest) -> HttpResponse:
    """Open a new file at the worker's own agency."""
    agencies = access.agencies_where(OPENERS)
    made = access_actions.open_dossier(agency=agencies[0] if agencies else UUID(int=0))
    messages.success(request, _("File %(number)s is open. You are on its care team.") % {"number": made.number})
    return redirect("file", dossier=made.pk)


@require_GET
def file(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Show a file: the parts that this worker may read, with a page of its timeline."""
    found = reads.file(dossier, page_of(request))
    form = NoteForm(writable=found.writable)
    return render(request, "casework/file.html", {"file": found, "note_form": form})


@require_http_methods(["GET", "POST"])
def identity(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Write down who the person is."""
    found = reads.file(dossier)
    form = IdentityForm(request.POST or None, initial=IdentityForm.filled(found.identity))
    reads.check_writable(found, Part.IDENTITY)
    if form.is_valid():
        actions.write_identity(dossier=dossier, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("file", dossier=dossier)
    return render(
        request,
        "casework/part.html",
        {"file": found, "form": form, "heading": _("Identity"), "more": _("Papers, family, school")},
    )


@require_http_methods(["GET", "POST"])
def contact(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Write down how the person can be reached."""
    found = reads.file(dossier)
    initial = {name: getattr(found.contact, name, "") for name in ContactForm.base_fields}
    form = ContactForm(request.POST or None, initial=initial)
    reads.check_writable(found, Part.CONTACT)
    if form.is_valid():
        actions.write_contact(dossier=dossier, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("file", dossier=dossier)
    return render(
        request,
        "casework/part.html",
        {"file": found, "form": form, "heading": _("Contact"), "more": _("Address for post")},
    )


@require_POST
def add_note(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Add a note."""
    found = reads.file(dossier)
    form = NoteForm(request.POST, writable=found.writable)
    if request.POST.get("part") not in form.parts:
        raise Refused("no ground to write such a note")
    if not form.is_valid():
        return render(request, "casework/file.html", {"file": found, "note_form": form}, status=400)
    actions.add_note(dossier=dossier, **form.cleaned_data | {"part": Part(form.cleaned_data["part"])})
    messages.success(request, _("The note is in the file."))
    return redirect("file", dossier=dossier)


@require_http_methods(["GET", "POST"])
def conference(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Write down a case conference."""
    found = reads.file(dossier)
    form = ConferenceForm(request.POST or None, writable=found.writable)
    if not form.parts or (request.method == "POST" and request.POST.get("part") not in form.parts):
        raise Refused("no ground to write such a note")
    if form.is_valid():
        actions.add_conference(dossier=dossier, **form.cleaned_data | {"part": Part(form.cleaned_data["part"])})
        messages.success(request, _("The case conference is in the file."))
        return redirect("file", dossier=dossier)
    return render(request, "casework/part.html", {"file": found, "form": form, "heading": _("Case conference")})


@require_http_methods(["GET", "POST"])
@stepped_up
def whereabouts(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Open where the person hides, with the worker's own passphrase."""
    found = reads.whereabouts(dossier)
    form = PassphraseForm(request.POST or None)
    text = form.opened(partial(reads.open_whereabouts, found)) if form.is_valid() else ""
    context = {"found": found, "form": form, "dossier": dossier, "text": text}
    return render(request, "casework/whereabouts.html", context)


@require_http_methods(["GET", "POST"])
@stepped_up
def write_whereabouts(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Seal where the person hides to named holders."""
    holders = reads.possible_holders(dossier)
    form = WhereaboutsForm(request.POST or None, holders=[(str(each.user), each.name) for each in holders])
    if form.is_valid():
        chosen = {each.user: each.public for each in holders if str(each.user) in form.cleaned_data["holders"]}
        actions.write_whereabouts(dossier=dossier, text=form.cleaned_data["text"], holders=chosen)
        messages.success(request, _("Sealed. Only the holders you named can open it."))
        return redirect("file", dossier=dossier)
    return render(request, "casework/write_whereabouts.html", {"form": form, "dossier": dossier, "holders": holders})
