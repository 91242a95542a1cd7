# SPDX-License-Identifier: EUPL-1.2
"""Pages of log and keys: fetch, call, message, redirect."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from baken.accounts.stepping import stepped_up
from baken.closed.access import reads as access
from baken.closed.access.actions import me
from baken.closed.access.parts import OVERSEERS
from baken.closed.access.rules import Refused
from baken.closed.oversight import actions, reads
from baken.closed.oversight.forms import ChoosingForm, RecoveryForm
from baken.closed.vault.enrolling import NoRecovery
from baken.closed.vault.reads import public_keys
from baken.core.paging import page_of


@require_GET
def log(request: HttpRequest) -> HttpResponse:
    """Show the privacy officer what stands out, and the files whose log she may open."""
    found = reads.questions()
    return render(request, "oversight/log.html", {"questions": found, "files": access.dossiers()[: reads.SHOWN]})


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


@require_http_methods(["GET", "POST"])
@stepped_up
def my_vault(request: HttpRequest) -> HttpResponse:
    """Let somebody who works with whereabouts choose her passphrase, once."""
    agency = actions.holding_agency()
    enrolled = me() in public_keys(agency=agency, users=[me()])
    form = ChoosingForm(request.POST or None)
    if not enrolled and form.is_valid():
        try:
            actions.choose_passphrase(passphrase=form.cleaned_data["passphrase"])
            messages.success(request, _("Chosen. Places can be sealed to you now. Nobody else knows this passphrase."))
            return redirect("my_vault")
        except NoRecovery:
            form.add_error(None, _("Two overseers of your agency make its recovery key first. Ask your manager."))
    return render(request, "oversight/my_vault.html", {"form": form, "enrolled": enrolled})


@require_http_methods(["GET", "POST"])
@stepped_up
def recovery(request: HttpRequest) -> HttpResponse:
    """Let two overseers make their agency's recovery key."""
    mine = access.agencies_where(OVERSEERS)
    if not mine:
        raise Refused("oversees nobody")
    posts = [post for post in access.colleagues(mine[0]) if post.role in OVERSEERS and post.user_id != me()]
    form = RecoveryForm(request.POST or None, others=[(str(post.user_id), str(post.user)) for post in posts])
    if form.is_valid():
        actions.keep_recovery(agency=mine[0], **form.cleaned_data)
        messages.success(request, _("Made. Only the two of you together can open it."))
        return redirect("people")
    return render(request, "oversight/recovery.html", {"form": form, "others": posts})
