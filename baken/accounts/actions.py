# SPDX-License-Identifier: EUPL-1.2
"""Every write to accounts. Who may invite or reset is not decided here but asked of the door (`ports`)."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from baken.accounts import factors, links, ports, reads
from baken.accounts.models import Session, User, Welcome
from baken.core import clock


@transaction.atomic
def add_user(*, email: str, password: str, superuser: bool = False) -> User:
    """Store somebody who may sign in; raise ValidationError for a weak password or an address that is taken."""
    person = User(email=_plain(email), is_staff=superuser, is_superuser=superuser)
    validate_password(password, person)
    person.set_password(password)
    person.full_clean()
    person.save()
    return person


@transaction.atomic
def invite(*, email: str, by: User, first_name: str = "", last_name: str = "") -> str:
    """Store an account without a password and return the path of its one-time link; again, a new link.

    Raises PermissionDenied where the door says no, and ValidationError for no address or one already in use.
    """
    ports.check_may_invite(by, _plain(email))
    person = User.objects.filter(email=_plain(email)).first()
    if person is None:
        person = User(email=_plain(email), first_name=first_name, last_name=last_name)
        person.set_unusable_password()
        person.full_clean()
        person.save()
    elif person.has_usable_password() or not person.is_active:
        raise ValidationError(_("There is an account with this e-mail address already."))
    return _link(person)


@transaction.atomic
def reset_second_factor(*, user: User, by: User) -> str:
    """Start somebody's account anew, who lost the second factor, and return the path of a one-time link.

    The old password goes too: it alone must never be enough to enrol another factor. Raises PermissionDenied
    where the door says that not two people agreed, or that this person may not.
    """
    ports.check_may_reset(by, user)
    user.set_unusable_password()
    user.save(update_fields=["password"])
    for each in reads.factors(user):
        _remove(user, each)
    disconnect_agency(user=user)
    end_sessions(user=user)
    return _link(user)


@transaction.atomic
def accept(*, word: str, password: str) -> User:
    """Set the password of whom a one-time link is for, and use the link up; raise PermissionDenied for a dead one."""
    person = reads.welcomed(word)
    if person is None:
        raise PermissionDenied("this link is no longer of use")
    validate_password(password, person)
    used, _kinds = Welcome.objects.filter(digest=links.digest(word)).delete()
    if not used:
        raise PermissionDenied("this link was used a moment ago")
    person.set_password(password)
    person.save(update_fields=["password"])
    return person


@transaction.atomic
def change_password(*, user: User, password: str, keep: str) -> None:
    """Set a new password and end every session but the one to keep, by its digest; raise ValidationError if weak."""
    validate_password(password, user)
    user.set_password(password)
    user.save(update_fields=["password"])
    ports.tell("password-changed", user)
    end_sessions(user=user, but=keep)


def add_passkey(*, user: User, name: str, credential: Mapping[str, Any]) -> None:
    """Store a passkey whose registration was checked."""
    Authenticator.objects.create(user=user, type=reads.PASSKEY, data={"name": name, "credential": dict(credential)})
    ports.tell("factor-added", user, kind="passkey")


def add_app(*, user: User, secret: str) -> None:
    """Store the secret of an authenticator app, sealed for its owner."""
    Authenticator.objects.create(user=user, type=reads.APP, data={"secret": factors.seal(secret, user.pk)})
    ports.tell("factor-added", user, kind="app")


@transaction.atomic
def remove_factor(*, user: User, key: int) -> None:
    """Remove a second factor; raise PermissionDenied for the last one, Authenticator.DoesNotExist for no such one."""
    # The rows are locked, so that two requests at once do not each leave the other's behind.
    mine = list(Authenticator.objects.select_for_update().filter(user=user).values_list("pk", flat=True))
    if key not in mine:
        raise Authenticator.DoesNotExist
    if len(mine) == 1:
        raise PermissionDenied("the last second factor stays")
    _remove(user, next(each for each in reads.factors(user) if each.key == key))


def disconnect_agency(*, user: User) -> None:
    """Let somebody sign in by password only from now on, not through an agency's server."""
    gone, _kinds = SocialAccount.objects.filter(user=user).delete()
    if gone:
        ports.tell("factor-removed", user, kind="agency")


def end_sessions(*, user: User, but: str = "") -> int:
    """End everything somebody is signed in to, but for one session by its digest; return how many ended."""
    ended, _kinds = Session.objects.filter(user=user).exclude(session_key=but).delete()
    if ended:
        ports.tell("session-ended", user, reason="remote", count=ended)
    return ended


def end_session(*, user: User, key: str) -> bool:
    """End one session of somebody's own by its digest; return whether there was one."""
    ended, _kinds = Session.objects.filter(user=user, session_key=key).delete()
    if ended:
        ports.tell("session-ended", user, reason="remote", count=1)
    return bool(ended)


def forget_old_sessions() -> None:
    """Remove sessions that are over, of whomever."""
    Session.objects.filter(expire_date__lt=clock.now()).delete()


def _remove(user: User, factor: reads.Factor) -> None:
    Authenticator.objects.filter(user=user, pk=factor.key).delete()
    ports.tell("factor-removed", user, kind="passkey" if factor.kind == reads.PASSKEY else "app")


def _link(person: User) -> str:
    """Make a link, which ends every earlier one of this person."""
    word = links.new()
    until = clock.now() + timedelta(hours=settings.ACCOUNTS_LINK_HOURS)
    Welcome.objects.update_or_create(user=person, defaults={"digest": links.digest(word), "expires_at": until})
    return reverse("account_welcome", args=[word])


def _plain(email: str) -> str:
    return User.objects.normalize_email(email.strip()).lower()
