# SPDX-License-Identifier: EUPL-1.2
"""Pages of one's own account: second factors, sessions, password, confirming who one is, and the one-time link."""

from allauth.account.adapter import get_adapter as account_adapter
from allauth.account.utils import get_next_redirect_url, perform_login
from allauth.decorators import rate_limit
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from allauth.mfa.webauthn.internal import auth as webauthn
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required, login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from baken.accounts import actions, drawing, factors, forms, ports, proof, reads, rules, sealing, sessions
from baken.accounts.gate import before_second_factor
from baken.accounts.models import SignedIn
from baken.accounts.stepping import stepped_up, stepped_up_once_enrolled

_PENDING = "pending_app"  # in the session: the sealed secret of an app that has not shown a code yet
_GONE = 410


@before_second_factor
@login_required
def second_factor(request: SignedIn) -> HttpResponse:
    """Show somebody's second factors, or what there is to choose from while there is none."""
    mine = reads.factors(request.user)
    has_app = any(each.kind == reads.APP for each in mine)
    return render(request, "account/second_factor.html", {"factors": mine, "has_app": has_app})


@before_second_factor
@login_required
@stepped_up_once_enrolled
def add_passkey(request: SignedIn) -> HttpResponse:
    """Enrol a passkey."""
    name = rules.device(request.headers.get("User-Agent", "")) or _("Passkey")
    form = forms.NewPasskeyForm(request.POST or None)
    if form.is_valid():
        name = form.cleaned_data["name"] or name
        actions.add_passkey(user=request.user, name=name, credential=form.cleaned_data["credential"])
        return _enrolled(request, reads.PASSKEY)
    options = webauthn.begin_registration(request.user, passwordless=False)
    return render(request, "account/add_passkey.html", {"form": form, "options": options, "name": name})


@before_second_factor
@login_required
@stepped_up_once_enrolled
def add_app(request: SignedIn) -> HttpResponse:
    """Enrol an authenticator app, of which one is enough."""
    if reads.has_factor(request.user, reads.APP):
        return redirect("account_second_factor")
    secret = _pending_secret(request)
    form = forms.NewAppForm(request.POST or None, user=request.user, secret=secret)
    if form.is_valid():
        actions.add_app(user=request.user, secret=secret)
        del request.session[_PENDING]
        return _enrolled(request, reads.APP)
    square = drawing.square(get_adapter().build_totp_url(request.user, secret))
    parts = [secret[at : at + 4] for at in range(0, len(secret), 4)]
    return render(request, "account/add_app.html", {"form": form, "square": square, "parts": parts})


@login_required
@stepped_up
def remove_factor(request: SignedIn, key: int) -> HttpResponse:
    """Ask whether to remove a second factor, and remove it; the last one stays."""
    mine = reads.factors(request.user)
    factor = next((each for each in mine if each.key == key), None)
    if factor is None:
        raise Http404
    if request.method == "POST":
        try:
            actions.remove_factor(user=request.user, key=key)
        except (PermissionDenied, Authenticator.DoesNotExist):
            messages.error(request, _("This is your last second step. Add another one first."))
        else:
            messages.success(request, _("Removed."))
        return redirect("account_second_factor")
    return render(request, "account/remove_factor.html", {"factor": factor, "is_last": len(mine) == 1})


@login_required
def own_sessions(request: SignedIn) -> HttpResponse:
    """List where somebody is signed in, and end one of these sessions or all others."""
    here = sessions.digest(request.session.session_key or "")
    if request.method == "POST":
        form = forms.EndForm(request.POST)
        if form.is_valid() and form.cleaned_data["session"]:
            actions.end_session(user=request.user, key=form.cleaned_data["session"])
        elif form.is_valid() and form.cleaned_data["others"]:
            actions.end_sessions(user=request.user, but=here)
        return redirect("account_sessions")
    return render(request, "account/sessions.html", {"sessions": reads.sessions(request.user), "here": here})


@login_required
@stepped_up
def agency(request: SignedIn) -> HttpResponse:
    """Show whether somebody's account at an agency is connected; connect it there, or disconnect it here."""
    if request.method == "POST":
        actions.disconnect_agency(user=request.user)
        return redirect("account_agency")
    return render(request, "account/agency.html", {"is_connected": reads.has_agency(request.user)})


@login_required
@rate_limit(action="change_password")
@stepped_up
def change_password(request: SignedIn) -> HttpResponse:
    """Change one's own password; sessions elsewhere end by it."""
    form = forms.ChangePasswordForm(request.POST or None, user=request.user)
    if form.is_valid():
        here = sessions.digest(request.session.session_key or "")
        actions.change_password(user=request.user, password=form.cleaned_data["password"], keep=here)
        update_session_auth_hash(request, request.user)
        messages.success(request, _("Your password has been changed. Everywhere else you are signed out."))
        return redirect("account_second_factor")
    return render(request, "account/change_password.html", {"form": form})


@login_required
@rate_limit(action="reauthenticate")
def confirm(request: SignedIn) -> HttpResponse:
    """Let somebody prove the second factor again, and lead back to what asked for it."""
    posted = request.POST or None
    by_code = forms.ConfirmCodeForm(posted if "code" in request.POST else None, user=request.user)
    by_passkey = forms.ConfirmPasskeyForm(posted if "credential" in request.POST else None, user=request.user)
    for form in (by_code, by_passkey):
        if form.is_valid():
            form.save()
            ports.tell("stepped-up", request.user)
            return redirect(get_next_redirect_url(request) or "/")
    options = webauthn.begin_authentication(request.user) if by_passkey.is_offered else None
    shown = {"form": by_code, "webauthn_form": by_passkey, "options": options, "next": get_next_redirect_url(request)}
    return render(request, "account/confirm.html", shown)


@before_second_factor
@login_not_required
def welcome(request: HttpRequest, word: str) -> HttpResponse:
    """Let whom a one-time link is for choose a password, and lead them on to their second factor."""
    person = reads.welcomed(word)
    if person is None:
        return render(request, "account/dead_link.html", status=_GONE)
    form = forms.PasswordForm(request.POST or None, user=person)
    if not form.is_valid():
        return render(request, "account/welcome.html", {"form": form, "person": person})
    person = actions.accept(word=word, password=form.cleaned_data["password"])
    if request.user.is_authenticated:
        account_adapter().logout(request)
    signed_in: HttpResponse = perform_login(request, person, redirect_url=reverse("account_second_factor"))
    return signed_in


def _pending_secret(request: SignedIn) -> str:
    """Return the secret that this session is enrolling, sealed at rest there too; a new one at first."""
    owner = request.user.pk
    try:
        return factors.unseal(request.session.get(_PENDING, ""), owner)
    except sealing.Tampered:
        secret: str = generate_totp_secret()
        request.session[_PENDING] = factors.seal(secret, owner)
        return secret


def _enrolled(request: SignedIn, kind: str) -> HttpResponse:
    """Let the session that enrolled a factor count as having proved it, and end every other one."""
    actions.end_sessions(user=request.user, but=sessions.digest(request.session.session_key or ""))
    first = not proof.is_proved(request)
    proof.record(request, request.user, kind)
    messages.success(request, _("Your second step is set. From now on you are asked for it when you sign in."))
    return redirect("/" if first else "account_second_factor")
