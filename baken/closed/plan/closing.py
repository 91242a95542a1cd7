# SPDX-License-Identifier: EUPL-1.2
"""Closing a file and opening it again: two dated rows, and the day on the file itself. One at a time in a file."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from baken.closed.access.actions import me
from baken.closed.access.admitting import note
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.access.rules import Ground, Refused, Standing
from baken.closed.audit.activities import Action, Activity
from baken.closed.plan import leads, ports, rules
from baken.closed.plan.actions import admitted_alone
from baken.closed.plan.labels import CLOSED, OUTCOMES, REOPENED
from baken.closed.plan.models import Closure, Task


@transaction.atomic
def close(*, dossier: UUID, outcome: str, words: str, seen: bool = False) -> Closure:
    """Close a file with its outcome; raise ValidationError while something is open, or goes on and was not seen."""
    admitted = _admitted(dossier, closed=False)
    if outcome not in dict(OUTCOMES):
        raise ValidationError(_("Choose how it ended."))
    if faults := still_open(dossier):
        raise ValidationError(faults)
    if not seen and (unseen := ports.warnings(dossier)):
        raise ValidationError(unseen)
    return _written(admitted, Closure(dossier_id=dossier, kind=CLOSED, outcome=outcome, words=words, by_id=me()))


@transaction.atomic
def reopen(*, dossier: UUID, words: str) -> Closure:
    """Open a closed file again, with the reason."""
    admitted = _admitted(dossier, closed=True)
    return _written(admitted, Closure(dossier_id=dossier, kind=REOPENED, words=words, by_id=me()))


def still_open(dossier: UUID) -> list[str]:
    """Return, in words, what stands in the way of closing a file."""
    tasks = Task.objects.filter(dossier=dossier, ended_at=None).count()
    count = ngettext("%(count)s task is still open.", "%(count)s tasks are still open.", tasks) % {"count": tasks}
    handover = _("The file is offered to a colleague who has not answered yet.")
    own = [*([count] if tasks else []), *([handover] if leads.open_handover(dossier) else [])]
    return own + ports.obstacles(dossier)


def _admitted(dossier: UUID, *, closed: bool) -> tuple[Standing, Ground]:
    standing, ground = admitted_alone(dossier)
    if not rules.can_lead(standing) or not Dossier.objects.filter(pk=dossier, closed_at__isnull=not closed).exists():
        raise Refused("neither closes nor opens this file now")
    return standing, ground


def _written(admitted: tuple[Standing, Ground], made: Closure) -> Closure:
    """Keep a row, and set or clear the day on the file, which moves the clock of its keeping."""
    standing, ground = admitted
    made.save(force_insert=True)
    day = made.at if made.kind == CLOSED else None
    Dossier.objects.filter(pk=made.dossier_id).update(closed_at=day)
    objects, how = [made.pk, made.dossier_id], {"kind": made.kind}
    note(
        standing, Activity.UPDATE, Action.UPDATE, part=Part.NOTES, ground=ground, kind="closure", objects=objects,
        facts=how,
    )  # fmt: skip
    return made
