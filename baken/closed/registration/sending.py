# SPDX-License-Identifier: EUPL-1.2
"""Writing down that a version was sent and what came back. Nothing is ever sent from here."""

from datetime import date, timedelta
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
from baken.closed.registration.models import ANSWERED, SENT, TAKEN, Exchange, Version
from baken.closed.registration.progress import TELLING, Reply
from baken.closed.registration.writing import is_grounded
from baken.core.clock import today


@transaction.atomic
def mark_sent(  # noqa: PLR0913 - one argument for each field of the form
    *, dossier: UUID, version: UUID, on: date, what: str, to: str, number: str = "", words: str = ""
) -> Exchange:
    """Write down that a version was sent; raise ValidationError for a day on which there was no ground for it.

    A yes that was taken back on that very day had stood until then, and what was taken out went out on a ground.
    What really happened is written down, and shows as something to tell CoMensha.
    """
    found, row = admitted(dossier), _version(dossier, version)
    if what not in dict(WAYS) or not localdate(row.fixed_at) <= on <= today():
        raise ValidationError(_("Choose how it went, and a day since this version was made final."))
    if not _had_ground(row, on):
        raise ValidationError(
            _("On that day nobody had said yes to this. Did it go all the same? Tell the privacy officer at once.")
        )
    made = Exchange(dossier_id=dossier, version=row, kind=SENT, on=on, what=what, to=to, number=number, words=words)
    return _kept(made, found)


@transaction.atomic
def mark_answered(  # noqa: PLR0913 - one argument for each field of the form
    *, dossier: UUID, version: UUID, on: date, what: str, number: str = "", words: str = ""
) -> Exchange:
    """Write down what came back, or what CoMensha was told; raise Refused for what neither went nor was taken out."""
    found, row = admitted(dossier), _version(dossier, version)
    gone = list(Exchange.objects.filter(version=row, kind__in=[SENT, TAKEN], struck_at=None))
    if not gone:
        raise Refused("was neither sent nor taken out")
    if what not in dict(REPLIES) or not min(each.on for each in gone) <= on <= today():
        raise ValidationError(_("Choose what came back, and a day since it was sent."))
    _check_reply(Reply(what), is_sent=any(each.kind == SENT for each in gone))
    if _stands(dossier, Reply(what), on):
        raise ValidationError(_("On that day the yes stood. Write down first that it was taken back."))
    made = Exchange(dossier_id=dossier, version=row, kind=ANSWERED, on=on, what=what, number=number, words=words)
    return _kept(made, found)


@transaction.atomic
def strike_exchange(*, dossier: UUID, exchange: UUID) -> None:
    """Strike out what was written down by mistake; that a version was taken out cannot be."""
    admitted(dossier)
    if not Exchange.objects.filter(pk=exchange, dossier=dossier, kind__in=[SENT, ANSWERED]).exists():
        raise Refused("no such exchange to strike out")
    strike(Exchange, dossier=dossier, row=exchange, part=Part.NOTES)


def _had_ground(row: Version, on: date) -> bool:
    """Return whether there was a ground on a day: all of it, at its beginning, or when the version was taken out."""
    taken = Exchange.objects.filter(version=row, kind=TAKEN, struck_at=None)
    return any(each.on == on for each in taken) or any(
        is_grounded(row, reads.bases(row.dossier_id, each)) for each in (on, on - timedelta(days=1))
    )


def _check_reply(reply: Reply, *, is_sent: bool) -> None:
    """Raise ValidationError for an answer to what nobody wrote down as sent, and for not sending what went."""
    if is_sent and reply == Reply.NOT_SENT:
        raise ValidationError(_("It is written down that this version was sent. Strike that out first."))
    if not is_sent and reply != Reply.NOT_SENT and reply not in TELLING.values():
        raise ValidationError(_("Write down first that this version was sent."))


def _stands(dossier: UUID, reply: Reply, on: date) -> bool:
    """Return whether something may go on a day for the purpose of which CoMensha is told that nothing may."""
    told = [purpose for purpose, each in TELLING.items() if each == reply]
    return bool(told) and reads.bases(dossier, on)[told[0]] is not None


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
