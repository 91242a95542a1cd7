# SPDX-License-Identifier: EUPL-1.2
"""Questions to the log. Which entries somebody sees is row-level security's business (see `access`).

Each question is itself an entry: who reads the log stands in it. They run in the caller's transaction, with the
person who asks as the one acting.
"""

from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.functions import TruncDate

from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity, Outcome
from baken.closed.audit.models import Entry
from baken.closed.audit.rules import Day


def about(*, dossier: UUID, dossier_agency: UUID) -> QuerySet[Entry]:
    """Return who saw, changed or was refused this dossier, in lists too; newest first."""
    _read(dossier=dossier, dossier_agency=dossier_agency)
    return _about(dossier).order_by("-at")


def by(*, user: UUID) -> QuerySet[Entry]:
    """Return what one user did, newest first."""
    _read(objects=(user,))
    return Entry.objects.filter(user_id=user).order_by("-at")


def ceremonies(*, agency: UUID, since: datetime) -> QuerySet[Entry]:
    """Return what was done with people's own keys at an agency since a moment, and what failed, newest first."""
    _read(dossier_agency=agency)
    found = Entry.objects.filter(activity=Activity.KEY_CEREMONY, dossier_agency_id=agency, at__gte=since)
    return found.order_by("-at")


def days(*, agency: UUID, since: datetime) -> list[Day]:
    """Return per user and day what people of an agency did since a moment; `rules.unusual` picks from it."""
    _read(dossier_agency=agency)
    own = Entry.objects.filter(agency_id=agency, at__gte=since, user_id__isnull=False)
    counted = own.values("user_id", day=TruncDate("at")).annotate(
        dossiers=Count("dossier_id", distinct=True, filter=Q(outcome=Outcome.DONE)),
        refusals=Count("id", filter=Q(outcome=Outcome.REFUSED)),
        glasses=Count("id", filter=Q(activity=Activity.BREAK_GLASS, outcome=Outcome.DONE)),
    )
    columns = counted.order_by("day", "user_id").values_list("user_id", "day", "dossiers", "refusals", "glasses")
    return [Day(user, day, *counts) for user, day, *counts in columns if user]


def _about(dossier: UUID) -> QuerySet[Entry]:
    return Entry.objects.filter(id__in=RawSQL("SELECT audit_entries_about(%s)", [dossier]))


def _read(*, dossier: UUID | None = None, dossier_agency: UUID | None = None, objects: tuple[UUID, ...] = ()) -> None:
    record(
        activity=Activity.LOG_READ,
        action=Action.READ,
        dossier=dossier,
        dossier_agency=dossier_agency,
        objects=objects,
        kind="log",
    )
