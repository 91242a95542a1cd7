# SPDX-License-Identifier: EUPL-1.2
"""What readers look for, in the editors' rooms: take it into the thesaurus, put it aside, put it back."""

import uuid

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin.auth import user_passes_test

from baken.accounts.models import SignedIn
from baken.open.files.refusals import Refused
from baken.open.search.feedback import actions, reads, rules
from baken.open.search.models import Candidate
from baken.open.thesaurus.rules import NotAllowed, can_name

_PAGE = 50


@require_GET
@user_passes_test(rules.can_look)
def candidates(request: SignedIn) -> HttpResponse:
    """Show the words that readers look for and do not find, and those that were settled."""
    page = Paginator(reads.waiting(), _PAGE).get_page(request.GET.get("p"))
    context = {
        "page": page, "words": reads.with_concepts(page), "settled": reads.settled(),
        "enough": settings.SEARCH_CANDIDATE_DAYS, "may_settle": rules.can_settle(request.user),
        "may_name": rules.can_settle(request.user) and can_name(request.user),
    }  # fmt: skip
    return render(request, "search/candidates.html", context)


@require_POST
@user_passes_test(rules.can_settle)
def take(request: SignedIn, key: uuid.UUID) -> HttpResponse:
    """Take a word into the thesaurus, under the concept that was chosen or as one of its own."""
    candidate = get_object_or_404(Candidate, pk=key, stand=Candidate.Stand.OPEN)
    chosen = request.POST.get("concept", "")
    concept, language = reads.concept(chosen), request.POST.get("language", "")
    if (chosen and concept is None) or language not in dict(settings.LANGUAGES):
        raise Http404
    try:
        taken = actions.take(candidate=candidate, concept=concept, language=language, by=request.user)
    except (Refused, NotAllowed):
        messages.error(request, _("This could not be taken into the thesaurus."))
    else:
        messages.success(request, _("In the thesaurus, under: %(concept)s") % {"concept": taken})
    return _back(request)


@require_POST
@user_passes_test(rules.can_settle)
def dismiss(request: SignedIn, key: uuid.UUID) -> HttpResponse:
    """Put a word aside."""
    candidate = get_object_or_404(Candidate, pk=key, stand=Candidate.Stand.OPEN)
    actions.dismiss(candidate=candidate, by=request.user)
    messages.success(request, _("Dismissed: %(word)s") % {"word": candidate.text})
    return _back(request)


@require_POST
@user_passes_test(rules.can_settle)
def restore(request: SignedIn, key: uuid.UUID) -> HttpResponse:
    """Put a word back."""
    candidate = get_object_or_404(Candidate, pk=key)
    try:
        actions.restore(candidate=candidate, by=request.user)
    except (Refused, NotAllowed):
        messages.error(request, _("A concept stays: it has an address of its own."))
    else:
        messages.success(request, _("Put back: %(word)s") % {"word": candidate.text})
    return _back(request)


def _back(request: HttpRequest) -> HttpResponse:
    return redirect("search_candidates")
