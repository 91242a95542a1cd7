# SPDX-License-Identifier: EUPL-1.2
"""Pages of figures: fetch, call, message, redirect."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baken.closed.access.parts import Role
from baken.closed.figures import actions, files, reads, rules
from baken.closed.figures.counting.catalogue import units
from baken.closed.figures.forms import AskForm, TitleForm
from baken.core.wording import said
from baken.tabulation.disclosure import Unsafe


@require_GET
def figures(request: HttpRequest) -> HttpResponse:
    """Show what is shared, and to who counts or releases what waits for her."""
    agency = reads.my_agency()
    roles = reads.roles_at(agency)
    context = {
        "shared": reads.shared(agency),
        "counts": Role.ANALYST in roles,
        "questions": reads.questions(agency) if Role.ANALYST in roles else [],
        "waiting": reads.to_decide(),
        "releases": reads.releases(agency),
        "units": units().values(),
    }
    return render(request, "figures/figures.html", context)


@require_http_methods(["GET", "POST"])
def count(request: HttpRequest, unit: str) -> HttpResponse:
    """Ask, look at what it comes to, and keep the question."""
    agency = reads.my_agency()
    rules.check_can_count(reads.roles_at(agency))
    if unit not in units():
        raise Http404
    form = AskForm(request.POST or None, unit=units()[unit])
    titles = TitleForm(request.POST if "keep" in request.POST else None)
    if not form.is_valid():
        return render(request, "figures/count.html", {"form": form, "unit": units()[unit]})
    asked = form.asked()
    if "keep" in request.POST and titles.is_valid():
        made = actions.save(agency=agency, asked=asked, title=titles.title())
        messages.success(request, _("The question is kept."))
        return redirect("figures_question", question=made.pk)
    table = reads.count(agency, asked, units()[unit].title)
    context = {"form": form, "unit": units()[unit], "table": table, "titles": titles}
    return render(request, "figures/count.html", context)


@require_GET
def question(request: HttpRequest, question: UUID) -> HttpResponse:
    """Show what a question comes to: to an analyst now, to others as it was shared."""
    found = reads.question(question)
    context = {
        "question": found,
        "shown": reads.shown_of(found),
        "table": reads.seen(found),
        "counts": Role.ANALYST in reads.roles_at(found.agency_id),
        "endings": list(files.FILES),
        "releases": found.releases.order_by("-made_at"),
    }
    return render(request, "figures/question.html", context)


@require_GET
def file(request: HttpRequest, question: UUID, ending: str) -> HttpResponse:
    """Answer with what somebody sees of a question as a file, for use in the house."""
    found = reads.question(question)
    table = reads.seen(found)
    if table is None or ending not in files.FILES:
        raise Http404
    address = request.build_absolute_uri(reverse("figures_question", args=[found.pk]))
    kind, body = files.written(table, ending, get_language() or "nl", address)
    response = HttpResponse(body, content_type=kind)
    name = f"{slugify(said(found, 'title'))}-{table.counted_on}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_POST
def share(request: HttpRequest, question: UUID) -> HttpResponse:
    """Share what a question comes to today."""
    try:
        actions.share(question=question)
        messages.success(request, _("Colleagues see it now, with small numbers hidden."))
    except Unsafe as refusal:
        messages.error(request, said(refusal.reason))
    return redirect("figures_question", question=question)


@require_POST
def put_away(request: HttpRequest, question: UUID) -> HttpResponse:
    """Take a question off the list."""
    actions.put_away(question=question)
    messages.success(request, _("The question is put away. What was released of it stays."))
    return redirect("figures")
