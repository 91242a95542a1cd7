# SPDX-License-Identifier: EUPL-1.2
"""Pages about who may see whom: fetch, call, message, redirect."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.core.exceptions import BadRequest, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from baken.accounts.stepping import stepped_up, stepped_up_to_write
from baken.closed.access import actions, reads, rules, staffing
from baken.closed.access.admitting import admit
from baken.closed.access.forms import ConsentForm, DecisionForm, GlassForm, InvitationForm, PlaceForm
from baken.closed.access.models import Agency, Appointment, Consent, Glass, Invitation, Reset, TeamPlace
from baken.closed.access.parts import OVERSEERS, Part, Role


@require_http_methods(["GET", "POST"])
def team(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Show a file's care team; let who may give a colleague a place."""
    standing, _ground = admit(dossier, Part.COVER, kind="team")
    may = rules.can_seat(standing)
    if request.method == "POST" and not may:
        raise rules.Refused("does not change this team")
    places = list(reads.team(dossier))
    seated = {place.user_id for place in places if place.until is None}
    people = {str(each.user_id): str(each.user) for each in reads.colleagues(standing.agency)}
    free = [(key, name) for key, name in people.items() if UUID(key) not in seated]
    form = PlaceForm(request.POST or None, colleagues=free)
    if form.is_valid():
        actions.join_team(dossier=dossier, user=form.cleaned_data["user"])
        messages.success(request, _("%(name)s is on the team.") % {"name": people[str(form.cleaned_data["user"])]})
        return redirect("team", dossier=dossier)
    context = {"places": places, "form": form, "free": free, "dossier": dossier, "may": may}
    return render(request, "access/team.html", context)


@require_POST
def end_place(request: HttpRequest, dossier: UUID, place: UUID) -> HttpResponse:
    """End a place on a care team."""
    found = get_object_or_404(TeamPlace, pk=place, dossier=dossier)
    actions.leave_team(place=found)
    messages.success(request, _("%(name)s is off the team and sees this file no more.") % {"name": found.user})
    # Whoever left by herself cannot come back to look.
    still_in = found.user_id != actions.me()
    return redirect("team", dossier=dossier) if still_in else redirect("files")


@require_http_methods(["GET", "POST"])
@stepped_up_to_write
def consents(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Show what the person consented to; let who may write down a new consent."""
    standing, ground = admit(dossier, Part.COVER, kind="consent")
    may = rules.can_record_consent(standing)
    if request.method == "POST" and not may:
        raise rules.Refused("does not record consent here")
    others = [(str(each.pk), each.name) for each in reads.agencies() if each.pk != standing.agency]
    form = ConsentForm(request.POST or None, agencies=others)
    if form.is_valid():
        actions.give_consent(dossier=dossier, **form.cleaned_data)
        messages.success(request, _("Written down. The person can take it back at any moment."))
        return redirect("consents", dossier=dossier)
    context = {"consents": reads.consents(dossier), "form": form, "dossier": dossier, "now": standing.now}
    return render(request, "access/consents.html", context | {"may": may, "on_team": ground.kind == "team"})


@require_POST
def withdraw(request: HttpRequest, dossier: UUID, consent: UUID) -> HttpResponse:
    """Take a consent back."""
    actions.withdraw_consent(consent=get_object_or_404(Consent, pk=consent, dossier=dossier))
    messages.success(request, _("Taken back. From this moment on it opens nothing."))
    return redirect("consents", dossier=dossier)


@require_http_methods(["GET", "POST"])
@stepped_up
def break_glass(request: HttpRequest) -> HttpResponse:
    """Open a file in an emergency; the number is never in an address."""
    form = GlassForm(request.POST or None)
    if form.is_valid():
        made = actions.break_glass(**form.cleaned_data)
        messages.warning(request, _alarmed(len(made.alarmed)))
        return redirect("file", dossier=made.dossier_id)
    context = {"form": form, "minutes": actions.GLASS_MINUTES, "unreviewed": reads.unreviewed()}
    return render(request, "access/glass.html", context)


def _alarmed(count: int) -> str:
    if not count:
        return _("The file is open for an hour. Nobody oversees this agency, so nobody was alarmed: tell your lead.")
    said = _("The file is open for an hour. People alarmed: %(count)s. They review it within two working days.")
    return said % {"count": count}


@require_POST
def review_glass(request: HttpRequest, glass: UUID) -> HttpResponse:
    """Say whether a broken glass was justified."""
    found = get_object_or_404(Glass, pk=glass)
    verdict = request.POST.get("verdict", "")
    if verdict not in Glass.Verdict:
        return redirect("today")
    actions.review_glass(glass=found, verdict=verdict)
    messages.success(request, _("Reviewed, and written down."))
    return redirect("today")


@require_http_methods(["GET", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """Show who works at the agencies one oversees; let a manager ask somebody in."""
    mine = reads.agencies_where(OVERSEERS)
    if not mine:
        raise rules.Refused("oversees nobody")
    form = InvitationForm(request.POST or None)
    if form.is_valid():
        staffing.ask_in(agency=mine[0], email=form.cleaned_data["email"], role=Role(form.cleaned_data["role"]))
        messages.success(request, _("Asked. It counts once a second person has approved it."))
        return redirect("people")
    context = {
        "posts": [post for agency in mine for post in reads.colleagues(agency)],
        "invitations": reads.invitations(mine),
        "resets": reads.resets(mine),
        "form": form,
        "may_ask": bool(reads.agencies_where({Role.MANAGER})),
        "agencies": reads.agencies(),
    }
    return render(request, "access/people.html", context)


@require_POST
@stepped_up
def decide(request: HttpRequest, invitation: UUID) -> HttpResponse:
    """Let somebody in whom another asked in, or turn her away."""
    found = get_object_or_404(Invitation, pk=invitation)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        raise BadRequest("no such decision")
    if not form.cleaned_data["decision"]:
        staffing.turn_away(invitation=found)
        messages.success(request, _("Turned away."))
        return redirect("people")
    try:
        link = staffing.let_in(invitation=found)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("people")
    if link is None:
        messages.success(request, _("She has an account already, and may now work here with it."))
        return redirect("people")
    context = {"email": found.email, "link": request.build_absolute_uri(link)}
    return render(request, "access/welcome_link.html", context)


@require_POST
def dismiss(request: HttpRequest, post: UUID) -> HttpResponse:
    """End somebody's role."""
    staffing.dismiss(post=get_object_or_404(Appointment.objects.select_related("user"), pk=post))
    messages.success(request, _("Ended, and signed out everywhere."))
    return redirect("people")


@require_POST
@stepped_up
def ask_reset(request: HttpRequest, post: UUID) -> HttpResponse:
    """Ask to start somebody's account anew."""
    staffing.ask_reset(post=get_object_or_404(Appointment, pk=post))
    messages.success(request, _("Asked. It happens once a second person has approved it."))
    return redirect("people")


@require_POST
@stepped_up
def approve_reset(request: HttpRequest, reset: UUID) -> HttpResponse:
    """Approve that somebody's account starts anew."""
    found = get_object_or_404(Reset.objects.select_related("user"), pk=reset)
    link = request.build_absolute_uri(staffing.approve_reset(reset=found))
    return render(request, "access/welcome_link.html", {"email": found.user.email, "link": link})


@require_POST
@stepped_up
def switch(request: HttpRequest, agency: UUID) -> HttpResponse:
    """Pull an agency's kill switch, or undo it."""
    found = get_object_or_404(Agency, pk=agency)
    if request.POST.get("to") == "open":
        staffing.readmit(agency=found)
        messages.success(request, _("%(agency)s may work here again.") % {"agency": found})
        return redirect("people")
    staffing.shut_out(agency=found)
    if not reads.posts_of(actions.me()):
        logout(request)  # her own agency: her session went with all others, and no answer may bring it back
        return redirect("today")
    messages.warning(request, _("%(agency)s is shut out: nobody of it sees anything now.") % {"agency": found})
    return redirect("people")
