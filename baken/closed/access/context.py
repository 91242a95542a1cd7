# SPDX-License-Identifier: EUPL-1.2
"""A request behind the closed door: one transaction, in which the database knows who asks.

Row-level security reads the settings that are made here; without them a query sees no rows. A refusal
rolls everything back, its own entry in the log too, so it is logged in a transaction after it.
"""

import hashlib
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from uuid import UUID

from allauth.core.internal.ratelimit import get_ip
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify
from django.utils.translation import gettext as _
from psycopg.errors import UniqueViolation

from baken.closed.access import reads
from baken.closed.access.parts import PURPOSE, Role
from baken.closed.access.rules import Refused
from baken.closed.audit.acting import Acting, acting, acting_as
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity, Outcome
from baken.closed.vault.reads import KeyGone, forgetting

View = Callable[..., HttpResponse]


class ContextMiddleware:
    """Runs the view of somebody who signed in within her own context; the last of the middlewares."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; the work is done once the view is known."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, args: Any, kwargs: Any) -> HttpResponse | None:
        """Answer for somebody who signed in; signing in itself knows nobody yet."""
        if not request.user.is_authenticated:
            return None
        with acting_as(who(request, request.user.pk)), forgetting():
            try:
                return _answer(request, view, args, kwargs)
            except IntegrityError as error:
                if not isinstance(error.__cause__, UniqueViolation):
                    raise
                _log_refusal(request, Refused("done a moment earlier"))
                messages.warning(request, _("This was done a moment earlier, by your other click or by a colleague."))
                return redirect("today")
            except (Refused, Http404, PermissionDenied, KeyGone) as refusal:
                # A file whose key is gone is being erased: it is as unknown as one that never was.
                _log_refusal(request, refusal)
                raise Http404 from None


def _answer(request: HttpRequest, view: View, args: Any, kwargs: Any) -> HttpResponse:
    with transaction.atomic(), acting_as(enter(acting())):
        response = view(request, *args, **kwargs)
        # Rendered later, it would be rendered outside the transaction, and come out empty.
        if response.streaming or not getattr(response, "is_rendered", True):
            raise TypeError("a view behind the closed door answers with a finished page")
        return response


def enter(asker: Acting) -> Acting:
    """Tell the database who asks, for the rest of this transaction; return the same with agency, roles and purpose."""
    _set("baken.user_id", asker.user)
    posts = reads.posts_of(asker.user) if asker.user else []
    if not posts:
        return asker
    roles = tuple(post.role for post in posts if post.agency_id == posts[0].agency_id)
    purpose = next((PURPOSE[role] for role in map(Role, roles) if role in PURPOSE), "")
    _set("baken.agency_id", posts[0].agency_id)
    _set("baken.purpose", purpose)
    held = tuple((post.agency_id, post.role) for post in posts)
    return replace(asker, agency=posts[0].agency_id, roles=roles, purpose=str(purpose), posts=held)


@contextmanager
def working_as(user: UUID) -> Iterator[Acting]:
    """Let somebody act in one transaction outside a request: a command of her own, a test."""
    with transaction.atomic(), forgetting(), acting_as(enter(Acting(user=user))) as asker:
        yield asker


def _set(name: str, value: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [name, str(value or "")])


def who(request: HttpRequest, user: UUID | None) -> Acting:
    """Return who acts at a request, before the database is asked for roles."""
    session = hashlib.sha256((request.session.session_key or "").encode()).hexdigest()[:16]
    return Acting(
        user=user,
        session=session,
        address=(get_ip(request) or "") if user else "",
        trace=secrets.token_hex(8),
        component="closed door",
    )


def _log_refusal(request: HttpRequest, refusal: Exception) -> None:
    """Log what was refused: where and why, never with which words it was asked."""
    match = request.resolver_match
    dossier = match.kwargs.get("dossier") if match else None
    with transaction.atomic(), acting_as(enter(acting())):
        record(
            activity=Activity.REFUSAL,
            action=Action.READ if request.method in {"GET", "HEAD"} else Action.EXECUTE,
            outcome=Outcome.REFUSED,
            dossier=dossier,
            dossier_agency=_agency_of(dossier),
            kind=(match.view_name if match else "") or "",
            facts={"reason": slugify(str(refusal))[:80]},
        )


def _agency_of(dossier: UUID | None) -> UUID | None:
    """Return whose privacy officer must hear of a refusal; None for a dossier that does not exist."""
    try:
        return reads.standing(dossier).agency if dossier else None
    except Refused:
        return None
