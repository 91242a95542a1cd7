# SPDX-License-Identifier: EUPL-1.2
"""The hatch in: the open door seals reports and additions to the centre, the closed door takes them away."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Exists, Min, OuterRef, QuerySet

from baken.bridge.letters import seal
from baken.bridge.models import Letter, Recipient, Report
from baken.core.clock import now

MOST = 500  # letters looked at together: a flood must not shut the queue


class NoRecipient(Exception):
    """No centre has put its public key here yet, so nothing can be sealed."""


# The open door's side: it seals, and cannot read back even what is sealed.


def put_in(report: UUID, contents: Iterable[Mapping[str, Any]]) -> None:
    """Seal letters of a report to the centre; raise NoRecipient where there is none."""
    to = Recipient.objects.filter(ended=None).order_by("-since").first()
    if to is None:
        raise NoRecipient("the centre's public key is not here")
    for content in contents:
        letter = uuid4()
        sealed = seal(bytes(to.public), content, report=report, letter=letter)
        row = Letter(id=letter, report_id=report, recipient=to.pk, hour=this_hour(), sealed=sealed)
        row.is_file = content.get("kind") == "file"
        row.save(force_insert=True)


def this_hour() -> datetime:
    """Return the hour it is: nobody needs to know the minute somebody dared."""
    return now().replace(minute=0, second=0, microsecond=0)


# The closed door's side. Its role cannot read a receipt's material, so it names the columns it may.


def announce(*, key: UUID, public: bytes) -> None:
    """Let the open door seal to this public key from now on, and to no other."""
    with transaction.atomic(using=_alias()):
        Recipient.objects.exclude(pk=key).filter(ended=None).update(ended=now())
        Recipient.objects.get_or_create(pk=key, defaults={"public": public, "since": now()})


def announced() -> dict[UUID, bytes]:
    """Return the public keys that reports are sealed to now, to be held against one's own."""
    return {each.pk: bytes(each.public) for each in Recipient.objects.filter(ended=None)}


def waiting() -> QuerySet[Letter]:
    """Return every letter nobody took yet but files, the oldest first."""
    return Letter.objects.filter(is_file=False).order_by("hour", "id")[:MOST]


def waiting_since() -> dict[UUID, datetime]:
    """Return since when each report has waited of which something lies here; nothing of it is opened."""
    found = Letter.objects.values("report").annotate(since=Min("hour")).order_by("since")[:MOST]
    return {each["report"]: each["since"] for each in found}


def letters_of(report: UUID) -> QuerySet[Letter]:
    """Return the letters of a report that nobody took yet, the oldest first and files last."""
    return Letter.objects.filter(report=report).order_by("is_file", "hour", "id")


def remove(letters: Iterable[UUID], *, report: UUID) -> None:
    """Take letters away that are kept behind the closed door now, and say that their report was taken."""
    with transaction.atomic(using=_alias()):
        Report.objects.filter(pk=report).update(taken=True)
        Letter.objects.filter(pk__in=list(letters), report=report).delete()


def tidy() -> int:
    """Remove what is left of reports that were taken and whose receipt ended; return of how many."""
    left = Letter.objects.filter(report=OuterRef("pk"))
    past = Report.objects.filter(taken=True, until=None).filter(~Exists(left))
    return past.delete()[0]


def _alias() -> str:
    return Letter.objects.db
