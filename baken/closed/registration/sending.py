# SPDX-License-Identifier: EUPL-1.2
"""Writing down that a version was sent and what came back. Nothing is ever sent from here."""

from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from baken.closed.access.actions import me
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused
from baken.closed.audit.activities import Action
from baken.closed.casework.recorded import strike
from baken.closed.registration import reads
from baken.closed.registration.actions import Admitted, admitted, noted
from baken.closed.registration.labels import REPLIES, WAYS
from baken.closed.registration.models import ANSWERED, SENT, Exchange, Version
from baken.closed.registration.writing import grounded
from baken.core.clock import today


@transaction.atomic
def mark_sent(  # noqa: PLR0913 - one argument for each field of the form
    *, dossier: UUID, version: UUID, on: date, what: str, to: str, number: str = "", words: str = ""
) -> Exchange:
    """Write down that a version was sent; raise ValidationError for a day on which nobody had said yes to it."""
    found, row = admitted(dossier), _version(dossier, version)
    if what not in dict(WAYS) or not localdate(row.fixed_at) <= on <= today():
        raise ValidationError(_("Choose how it went, and a day since this version was fixed."))
    try:
        grounded(row, reads.bases(dossier, on))
    except Refused:
        raise ValidationError(
            _("On that day nobody had said yes to this. Did it go all the same? Tell the privacy officer at once.")
        ) from None
    made = Exchange(dossier_id=dossier, version=row, kind=SENT, on=on, what=what, to=to, number=number, words=words)
    return _kept(made, found)


@transaction.atomic
def mark_answered(  # noqa: PLR0913 - one argument for each field of the form
    *, dossier: UUID, version: UUID, on: date, what: str, number: str = "", words: str = ""
) -> Exchange:
    """Write down what came back, or that CoMensha was told of a yes taken back; raise Refused for what was not sent."""
    found, row = admitted(dossier), _version(dossier, version)
    sent = list(Exchange.objects.filter(version=row, kind=SENT, struck_at=None))
    if not sent:
        raise Refused("was not sent")
    if what not in dict(REPLIES) or not min(each.on for each in sent) <= on <= today():
        raise ValidationError(_("Choose what came back, and a day since it was sent."))
    made = Exchange(dossier_id=dossier, version=row, kind=ANSWERED, on=on, what=what, number=number, words=words)
    return _kept(made, found)


@transaction.atomic
def strike_exchange(*, dossier: UUID, exchange: UUID) -> None:
    """Strike out what was written down by mistake; that a version was taken out cannot be."""
    admitted(dossier)
    if not Exchange.objects.filter(pk=exchange, dossier=dossier, kind__in=[SENT, ANSWERED]).exists():
        raise Refused("no such exchange to strike out")
    strike(Exchange, dossier=dossier, row=exchange, part=Part.NOTES)


def _version(dossier: UUID, version: UUID) -> Version:
    row = Version.objects.filter(pk=version, dossier=dossier).first()
    if row is None:
        raise Refused("no such version")
    return row


def _kept(made: Exchange, found: Admitted) -> Exchange:
    made.recorded_by_id = me()
    made.save(force_insert=True)
    noted(found, Action.CREATE, "exchange", made.pk)
    return made
